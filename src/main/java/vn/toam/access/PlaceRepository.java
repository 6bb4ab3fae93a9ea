package vn.toam.access;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where a place lies, across mergers: the questions that {@link RoleAccess} asks of the units' history. */
@Repository
class PlaceRepository {

    /** The place itself and every abolished unit whose duties came to it, however many mergers ago. */
    static final String HELD = """
            with recursive held (unit) as (
                select unnest(:places::int[])
                union
                select s.from_unit
                from held join unit.succession s on s.to_unit = held.unit
                join unit.unit gone on gone.id = s.from_unit and gone.valid_to = s.on_date)
            """;

    /** Everything below: as the tree is, or as it was when the unit, or the place, ended. */
    static final String BELOW = """
            select below.unit
            from held join unit.unit place on place.id = held.unit
            join unit.lineage below on below.ancestor = held.unit
            join unit.unit u on u.id = below.unit
            where below.valid_to in (u.valid_to, place.valid_to)
            """;

    private final JdbcClient jdbc;

    PlaceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True when {@code unit} is {@code place}, or was merged into it. */
    boolean isOrBecame(int unit, int place) {
        return jdbc.sql(HELD + "select exists (select 1 from held where unit = :unit)")
                .param("places", new Integer[] {place})
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }

    /** True when {@code unit} lies in {@code place}, or in a unit that was merged into it. */
    boolean isWithin(int unit, int place) {
        return jdbc.sql(HELD + "select exists (" + BELOW + " and below.unit = :unit)")
                .param("places", new Integer[] {place})
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }

    /** True when an account in use, other than {@code but}, holds one of {@code roles} at {@code unit}. */
    boolean held(List<String> roles, int unit, UUID but) {
        return jdbc.sql("""
                        select exists (select from access.role_held h join access.account a on a.id = h.account
                            where h.role = any(:roles) and h.unit = :unit and a.active and a.id <> :but)""")
                .param("roles", roles.toArray(String[]::new))
                .param("unit", unit)
                .param("but", but)
                .query(Boolean.class)
                .single();
    }

    /** The number of units within; for tests and the accounts page. */
    List<Integer> within(int place) {
        return jdbc.sql(HELD + BELOW)
                .param("places", new Integer[] {place})
                .query(Integer.class)
                .list();
    }
}
