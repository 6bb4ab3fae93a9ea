package vn.toam.submission;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.Counts.Counted;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.shared.Text;

/**
 * What was counted from records for one line of a return.
 *
 * @param figure what the counts that feed the line say together
 * @param held the last count that the line took; null: it never stood as counted
 * @param sources where it was counted
 */
public record Tally(BigDecimal figure, @Nullable BigDecimal held, List<Source> sources) {

    /**
     * One count.
     *
     * @param from where it is counted, as people call it
     * @param unproven how many no file proves yet
     * @param records address of the list of what was counted
     */
    public record Source(Text from, BigDecimal figure, int unproven, String records) {}

    /** What several counts say of a line; whether something is so is answered by any of them. */
    public static Tally of(Field field, List<Counted> counted) {
        BigDecimal sum = counted.stream().map(Counted::figure).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Tally(
                field.type() == FieldType.YES_NO ? BigDecimal.valueOf(sum.signum()) : sum,
                null,
                counted.stream()
                        .map(each -> new Source(each.from(), each.figure(), each.unproven(), each.records()))
                        .toList());
    }

    /**
     * The same, remembering whether the line stood as counted.
     *
     * @param before what was counted the last time; null: nothing
     * @param cell what stands in the line
     */
    Tally after(@Nullable Tally before, @Nullable BigDecimal cell) {
        if (same(cell, figure)) {
            return new Tally(figure, figure, sources);
        }
        return new Tally(
                figure, before == null ? null : same(cell, before.figure) ? before.figure : before.held, sources);
    }

    /** True when the line holds another figure; an empty line holds none. */
    public boolean differs(@Nullable BigDecimal cell) {
        return cell != null && cell.compareTo(figure) != 0;
    }

    /** True when the line is empty, or stands as an earlier count left it: nobody typed what would be lost by taking the new one. */
    public boolean offers(@Nullable BigDecimal cell) {
        return cell == null || differs(cell) && same(cell, held);
    }

    /** How many no file proves yet. */
    public int unproven() {
        return sources.stream().mapToInt(Source::unproven).sum();
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) == 0;
    }
}
