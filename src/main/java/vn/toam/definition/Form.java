package vn.toam.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * What a unit is asked for in a period.
 *
 * @param level code of the list {@code levels}: who fills it in; levels above only add up
 * @param calendar id of the calendar that gives its window and due dates unless a programme names another
 * @param consolidates id of the form of the units below whose accepted figures stand beside its lines ({@link Field#below}), or null
 * @param checks what must hold between the figures
 * @param shell it is known to exist but its lines are not: listed, never asked for
 */
public record Form(
        String id,
        int version,
        Text name,
        List<Source> source,
        String level,
        String calendar,
        @Nullable String consolidates,
        List<Section> sections,
        List<Check> checks,
        boolean shell)
        implements Definition {

    public Form {
        source = source == null ? List.of() : List.copyOf(source);
        sections = sections == null ? List.of() : List.copyOf(sections);
        checks = checks == null ? List.of() : List.copyOf(checks);
    }

    /** All lines in printed order. */
    public List<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }

    /** The line with this id. */
    public Optional<Field> field(String id) {
        return stream().filter(field -> field.id().equals(id)).findFirst();
    }

    /** Lines that must be filled and are not; {@code filled} says whether a field has any value, text included. */
    public List<Field> missing(Predicate<String> filled) {
        return stream()
                .filter(field -> !field.optional() && !filled.test(field.id()))
                .toList();
    }

    /**
     * The checks that do not hold. A check whose figures are missing is not judged, so it is never among them.
     *
     * @param now figures of the unit this period, of this form or another one of the same unit; null = missing
     * @param previous the same a year before
     */
    public List<Check> broken(
            Function<String, @Nullable BigDecimal> now, Function<String, @Nullable BigDecimal> previous) {
        return checks.stream()
                .filter(check -> Boolean.FALSE.equals(check.judge(now, previous)))
                .toList();
    }

    /** Each line that consolidates, computed for each of the returns below and added up; returns that do not answer it are left out of its sum. */
    public Map<String, BigDecimal> consolidated(List<Map<String, BigDecimal>> returns) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Field field : fields()) {
            Expression below = field.below();
            if (below != null) {
                returns.forEach(figures -> {
                    BigDecimal figure = below.evaluate(figures::get);
                    if (figure != null) {
                        sums.merge(field.id(), figure, BigDecimal::add);
                    }
                });
            }
        }
        return sums;
    }

    /** Lines whose parts must add up to them, by the form's checks: line to parts. */
    public Map<String, List<String>> sums() {
        Map<String, List<String>> sums = new TreeMap<>();
        for (Check check : checks) {
            if (check.holds() instanceof Expression.Operation equal
                    && equal.operator() == Expression.Operator.EQ
                    && equal.parts().getFirst() instanceof Expression.Current total
                    && equal.parts().getLast() instanceof Expression.Operation sum
                    && sum.operator() == Expression.Operator.SUM
                    && sum.parts().stream().allMatch(Expression.Current.class::isInstance)) {
                sums.put(
                        total.field(),
                        sum.parts().stream()
                                .map(part -> ((Expression.Current) part).field())
                                .toList());
            }
        }
        return sums;
    }

    private Stream<Field> stream() {
        return sections.stream().flatMap(section -> section.fields().stream());
    }
}
