package vn.toam.definition;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import vn.toam.shared.Text;

/** A commemorative day or month that plans celebrate every year; {@code from} and {@code to} both belong to it. */
public record Observance(String id, int version, Text name, List<Source> source, MonthDay from, MonthDay to)
        implements Definition {

    public Observance {
        source = source == null ? List.of() : List.copyOf(source);
    }

    /** First day in {@code year}. */
    public LocalDate start(int year) {
        return from.atYear(year);
    }

    /** Last day of the one that starts in {@code year}. */
    public LocalDate end(int year) {
        return to.atYear(to.isBefore(from) ? year + 1 : year);
    }
}
