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

    /** Players of the club, and the evenings on which they meet. */
    static final String REGISTERS = """
            id: player
            version: 1
            name: {vi: Kỳ thủ, en: Players}
            shape: PERSON
            levels: [CLUB]
            sensitivity: PERSONAL
            retention: 5
            date: joined
            title: [name, rank]
            fields:
              - {id: name, type: PERSON, personal: true, name: {vi: Họ và tên, en: Name}}
              - {id: joined, type: DATE, name: {vi: Ngày vào, en: Joined on}}
              - id: rank
                type: CODE
                name: {vi: Hạng, en: Rank}
                values:
                  - {code: MASTER, name: {vi: Kiện tướng, en: Master}}
                  - {code: OTHER, name: {vi: Khác, en: Other}}
              - {id: boards, type: INTEGER, unit: game, optional: true, name: {vi: Số bàn cờ, en: Boards}}
            states:
              start: IN
              states:
                - {id: IN, name: {vi: Đang chơi, en: Playing}}
                - {id: OUT, closed: true, name: {vi: Đã nghỉ, en: Left}, verb: {vi: Nghỉ, en: Leave}}
              moves: {IN: [OUT]}
              derived:
                - {id: QUIET, name: {vi: Vắng lâu, en: Long away}, from: [IN], rule: QUIET, register: evening, through: games.white, days: {other: 60}}
            unique: [name]
            counts:
              - {id: masters, of: STOCK, states: [IN], where: {rank: [MASTER]}, name: {vi: Kiện tướng, en: Masters}}
            ---
            id: evening
            version: 1
            name: {vi: Buổi cờ, en: Evenings}
            shape: EVENT
            levels: [CLUB]
            sensitivity: OPEN
            retention: 5
            date: held
            title: [place, held]
            fields:
              - {id: place, type: TEXT, name: {vi: Địa điểm, en: Place}}
              - {id: held, type: DATE, name: {vi: Ngày, en: Held on}}
              - {id: guests, type: INTEGER, unit: game, optional: true, name: {vi: Khách, en: Guests}}
            tables:
              - id: games
                name: {vi: Ván, en: Games}
                min: 0
                max: 0
                fields:
                  - {id: white, type: REFERENCE, register: player, name: {vi: Quân trắng, en: White}}
                  - {id: result, type: CODE, values: [{code: WON, name: {vi: Thắng, en: Won}}, {code: DRAWN, name: {vi: Hòa, en: Drawn}}], name: {vi: Kết quả, en: Result}}
                  - {id: until, type: DATE, name: {vi: Hạn, en: Until}}
                  - {id: ended, type: DATE, optional: true, name: {vi: Xong, en: Ended}}
            states:
              start: OPEN
              states:
                - {id: OPEN, name: {vi: Đang diễn ra, en: Open}}
                - {id: OVER, closed: true, requires: [games.ended], name: {vi: Đã xong, en: Over}}
              moves: {OPEN: [OVER]}
              derived:
                - {id: LATE, name: {vi: Quá hạn, en: Late}, from: [OPEN], rule: PAST, date: games.until, until: games.ended, days: {other: 0}}
            checks:
              - {id: few_guests, kind: SOFT, holds: {le: [guests, 20]}, message: {vi: Nhiều khách., en: Many guests.}}
            counts:
              - {id: games, line: games, of: FLOW, states: [OVER], rows: games, name: {vi: Ván, en: Games}}
              - {id: in_time, line: wins, of: FLOW, states: [OVER], rows: games, where: {games.result: [WON]}, inTime: {done: games.ended, due: games.until}, name: {vi: Ván thắng đúng hạn, en: Games won in time}}
              - {id: guests, of: SUM, field: guests, name: {vi: Khách, en: Guests}}
              - {id: white, of: DISTINCT, through: games.white, whose: {rank: [MASTER], state: [IN]}, name: {vi: Kiện tướng đã chơi, en: Masters who played}}
              - {id: places, of: DISTINCT, through: place, name: {vi: Địa điểm, en: Places}}
            """;

    private Chess() {}

    /** The files of the club with its registers. */
    static Map<String, String> withRegisters() {
        Map<String, String> files = files();
        files.put("catalog/registers/club.yaml", REGISTERS);
        return files;
    }

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
