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

    List<UnitReorganiser.MovedVillage> villages(UUID id, LocalDate on) {
        return jdbc.sql("""
                        select n.full_name as name, to_name.full_name as "to",
                               exists (select 1 from unit.succession s where s.from_unit = was.parent and s.reorganisation = :id
                                   and s.share <> 'FULL') as split
                        from unit.reorganisation_ended e
                        join unit.unit u on u.id = e.unit and u.level = 'VILLAGE' and u.valid_to > :on
                        join unit.unit_parent was on was.unit = e.unit and was.valid_from = e.valid_from
                        join unit.unit_parent now on now.unit = e.unit and now.valid_from = :on
                        join unit.unit_name n on n.unit = e.unit and n.valid_from <= :on and n.valid_to > :on
                        join unit.unit_name to_name on to_name.unit = now.parent and to_name.valid_from = :on
                        where e.reorganisation = :id and e.what = 'PARENT' order by to_name.name collate public.vietnamese, n.name collate public.vietnamese
                        """)
                .param("id", id)
                .param("on", on)
                .query(UnitReorganiser.MovedVillage.class)
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
