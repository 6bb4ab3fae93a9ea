package vn.toam.definition;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * The days of a year on which offices do not work although they are Monday to Friday, and the Saturdays on which they do.
 *
 * @param province statistics code of the one province that it adds to; null: the country
 * @param confirmed false until the competent body has announced the days
 */
public record WorkYear(
        String id,
        int version,
        Text name,
        List<Source> source,
        int year,
        @Nullable String province,
        boolean confirmed,
        List<Days> off,
        List<Days> on)
        implements Definition {

    public WorkYear {
        source = source == null ? List.of() : List.copyOf(source);
        off = off == null ? List.of() : List.copyOf(off);
        on = on == null ? List.of() : List.copyOf(on);
    }

    /** One day, or all from the first to the last. */
    public record Days(LocalDate from, @Nullable LocalDate to, Text why) {

        public LocalDate last() {
            return to == null ? from : to;
        }
    }
}
