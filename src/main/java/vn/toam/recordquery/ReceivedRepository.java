package vn.toam.recordquery;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.register.RecordMapper;
import vn.toam.register.RegisterRecord;

/** Records that another unit is asked in, and what was put together of them. */
@Repository
class ReceivedRepository {

    private static final String FROM =
            " from register.record_v r where r.register = ? and r.merged_into is null and r.province ";

    private static final String KEPT = """
             from register.record_v r
            where r.register = :register and r.merged_into is null and r.province = :province
              and (cast(:units as int[]) is null or r.unit = any(:units)) and r.state = any(:states)
              and r.on_day between :first and :last
            order by r.on_day desc, r.id desc limit :limit offset :offset
            """;

    private static final String ASKED =
            "= any(?) and r.data ->> ? = ? and r.state = any(?) and (cast(? as text) is null or r.data ->> ? is null)";

    /**
     * In which records a unit is asked.
     *
     * @param receiver the field that names it
     * @param blank a field that has to be empty; null: none
     */
    record Asked(
            Collection<Integer> provinces,
            String register,
            String receiver,
            int unit,
            Collection<String> states,
            @Nullable String blank) {

        private List<@Nullable Object> params() {
            return Arrays.asList(
                    register,
                    provinces.toArray(Integer[]::new),
                    receiver,
                    String.valueOf(unit),
                    states.toArray(String[]::new),
                    blank,
                    blank);
        }
    }

    private final JdbcClient jdbc;

    ReceivedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records in which a unit is asked. The country is asked by all provinces. */
    List<RegisterRecord> asked(Asked asked, int limit, int offset) {
        return jdbc.sql("select " + RecordMapper.COLUMNS + FROM + ASKED + " order by r.on_day, r.id limit ? offset ?")
                .params(asked.params())
                .params(limit, offset)
                .query(RecordMapper::record)
                .list();
    }

    /** How many there are. */
    int countAsked(Asked asked) {
        return jdbc.sql("select count(*)" + FROM + ASKED)
                .params(asked.params())
                .query(Integer.class)
                .single();
    }

    /** Records of some units, the newest first. @param units null: all of the province */
    List<RegisterRecord> kept(
            int province,
            String register,
            @Nullable Collection<Integer> units,
            Collection<String> states,
            LocalDate first,
            LocalDate last,
            int limit,
            int offset) {
        return jdbc.sql("select " + RecordMapper.COLUMNS + KEPT)
                .param("register", register)
                .param("province", province)
                .param("units", units == null ? null : units.toArray(Integer[]::new))
                .param("states", states.toArray(String[]::new))
                .param("first", first)
                .param("last", last)
                .param("limit", limit)
                .param("offset", offset)
                .query(RecordMapper::record)
                .list();
    }

    /** How many records some units of a province keep. */
    int count(int province, String register, Collection<Integer> units) {
        return jdbc.sql("select count(*)" + FROM + "= ? and r.unit = any(?)")
                .params(register, province, units.toArray(Integer[]::new))
                .query(Integer.class)
                .single();
    }

    /** Records that name one of some others in a field. */
    List<RegisterRecord> naming(int province, String field, Collection<UUID> targets) {
        return jdbc.sql("select " + RecordMapper.COLUMNS + """
                 from register.link_v l join register.record_v r on r.province = l.province and r.id = l.record
                where l.province = ? and l.field = ? and l.target = any(?) and r.merged_into is null order by r.on_day, r.id
                """)
                .params(province, field, targets.toArray(UUID[]::new))
                .query(RecordMapper::record)
                .list();
    }

    /** The states that a record was in, the first of them first. */
    List<ReceivedRecords.Span> spans(int province, UUID record) {
        return jdbc.sql("select state, first, until from register.span_v where province = ? and record = ? order by no")
                .params(province, record)
                .query(ReceivedRecords.Span.class)
                .list();
    }
}
