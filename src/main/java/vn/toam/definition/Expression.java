package vn.toam.definition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A formula over the fields of forms: a tree of a few operators, never text that has to be parsed. In YAML a word is a field, a number is
 * itself, and everything else is one operator with its parts: {@code {le: [dv_cases, {sum: [a, b]}]}}.
 *
 * <p>Missing is not zero: a part that is missing makes the result missing, except where the other parts already decide an AND or OR.
 * Truth is 1 and 0.
 */
public sealed interface Expression {

    /** The figure of a field in the period. */
    record Current(String field) implements Expression {}

    /** The figure of a field in the same period a year before. */
    record Previous(String field) implements Expression {}

    /** A fixed number. */
    record Constant(BigDecimal value) implements Expression {}

    /** An operator with its parts. */
    record Operation(Operator operator, List<Expression> parts) implements Expression {
        public Operation {
            parts = List.copyOf(parts);
        }
    }

    /** The result, or null when figures are missing or a division is by zero. Nothing is known of the year before. */
    default @Nullable BigDecimal evaluate(Function<String, @Nullable BigDecimal> now) {
        return evaluate(now, field -> null);
    }

    /** The result, or null when figures are missing or a division is by zero. */
    default @Nullable BigDecimal evaluate(
            Function<String, @Nullable BigDecimal> now, Function<String, @Nullable BigDecimal> previous) {
        return switch (this) {
            case Current current -> now.apply(current.field());
            case Previous before -> previous.apply(before.field());
            case Constant constant -> constant.value();
            case Operation operation -> {
                @Nullable BigDecimal[] parts = new BigDecimal[operation.parts().size()];
                for (int i = 0; i < parts.length; i++) {
                    parts[i] = operation.parts().get(i).evaluate(now, previous);
                }
                yield operation.operator().apply(parts);
            }
        };
    }

    /** Every field it names, this year's and last year's, in order of appearance. */
    default Set<String> fields() {
        return switch (this) {
            case Current current -> Set.of(current.field());
            case Previous before -> Set.of(before.field());
            case Constant ignored -> Set.of();
            case Operation operation -> {
                Set<String> all = new LinkedHashSet<>();
                operation.parts().forEach(part -> all.addAll(part.fields()));
                yield all;
            }
        };
    }

    /** The formula in mathematical signs, for people; {@code label} names a field, a stroke marks last year's figure. */
    default String write(Function<String, String> label) {
        return switch (this) {
            case Current current -> label.apply(current.field());
            case Previous before -> label.apply(before.field()) + "′";
            case Constant constant -> constant.value().toPlainString();
            case Operation operation ->
                operation
                        .operator()
                        .write(operation.parts().stream()
                                .map(part -> part instanceof Operation inner
                                        ? inner.operator().bracket(part.write(label))
                                        : part.write(label))
                                .toList());
        };
    }

    /** What an operation does with its parts. */
    enum Operator {
        SUM(" + ", 1, 99),
        SUBTRACT(" − ", 2, 2),
        MULTIPLY(" × ", 2, 2),
        DIVIDE(" ÷ ", 2, 2),
        ABS("|", 1, 1),
        EQ(" = ", 2, 2),
        LT(" < ", 2, 2),
        LE(" ≤ ", 2, 2),
        AND(" ∧ ", 1, 99),
        OR(" ∨ ", 1, 99),
        NOT("¬ ", 1, 1);

        private final String sign;
        private final int least;
        private final int most;

        Operator(String sign, int least, int most) {
            this.sign = sign;
            this.least = least;
            this.most = most;
        }

        /** True when it can take so many parts. */
        public boolean takes(int parts) {
            return parts >= least && parts <= most;
        }

        private @Nullable BigDecimal apply(@Nullable BigDecimal[] parts) {
            if (this == AND || this == OR) {
                return join(parts);
            }
            BigDecimal sum = BigDecimal.ZERO;
            for (BigDecimal part : parts) {
                if (part == null) {
                    return null;
                }
                sum = this == SUM ? sum.add(part) : sum;
            }
            return this == SUM
                    ? sum
                    : known(Objects.requireNonNull(parts[0]), Objects.requireNonNull(parts[parts.length - 1]));
        }

        private @Nullable BigDecimal join(@Nullable BigDecimal[] parts) {
            boolean decisive = this == OR;
            boolean all = true;
            for (BigDecimal part : parts) {
                if (part != null && (part.signum() != 0) == decisive) {
                    return truth(decisive);
                }
                all &= part != null;
            }
            return all ? truth(!decisive) : null;
        }

        private @Nullable BigDecimal known(BigDecimal a, BigDecimal b) {
            return switch (this) {
                case SUBTRACT -> a.subtract(b);
                case MULTIPLY -> a.multiply(b);
                case DIVIDE -> b.signum() == 0 ? null : a.divide(b, MathContext.DECIMAL64);
                case ABS -> a.abs();
                case EQ -> truth(a.compareTo(b) == 0);
                case LT -> truth(a.compareTo(b) < 0);
                case LE -> truth(a.compareTo(b) <= 0);
                case NOT -> truth(a.signum() == 0);
                case SUM, AND, OR -> throw new IllegalStateException("joined before");
            };
        }

        private static BigDecimal truth(boolean holds) {
            return holds ? BigDecimal.ONE : BigDecimal.ZERO;
        }

        private String write(List<String> parts) {
            return switch (this) {
                case ABS -> sign + parts.getFirst() + sign;
                case NOT -> sign + parts.getFirst();
                default -> String.join(sign, parts);
            };
        }

        private String bracket(String written) {
            return this == ABS ? written : "(" + written + ")";
        }
    }
}
