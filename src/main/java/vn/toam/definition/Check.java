package vn.toam.definition;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * Something that must hold between the figures of a form.
 *
 * @param rule the family of rules it belongs to (R1 sums … R13 denominators), for lists and statistics
 * @param holds true when the figures agree
 * @param message what is wrong and what would be right
 */
public record Check(String id, @Nullable String rule, Kind kind, Expression holds, Text message) {

    /** How a broken check binds. */
    public enum Kind {
        /** The form cannot be sent. */
        HARD,
        /** The form can be sent with a note that explains it. */
        SOFT,
        /** The form can be sent as it is; its receiver sees the question and may put it to the sender. */
        QUERY
    }

    /** Whether it holds; null when figures are missing, so that it cannot be said. */
    public @Nullable Boolean judge(
            Function<String, @Nullable BigDecimal> now, Function<String, @Nullable BigDecimal> previous) {
        BigDecimal result = holds.evaluate(now, previous);
        return result == null ? null : result.signum() != 0;
    }
}
