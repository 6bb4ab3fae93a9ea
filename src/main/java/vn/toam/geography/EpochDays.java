package vn.toam.geography;

import java.time.LocalDate;

/** Days as ints, counted from 1970; the ends of time are the ends of an int. */
final class EpochDays {

    private EpochDays() {}

    static int of(LocalDate date) {
        return (int) Math.clamp(date.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static LocalDate date(int day) {
        return switch (day) {
            case Integer.MIN_VALUE -> LocalDate.MIN;
            case Integer.MAX_VALUE -> LocalDate.MAX;
            default -> LocalDate.ofEpochDay(day);
        };
    }

    static Validity validity(int from, int to) {
        return new Validity(date(from), date(to));
    }
}
