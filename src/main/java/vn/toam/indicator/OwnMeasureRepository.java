package vn.toam.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.catalog.Indicator;
import vn.toam.shared.Me;

/** Own measures, links of targets and typed results; every statement adds or reads. */
@Repository
class OwnMeasureRepository {

    private final JdbcClient jdbc;

    OwnMeasureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(OwnMeasure own, Me me) {
        jdbc.sql("""
                insert into indicator.own (id, unit, province, name, kind, code, better, numerator, denominator, saved_by, saved_by_name, saved_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(
                        own.id(),
                        own.unit(),
                        own.province(),
                        own.name(),
                        own.kind().name(),
                        own.code(),
                        own.better().name(),
                        own.numerator(),
                        own.denominator(),
                        me.account(),
                        me.name(),
                        Timestamp.from(own.savedAt())))
                .update();
    }

    Optional<OwnMeasure> find(String id) {
        return jdbc.sql("select * from indicator.own where id = ?")
                .param(id)
                .query(OwnMeasureRepository::own)
                .optional();
    }

    /** Those that are added up from returns of a province, the whole country's among them. */
    List<OwnMeasure> summed(int province) {
        return jdbc.sql("select * from indicator.own where province in (0, ?) and kind <> 'TYPED' order by id")
                .param(province)
                .query(OwnMeasureRepository::own)
                .list();
    }

    /** Those made for plans of a unit, the newest first. */
    List<OwnMeasure> of(int unit) {
        return jdbc.sql("select * from indicator.own where unit = ? order by saved_at desc, id")
                .param(unit)
                .query(OwnMeasureRepository::own)
                .list();
    }

    void link(UUID plan, TargetLink link, Me me) {
        jdbc.sql("""
                insert into indicator.link (plan, target, indicator, reason, linked_by, linked_by_name, linked_at)
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
                        "select distinct on (plan, target) * from indicator.link where plan = any(?) order by plan, target, seq desc")
                .param(plans.toArray(UUID[]::new))
                .query(OwnMeasureRepository::link)
                .list()
                .forEach(link -> links.put(link.target(), link));
        return links;
    }

    /** All choices of a target, newest first. */
    List<TargetLink> history(UUID plan, UUID target) {
        return jdbc.sql("select * from indicator.link where plan = ? and target = ? order by seq desc")
                .params(plan, target)
                .query(OwnMeasureRepository::link)
                .list();
    }

    void type(UUID plan, TypedResult typed, Me me) {
        jdbc.sql("""
                insert into indicator.typed (id, plan, target, unit, year, value, dated, source, reason, attachment, file_name, typed_by,
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
                select * from (select distinct on (target, year) * from indicator.typed where plan = ? and unit = ?
                    order by target, year, seq desc) newest
                where value is not null
                """)
                .params(plan, unit)
                .query(OwnMeasureRepository::typed)
                .list();
    }

    /** Every result ever typed for a target of a place, newest first. */
    List<TypedResult> typed(UUID plan, UUID target, int unit) {
        return jdbc.sql("select * from indicator.typed where plan = ? and target = ? and unit = ? order by seq desc")
                .params(plan, target, unit)
                .query(OwnMeasureRepository::typed)
                .list();
    }

    private static OwnMeasure own(ResultSet row, int number) throws SQLException {
        return new OwnMeasure(
                row.getString("id"),
                row.getInt("unit"),
                row.getInt("province"),
                row.getString("name"),
                OwnMeasure.Kind.valueOf(row.getString("kind")),
                row.getString("code"),
                Indicator.Better.valueOf(row.getString("better")),
                row.getString("numerator"),
                row.getString("denominator"),
                row.getString("saved_by_name"),
                row.getTimestamp("saved_at").toInstant());
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
