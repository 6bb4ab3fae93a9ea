package vn.toam.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Subject;

/**
 * One record of a register.
 *
 * @param register id of its register, {@code registerVersion} the version it was last saved with
 * @param unit who kept it when it was made
 * @param agency the agency whose own it is; null: the unit's
 * @param state where it stands; since {@code since}
 * @param onDay its leading day
 * @param files how many files prove it
 * @param version counts changes; a change names the one it was made to
 * @param mergedInto the record that took its place; null: it stands
 */
public record RegisterRecord(
        int province,
        UUID id,
        String register,
        int registerVersion,
        int unit,
        @Nullable Integer agency,
        @Nullable UUID village,
        String state,
        LocalDate since,
        LocalDate onDay,
        Values values,
        int files,
        int version,
        Source source,
        @Nullable UUID batch,
        @Nullable UUID mergedInto,
        boolean demo,
        Instant madeAt,
        Instant changedAt,
        String changedBy)
        implements Subject {

    @Override
    public @Nullable Integer ownAgency() {
        return agency;
    }

    /** The same record as it is when it says and is something else. @param day its leading day then */
    RegisterRecord as(LocalDate day, Values said, String is, LocalDate from, int number) {
        return new RegisterRecord(
                province,
                id,
                register,
                registerVersion,
                unit,
                agency,
                said.village(),
                is,
                from,
                day,
                said,
                files,
                number,
                source,
                batch,
                mergedInto,
                demo,
                madeAt,
                changedAt,
                changedBy);
    }

    /** Where its page is. */
    public String path() {
        return path(register, unit, id);
    }

    public static String path(String register, int unit, UUID id) {
        return "/registers/" + register + "/" + unit + "/" + id;
    }

    /** Where a record came from. */
    public enum Source {
        TYPED,
        IMPORTED,
        PREFILLED,
        LEGACY
    }
}
