package vn.toam.unit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of reorganisations of the tree; the long statements stand in {@code sql/unit}. */
@Repository
class TreeChangeRepository {

    private final JdbcClient jdbc;
    private final Geographies geographies;

    TreeChangeRepository(JdbcClient jdbc, Geographies geographies) {
        this.jdbc = jdbc;
        this.geographies = geographies;
    }

    int[] ids(int count) {
        return jdbc
                .sql("select nextval('unit.unit_added') from generate_series(1, ?)")
                .param(count)
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    List<String> changedFrom(Collection<Integer> units, LocalDate on) {
        return jdbc.sql("""
                        select distinct n.full_name from unit.unit_name n join unit.unit_parent p on p.unit = n.unit
                        join unit.unit u on u.id = n.unit
                        where n.unit = any(:units) and n.valid_from < :on and n.valid_to >= :on
                          and (u.valid_to < 'infinity' or n.valid_to < 'infinity' or p.valid_from >= :on)
                        """)
                .param("units", units.toArray(Integer[]::new))
                .param("on", on)
                .query(String.class)
                .list();
    }

    /** Runs {@code sql/unit/<name>.sql}, statement by statement. */
    void run(String name, Map<String, ? extends @Nullable Object> parameters) {
        try {
            String script =
                    new ClassPathResource("sql/unit/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
            for (String statement : script.split(";\\s*\\n")) {
                jdbc.sql(statement).params(parameters).update();
            }
            geographies.changed();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    void undo(MovesWithUnits.Moves moves) {
        run(
                "undo",
                Map.of("id", moves.id(), "on", moves.on(), "made", moves.made().toArray(Integer[]::new)));
    }

    List<MovesWithUnits.Change> changes(UUID id) {
        return jdbc.sql(
                        "select from_unit as \"from\", to_unit as \"to\", share from unit.succession where reorganisation = ? order by 2, 1")
                .param(id)
                .query(MovesWithUnits.Change.class)
                .list();
    }

    List<Integer> ended(UUID id) {
        return jdbc.sql("select unit from unit.reorganisation_ended where reorganisation = ? and what = 'UNIT'")
                .param(id)
                .query(Integer.class)
                .list();
    }

    List<String> changedSince(UUID id, Collection<Integer> made, LocalDate on) {
        return jdbc.sql("""
                        select 'village' from unit.unit_parent p where p.parent = any(:made) and p.unit <> all(:made)
                            and not exists (select 1 from unit.reorganisation_ended e
                                where e.reorganisation = :id and e.what = 'PARENT' and e.unit = p.unit)
                        union select 'name' from unit.unit_name where unit = any(:made) and valid_from > :on
                        union select 'name' from unit.unit_name n join unit.reorganisation_ended e
                            on e.reorganisation = :id and e.what = 'NAME' and e.unit = n.unit and n.valid_from > :on
                        """)
                .param("id", id)
                .param("made", made.toArray(Integer[]::new))
                .param("on", on)
                .query(String.class)
                .list();
    }
}
