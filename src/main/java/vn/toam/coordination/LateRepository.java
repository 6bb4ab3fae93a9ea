package vn.toam.coordination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.round.Round;
import vn.toam.shared.Me;
import vn.toam.shared.Slice;

/** Who has not sent, and who was reminded when. */
@Repository
class LateRepository {

    static final int PAGE = 50;

    /** Rows of a workbook; more than the country has communes. */
    static final int MOST = 20_000;

    /** Returns of a round in a place that were not sent; what counts already and is only being amended is not late. */
    private static final String LATE = """
            from round.round_v r
            join collection.submission_v s on s.round = r.id
            where r.id = :round and /*province*/ and s.above && :units
              and not s.received and s.status <> 'PASSED' and\s""";

    private static final String STATE =
            "case when s.status = 'RETURNED' then 'RETURNED' when s.untouched then 'NOT_BEGUN' else 'BEGUN' end";

    private static final String REMINDED = """
            from coordination.reminder m where m.province = late.province and m.round = late.round and m.unit = late.unit""";

    private final JdbcClient jdbc;

    LateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the board looks. @param province 0: the whole country; @param units the place with what became part of it */
    record Place(Round round, int province, List<Integer> units) {}

    /** How many in each state. */
    Map<LateState, Integer> counts(Place place) {
        Map<LateState, Integer> counts = new EnumMap<>(LateState.class);
        at(place, "select " + STATE + " as state, count(*) as n " + LATE + "true group by 1")
                .query((ResultSet row) -> {
                    counts.put(LateState.valueOf(row.getString("state")), row.getInt("n"));
                });
        counts.put(
                LateState.ALL,
                counts.values().stream().mapToInt(Integer::intValue).sum());
        return counts;
    }

    /** A few of them, the first by name. */
    List<Integer> some(Place place, int most) {
        return at(place, """
                select late.unit from (select s.unit, r.geography %s true) late
                join unit.name_v n on n.unit = late.unit and n.valid_from <= late.geography and late.geography < n.valid_to
                order by n.name collate public.vietnamese, late.unit limit :most
                """.formatted(LATE))
                .param("most", most)
                .query(Integer.class)
                .list();
    }

    /** How many were not reminded on {@code day} or after. */
    int unreminded(Place place, LocalDate day) {
        return at(place, "select count(*) " + LATE + """
                not exists (select 1 from coordination.reminder m
                    where m.province = s.province and m.round = r.id and m.unit = s.unit and m.day >= :day)
                """)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** Reminders are looked up after the page is cut, for its rows alone. @param most rows of a page */
    Slice<LateRow> page(Place place, LateView.Asked asked, int total, int most) {
        int page = Math.clamp(asked.page(), 1, Math.max(1, (total + most - 1) / most));
        List<LateRow> rows = at(place, """
                select late.*, n.full_name, (select max(m.at) %2$s) as reminded_at,
                    coalesce((select m.account_name %2$s order by m.day desc limit 1), '') as reminded_by
                from (select s.province, s.unit, s.above, s.untouched, s.changed_at, r.geography, r.id as round, %1$s as state %3$s)
                    late
                join unit.name_v n on n.unit = late.unit and n.valid_from <= late.geography and late.geography < n.valid_to
                order by %4$s limit :limit offset :from
                """.formatted(
                                STATE, REMINDED, LATE + asked.state().condition(), asked.order()))
                .param("limit", most)
                .param("from", (page - 1) * most)
                .query(LateRepository::row)
                .list();
        return new Slice<>(rows, page, most, total);
    }

    /**
     * Notes a reminder of each late unit that has none today.
     *
     * @param only this unit alone; null: all
     * @param since leaves out whoever was reminded on or after that day
     * @return whom
     */
    List<Integer> remind(
            Place place, @Nullable Integer only, LocalDate since, LocalDate day, Instant now, @Nullable Me who) {
        List<Late> late = at(place, "select s.province, s.unit " + LATE + """
                (:only::int is null or s.unit = :only) and not exists (select 1 from coordination.reminder m
                    where m.province = s.province and m.round = r.id and m.unit = s.unit and m.day >= :since)
                """)
                .param("only", only, java.sql.Types.INTEGER)
                .param("since", since)
                .query(Late.class)
                .list();
        return jdbc.sql("""
                insert into coordination.reminder (province, round, unit, day, at, account, account_name)
                select late.province, :round, late.unit, :day, :now, :account, :name
                from unnest(:provinces::smallint[], :units::int[]) late(province, unit)
                on conflict do nothing
                returning unit
                """)
                .param("provinces", late.stream().mapToInt(Late::province).toArray())
                .param("units", late.stream().mapToInt(Late::unit).toArray())
                .param("round", place.round().id())
                .param("day", day)
                .param("now", Timestamp.from(now))
                .param("account", who == null ? null : who.account(), java.sql.Types.OTHER)
                .param("name", who == null ? "" : who.name())
                .query(Integer.class)
                .list();
    }

    private record Late(int province, int unit) {}

    /** Literal, so that a statement about one province is planned for it alone. */
    private JdbcClient.StatementSpec at(Place place, String sql) {
        Map<String, Object> given = new HashMap<>();
        given.put("round", place.round().id());
        given.put("province", place.province());
        given.put("units", place.units().stream().mapToInt(Integer::intValue).toArray());
        return jdbc.sql(sql.replace("/*province*/", place.province() == 0 ? "true" : "s.province = :province"))
                .params(given);
    }

    private static LateRow row(ResultSet row, int number) throws SQLException {
        Integer[] above = (Integer[]) row.getArray("above").getArray();
        Timestamp reminded = row.getTimestamp("reminded_at");
        LateState state = LateState.valueOf(row.getString("state"));
        return new LateRow(
                row.getInt("unit"),
                row.getString("full_name"),
                above.length > 1 ? above[1] : above[0],
                state,
                state == LateState.NOT_BEGUN
                        ? null
                        : row.getTimestamp("changed_at").toInstant(),
                reminded == null ? null : reminded.toInstant(),
                row.getString("reminded_by"));
    }
}
