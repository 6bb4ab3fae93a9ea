package vn.toam.recordquery;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.register.RecordMapper;
import vn.toam.register.RegisterRecord;

/** Adds up records that are named by a code, and those that refer to them. */
@Repository
class ReferringRepository {

    /**
     * Which records are meant.
     *
     * @param units those that keep them; null: all of the provinces
     * @param field of a code, such as the commemorative day
     */
    record Asked(
            Collection<Integer> provinces,
            @Nullable Collection<Integer> units,
            String register,
            String field,
            LocalDate first,
            LocalDate last) {}

    private final JdbcClient jdbc;

    ReferringRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec bound(String sql, Asked asked) {
        Collection<Integer> units = asked.units();
        return jdbc.sql(sql)
                .param("provinces", asked.provinces().toArray(Integer[]::new))
                .param("units", units == null ? null : units.toArray(Integer[]::new))
                .param("register", asked.register())
                .param("field", asked.field())
                .param("first", asked.first())
                .param("last", asked.last());
    }

    private static final String RECORDS = """
             from register.record_v t where t.province = any(:provinces) and t.register = :register and t.merged_into is null
            and t.on_day between :first and :last
            """;

    private static final String REFERRING = """
             from register.record_v t join register.link_v l on l.province = t.province and l.target = t.id and l.field = :through
            join register.record_v r on r.province = l.province and r.id = l.record
            where t.province = any(:provinces) and t.register = :register and t.merged_into is null
            and t.on_day between :first and :last and r.merged_into is null
            """;

    private static final String OWN = " and (cast(:units as int[]) is null or %s.unit = any(:units))";

    /** By code and state how many there are. */
    Map<String, Map<String, Integer>> states(Asked asked) {
        Map<String, Map<String, Integer>> states = new HashMap<>();
        bound(
                        "select t.data ->> :field as code, t.state, count(*) as records" + RECORDS + OWN.formatted("t")
                                + " group by 1, 2",
                        asked)
                .query((row, n) -> states.computeIfAbsent(String.valueOf(row.getString("code")), any -> new HashMap<>())
                        .put(row.getString("state"), row.getInt("records")))
                .list();
        return states;
    }

    /** By code the units that keep one, or a record that refers to one through a field. */
    Map<String, Set<Integer>> units(Asked asked, String through) {
        Map<String, Set<Integer>> units = new HashMap<>();
        bound(
                        "select code, array_agg(distinct unit) as units from (select t.data ->> :field as code, t.unit"
                                + RECORDS
                                + OWN.formatted("t") + " union all select t.data ->> :field, r.unit" + REFERRING
                                + OWN.formatted("r") + ") told group by code",
                        asked)
                .param("through", through)
                .query((row, n) -> units.put(
                        String.valueOf(row.getString("code")),
                        Arrays.stream((Integer[]) row.getArray("units").getArray())
                                .collect(Collectors.toSet())))
                .list();
        return units;
    }

    /**
     * Records that refer to those of one code, by a code of their own and their state.
     *
     * @param evidence days for a file; null: none is asked
     * @param sums fields of numbers that may be added; {@code most}: one that may not, of which the largest is told
     */
    List<ReferringRecords.Group> groups(
            Asked asked,
            String code,
            String referring,
            String through,
            String by,
            @Nullable Integer evidence,
            List<String> sums,
            String most,
            LocalDate today) {
        StringBuilder columns = new StringBuilder();
        for (int at = 0; at < sums.size(); at++) {
            columns.append(", sum((r.data ->> :sum")
                    .append(at)
                    .append(")::numeric) as sum")
                    .append(at);
        }
        JdbcClient.StatementSpec statement = bound(
                        "select r.data ->> :by as kind, r.state, count(*) as records,"
                                + " count(*) filter (where r.files = 0 and r.on_day + cast(:evidence as int) < cast(:today as date)) as unproven,"
                                + " max((r.data ->> :most)::numeric) as most" + columns + REFERRING + OWN.formatted("r")
                                + " and r.register = :referring and t.data ->> :field = :code group by 1, 2 order by 1, 2",
                        asked)
                .param("through", through)
                .param("code", code)
                .param("referring", referring)
                .param("by", by)
                .param("evidence", evidence)
                .param("today", today)
                .param("most", most);
        for (int at = 0; at < sums.size(); at++) {
            statement = statement.param("sum" + at, sums.get(at));
        }
        return statement.query((row, n) -> group(row, sums)).list();
    }

    private static ReferringRecords.Group group(ResultSet row, List<String> sums) throws SQLException {
        Map<String, BigDecimal> added = new HashMap<>();
        for (int at = 0; at < sums.size(); at++) {
            BigDecimal sum = row.getBigDecimal("sum" + at);
            if (sum != null) {
                added.put(sums.get(at), sum);
            }
        }
        return new ReferringRecords.Group(
                String.valueOf(row.getString("kind")),
                row.getString("state"),
                row.getInt("records"),
                row.getInt("unproven"),
                added,
                row.getBigDecimal("most"));
    }

    /** The records of one code themselves, the newest first. */
    List<RegisterRecord> records(Asked asked, String code, int limit) {
        return bound(
                        "select " + RecordMapper.COLUMNS
                                + " from register.record_v r where r.province = any(:provinces)"
                                + " and r.register = :register and r.merged_into is null and r.on_day between :first and :last"
                                + OWN.formatted("r")
                                + " and r.data ->> :field = :code order by r.on_day desc, r.id desc limit :limit",
                        asked)
                .param("code", code)
                .param("limit", limit)
                .query(RecordMapper::record)
                .list();
    }

    /** The files of some records of a province, by record. */
    List<File> files(int province, Collection<UUID> records) {
        return jdbc.sql(
                        "select record, attachment from register.file_v where province = ? and record = any(?) order by at, attachment")
                .params(province, records.toArray(UUID[]::new))
                .query(File.class)
                .list();
    }

    /** A file of a record. */
    record File(UUID record, UUID attachment) {}
}
