package vn.toam.geography;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * A name that a unit bore for a time.
 *
 * @param act number of the resolution that gave it, null when unknown
 * @param adopted day of that resolution
 */
public record UnitName(
        String code,
        Text fullName,
        Validity validity,
        @Nullable String act,
        @Nullable LocalDate adopted) {}
