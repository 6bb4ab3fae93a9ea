package vn.toam.village;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act that changed villages of a commune, in one transaction; taken back as a whole.
 *
 * @param unit the commune where it was decided; null: a reorganisation of units, whose id this is
 * @param on the day from which it holds
 * @param decision number of the decision; blank: none named
 * @param who who entered it
 * @param undoneAt when it was taken back; null: it holds
 */
public record VillageChange(
        int province,
        UUID id,
        @Nullable Integer unit,
        What what,
        LocalDate on,
        String decision,
        @Nullable LocalDate decidedOn,
        Instant at,
        String who,
        @Nullable Instant undoneAt) {

    /** It holds as long as the commune does: no first day is known. */
    public boolean always() {
        return on.equals(LocalDate.MIN);
    }

    public enum What {
        ADDED,
        IMPORTED,
        RENAMED,
        ENDED,
        MERGED,
        SPLIT,
        PASSED,
        REORGANISED
    }

    /** From which day, and by which decision. @param decidedOn day of the decision */
    public record Basis(
            @Nullable LocalDate on,
            String decision,
            @Nullable LocalDate decidedOn) {

        public Basis {
            decision = decision.strip();
        }

        Basis from(LocalDate day) {
            return new Basis(day, decision, decidedOn);
        }
    }
}
