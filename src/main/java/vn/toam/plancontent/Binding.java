package vn.toam.plancontent;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One agency name bound by one element of a plan, before names are turned into agencies.
 *
 * @param label the agency or collective as written
 * @param due MM-DD of every year, a date, or null
 * @param year the one year it falls due in; null for work of every year
 * @param answers has to report; partners that only coordinate do not, unless nobody else is named
 */
public record Binding(
        UUID element,
        int position,
        String label,
        Role role,
        Frequency frequency,
        DutyKind kind,
        @Nullable String due,
        @Nullable Integer year,
        boolean answers) {}
