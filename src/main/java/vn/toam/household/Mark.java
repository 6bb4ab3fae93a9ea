package vn.toam.household;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Rejected.Problem;

/**
 * Households of a village that a service reached on a day.
 *
 * @param village where their numbers were given
 * @param occasion the event where it was; null: none named
 * @param reached their numbers
 * @param withdrawnAt when it was taken back; null: it holds
 */
public record Mark(
        int province,
        UUID id,
        UUID village,
        int year,
        Service service,
        Depth depth,
        LocalDate on,
        @Nullable UUID occasion,
        Mode mode,
        Bits reached,
        String who,
        @Nullable Instant withdrawnAt) {

    /** What households were reached by. */
    public enum Service {
        LAW,
        WELFARE,
        SKILLS,
        ECONOMY,
        PLEDGE,
        CONDUCT
    }

    /** How far it went, the shallowest first: who signed was there too. */
    public enum Depth {
        BROADCAST,
        ATTENDED,
        VISITED,
        SIGNED
    }

    /** How numbers were ticked. */
    public enum Mode {
        ONLY,
        ALL_EXCEPT
    }

    /** An event that people came to. @param attended how many */
    public record Occasion(UUID id, int attended) {}

    /**
     * What somebody ticks.
     *
     * @param occasion null: none named
     * @param numbers those that were reached, or those that were not
     */
    public record Ticks(
            Service service,
            Depth depth,
            LocalDate on,
            @Nullable Occasion occasion,
            Mode mode,
            Bits numbers) {

        Ticks with(Bits others) {
            return new Ticks(service, depth, on, occasion, mode, others);
        }

        /** Whom that means among the households that are open. */
        Bits reached(Bits open) {
            return mode == Mode.ONLY ? numbers : open.except(numbers);
        }

        /**
         * What is wrong with it: numbers that are no open household; "all but these" for those who came, without the event or with more
         * households than people who came; more households of one event than people there.
         *
         * @param open numbers of the village that are open on the day
         * @param before households that were ticked for the same event already
         */
        List<Problem> problems(Bits open, int before, LocalDate today) {
            List<Problem> problems = new ArrayList<>();
            if (on.isAfter(today)) {
                problems.add(HouseholdRules.problem("on", "future"));
            }
            Bits unknown = numbers.except(open);
            if (!unknown.isEmpty()) {
                problems.add(HouseholdRules.problem("numbers", "mark.unknown", unknown.toString()));
            }
            int n = reached(open).count();
            if (n == 0) {
                problems.add(HouseholdRules.problem("numbers", "mark.nobody"));
            }
            if (mode == Mode.ALL_EXCEPT && depth != Depth.BROADCAST && occasion == null) {
                problems.add(HouseholdRules.problem("mode", "mark.occasion"));
            }
            if (occasion != null && depth != Depth.BROADCAST && before + n > occasion.attended()) {
                problems.add(HouseholdRules.problem("numbers", "mark.attended", before + n, occasion.attended()));
            }
            return problems;
        }
    }
}
