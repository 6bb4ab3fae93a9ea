package vn.toam.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Numbers;

/**
 * One asking: a form, for a year, of every unit of {@code level} in a place.
 *
 * @param id its key
 * @param form id of the form
 * @param formVersion version asked for; a later version never changes a round that is open
 * @param year the year the figures are about
 * @param part 0 the whole year, 1 to 4 a quarter, 5 and 6 a half-year: the parts add up to the year
 * @param scope the place: country, province or district
 * @param level level of the units that report
 * @param ruleSet id of the calendar rule in force at the cut-off; names receivers and dates
 * @param geography units and borders are those of this day
 * @param opens first day for typing
 * @param cutOff figures up to this day
 * @param due last day to send
 * @param closedAt nothing more is sent or returned since; null: open
 * @param occasion why it asks beside the yearly ones, in the words of who opened it: its figures stand for themselves and enter no total. Null:
 *     it asks for the year, or its part
 * @param demo true: its figures are made up
 */
public record Round(
        UUID id,
        String form,
        int formVersion,
        int year,
        int part,
        int scope,
        String level,
        String ruleSet,
        LocalDate geography,
        LocalDate opens,
        LocalDate cutOff,
        LocalDate due,
        @Nullable Instant closedAt,
        @Nullable String occasion,
        boolean demo) {

    /** True while units may type and send. */
    public boolean open() {
        return closedAt == null;
    }

    /** True when its figures stand for themselves. */
    public boolean adHoc() {
        return occasion != null;
    }

    /** Key of the words that say for what it asks; {@link #says} fills them. */
    public String period() {
        return "collection.period." + (adHoc() ? "adHoc" : part);
    }

    /** Year, occasion and cut-off, written out. */
    public Object[] says() {
        return new Object[] {String.valueOf(year), occasion == null ? "" : occasion, Numbers.date(cutOff)};
    }

    /** The same asking with another last day. */
    Round due(LocalDate other) {
        return with(year, opens, cutOff, other, closedAt);
    }

    /** The same asking, closed. */
    Round closed(Instant at) {
        return with(year, opens, cutOff, due, at);
    }

    /** The same asking about another year, in the same borders. */
    Round about(int other) {
        int back = year - other;
        return with(other, opens.minusYears(back), cutOff.minusYears(back), due.minusYears(back), closedAt);
    }

    private Round with(int ofYear, LocalDate from, LocalDate until, LocalDate last, @Nullable Instant closed) {
        return new Round(
                id,
                form,
                formVersion,
                ofYear,
                part,
                scope,
                level,
                ruleSet,
                geography,
                from,
                until,
                last,
                closed,
                occasion,
                demo);
    }
}
