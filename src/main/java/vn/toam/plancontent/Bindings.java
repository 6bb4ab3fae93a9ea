package vn.toam.plancontent;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules, without database: who is bound to what by the accepted elements of a plan, and when it falls due. */
public final class Bindings {

    private static final Set<Role> ANSWERING = EnumSet.of(Role.LEAD, Role.ADVISE, Role.ASSIGNED, Role.REQUESTED);
    private static final Pattern OWN_PLAN =
            Pattern.compile("(?iu)(xây dựng|ban hành).{0,24}kế hoạch(?! thực hiện (chiến lược|chương trình))");
    private static final MonthDay YEAR_END = MonthDay.of(12, 31);

    private final List<Element> elements;
    private final Map<UUID, Element> byId = new HashMap<>();
    private final String standing;
    private final int from;
    private final int to;

    /**
     * @param accepted the accepted elements in order
     * @param standing the standing agency: does what the plan gives to nobody
     */
    public Bindings(List<Element> accepted, String standing, int from, int to) {
        this.elements = accepted;
        this.standing = standing;
        this.from = from;
        this.to = to;
        accepted.forEach(element -> byId.put(element.id(), element));
    }

    /** The rules for what a plan has accepted. */
    public static Bindings of(Plan plan, List<Element> accepted) {
        String standing = plan.standingAgency() == null ? "" : plan.standingAgency();
        return new Bindings(accepted, standing, plan.periodFrom(), plan.periodTo());
    }

    /** Every name with what it is bound to, in the order of the paper. */
    public List<Binding> all() {
        List<Binding> all = new ArrayList<>();
        for (Element element : elements) {
            if (element.item() instanceof Item.Work work) {
                all.addAll(work(element, work));
            } else if (element.item() instanceof Item.Due due
                    && workOf(element, due).isEmpty()) {
                all.add(deadline(element, due));
            }
        }
        return all;
    }

    private List<Binding> work(Element element, Item.Work work) {
        List<Item.Due> reports = reportsOf(element);
        if (reports.isEmpty()) {
            DutyKind kind = ownPlan(element, work) ? DutyKind.OWN_PLAN : DutyKind.TASK;
            return bind(element, work, kind, work.frequency(), work.due());
        }
        return reports.stream()
                .flatMap(report -> bind(element, work, DutyKind.REPORT, frequency(report), report.date()).stream())
                .toList();
    }

    private List<Binding> bind(
            Element element, Item.Work work, DutyKind kind, Frequency frequency, @Nullable String due) {
        Map<String, Role> names = names(element, work);
        boolean partnersOnly = names.values().stream().noneMatch(ANSWERING::contains);
        List<Binding> bindings = new ArrayList<>();
        names.forEach((name, role) -> bindings.add(new Binding(
                element.id(),
                element.position(),
                name,
                role,
                frequency,
                kind,
                due,
                frequency == Frequency.ONCE ? onceYear(due) : null,
                partnersOnly || ANSWERING.contains(role))));
        return bindings;
    }

    private Map<String, Role> names(Element element, Item.Work work) {
        Map<String, Role> names = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            work.agencies().getOrDefault(role, List.of()).forEach(name -> names.putIfAbsent(name, role));
        }
        if (!names.isEmpty()) {
            return names;
        }
        if (element.parent() != null
                && byId.get(element.parent()) instanceof Element above
                && above.item() instanceof Item.Body body) {
            return Map.of(body.text().vi(), body.roles().contains(Role.REQUESTED) ? Role.REQUESTED : Role.ASSIGNED);
        }
        return Map.of(standing, Role.LEAD);
    }

    private static boolean ownPlan(Element element, Item.Work work) {
        return element.kind() == ElementKind.DUTY
                && OWN_PLAN.matcher(work.text().vi()).find();
    }

    private Binding deadline(Element element, Item.Due due) {
        DutyKind kind = due.kind().contains("report") ? DutyKind.REPORT : DutyKind.REVIEW;
        if (due.kind().equals("other")) {
            kind = DutyKind.TASK;
        }
        Integer review = kind == DutyKind.REVIEW ? Integer.valueOf(reviewYear(due.kind())) : null;
        Integer year = dayOf(due.date()).map(LocalDate::getYear).orElse(review);
        return new Binding(
                element.id(),
                element.position(),
                due.who() == null ? standing : due.who(),
                Role.ASSIGNED,
                year == null ? frequency(due) : Frequency.ONCE,
                kind,
                due.date(),
                year,
                true);
    }

    /** A half-year report with a day of the year is one of its two reports, and that one comes every year. */
    private static Frequency frequency(Item.Due due) {
        if (dayOf(due.date()).isPresent()) {
            return Frequency.ONCE;
        }
        return switch (due.kind()) {
            case "half_year_report" -> due.date() == null ? Frequency.HALF_YEARLY : Frequency.YEARLY;
            case "quarterly_report" -> Frequency.QUARTERLY;
            case "monthly_report" -> Frequency.MONTHLY;
            default -> Frequency.YEARLY;
        };
    }

    /** The fifth and the tenth year, never after the plan ends; other mid-term reviews fall in the middle. */
    public int reviewYear(String kind) {
        return switch (kind) {
            case "review_5y" -> Math.min(to, from + 4);
            case "final_10y" -> Math.min(to, from + 9);
            case "midterm_review" -> (from + to) / 2;
            default -> to;
        };
    }

    private int onceYear(@Nullable String due) {
        return dayOf(due).map(LocalDate::getYear).orElse(to);
    }

    /** The reports whose line is this very task, or which the task itself asks for: then the task has their dates. */
    private List<Item.Due> reportsOf(Element work) {
        return elements.stream()
                .filter(e -> e.item() instanceof Item.Due due && due.kind().endsWith("_report") && belongs(e, work))
                .map(e -> (Item.Due) e.item())
                .toList();
    }

    private Optional<Element> workOf(Element deadline, Item.Due due) {
        return elements.stream()
                .filter(e -> e.item() instanceof Item.Work && due.kind().endsWith("_report") && belongs(deadline, e))
                .findFirst();
    }

    private static boolean belongs(Element deadline, Element work) {
        return work.id().equals(deadline.parent())
                || !work.ref().isEmpty() && work.ref().equals(deadline.ref()) && yearly(deadline);
    }

    private static boolean yearly(Element deadline) {
        return deadline.item() instanceof Item.Due due && due.kind().equals("annual_report");
    }

    /** The day of the plan's own yearly report, the earliest if there are several; the end of the year if there is none. */
    public MonthDay reportDay() {
        return elements.stream()
                .map(Element::item)
                .filter(Item.Due.class::isInstance)
                .map(Item.Due.class::cast)
                .filter(due -> due.kind().equals("annual_report"))
                .map(due -> monthDay(due.date()))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(YEAR_END);
    }

    /**
     * The last day for work of {@code year}: its own date, else the plan's yearly report, by which every agency has to answer; a review
     * or a single piece of work without a date has the whole year.
     */
    public static LocalDate due(
            DutyKind kind, Frequency frequency, @Nullable String due, int year, MonthDay reportDay) {
        MonthDay own = monthDay(due);
        if (own != null) {
            return own.atYear(year);
        }
        return dayOf(due).orElse((frequency == Frequency.ONCE ? YEAR_END : reportDay).atYear(year));
    }

    /**
     * The last days of what a name has to do in a year of the plan: none when it falls in another year, and of what recurs within the
     * year none that was over before the plan came.
     */
    public List<LocalDate> days(Binding binding, Plan plan, int year) {
        if (binding.year() == null && !plan.covers(year)) {
            return List.of();
        }
        int own = binding.year() == null ? year : binding.year();
        return days(binding.kind(), binding.frequency(), binding.due(), own, reportDay()).stream()
                .filter(day -> binding.frequency().times() == 1 || !day.isBefore(plan.meantOn()))
                .toList();
    }

    /** The last days within {@code year} of work that recurs in it, spread evenly from its own day; else its one day. */
    public static List<LocalDate> days(
            DutyKind kind, Frequency frequency, @Nullable String due, int year, MonthDay reportDay) {
        if (due != null && due.indexOf(',') > 0) {
            return listed(due, year);
        }
        int times = frequency.times();
        if (times == 1) {
            return List.of(due(kind, frequency, due, year, reportDay));
        }
        int step = 12 / times;
        MonthDay own = monthDay(due);
        int day = own != null
                        && !own.equals(
                                MonthDay.of(own.getMonth(), own.getMonth().maxLength()))
                ? own.getDayOfMonth()
                : dayOfMonth(due);
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int month = own == null ? (i + 1) * step : i * step + 1 + (own.getMonthValue() - 1) % step;
            YearMonth of = YearMonth.of(year, month);
            days.add(of.atDay(Math.min(day, of.lengthOfMonth())));
        }
        return days;
    }

    /** Several days of the year, each as it is said. */
    private static List<LocalDate> listed(String due, int year) {
        return Stream.of(due.split(","))
                .map(Bindings::monthDay)
                .filter(Objects::nonNull)
                .map(day -> day.atYear(year))
                .sorted()
                .toList();
    }

    /** The day in "--20", the 20th of every month; the last one when none is given. */
    private static int dayOfMonth(@Nullable String due) {
        return due != null && due.matches("--(0[1-9]|[12]\\d|3[01])") ? Integer.parseInt(due.substring(2)) : 31;
    }

    private static @Nullable MonthDay monthDay(@Nullable String due) {
        return due != null && due.matches("\\d{2}-\\d{2}")
                ? MonthDay.parse("--" + due, DateTimeFormatter.ofPattern("--MM-dd"))
                : null;
    }

    private static Optional<LocalDate> dayOf(@Nullable String due) {
        if (due == null) {
            return Optional.empty();
        }
        if (due.matches("\\d{4}")) {
            return Optional.of(YEAR_END.atYear(Integer.parseInt(due)));
        }
        if (due.matches("\\d{4}-\\d{2}")) {
            return Optional.of(YearMonth.parse(due).atEndOfMonth());
        }
        return due.matches("\\d{4}-\\d{2}-\\d{2}") ? Optional.of(LocalDate.parse(due)) : Optional.empty();
    }
}
