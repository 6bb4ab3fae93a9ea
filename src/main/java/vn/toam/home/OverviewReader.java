package vn.toam.home;

import static vn.toam.assignment.DutyPermissions.TASK_REPORT;
import static vn.toam.assignment.DutyPermissions.TASK_URGE;
import static vn.toam.plan.PlanPermissions.PLAN_ISSUE;
import static vn.toam.round.RoundPermissions.FIGURES_READ;
import static vn.toam.unit.UnitPermissions.UNIT_READ;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyFilter;
import vn.toam.assignment.DutyFilter.Show;
import vn.toam.assignment.DutyFilter.Side;
import vn.toam.assignment.PlanCard;
import vn.toam.catalog.Catalog;
import vn.toam.collection.RoundReader;
import vn.toam.coordination.Reminders;
import vn.toam.definition.Indicator;
import vn.toam.duty.DutyLists;
import vn.toam.duty.DutyService;
import vn.toam.geography.Unit;
import vn.toam.indicator.IndicatorService;
import vn.toam.indicator.Value;
import vn.toam.plan.SigningService;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.Subject;
import vn.toam.submission.OverviewView;
import vn.toam.target.ScorecardService;
import vn.toam.unit.UnitService;

/** Gathers the overview from the modules that own its parts, each with its own access check. */
@Service
class OverviewReader {

    private static final int ROUNDS = 4;
    private static final int ROWS = 5;
    /** Units named that have not reported; the others are counted. */
    private static final int SOME_LATE = 6;

    private static final int OLDEST = 3;
    private static final int SCORED = 1;
    private static final int AHEAD = 60;
    private static final String CASES = "dv-cases";

    /** A round is shown for so many days after its last day; older ones are found under their year. */
    private static final int LONGEST_LATE = 90;

    private final DutyService duties;
    private final DutyLists lists;
    private final RoundReader rounds;
    private final Reminders reminders;
    private final ScorecardService scorecards;
    private final IndicatorService indicators;
    private final SigningService signing;
    private final UnitService units;
    private final Catalog catalog;
    private final Access access;
    private final Clock clock;

    OverviewReader(
            DutyService duties,
            DutyLists lists,
            RoundReader rounds,
            Reminders reminders,
            ScorecardService scorecards,
            IndicatorService indicators,
            SigningService signing,
            UnitService units,
            Catalog catalog,
            Access access,
            Clock clock) {
        this.duties = duties;
        this.lists = lists;
        this.rounds = rounds;
        this.reminders = reminders;
        this.scorecards = scorecards;
        this.indicators = indicators;
        this.signing = signing;
        this.units = units;
        this.catalog = catalog;
        this.access = access;
        this.clock = clock;
    }

    /** @param since day of the last visit; null: none is known */
    @Transactional(readOnly = true)
    Overview mine(@Nullable LocalDate since) {
        Me me = access.require(UNIT_READ);
        LocalDate today = LocalDate.now(clock);
        List<OverviewView.Item> open = rounds(me, today);
        List<PlanCard> plans = plans(me, today);
        return new Overview(
                units.find(me.unit()),
                today,
                catalog.workDays(),
                me.may(PLAN_ISSUE) ? signing.waiting() : List.of(),
                given(me, since),
                owed(me),
                targets(me, plans),
                recorded(me),
                ahead(today),
                open,
                late(me, open),
                plans);
    }

    private Overview.@Nullable Given given(Me me, @Nullable LocalDate since) {
        if (!me.may(TASK_URGE)) {
            return null;
        }
        LocalDate today = LocalDate.now(clock);
        DutyFilter overdue = DutyFilter.of(Side.GIVEN, Show.OVERDUE);
        List<Duty> oldest = lists.page(overdue).items().stream().limit(OLDEST).toList();
        Map<Show, Integer> counts = lists.counts(overdue, Show.WAITING, Show.BLOCKED, Show.URGED);
        return new Overview.Given(
                lists.boxes(overdue),
                counts.getOrDefault(Show.WAITING, 0),
                counts.getOrDefault(Show.BLOCKED, 0),
                counts.getOrDefault(Show.URGED, 0),
                lists.count(overdue.with(Show.OPEN).until(today, today.plusDays(AHEAD))),
                lists.owing(overdue, ROWS),
                oldest,
                lists.agencies(oldest),
                since == null || !since.isBefore(today) ? null : lists.since(since));
    }

    private Overview.@Nullable Owed owed(Me me) {
        if (!me.may(TASK_REPORT)) {
            return null;
        }
        DutyFilter open = DutyFilter.of(Side.MINE, Show.OPEN);
        List<Duty> next = lists.page(open).items().stream().limit(ROWS).toList();
        Map<Show, Integer> counts = lists.counts(open, Show.OVERDUE, Show.NEW, Show.SOON);
        return new Overview.Owed(
                counts.getOrDefault(Show.OVERDUE, 0),
                counts.getOrDefault(Show.NEW, 0),
                counts.getOrDefault(Show.SOON, 0),
                next,
                lists.agencies(next));
    }

    private List<ScorecardService.Counts> targets(Me me, List<PlanCard> plans) {
        if (!access.allows(FIGURES_READ, Subject.of(me.unit()))) {
            return List.of();
        }
        return plans.stream()
                .map(PlanCard::plan)
                .filter(plan -> !plan.draft() && plan.unit() == me.unit())
                .limit(SCORED)
                .map(plan -> scorecards.counts(plan.id()))
                .toList();
    }

    /** Asked by who leads: the newest year with a figure, and the newest before it that enough units reported. */
    private Overview.@Nullable Recorded recorded(Me me) {
        if (!me.may(TASK_URGE) || !access.allows(FIGURES_READ, Subject.of(me.unit()))) {
            return null;
        }
        Indicator cases = catalog.indicator(CASES);
        TreeMap<Integer, BigDecimal> years =
                indicators.series(List.of(cases), me.unit()).getOrDefault(CASES, new TreeMap<>());
        if (years.isEmpty()) {
            return null;
        }
        int year = years.lastKey();
        Set<Integer> thin = indicators.provisional(CASES, me.unit());
        Value before = years.headMap(year, false).descendingKeySet().stream()
                .filter(each -> !thin.contains(each))
                .findFirst()
                .map(each -> indicators.value(CASES, me.unit(), each))
                .orElse(null);
        return new Overview.Recorded(cases, catalog.measure(cases), indicators.value(CASES, me.unit(), year), before);
    }

    private List<Overview.Ahead> ahead(LocalDate today) {
        return catalog.observances().stream()
                .flatMap(day -> IntStream.rangeClosed(today.getYear() - 1, today.getYear() + 1)
                        .mapToObj(year -> new Overview.Ahead(day.name(), day.start(year), day.end(year))))
                .filter(one -> !one.to().isBefore(today) && !one.from().isAfter(today.plusDays(AHEAD)))
                .sorted(Comparator.comparing(Overview.Ahead::from))
                .toList();
    }

    private List<OverviewView.Item> rounds(Me me, LocalDate today) {
        if (!access.allows(FIGURES_READ, Subject.of(me.unit()))) {
            return List.of();
        }
        return rounds.overview(me.unit(), null).items().stream()
                .filter(item -> item.round().open() && !item.round().due().isBefore(today.minusDays(LONGEST_LATE)))
                .sorted(Comparator.comparing(item -> item.round().due()))
                .limit(ROUNDS)
                .toList();
    }

    private Overview.@Nullable Late late(Me me, List<OverviewView.Item> open) {
        return open.stream()
                .filter(item -> item.completeness().missing() > 0 && me.may(TASK_URGE))
                .findFirst()
                .map(item -> new Overview.Late(item, reminders.some(item.round(), me.unit(), SOME_LATE)))
                .orElse(null);
    }

    /** Programmes of the account's place and of those above it, and its drafts. */
    private List<PlanCard> plans(Me me, LocalDate today) {
        Set<Integer> seen = new HashSet<>(lists.held(me.unit()));
        units.ancestors(me.unit(), units.find(me.unit()).validity().from()).stream()
                .map(Unit::id)
                .forEach(seen::add);
        return duties.cards("", today.getYear()).stream()
                .filter(card -> seen.contains(card.plan().unit()))
                .sorted(Comparator.comparing(card -> card.plan().unit() == me.unit() ? 0 : 1))
                .toList();
    }
}
