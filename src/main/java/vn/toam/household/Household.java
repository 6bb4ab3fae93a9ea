package vn.toam.household;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household as it is in a village, or was when it left.
 *
 * @param id stable, wherever it lives in its province
 * @param village where its number was given; what became of that village says {@code village}
 * @param no its number there, never given to another
 * @param first first day in that village
 * @param until first day no longer there; {@link LocalDate#MAX}: it is open
 * @param went why not; null: it is open
 * @param demo made up for the demonstration
 */
public record Household(
        int province,
        UUID id,
        UUID village,
        int no,
        LocalDate first,
        LocalDate until,
        @Nullable Went went,
        HouseholdFacts facts,
        int version,
        boolean demo) {

    /** Why a household is in a village from a day on. */
    public enum Came {
        FIRST_LIST,
        MOVED_IN,
        FOUND,
        SPLIT,
        REOPENED,
        VILLAGE_CHANGE
    }

    /** Why it is there no longer. */
    public enum Went {
        MOVED_OUT,
        MERGED,
        DUPLICATE,
        EMPTY,
        DIED_OUT,
        VILLAGE_CHANGE
    }

    public boolean open() {
        return until.equals(LocalDate.MAX);
    }

    /** The code people see, "00004-012-0147": it changes with village and commune, so keep {@code id}. @param village code of its village */
    public String code(String village) {
        return "%s-%04d".formatted(village, no);
    }
}
