package vn.toam.assignment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.plancontent.DutyKind;
import vn.toam.plancontent.Frequency;
import vn.toam.plancontent.Role;

/**
 * One agency name bound by one element of an issued plan, with how far its duties of a year have come.
 *
 * @param label the agency or collective as the paper names it
 * @param due MM-DD of every year, a date, or null
 * @param year the one year it falls due in; null for work of every year
 * @param answers has to report; partners that only coordinate do not, unless nobody else is named
 * @param resolved the name means agencies known here
 */
public record Assignment(
        UUID id,
        UUID element,
        String label,
        Role role,
        Frequency frequency,
        DutyKind kind,
        @Nullable String due,
        @Nullable Integer year,
        boolean answers,
        boolean resolved,
        DutyCounts tally) {}
