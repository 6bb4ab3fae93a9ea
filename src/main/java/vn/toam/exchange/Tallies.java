package vn.toam.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.Field;

/** Adds up the columns of a table while it is compared: to be held against its own total row and against last year. */
public final class Tallies {

    /**
     * A column.
     *
     * @param units how many have a figure in it
     * @param sum of them
     * @param total what the table's own row of totals says; null: it has none, or several
     * @param before how many of these units have a figure of the year before
     * @param last sum of these
     */
    public record Tally(
            String field,
            int units,
            BigDecimal sum,
            @Nullable BigDecimal total,
            int before,
            BigDecimal last) {

        /** True when the table's own total is another sum than that of its rows. */
        public boolean differs() {
            return total != null && total.compareTo(sum) != 0;
        }
    }

    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Map<String, BigDecimal> totals = new TreeMap<>();
    private int totalRows;

    Tallies() {}

    void add(Map<String, BigDecimal> read, Map<String, BigDecimal> last) {
        read.forEach((field, figure) -> {
            BigDecimal then = last.get(field);
            tallies.merge(
                    field,
                    new Tally(field, 1, figure, null, then == null ? 0 : 1, then == null ? BigDecimal.ZERO : then),
                    Tallies::plus);
        });
    }

    private static Tally plus(Tally one, Tally other) {
        return new Tally(
                one.field(),
                one.units() + other.units(),
                one.sum().add(other.sum()),
                null,
                one.before() + other.before(),
                one.last().add(other.last()));
    }

    void total(Map<String, BigDecimal> read) {
        totalRows++;
        totals.putAll(read);
    }

    /** In the order of the form. */
    List<Tally> inOrder(List<Field> fields) {
        List<Tally> all = new ArrayList<>();
        for (Field field : fields) {
            Tally each = tallies.get(field.id());
            if (each != null && field.type().adds()) {
                BigDecimal total = totalRows == 1 ? totals.get(field.id()) : null;
                all.add(new Tally(each.field(), each.units(), each.sum(), total, each.before(), each.last()));
            }
        }
        return all;
    }
}
