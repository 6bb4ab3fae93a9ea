package vn.toam.target;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Indicator;
import vn.toam.geography.Unit;
import vn.toam.geography.Weights;
import vn.toam.indicator.Coverage;
import vn.toam.indicator.Value;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.Target;
import vn.toam.shared.Text;

/**
 * A plan's targets for a place and year.
 *
 * @param plans plans that can be chosen; empty: none was issued
 * @param plan the one shown, null when there is none
 * @param place the unit judged
 * @param binds false: the plan does not reach this place or year, it is only held against it
 * @param lines one per target
 * @param others indicators no target of the plan names
 * @param below the units directly below
 * @param matrix verdict of each of them, by unit and target
 * @param readings how the year's figures of each of them were read; none or null: they are its own
 * @param names of the units that figures are read from only in part
 */
public record ScorecardView(
        List<Plan> plans,
        @Nullable Plan plan,
        Unit place,
        int year,
        List<Integer> years,
        boolean binds,
        List<Line> lines,
        List<Other> others,
        List<Unit> below,
        Map<Integer, List<Cell>> matrix,
        Map<Integer, Weights.@Nullable Reading> readings,
        Map<Integer, Text> names) {

    /**
     * A target with its verdict.
     *
     * @param indicator whose collected figures measure it; null: none
     * @param value null: nothing collected measures it
     * @param demand what is asked, in words
     * @param typed a result that somebody typed, for want of a collected one; null: none
     */
    public record Line(
            Target target,
            @Nullable Indicator indicator,
            Text measure,
            @Nullable Value value,
            Sentence demand,
            List<Sentence> also,
            Verdict verdict,
            @Nullable Spark spark,
            @Nullable Typed typed) {

        /** Its page: what measures it, and where results are typed. */
        public String page(int unit, int year) {
            return "/indicators/targets/" + target.plan() + "/" + target.id() + "?unit=" + unit + "&year=" + year;
        }
    }

    /** A typed result. @param before that of the year before; null: none */
    public record Typed(TypedResult now, java.math.@Nullable BigDecimal before) {}

    /** An indicator without a target. */
    public record Other(
            Indicator indicator,
            Text measure,
            Value value,
            @Nullable Spark spark) {}

    /** A unit's figure for a target; {@code figure} null: none. */
    public record Cell(
            Target target,
            @Nullable String indicator,
            java.math.@Nullable BigDecimal figure,
            Coverage coverage,
            TargetStatus status) {}

    /** Targets with this verdict. */
    public int count(TargetStatus status) {
        return (int)
                lines.stream().filter(line -> line.verdict().status() == status).count();
    }

    /** The lines that something measures: columns of the comparison. */
    public List<Line> measured() {
        return lines.stream().filter(line -> line.indicator() != null).toList();
    }

    /** Address of its tables as a workbook. */
    public String file() {
        return at(place.id()).replace("?", ".xlsx?");
    }

    /** The page's own address for another unit. */
    public String at(int unit) {
        Plan shown = plan;
        return "/indicators/scorecard?unit=" + unit + "&year=" + year + (shown == null ? "" : "&plan=" + shown.id());
    }
}
