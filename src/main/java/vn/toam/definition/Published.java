package vn.toam.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * Figures that an authority published, as returns of the past: only sums of a province or of the country are known, so they stand beside
 * what is collected here and are never added to it. Their lines are their own, not those of today's forms.
 *
 * @param lines what was published, in its order
 * @param checks what should hold between the figures
 */
public record Published(
        String id,
        int version,
        Text name,
        List<Source> source,
        List<Field> lines,
        List<Check> checks,
        List<Return> returns)
        implements Definition {

    public Published {
        source = source == null ? List.of() : List.copyOf(source);
        lines = lines == null ? List.of() : List.copyOf(lines);
        checks = checks == null ? List.of() : List.copyOf(checks);
        returns = returns == null ? List.of() : List.copyOf(returns);
    }

    /**
     * The figures of one place and period.
     *
     * @param level code of the list {@code levels}
     * @param code statistics code of the unit in its time; blank for the country
     * @param year the year, or the one it ends in
     * @param period how the period is written: "2009", "6 tháng đầu năm 2013"
     * @param reference address of the page or number of the paper
     * @param coverage which part of the place reported; null: all of it
     * @param figures by line; a line that was not published is missing, not zero
     * @param flags for each check that does not hold, what the paper says or by how much it fails
     */
    public record Return(
            String level,
            @Nullable String code,
            int year,
            Text period,
            String reference,
            @Nullable Text coverage,
            Map<String, BigDecimal> figures,
            Map<String, Text> flags) {

        public Return {
            figures = figures == null ? Map.of() : Map.copyOf(figures);
            flags = flags == null ? Map.of() : Map.copyOf(flags);
        }

        /** The figure of a line; null: not published. */
        public @Nullable BigDecimal figure(String line) {
            return figures.get(line);
        }
    }

    /** The checks that the figures of a return break. */
    public List<Check> broken(Return one) {
        return checks.stream()
                .filter(check -> Boolean.FALSE.equals(check.judge(one::figure, line -> null)))
                .toList();
    }
}
