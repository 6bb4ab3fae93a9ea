package vn.toam.access;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role held at a place.
 *
 * @param role its id in the catalogue
 * @param unit the administrative unit from which the role reaches
 * @param agency the agency of that unit
 * @param village the one village of that unit that it reaches; null: the unit as a whole
 */
public record Grant(
        String role, int unit, int agency, @Nullable UUID village) implements Serializable {

    public Grant(String role, int unit, int agency) {
        this(role, unit, agency, null);
    }
}
