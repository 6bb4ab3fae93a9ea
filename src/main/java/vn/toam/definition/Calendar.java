package vn.toam.definition;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * When figures are collected and sent, as rule sets by date: the law and the tiers of government change, old years keep their rules.
 *
 * @param scope the unit it binds with all below; null = the country
 */
public record Calendar(
        String id,
        int version,
        Text name,
        List<Source> source,
        @Nullable Scope scope,
        List<RuleSet> rules) implements Definition {

    public Calendar {
        source = source == null ? List.of() : List.copyOf(source);
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /** The rules that hold for the return of the whole {@code year}: those in force at its cut-off. */
    public Optional<RuleSet> forYear(int year) {
        return forYear(year, 0);
    }

    /** The same for a part of the year: 1 to 4 a quarter, 5 and 6 a half-year, 0 the whole. */
    public Optional<RuleSet> forYear(int year, int part) {
        return rules.stream()
                .filter(rule -> rule.part() == part && rule.holds(rule.cutOff().atYear(year)) && rule.asks(year))
                .findFirst();
    }

    /** The parts of a year that it asks for, in order; they never overlap, so that their figures add up to the year. */
    public List<Integer> parts() {
        return rules.stream().map(RuleSet::part).distinct().sorted().toList();
    }

    /** A unit by level (code list {@code levels}) and the statistics code of its time. */
    public record Scope(String level, String code) {}

    /** The span of data, from the first day up to, not including, the last; a window that turns the year begins the year before. */
    public record Window(MonthDay from, MonthDay to) {

        /** First day of the data of {@code year}. */
        public LocalDate start(int year) {
            return from.atYear(from.isBefore(to) ? year : year - 1);
        }

        /** Day after the last of the data of {@code year}; one that runs to the end of the year holds its last day. */
        public LocalDate end(int year) {
            LocalDate end = to.atYear(year);
            return end.getDayOfYear() == end.lengthOfYear() ? end.plusDays(1) : end;
        }
    }

    /**
     * One step of the chain upwards.
     *
     * @param from level that sends, {@code to} level that receives (code list {@code levels})
     * @param due last day to send, in the year of the return
     */
    public record Step(String from, String to, MonthDay due) {}

    /**
     * The rules of one time.
     *
     * @param part 0 the whole year, 1 to 4 a quarter, 5 and 6 a half-year
     * @param every years from one return to the next: 5 asks in 2025, 2030 …; left out: every year
     * @param validFrom first day, {@code validTo} last day in force (null = still)
     * @param cutOff day at which figures are fixed
     * @param steps from the lowest level upwards
     * @param remind days on which units that have not sent are reminded, counted from the due day: -7 is a week before, 1 the day after
     */
    public record RuleSet(
            String id,
            int part,
            @Nullable Integer every,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Window window,
            MonthDay cutOff,
            List<Step> steps,
            List<Integer> remind,
            @Nullable Text note) {

        private static final List<Integer> USUAL = List.of(-7, -2, 1, 5, 10);

        public RuleSet {
            remind = remind == null ? USUAL : List.copyOf(remind);
            steps = steps == null ? List.of() : List.copyOf(steps);
        }

        /** True when in force on {@code day}. */
        public boolean holds(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }

        /** True when a return is asked for in {@code year}. */
        public boolean asks(int year) {
            return every == null || year % every == 0;
        }

        /** The step a unit of {@code level} takes; empty at the top. */
        public Optional<Step> step(String level) {
            return steps.stream().filter(step -> step.from().equals(level)).findFirst();
        }

        /** The last day for {@code level} to send the return of {@code year}, in the next one when that is after the cut-off; empty when it sends nothing. */
        public Optional<LocalDate> due(String level, int year) {
            LocalDate fixed = cutOff.atYear(year);
            return step(level)
                    .map(step -> step.due().atYear(year))
                    .map(due -> due.isBefore(fixed) ? due.plusYears(1) : due);
        }
    }
}
