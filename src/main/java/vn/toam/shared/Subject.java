package vn.toam.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is asked about when something is to be allowed: it lies in a unit. A module's own types may be subjects. */
public interface Subject {

    /** The administrative unit it lies in. */
    int unit();

    /** The agency of that unit whose own matter it is; null: the unit's as a whole. */
    default @Nullable Integer ownAgency() {
        return null;
    }

    /** The village of that unit whose matter it is; null: the unit's as a whole. */
    default @Nullable UUID ownVillage() {
        return null;
    }

    /** The matters of a unit. */
    static Subject of(int unit) {
        return new Place(unit, null, null);
    }

    /** The matters of a village of a unit. */
    static Subject of(int unit, UUID village) {
        return new Place(unit, null, village);
    }

    /** The own matters of an agency of a unit. */
    static Subject of(int unit, int agency) {
        return new Place(unit, agency, null);
    }

    /** A place and nothing more. */
    record Place(
            int unit, @Nullable Integer ownAgency, @Nullable UUID ownVillage) implements Subject {}
}
