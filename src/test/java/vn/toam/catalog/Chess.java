package vn.toam.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

/** A chess club's catalog: the engine must serve it as well as any ministry's. */
final class Chess {

    private static final String CODES = """
            id: levels
            version: 1
            name: {vi: Cấp, en: Levels}
            codes:
              - {code: CLUB, name: {vi: Câu lạc bộ, en: Club}}
              - {code: LEAGUE, name: {vi: Liên đoàn, en: League}}
            ---
            id: units
            version: 1
            name: {vi: Đơn vị, en: Units}
            codes:
              - {code: game, name: {vi: ván, en: games}}
              - {code: percent, name: {vi: "%", en: "%"}}
            """;

    private static final String CALENDAR = """
            id: season
            version: 1
            name: {vi: Mùa giải, en: Season}
            rules:
              - id: old-season
                validFrom: 2000-01-01
                validTo: 2019-12-31
                window: {from: "01-01", to: "12-31"}
                cutOff: "12-31"
                steps: [{from: CLUB, to: LEAGUE, due: "12-31"}]
              - id: new-season
                validFrom: 2020-01-01
                window: {from: "09-01", to: "09-01"}
                cutOff: "09-01"
                steps: [{from: CLUB, to: LEAGUE, due: "09-10"}]
            """;

    static final String FORM = """
            id: season-return
            version: 1
            name: {vi: Báo cáo mùa giải, en: Season return}
            level: CLUB
            calendar: season
            sections:
              - id: games
                name: {vi: Ván đấu, en: Games}
                fields:
                  - {id: games, line: G1, unit: game, kind: FLOW, name: {vi: Số ván, en: Games}}
                  - {id: wins, line: G2, unit: game, kind: FLOW, partOf: games, name: {vi: Thắng, en: Wins}}
                  - {id: draws, line: G3, unit: game, kind: FLOW, partOf: games, name: {vi: Hòa, en: Draws}}
                  - {id: remarks, line: N1, type: TEXT, optional: true, name: {vi: Nhận xét, en: Remarks}}
            checks:
              - id: wins_within_games
                kind: HARD
                holds: {le: [{sum: [wins, draws]}, games]}
                message: {vi: Thắng cộng hòa không quá số ván., en: Wins and draws cannot exceed games.}
              - id: games_not_copied
                kind: SOFT
                holds: {not: {eq: [games, {previous: games}]}}
                message: {vi: Giống hệt mùa trước., en: The same as last season.}
            """;

    private static final String INDICATOR = """
            id: win-rate
            version: 1
            name: {vi: Tỷ lệ thắng, en: Win rate}
            kind: RATE
            unit: percent
            better: HIGHER
            numerator: wins
            denominator: games
            """;

    private Chess() {}

    /** The files of the club. */
    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("catalog/codes/codes.yaml", CODES);
        files.put("catalog/calendars/season.yaml", CALENDAR);
        files.put("catalog/forms/season.yaml", FORM);
        files.put("catalog/indicators/win-rate.yaml", INDICATOR);
        return files;
    }
}
