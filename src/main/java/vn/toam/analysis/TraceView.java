package vn.toam.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Field;
import vn.toam.definition.Indicator;
import vn.toam.geography.Unit;
import vn.toam.indicator.Value;
import vn.toam.round.Round;
import vn.toam.shared.SortOrder;
import vn.toam.shared.Text;
import vn.toam.submission.RoundRow;
import vn.toam.submission.Tally;

/**
 * Where a figure comes from, one level down: the units it was added up from, or the cells of one unit's returns.
 *
 * @param formula the indicator's rule in words
 * @param below the units it was added up from; empty for a reporting unit
 * @param parts what each contributes, in the same order
 * @param cells the cells of a reporting unit
 * @param above the unit above, where this figure goes
 */
public record TraceView(
        Indicator indicator,
        Text measure,
        Unit place,
        int year,
        Value value,
        String formula,
        List<Unit> below,
        List<Value> parts,
        List<Cell> cells,
        @Nullable Unit above) {

    /**
     * A cell of a return.
     *
     * @param figure what counts; null: not accepted
     * @param round the round that asked; null: nobody asked
     * @param row where that return stands
     * @param tally what was counted from records for the line; null: nothing is known
     */
    public record Cell(
            Field field,
            @Nullable BigDecimal figure,
            @Nullable Round round,
            @Nullable RoundRow row,
            @Nullable Tally tally) {}

    /** True when figures have a denominator worth showing. */
    public boolean rate() {
        return indicator.kind() != Indicator.Kind.COUNT;
    }

    /** What each unit contributes. */
    public Map<Integer, Value> byUnit() {
        return parts.stream().collect(Collectors.toMap(Value::unit, part -> part));
    }

    /** Address of the same figures as a workbook. */
    public String file() {
        return "/indicators/" + indicator.id() + "/table.xlsx?unit=" + place.id() + "&year=" + year;
    }

    /** How the units are sorted. */
    SortOrder<BelowOrder> order(BelowOrder by, boolean down) {
        return new SortOrder<>(at(place) + "&", by, down);
    }

    /** Address of where the figure of another unit comes from. */
    public String at(Unit unit) {
        return IndicatorView.trace(indicator.id(), unit.id(), year);
    }

    /** Address of a cell in its return; only where a round asked for it. */
    public String form(Cell cell) {
        return "/collection/forms/" + Objects.requireNonNull(cell.round()).id() + "/" + place.id() + "#f_"
                + cell.field().id();
    }
}
