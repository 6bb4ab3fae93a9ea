package vn.toam.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * One line of a form.
 *
 * @param id stable name, unique over all forms: a fact is known by unit, year and field
 * @param line label printed on the form, such as F1
 * @param unit code of the list {@code units}; null for yes/no and text
 * @param min smallest value allowed, usually 0
 * @param optional may stay empty; otherwise an empty line is missing, and nothing to report is written as 0
 * @param partOf the field it is a part of, for layout
 */
public record Field(
        String id,
        String line,
        Text name,
        @Nullable String unit,
        FieldType type,
        BigDecimal min,
        boolean optional,
        @Nullable String partOf) {

    public Field {
        type = type == null ? FieldType.INTEGER : type;
        min = min == null ? BigDecimal.ZERO : min;
    }
}
