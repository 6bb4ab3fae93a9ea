package vn.toam.programme;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toam.assignment.Assignment;
import vn.toam.assignment.DutyCounts;
import vn.toam.plancontent.Bindings;
import vn.toam.plancontent.DutyKind;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Frequency;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.Plan;
import vn.toam.shared.Text;

/**
 * What a plan asks for on which day.
 *
 * @param year the year shown
 * @param days commemorative days, reports and dated tasks of the year, in order
 * @param undated tasks of the year without a day of their own; they are answered for by {@code reportDay}
 * @param reviews the reviews over the whole period
 */
public record PlanCalendar(int year, List<Day> days, int undated, MonthDay reportDay, List<Day> reviews) {

    /**
     * One entry.
     *
     * @param to last day of an observance that lasts; null otherwise
     * @param kind {@code OBSERVANCE}, or a {@link DutyKind}
     * @param who the agency named; null for observances
     * @param tally how far the duties behind it have come; null for observances
     */
    public record Day(
            LocalDate from,
            @Nullable LocalDate to,
            String kind,
            String ref,
            Text text,
            @Nullable String who,
            @Nullable DutyCounts tally) {}

    public static PlanCalendar of(List<Element> elements, List<Assignment> assignments, Plan plan, int year) {
        List<Element> accepted = elements.stream()
                .filter(e -> e.state() == ElementState.ACCEPTED)
                .toList();
        Map<UUID, Element> byId = accepted.stream().collect(Collectors.toMap(Element::id, Function.identity()));
        MonthDay reportDay = Bindings.of(plan, accepted).reportDay();
        List<Day> days = new ArrayList<>(observances(accepted, year));
        List<Day> reviews = new ArrayList<>();
        int undated = 0;
        for (Assignment a : assignments) {
            Element element = byId.get(a.element());
            if (!a.answers() || element == null) {
                continue;
            }
            int due = a.year() == null ? year : a.year();
            if (a.kind() == DutyKind.REVIEW) {
                reviews.addAll(days(a, element, due, reportDay));
            } else if (a.due() == null
                    && a.frequency() != Frequency.ONCE
                    && a.frequency().times() == 1) {
                undated++;
            } else if (due == year) {
                days.addAll(days(a, element, due, reportDay));
            }
        }
        days.sort(Comparator.comparing(Day::from));
        reviews.sort(Comparator.comparing(Day::from));
        return new PlanCalendar(year, days, undated, reportDay, reviews);
    }

    private static List<Day> days(Assignment a, Element element, int year, MonthDay reportDay) {
        return Bindings.days(a.kind(), a.frequency(), a.due(), year, reportDay).stream()
                .map(on -> new Day(
                        on, null, a.kind().name(), element.ref(), element.item().text(), a.label(), a.tally()))
                .toList();
    }

    private static List<Day> observances(List<Element> accepted, int year) {
        List<Day> days = new ArrayList<>();
        for (Element element : accepted) {
            if (element.item() instanceof Item.Occasion o
                    && o.from() != null
                    && o.from().matches("\\d{2}-\\d{2}")) {
                LocalDate from = MonthDay.parse("--" + o.from()).atYear(year);
                boolean lasts = o.to() != null && o.to().matches("\\d{2}-\\d{2}") && !o.to().equals(o.from());
                LocalDate to = lasts ? MonthDay.parse("--" + o.to()).atYear(year) : null;
                days.add(new Day(from, to, "OBSERVANCE", element.ref(), o.text(), null, null));
            }
        }
        return days;
    }
}
