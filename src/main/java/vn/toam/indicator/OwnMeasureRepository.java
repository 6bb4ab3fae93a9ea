package vn.toam.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.definition.Indicator;
import vn.toam.shared.Me;

/** Own measures; every statement adds or reads. */
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

    /** Those of a province and of the whole country; {@code province} 0: all. The newest first. */
    List<OwnMeasure> near(int province) {
        return jdbc.sql(
                        "select * from indicator.own where :province = 0 or province in (0, :province) order by saved_at desc, id")
                .param("province", province)
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
}
