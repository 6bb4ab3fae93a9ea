package vn.toam.ownregister;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.catalog.OwnRegisters;
import vn.toam.shared.Me;

/** The versions of own registers and added fields: rows are added, never changed. */
@Repository
class OwnRegisterRepository implements OwnRegisters {

    /** A version without its definition. */
    record Kept(
            String id, int version, int unit, @Nullable String register, int newest, String savedBy, Instant savedAt) {}

    private static final String NEWEST =
            "not exists (select 1 from ownregister.version o where o.id = v.id and o.version > v.version)";

    private final JdbcClient jdbc;

    OwnRegisterRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Version> of(Collection<Integer> units) {
        return jdbc.sql(
                        "select v.id, v.version, v.unit, v.register from ownregister.version v where v.unit = any(?) and "
                                + NEWEST + " order by v.id")
                .param(units.toArray(Integer[]::new))
                .query(OwnRegisterRepository::version)
                .list();
    }

    @Override
    public Optional<Version> newest(String id) {
        return jdbc.sql("select v.id, v.version, v.unit, v.register from ownregister.version v where v.id = ? and "
                        + NEWEST)
                .param(id)
                .query(OwnRegisterRepository::version)
                .optional();
    }

    @Override
    public String definition(String id, int version) {
        return jdbc.sql("select definition from ownregister.version where id = ? and version = ?")
                .params(id, version)
                .query(String.class)
                .single();
    }

    Optional<Kept> find(String id, int version) {
        return jdbc.sql("""
                select v.*, (select max(o.version) from ownregister.version o where o.id = v.id) as newest
                from ownregister.version v where v.id = ? and v.version = ?
                """)
                .params(id, version)
                .query(OwnRegisterRepository::kept)
                .optional();
    }

    /** The newest versions of a unit, the last saved first. */
    List<Kept> of(int unit) {
        return jdbc.sql("select v.*, v.version as newest from ownregister.version v where v.unit = ? and " + NEWEST
                        + " order by v.saved_at desc, v.id")
                .param(unit)
                .query(OwnRegisterRepository::kept)
                .list();
    }

    /** False when somebody else saved this version meanwhile. */
    boolean add(String id, int version, int unit, @Nullable String register, String definition, Me me, Instant now) {
        return jdbc.sql("""
                insert into ownregister.version (id, version, unit, register, definition, saved_by, saved_by_name, saved_at)
                values (:id, :version, :unit, :register, :definition, :account, :name, :now) on conflict do nothing
                """)
                        .param("id", id)
                        .param("version", version)
                        .param("unit", unit)
                        .param("register", register)
                        .param("definition", definition)
                        .param("account", me.account())
                        .param("name", me.name())
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getString("id"),
                row.getInt("version"),
                row.getInt("unit"),
                Optional.ofNullable(row.getString("register")));
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getString("id"),
                row.getInt("version"),
                row.getInt("unit"),
                row.getString("register"),
                row.getInt("newest"),
                row.getString("saved_by_name"),
                row.getTimestamp("saved_at").toInstant());
    }
}
