package vn.toam.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Slice;
import vn.toam.submission.RoundRow;
import vn.toam.submission.RoundView;
import vn.toam.submission.SubmissionStatus;

/** Submissions of a round as lists. */
@Repository
class ListRepository {

    static final int PAGE = 50;

    /** Rows of a workbook; more returns than the country has communes. */
    static final int MOST = 20_000;

    private static final String SENT =
            "from collection.submission s where s.round = :round and %s and s.above && :units and %s";

    /** The returns are found before their names: how many units hold some words the planner cannot know. */
    private static final String NAMED = """
            from (select s.province, s.round, s.unit, s.above, s.status, s.version = s.fills as untouched, s.sent_at, s.changed_at %s offset 0) s
            join unit.name_v n on n.unit = s.unit
              and n.valid_from <= (select geography from round.round_v where id = :round)
              and n.valid_to > (select geography from round.round_v where id = :round) %s
            """;

    private static final String HOLDS = "where public.holds(n.search, :words, :patterns)";

    /** Sorts in the narrow index first and fetches the wide rows of one page only. */
    private static final String PICKED = """
            select s.*, picked.full_name
            from (select s.province, s.round, s.unit, n.full_name, row_number() over (order by %s) as place
                  %s order by place limit %d offset :from) picked
            join collection.submission s on s.province = picked.province and s.round = picked.round and s.unit = picked.unit
            order by picked.place
            """;

    private final JdbcClient jdbc;

    ListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page of the submissions of a round in a place. @param most rows of a page */
    Slice<RoundRow> page(UUID round, int province, int[] units, RoundView.Asked asked, int most) {
        boolean all = asked.words().isBlank();
        String sent = SENT.formatted(
                SubmissionRepository.within(province), asked.status().condition());
        String named = NAMED.formatted(sent, all ? "" : HOLDS);
        Map<String, Object> given = new HashMap<>();
        given.put("round", round);
        given.put("province", province);
        given.put("units", units);
        given.putAll(SearchWords.of(asked.words()).parameters());
        int total = jdbc.sql("select count(*) " + (all ? sent : named))
                .params(given)
                .query(Integer.class)
                .single();
        int page = Math.clamp(asked.page(), 1, Math.max(1, (total + most - 1) / most));
        given.put("from", (page - 1) * most);
        List<RoundRow> rows = jdbc.sql(PICKED.formatted(asked.order(), named, most))
                .params(given)
                .query(ListRepository::row)
                .list();
        return new Slice<>(rows, page, most, total);
    }

    /** The submissions that one unit itself owes, by round. */
    Map<UUID, RoundRow> own(int province, int unit, int year) {
        Map<UUID, RoundRow> own = new HashMap<>();
        jdbc.sql("""
                select s.*, n.full_name
                from round.round_v r
                join collection.submission s on s.round = r.id
                join unit.name_v n on n.unit = s.unit and n.valid_from <= r.geography and r.geography < n.valid_to
                where s.province = ? and s.unit = ? and s.year = ? and s.form = r.form
                """)
                .params(province, unit, year)
                .query((ResultSet row, int n) -> own.put(row.getObject("round", UUID.class), row(row, n)))
                .list();
        return own;
    }

    private static RoundRow row(ResultSet row, int number) throws SQLException {
        Timestamp sent = row.getTimestamp("sent_at");
        Integer[] above = (Integer[]) row.getArray("above").getArray();
        return new RoundRow(
                row.getInt("unit"),
                row.getString("full_name"),
                above.length > 1 ? above[1] : above[0],
                row.getInt("receiver"),
                SubmissionStatus.valueOf(row.getString("status")),
                row.getInt("version") == row.getInt("fills"),
                row.getBoolean("counted"),
                sent == null ? null : sent.toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getBoolean("received") && row.getInt("differs") > 0
                        ? SubmissionRepository.submission(row, number).differences()
                        : List.of());
    }

    /** Rounds of a year that ask at least one unit in a place. @param units the place and the former units it is made of */
    List<UUID> rounds(int province, int[] units, int year) {
        return jdbc.sql(
                        "select distinct s.round from collection.submission s where s.year = :year and %s and s.above && :units"
                                .formatted(SubmissionRepository.within(province)))
                .param("province", province)
                .param("units", units)
                .param("year", year)
                .query(UUID.class)
                .list();
    }

    /** The periodic round that asked {@code unit} for {@code form} of {@code year}. */
    Optional<UUID> asking(int province, int unit, String form, int year) {
        return jdbc.sql("""
                select round from collection.submission
                where province = ? and unit = ? and form = ? and year = ? and not ad_hoc order by part limit 1
                """)
                .params(province, unit, form, year)
                .query(UUID.class)
                .optional();
    }

    /** The ad hoc rounds that ask a unit. */
    List<UUID> adHoc(int province, int unit) {
        return jdbc.sql("select round from collection.submission where province = ? and unit = ? and ad_hoc")
                .params(province, unit)
                .query(UUID.class)
                .list();
    }

    /** Every unit of a round. */
    List<Integer> asked(UUID round) {
        return jdbc.sql("select unit from collection.submission where round = ? and status <> 'PASSED' order by unit")
                .param(round)
                .query(Integer.class)
                .list();
    }
}
