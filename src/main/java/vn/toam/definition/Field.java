package vn.toam.definition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * One line of a form.
 *
 * @param id stable name, unique over all forms: a fact is known by unit, year and field
 * @param line label printed on the form, such as F1
 * @param unit code of the list {@code units}; null for yes/no and text
 * @param kind what it counts: a state or events; null for text alone
 * @param min smallest value allowed, usually 0
 * @param optional may stay empty; otherwise an empty line is missing, and nothing to report is written as 0
 * @param partOf the field it is a part of, for layout
 * @param below what it is for each unit below, in lines of the form that is consolidated; added up over their accepted returns. Null: nothing
 *     below is held against it
 * @param official the row of a table printed in a circular that the line stands in; null: the line is ours alone
 * @param counted the count that fills it, as {@code register.count}, where no count of a register names the line itself; null: none does
 */
public record Field(
        String id,
        String line,
        Text name,
        @Nullable String unit,
        FieldType type,
        @Nullable LineKind kind,
        BigDecimal min,
        boolean optional,
        @Nullable String partOf,
        @Nullable Expression below,
        @Nullable Official official,
        @Nullable String counted) {

    /**
     * A row of a table that a circular prints. Lines that name the same row are added up there.
     *
     * @param form the circular, such as TT07
     * @param row its number in the order of the table, such as III.2.1
     */
    public record Official(String form, String row) {}

    public Field {
        type = type == null ? FieldType.INTEGER : type;
        min = min == null ? BigDecimal.ZERO : min;
    }

    /** True when the figure may stand in this line: whole where it must be, not below the smallest, 1 or 0 for yes or no. */
    public boolean accepts(BigDecimal figure) {
        return switch (type) {
            case INTEGER -> figure.stripTrailingZeros().scale() <= 0 && figure.compareTo(min) >= 0;
            case DECIMAL -> figure.compareTo(min) >= 0;
            case YES_NO -> figure.compareTo(BigDecimal.ZERO) == 0 || figure.compareTo(BigDecimal.ONE) == 0;
            case TEXT -> false;
        };
    }
}
