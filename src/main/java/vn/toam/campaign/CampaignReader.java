package vn.toam.campaign;

import static vn.toam.plan.PlanPermissions.PLAN_READ;
import static vn.toam.register.RegisterPermissions.RECORD_READ;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.assignment.Assignment;
import vn.toam.campaign.Campaign.Channel;
import vn.toam.campaign.Campaign.Events;
import vn.toam.campaign.Campaign.Summary;
import vn.toam.campaign.Campaign.Task;
import vn.toam.campaign.Campaign.Told;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Observance;
import vn.toam.definition.Register;
import vn.toam.duty.DutyService;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.Plan;
import vn.toam.recordquery.ReferringRecords;
import vn.toam.recordquery.ReferringRecords.Group;
import vn.toam.recordquery.ReferringRecords.Question;
import vn.toam.register.RegisterRecord;
import vn.toam.register.Values;
import vn.toam.shared.Access;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Text;
import vn.toam.unit.UnitService;

/** Shows campaigns of a place and year from what registers keep of them and plans order for them. */
@Service
@Transactional(readOnly = true)
public class CampaignReader {

    static final String REGISTER = "campaign";
    private static final String DAY = "observance";
    private static final String EVENT = "event";
    private static final String PRODUCT = "media-product";

    private final ReferringRecords records;
    private final PlanService plans;
    private final DutyService duties;
    private final UnitService units;
    private final Catalog catalog;
    private final Access access;
    private final Clock clock;

    CampaignReader(
            ReferringRecords records,
            PlanService plans,
            DutyService duties,
            UnitService units,
            Catalog catalog,
            Access access,
            Clock clock) {
        this.records = records;
        this.plans = plans;
        this.duties = duties;
        this.units = units;
        this.catalog = catalog;
        this.access = access;
        this.clock = clock;
    }

    /** The campaigns of a year at a place, in the order of the calendar. */
    public List<Summary> ofYear(int unit, int year) {
        access.require(RECORD_READ);
        Unit place = units.find(unit, LocalDate.now(clock));
        LocalDate first = LocalDate.of(year, 1, 1);
        Question question =
                new Question(place, REGISTER, DAY, first, first.plusYears(1).minusDays(1));
        Map<String, Map<String, Integer>> states = records.states(question);
        Set<Integer> communes = communes(place);
        Map<String, Set<Integer>> telling = records.telling(question, REGISTER, communes);
        return catalog.all(Observance.class).stream()
                .sorted(Comparator.comparing(day -> day.start(year)))
                .map(day -> summary(
                        day,
                        year,
                        place,
                        states.getOrDefault(code(day), Map.of()),
                        telling.getOrDefault(code(day), Set.of()).size(),
                        communes.size()))
                .toList();
    }

    /** The code of the day in the register. */
    static String code(Observance day) {
        return day.id().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Summary summary(
            Observance day, int year, Unit place, Map<String, Integer> states, int told, int expected) {
        return new Summary(
                day,
                year,
                place,
                day.start(year),
                day.end(year),
                told,
                expected,
                states.getOrDefault("PLANNED", 0),
                states.getOrDefault("UNDER_WAY", 0) + states.getOrDefault("DONE", 0),
                states.getOrDefault("CANCELLED", 0));
    }

    /** The communes of a place today, or on its last day; what was kept by those they were made of is theirs. */
    private Set<Integer> communes(Unit place) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = place.validity().last();
        return place.level() == Level.COMMUNE
                ? Set.of(place.id())
                : new HashSet<>(units.idsBelow(place.id(), Level.COMMUNE, last == null ? today : last));
    }

    /** One campaign whole. */
    public Campaign campaign(String observance, int unit, int year) {
        access.require(RECORD_READ);
        Observance day = catalog.get(Observance.class, observance);
        Unit place = units.find(unit, LocalDate.now(clock));
        LocalDate first = LocalDate.of(year, 1, 1);
        Question question =
                new Question(place, REGISTER, DAY, first, first.plusYears(1).minusDays(1));
        String code = code(day);
        Map<String, Integer> states = records.states(question).getOrDefault(code, Map.of());
        Set<Integer> communes = communes(place);
        Set<Integer> telling = records.telling(question, REGISTER, communes).getOrDefault(code, Set.of());
        boolean whole = place.level() == Level.COUNTRY;
        List<RegisterRecord> kept = whole ? List.of() : records.records(question, code);
        return new Campaign(
                summary(day, year, place, states, telling.size(), communes.size()),
                tasks(day, place, year),
                named(states),
                events(records.groups(question, code, EVENT, REGISTER, List.of("attended"), "attended")),
                channels(records.groups(question, code, PRODUCT, REGISTER, List.of("quantity", "runs"), "reach")),
                told(kept),
                records.pictures(kept));
    }

    private Register register(String id) {
        return catalog.get(Register.class, id);
    }

    private Map<Text, Integer> named(Map<String, Integer> states) {
        Map<Text, Integer> named = new LinkedHashMap<>();
        register(REGISTER).states().states().forEach(state -> {
            Integer number = states.get(state.id());
            if (number != null) {
                named.put(state.name(), number);
            }
        });
        return named;
    }

    private Text kind(String register, String code) {
        return register(register)
                .field("kind")
                .orElseThrow()
                .word(catalog, code)
                .orElse(Text.of(code));
    }

    private @Nullable List<Events> events(@Nullable List<Group> groups) {
        if (groups == null) {
            return null;
        }
        return byKind(groups).entrySet().stream()
                .map(each -> {
                    List<Group> held = in(each.getValue(), "HELD", "REPORTED");
                    return new Events(
                            kind(EVENT, each.getKey()),
                            count(in(each.getValue(), "PLANNED")),
                            count(held),
                            count(in(each.getValue(), "CANCELLED")),
                            held.stream().mapToInt(Group::unproven).sum(),
                            sum(held, "attended"));
                })
                .toList();
    }

    private @Nullable List<Channel> channels(@Nullable List<Group> groups) {
        if (groups == null) {
            return null;
        }
        return byKind(groups).entrySet().stream()
                .map(each -> {
                    List<Group> issued = in(each.getValue(), "ISSUED");
                    return new Channel(
                            kind(PRODUCT, each.getKey()),
                            count(in(each.getValue(), "PLANNED")),
                            count(issued),
                            sum(issued, "quantity"),
                            sum(issued, "runs"),
                            issued.stream()
                                    .map(Group::most)
                                    .filter(Objects::nonNull)
                                    .max(Comparator.naturalOrder())
                                    .orElse(null));
                })
                .toList();
    }

    private static Map<String, List<Group>> byKind(List<Group> groups) {
        return groups.stream().collect(Collectors.groupingBy(Group::kind, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<Group> in(List<Group> groups, String... states) {
        return groups.stream()
                .filter(each -> List.of(states).contains(each.state()))
                .toList();
    }

    private static int count(List<Group> groups) {
        return groups.stream().mapToInt(Group::records).sum();
    }

    private static @Nullable BigDecimal sum(List<Group> groups, String field) {
        return groups.stream()
                .map(each -> each.sums().get(field))
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private List<Told> told(List<RegisterRecord> kept) {
        LocalDate today = LocalDate.now(clock);
        Map<Integer, Text> names =
                units.findAll(kept.stream().map(RegisterRecord::unit).collect(Collectors.toSet()), today).stream()
                        .collect(Collectors.toMap(Unit::id, Unit::fullName, (one, other) -> one));
        Register register = register(REGISTER);
        return kept.stream()
                .map(each -> {
                    Values values = each.values();
                    return new Told(
                            "/registers/" + REGISTER + "/" + each.unit() + "/" + each.id(),
                            names.getOrDefault(each.unit(), Text.of("")),
                            said(values, "name"),
                            said(values, "theme"),
                            each.onDay(),
                            values.day("to").orElse(each.onDay()),
                            register.states()
                                    .state(each.state())
                                    .map(state -> state.name())
                                    .orElse(Text.of("")),
                            said(values, "result"),
                            each.files());
                })
                .toList();
    }

    private static String said(Values values, String field) {
        return Objects.requireNonNullElse(values.text(field), "");
    }

    /** What plans in force here order for the day, with how far it has come. */
    private List<Task> tasks(Observance day, Unit place, int year) {
        if (!access.me().may(PLAN_READ)) {
            return List.of();
        }
        Set<Integer> above = new HashSet<>(Set.of(place.id()));
        units.ancestors(place.id(), LocalDate.now(clock)).stream().map(Unit::id).forEach(above::add);
        List<Task> tasks = new ArrayList<>();
        for (Plan plan : plans.issued()) {
            if (!above.contains(plan.unit()) || !plan.covers(year)) {
                continue;
            }
            Map<UUID, Element> naming = naming(plans.elements(plan.id()), day);
            if (!naming.isEmpty()) {
                duties.assignments(plan.id(), year).stream()
                        .filter(each -> naming.containsKey(each.element()))
                        .forEach(each ->
                                tasks.add(task(plan, Objects.requireNonNull(naming.get(each.element())), each)));
            }
        }
        return tasks;
    }

    private static Task task(Plan plan, Element element, Assignment bound) {
        return new Task(
                plan.id(),
                plan.name(),
                element.id(),
                element.ref(),
                element.item().text(),
                bound.label(),
                bound.tally());
    }

    /** Elements that are the day, belong to it, or name it. */
    private static Map<UUID, Element> naming(List<Element> elements, Observance day) {
        Map<UUID, Element> all = new HashMap<>();
        elements.stream()
                .filter(each -> each.state() == ElementState.ACCEPTED)
                .forEach(each -> all.put(each.id(), each));
        String name = SearchWords.fold(day.name().vi());
        String date = day.from().getDayOfMonth() + "/" + day.from().getMonthValue();
        Map<UUID, Element> naming = all.values().stream()
                .filter(each -> is(each, day)
                        || SearchWords.fold(each.item().text().vi()).contains(name)
                        || each.item().text().vi().matches("(?s).*(?<![\\d/])" + date + "(?![\\d/]).*"))
                .collect(Collectors.toMap(Element::id, Function.identity()));
        all.values().stream()
                .filter(each -> each.parent() != null
                        && all.containsKey(each.parent())
                        && is(Objects.requireNonNull(all.get(each.parent())), day))
                .forEach(each -> naming.put(each.id(), each));
        return naming;
    }

    private static boolean is(Element element, Observance day) {
        return element.item() instanceof Item.Occasion occasion && day.id().equals(occasion.observance());
    }
}
