package vn.toam.ownform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.catalog.OwnDefinitions;
import vn.toam.shared.Me;

/** The versions of own forms: rows are added and, while nobody was asked, removed with their form; never changed. */
@Repository
class OwnFormRepository implements OwnDefinitions {

    /** A version without its definition. */
    record Kept(String form, int version, int unit, int newest, String savedBy, Instant savedAt) {}

    private final JdbcClient jdbc;

    OwnFormRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> definition(String form, int version) {
        return jdbc.sql("select definition from ownform.version where form = ? and version = ?")
                .params(form, version)
                .query(String.class)
                .optional();
    }

    @Override
    public List<Version> newest(Collection<Integer> units) {
        return jdbc.sql("""
                select v.form, max(v.version) as version from ownform.version v
                where v.unit = any(?) group by v.form order by max(v.saved_at) desc, v.form
                """)
                .param(units.toArray(Integer[]::new))
                .query(Version.class)
                .list();
    }

    Optional<Kept> find(String form, int version) {
        return jdbc.sql("""
                select v.*, (select max(o.version) from ownform.version o where o.form = v.form) as newest
                from ownform.version v where v.form = ? and v.version = ?
                """)
                .params(form, version)
                .query(OwnFormRepository::kept)
                .optional();
    }

    /** The newest version of each form of a unit, the last saved first. */
    List<Kept> of(int unit) {
        return jdbc.sql("""
                select v.*, v.version as newest from ownform.version v
                where v.unit = ? and not exists (select 1 from ownform.version o where o.form = v.form and o.version > v.version)
                order by v.saved_at desc, v.form
                """).param(unit).query(OwnFormRepository::kept).list();
    }

    /** False when somebody else saved this version meanwhile. */
    boolean add(String form, int version, int unit, String definition, Me me, Instant now) {
        return jdbc.sql("""
                insert into ownform.version (form, version, unit, definition, saved_by, saved_by_name, saved_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
                        .params(form, version, unit, definition, me.account(), me.name(), Timestamp.from(now))
                        .update()
                > 0;
    }

    void remove(String form) {
        jdbc.sql("delete from ownform.version where form = ?").param(form).update();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getString("form"),
                row.getInt("version"),
                row.getInt("unit"),
                row.getInt("newest"),
                row.getString("saved_by_name"),
                row.getTimestamp("saved_at").toInstant());
    }
}
