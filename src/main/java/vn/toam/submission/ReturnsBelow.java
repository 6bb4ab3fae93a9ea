package vn.toam.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Check;

/**
 * What the returns below say.
 *
 * @param sums by line of the form above; a line that nobody below answered is not among them
 * @param checks that each line is its sum
 * @param round the round below; null: none, or several
 * @param accepted returns in the sums
 * @param sent of those expected
 * @param expected returns asked for below
 */
public record ReturnsBelow(
        Map<String, BigDecimal> sums,
        List<Check> checks,
        @Nullable UUID round,
        int accepted,
        int sent,
        int expected) {

    /** The form consolidates nothing. */
    public static final ReturnsBelow NONE = new ReturnsBelow(Map.of(), List.of(), null, 0, 0, 0);
}
