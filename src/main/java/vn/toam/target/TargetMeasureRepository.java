package vn.toam.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.shared.Me;

/** What targets are held against: links to indicators and typed results; every statement adds or reads. */
@Repository
class TargetMeasureRepository {

    private final JdbcClient jdbc;

    TargetMeasureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void link(UUID plan, TargetLink link, Me me) {
        jdbc.sql("""
                insert into target.link (plan, target, indicator, reason, linked_by, linked_by_name, linked_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(
                        plan,
                        link.target(),
                        link.indicator(),
                        link.reason(),
                        me.account(),
                        me.name(),
                        Timestamp.from(link.at())))
                .update();
    }

    /** The newest choice of each target of these plans. */
    Map<UUID, TargetLink> links(Collection<UUID> plans) {
        Map<UUID, TargetLink> links = new HashMap<>();
        jdbc.sql(
                        "select distinct on (plan, target) * from target.link where plan = any(?) order by plan, target, seq desc")
                .param(plans.toArray(UUID[]::new))
                .query(TargetMeasureRepository::link)
                .list()
                .forEach(link -> links.put(link.target(), link));
        return links;
    }

    /** All choices of a target, newest first. */
    List<TargetLink> history(UUID plan, UUID target) {
        return jdbc.sql("select * from target.link where plan = ? and target = ? order by seq desc")
                .params(plan, target)
                .query(TargetMeasureRepository::link)
                .list();
    }

    void type(UUID plan, TypedResult typed, Me me) {
        jdbc.sql("""
                insert into target.typed (id, plan, target, unit, year, value, dated, source, reason, attachment, file_name, typed_by,
                    typed_by_name, typed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(
                        typed.id(),
                        plan,
                        typed.target(),
                        typed.unit(),
                        typed.year(),
                        typed.value(),
                        typed.dated(),
                        typed.source(),
                        typed.reason(),
                        typed.attachment(),
                        typed.fileName(),
                        me.account(),
                        me.name(),
                        Timestamp.from(typed.typedAt())))
                .update();
    }

    /** The result that counts of each target and year of a plan's place. */
    List<TypedResult> typed(UUID plan, int unit) {
        return jdbc.sql("""
                select * from (select distinct on (target, year) * from target.typed where plan = ? and unit = ?
                    order by target, year, seq desc) newest
                where value is not null
                """)
                .params(plan, unit)
                .query(TargetMeasureRepository::typed)
                .list();
    }

    /** Every result ever typed for a target of a place, newest first. */
    List<TypedResult> typed(UUID plan, UUID target, int unit) {
        return jdbc.sql("select * from target.typed where plan = ? and target = ? and unit = ? order by seq desc")
                .params(plan, target, unit)
                .query(TargetMeasureRepository::typed)
                .list();
    }

    private static TargetLink link(ResultSet row, int number) throws SQLException {
        return new TargetLink(
                row.getObject("target", UUID.class),
                row.getString("indicator"),
                row.getString("reason"),
                row.getString("linked_by_name"),
                row.getTimestamp("linked_at").toInstant());
    }

    private static TypedResult typed(ResultSet row, int number) throws SQLException {
        return new TypedResult(
                row.getObject("id", UUID.class),
                row.getObject("target", UUID.class),
                row.getInt("unit"),
                row.getInt("year"),
                row.getBigDecimal("value"),
                row.getObject("dated", LocalDate.class),
                row.getString("source"),
                row.getString("reason"),
                row.getObject("attachment", UUID.class),
                row.getString("file_name"),
                row.getString("typed_by_name"),
                row.getTimestamp("typed_at").toInstant());
    }
}
