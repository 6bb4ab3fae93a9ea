package vn.toam.unit;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.toam.geography.Level;

/** Units of the level below the commune, as installations of before have them. */
@Component
public class OldVillages {

    private final UnitChangeRepository changes;
    private final Geographies geographies;
    private final JdbcClient jdbc;

    OldVillages(UnitChangeRepository changes, Geographies geographies, JdbcClient jdbc) {
        this.changes = changes;
        this.geographies = geographies;
        this.jdbc = jdbc;
    }

    /** A new one in a commune. @return its id */
    public int add(int commune, String name, LocalDate from) {
        return changes.add(commune, Level.VILLAGE, "VILLAGE", name, from);
    }

    /** Ends it. */
    void close(int id, LocalDate on) {
        for (String table : List.of("unit_name", "unit_parent", "lineage")) {
            jdbc.sql("update unit." + table + " set valid_to = ? where unit = ?")
                    .params(on, id)
                    .update();
        }
        jdbc.sql("update unit.unit set valid_to = ? where id = ?")
                .params(on, id)
                .update();
        geographies.changed();
    }
}
