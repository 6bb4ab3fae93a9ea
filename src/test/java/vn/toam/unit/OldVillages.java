package vn.toam.unit;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Units of the level below the commune, as installations of before have them. */
@Component
public class OldVillages {

    private final UnitChangeRepository changes;

    OldVillages(UnitChangeRepository changes) {
        this.changes = changes;
    }

    /** A new one in a commune. @return its id */
    public int add(int commune, String name, LocalDate from) {
        return changes.add(commune, Level.VILLAGE, "VILLAGE", name, from);
    }
}
