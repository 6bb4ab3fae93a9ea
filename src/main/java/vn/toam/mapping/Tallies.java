package vn.toam.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up the columns of a table while it is compared: to be held against its own total row and against other values. */
public final class Tallies {

    /**
     * A column.
     *
     * @param column its id
     * @param count how many rows have a figure in it
     * @param sum of them
     * @param total what the table's own row of totals says; null: it has none, or several
     * @param compared how many of these have something beside it, such as the figure of the year before
     * @param beside sum of that
     */
    public record Tally(
            String column,
            int count,
            BigDecimal sum,
            @Nullable BigDecimal total,
            int compared,
            BigDecimal beside) {

        /** True when the table's own total is another sum than that of its rows. */
        public boolean differs() {
            return total != null && total.compareTo(sum) != 0;
        }

        private Tally plus(Tally other) {
            return new Tally(
                    column,
                    count + other.count,
                    sum.add(other.sum),
                    null,
                    compared + other.compared,
                    beside.add(other.beside));
        }
    }

    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Map<String, BigDecimal> totals = new TreeMap<>();
    private int totalRows;

    /** A row. @param beside what its figures are held against */
    public void add(Map<String, BigDecimal> read, Map<String, BigDecimal> beside) {
        read.forEach((column, figure) -> {
            BigDecimal then = beside.get(column);
            tallies.merge(
                    column,
                    new Tally(column, 1, figure, null, then == null ? 0 : 1, then == null ? BigDecimal.ZERO : then),
                    Tally::plus);
        });
    }

    /** A row of totals. */
    public void total(Map<String, BigDecimal> read) {
        totalRows++;
        totals.putAll(read);
    }

    /** Those of these columns, in this order. */
    public List<Tally> of(List<String> columns) {
        List<Tally> all = new ArrayList<>();
        for (String column : columns) {
            Tally each = tallies.get(column);
            if (each != null) {
                BigDecimal total = totalRows == 1 ? totals.get(column) : null;
                all.add(new Tally(column, each.count(), each.sum(), total, each.compared(), each.beside()));
            }
        }
        return all;
    }
}
