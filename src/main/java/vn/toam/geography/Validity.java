package vn.toam.geography;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A period of time.
 *
 * @param from first day; {@link LocalDate#MIN} when it began before our sources do
 * @param to first day after it; {@link LocalDate#MAX} while it goes on
 */
public record Validity(LocalDate from, LocalDate to) {

    /** True when {@code date} lies in the period. */
    public boolean on(LocalDate date) {
        return !date.isBefore(from) && date.isBefore(to);
    }

    /** The first day, or null when unknown. */
    public @Nullable LocalDate first() {
        return from.equals(LocalDate.MIN) ? null : from;
    }

    /** The last day, or null while it goes on. */
    public @Nullable LocalDate last() {
        return to.equals(LocalDate.MAX) ? null : to.minusDays(1);
    }

    /** The end of this period, or of {@code other} when that comes first. */
    public LocalDate within(Validity other) {
        return to.isBefore(other.to) ? to : other.to;
    }

    /** Of a row with {@code valid_from} and {@code valid_to}. */
    public static Validity of(ResultSet row) throws SQLException {
        return new Validity(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
    }
}
