package vn.toam.household;

import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_FIGURES;
import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_KEEP;
import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_READ;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.catalog.Catalog;
import vn.toam.household.HouseholdRepository.Wanted;
import vn.toam.household.HouseholdType.OneParentChild;
import vn.toam.jobs.DueWork;
import vn.toam.shared.Access;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.village.Village;
import vn.toam.village.Villages;

/**
 * The book as it stood on the cut-off day of a year. It is frozen commune by commune, each once; what is put right afterwards changes the book
 * and is shown as a difference with its reason.
 */
@Service
public class HouseholdYears {

    /** Who is asked about families, when, by Circular 07/2017. */
    private static final String CALENDAR = "tt07";

    private static final OneParentChild RULE = OneParentChild.ANY_AGE;

    /** @param at when it was frozen */
    public record Frozen(LocalDate cutOff, Instant at, int households) {}

    /**
     * A village of a frozen year.
     *
     * @param types households without a type, then of F2 to F8
     * @param flags households by flag
     * @param persons of the households whose number is known
     */
    public record InVillage(
            UUID village,
            int households,
            int temporary,
            int away,
            List<Integer> types,
            List<Integer> flags,
            int persons,
            int personsKnown) {}

    /**
     * A household that the book tells otherwise now.
     *
     * @param frozen null: it was not there then
     * @param now null: it was not there, as we know now
     * @param reasons what was written down of that time since
     */
    public record Difference(
            UUID household,
            @Nullable HouseholdYear frozen,
            @Nullable HouseholdYear now,
            List<HouseholdEvent> reasons) {}

    private final HouseholdDesk desk;
    private final HouseholdRepository households;
    private final YearRepository years;
    private final Villages villages;
    private final DueWork due;
    private final Catalog catalog;
    private final Access access;
    private final Clock clock;

    HouseholdYears(
            HouseholdDesk desk,
            HouseholdRepository households,
            YearRepository years,
            Villages villages,
            DueWork due,
            Catalog catalog,
            Access access,
            Clock clock) {
        this.desk = desk;
        this.households = households;
        this.years = years;
        this.villages = villages;
        this.due = due;
        this.catalog = catalog;
        this.access = access;
        this.clock = clock;
    }

    /** Has the book of a commune frozen as it stands at the end of a day. @throws Rejected when it was frozen for that year */
    @Transactional
    public void freeze(int unit, int year, LocalDate cutOff) {
        access.require(HOUSEHOLD_KEEP, Subject.of(unit));
        if (cutOff.getYear() != year) {
            throw Rejected.field("cutOff", "household.problem.cutOff", year);
        }
        if (years.frozen(desk.province(unit), unit, year).isPresent()) {
            throw Rejected.because("household.problem.frozen", year);
        }
        due.at(cutOff.plusDays(1).atStartOfDay(), Freezing.KIND, Freezing.key(unit, year, cutOff));
    }

    /**
     * Has the book of a commune frozen at the end of the year that the calendar of Circular 07 asks about; said again, once. Called where
     * households are opened, and when a year was frozen.
     */
    void expect(int unit) {
        LocalDate today = desk.today();
        int year = lastDay(today.getYear()).isBefore(today) ? today.getYear() + 1 : today.getYear();
        LocalDate cutOff = lastDay(year);
        due.at(cutOff.plusDays(1).atStartOfDay(), Freezing.KIND, Freezing.key(unit, year, cutOff));
    }

    private LocalDate lastDay(int year) {
        return catalog.calendar(CALENDAR)
                .forYear(year)
                .map(rules -> rules.window().end(year).minusDays(1))
                .orElseGet(() -> LocalDate.of(year, 12, 31));
    }

    /** Freezes a commune now; nothing happens when it is frozen or has no household. One transaction; called by {@link Freezing}. */
    boolean freezeNow(int unit, int year, LocalDate cutOff) {
        int province = desk.province(unit);
        List<HouseholdYear> rows = asOf(unit, cutOff);
        if (rows.isEmpty() || !years.begin(province, unit, year, cutOff, clock.instant(), rows.size())) {
            return false;
        }
        years.add(province, unit, year, rows);
        years.addUp(province, unit, year);
        return true;
    }

    /** Empty: not frozen. */
    @Transactional(readOnly = true)
    public Optional<Frozen> frozen(int unit, int year) {
        access.require(HOUSEHOLD_FIGURES, Subject.of(unit));
        return years.frozen(desk.province(unit), unit, year);
    }

    /** The figures of a frozen year by village. */
    @Transactional(readOnly = true)
    public List<InVillage> villages(int unit, int year) {
        access.require(HOUSEHOLD_FIGURES, Subject.of(unit));
        return years.villages(desk.province(unit), unit, year);
    }

    /** Where the book tells of the cut-off day otherwise than it was frozen. @throws NotFound when it was not */
    @Transactional(readOnly = true)
    public List<Difference> differences(int unit, int year) {
        access.require(HOUSEHOLD_READ, Subject.of(unit));
        int province = desk.province(unit);
        Frozen frozen = years.frozen(province, unit, year).orElseThrow(() -> new NotFound("frozen year " + year));
        Map<UUID, HouseholdYear> then = byId(years.rows(province, unit, year));
        Map<UUID, HouseholdYear> now = byId(asOf(unit, frozen.cutOff()));
        Set<UUID> all = new LinkedHashSet<>(then.keySet());
        all.addAll(now.keySet());
        all.removeIf(id -> Objects.equals(then.get(id), now.get(id)));
        Map<UUID, List<HouseholdEvent>> events = years.late(province, all, frozen.cutOff(), frozen.at()).stream()
                .collect(Collectors.groupingBy(HouseholdEvent::household));
        return all.stream()
                .map(id -> new Difference(id, then.get(id), now.get(id), events.getOrDefault(id, List.of())))
                .sorted(Comparator.comparing(each -> each.household().toString()))
                .toList();
    }

    private static Map<UUID, HouseholdYear> byId(List<HouseholdYear> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        HouseholdYear::household,
                        Function.identity(),
                        (one, other) -> one,
                        java.util.LinkedHashMap::new));
    }

    /** The households of a commune as they were on a day, as far as the book knows now. */
    private List<HouseholdYear> asOf(int unit, LocalDate day) {
        int province = desk.province(unit);
        Map<UUID, Village> origins = villages.origins(unit, day);
        List<Household> open = households.all(new Wanted(province, origins.keySet(), day));
        List<UUID> ids = open.stream().map(Household::id).toList();
        Map<UUID, List<Member>> members =
                households.members(province, ids).stream().collect(Collectors.groupingBy(Member::household));
        Map<UUID, List<Flag.Span>> flags =
                households.flags(province, ids).stream().collect(Collectors.groupingBy(Flag.Span::household));
        Map<UUID, List<HouseholdEvent>> later = new HashMap<>();
        years.after(province, ids, day)
                .forEach(event -> later.computeIfAbsent(event.household(), id -> new ArrayList<>())
                        .add(event));
        return open.stream()
                .map(each -> HouseholdYear.of(
                        each,
                        Objects.requireNonNull(origins.get(each.village())).id(),
                        facts(each, later.getOrDefault(each.id(), List.of())),
                        members.getOrDefault(each.id(), List.of()),
                        flags.getOrDefault(each.id(), List.of()),
                        day,
                        RULE))
                .toList();
    }

    /** What stood in its row before what happened later, the latest first. */
    private static HouseholdFacts facts(Household household, List<HouseholdEvent> later) {
        HouseholdFacts facts = household.facts();
        for (HouseholdEvent event : later) {
            facts = facts.with(event.before());
        }
        return facts;
    }
}
