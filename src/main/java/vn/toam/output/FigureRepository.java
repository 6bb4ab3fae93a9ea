package vn.toam.output;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The submissions that figures of an area come from. Reads only; figures stay where they were accepted. */
@Repository
class FigureRepository {

    /**
     * A submission that was asked for.
     *
     * @param geography the day whose names and borders hold
     * @param counted its figures count
     * @param accepted when it was accepted last
     */
    record Asked(
            String form,
            int formVersion,
            int unit,
            UUID round,
            String status,
            boolean counted,
            LocalDate geography,
            @Nullable Instant accepted) {}

    /** How far the returns of a year are. */
    record Year(int year, int expected, int counted) {}

    private final JdbcClient jdbc;

    FigureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** This year's figures less last year's by field, over the units that have both. */
    Map<String, BigDecimal> changes(int province, int[] places, int year) {
        Map<String, BigDecimal> changes = new HashMap<>();
        jdbc.sql("""
                select f.key field, sum(f.value::numeric - (b.accepted ->> f.key)::numeric) change
                from collection.submission_v s
                join collection.submission_v b on b.province = :province and b.unit = s.unit and b.year = s.year - 1
                    and b.form = s.form and b.part = s.part
                cross join lateral jsonb_each_text(s.accepted) f
                where s.province = :province and s.year = :year and s.above && :places and b.accepted ->> f.key is not null
                group by f.key
                """)
                .param("province", province)
                .param("year", year)
                .param("places", places)
                .query(row -> {
                    changes.put(row.getString("field"), row.getBigDecimal("change"));
                });
        return changes;
    }

    /** Every submission asked for in a year, by form and unit. */
    List<Asked> asked(int province, int[] places, int year) {
        return jdbc.sql("""
                select s.form, r.form_version, s.unit, s.round, s.status, s.counted, r.geography,
                       (select max(t.at) from collection.step_v t
                        where t.province = :province and t.submission = s.id and t.action = 'ACCEPT') accepted
                from collection.submission_v s
                join round.round_v r on r.id = s.round
                where s.province = :province and s.year = :year and s.above && :places and not s.ad_hoc
                order by s.form, s.unit
                """)
                .param("province", province)
                .param("year", year)
                .param("places", places)
                .query((row, n) -> new Asked(
                        row.getString("form"),
                        row.getInt("form_version"),
                        row.getInt("unit"),
                        row.getObject("round", UUID.class),
                        row.getString("status"),
                        row.getBoolean("counted"),
                        row.getObject("geography", LocalDate.class),
                        row.getTimestamp("accepted") == null
                                ? null
                                : row.getTimestamp("accepted").toInstant()))
                .list();
    }

    /** The years in which anything was asked, newest first. */
    List<Year> years(int province, int[] places) {
        return jdbc.sql("""
                select year, count(*) expected, count(*) filter (where counted) counted
                from collection.submission_v
                where province = :province and above && :places and not ad_hoc
                group by year order by year desc
                """)
                .param("province", province)
                .param("places", places)
                .query((row, n) -> new Year(row.getInt("year"), row.getInt("expected"), row.getInt("counted")))
                .list();
    }
}
