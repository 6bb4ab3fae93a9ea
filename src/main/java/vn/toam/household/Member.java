package vn.toam.household;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as a member of a household.
 *
 * @param birth null: only the year is known
 * @param ethnic code of the ethnic group; null: not known
 * @param first first day as such
 * @param until first day no longer; {@link LocalDate#MAX}: still
 */
public record Member(
        UUID id,
        UUID household,
        String name,
        Sex sex,
        @Nullable LocalDate birth,
        int birthYear,
        Relation relation,
        @Nullable String ethnic,
        LocalDate first,
        LocalDate until) {

    public enum Sex {
        MALE,
        FEMALE
    }

    /** What somebody is to the head, with the generation: 1 is the one above. */
    public enum Relation {
        HEAD(0),
        SPOUSE(0),
        CHILD(-1),
        CHILD_IN_LAW(-1),
        PARENT(1),
        GRANDPARENT(2),
        GRANDCHILD(-2),
        SIBLING(0),
        OTHER_RELATIVE(null),
        OTHER(null);

        private final @Nullable Integer level;

        Relation(@Nullable Integer level) {
            this.level = level;
        }

        /** Null: of no generation of this family. */
        @Nullable
        Integer level() {
            return level;
        }
    }

    /** Why somebody is a member from a day on. */
    public enum Came {
        LISTED,
        BIRTH,
        IN,
        SPLIT,
        MERGE,
        CORRECTED
    }

    /** Why somebody is a member no longer. */
    public enum Went {
        DEATH,
        OUT,
        SPLIT,
        MERGE,
        CLOSED,
        CORRECTED
    }

    public boolean on(LocalDate day) {
        return !day.isBefore(first) && day.isBefore(until);
    }

    /** Full years on a day. Where only the year of birth is known: the age that is reached in the year of that day. */
    public int age(LocalDate day) {
        return age(birth, birthYear, day);
    }

    static int age(@Nullable LocalDate birth, int birthYear, LocalDate day) {
        return birth == null
                ? day.getYear() - birthYear
                : Math.toIntExact(java.time.temporal.ChronoUnit.YEARS.between(birth, day));
    }

    public boolean child(LocalDate day) {
        return age(day) < 16;
    }

    public boolean elderly(LocalDate day) {
        return age(day) >= 60;
    }
}
