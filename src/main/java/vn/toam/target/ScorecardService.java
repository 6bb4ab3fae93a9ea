package vn.toam.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.catalog.Catalog;
import vn.toam.collection.CollectionFigures;
import vn.toam.definition.Indicator;
import vn.toam.geography.Unit;
import vn.toam.geography.Weights;
import vn.toam.indicator.IndicatorService;
import vn.toam.indicator.Value;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.Target;
import vn.toam.shared.Access;
import vn.toam.shared.Text;
import vn.toam.unit.UnitService;

/** Holds a plan's targets against the figures of a place and of the units below it. */
@Service
@Transactional(readOnly = true)
public class ScorecardService {

    private final PlanService plans;
    private final TargetMeasures measured;
    private final IndicatorService indicators;
    private final CollectionFigures figures;
    private final UnitService units;
    private final Catalog catalog;
    private final Access access;

    ScorecardService(
            PlanService plans,
            TargetMeasures measured,
            IndicatorService indicators,
            CollectionFigures figures,
            UnitService units,
            Catalog catalog,
            Access access) {
        this.plans = plans;
        this.measured = measured;
        this.indicators = indicators;
        this.figures = figures;
        this.units = units;
        this.catalog = catalog;
        this.access = access;
    }

    /**
     * The scorecard.
     *
     * @param planId null: the newest plan of the place or of a unit above; where there is none, no plan is held against anything
     * @param unitId null: the place of the account asking
     * @param year null: the newest year of the plan with figures; where there are none, the nearest year of its period
     */
    public ScorecardView scorecard(@Nullable UUID planId, @Nullable Integer unitId, @Nullable Integer year) {
        List<Plan> issued = plans.issued();
        int unit = unitId != null ? unitId : access.me().unit();
        Plan plan = planId != null ? plans.get(planId) : nearest(issued, unit);
        List<Target> targets = plan == null ? List.of() : measured.targets(plan.id());
        Set<Indicator> counted = indicatorsOf(targets);
        Set<Indicator> all = watched(targets);
        IndicatorService.Past past = indicators.past(all, unit);
        int shown = year != null ? year : newest(plan, past.figures());
        LocalDate day = figures.geography(shown);
        Unit place = units.find(unit, day);
        Map<String, Value> values = values(past, all, unit, shown);
        List<ScorecardView.Line> lines = plan == null ? List.of() : lines(plan, targets, place, shown, past, values);
        List<Unit> below = indicators.below(unit, day);
        Map<Integer, IndicatorService.Past> pasts = plan == null
                ? Map.of()
                : indicators.pasts(counted, below, day, List.of(first(past.figures()), shown - 1, shown));
        Map<Integer, Weights.Reading> readings = new HashMap<>();
        pasts.forEach((child, own) -> readings.put(child, own.readings().get(shown)));
        return new ScorecardView(
                issued,
                plan,
                place,
                shown,
                figures.years(),
                plan != null && plan.covers(shown) && units.isWithin(unit, plan.unit(), day),
                lines,
                others(counted, values, past),
                below,
                plan == null ? Map.of() : matrix(plan, lines, shown, pasts, past),
                readings,
                indicators.parted(
                        Stream.concat(
                                readings.values().stream(),
                                Stream.of(past.readings().get(shown))),
                        day));
    }

    /**
     * How many targets of a plan stand how.
     *
     * @param year the newest year of the plan with figures
     */
    public record Counts(Plan plan, int year, Map<TargetStatus, Integer> targets) {

        public int of(TargetStatus status) {
            return targets.getOrDefault(status, 0);
        }
    }

    /** How the targets of a plan stand in its own place; nothing below it is read. */
    public Counts counts(UUID planId) {
        Plan plan = plans.get(planId);
        int unit = plan.unit();
        List<Target> targets = measured.targets(planId);
        Set<Indicator> all = watched(targets);
        IndicatorService.Past past = indicators.past(all, unit);
        int year = newest(plan, past.figures());
        Unit place = units.find(unit, figures.geography(year));
        Map<TargetStatus, Integer> counts = new EnumMap<>(TargetStatus.class);
        lines(plan, targets, place, year, past, values(past, all, unit, year))
                .forEach(line -> counts.merge(line.verdict().status(), 1, Integer::sum));
        return new Counts(plan, year, counts);
    }

    /** Every target of a plan for a place and year with its value and verdict; what reports and boards show. */
    public List<ScorecardView.Line> lines(UUID planId, int unit, int year) {
        Plan plan = plans.get(planId);
        List<Target> targets = measured.targets(planId);
        Set<Indicator> counted = indicatorsOf(targets);
        IndicatorService.Past past = indicators.past(counted, unit);
        Unit place = units.find(unit, figures.geography(year));
        return lines(plan, targets, place, year, past, values(past, counted, unit, year));
    }

    private Map<String, Value> values(IndicatorService.Past past, Collection<Indicator> of, int unit, int year) {
        Map<String, Value> values = new HashMap<>();
        indicators.valuesIn(past, of, unit, year).forEach(value -> values.put(value.indicator(), value));
        return values;
    }

    private List<ScorecardView.Line> lines(
            Plan plan,
            List<Target> targets,
            Unit place,
            int year,
            IndicatorService.Past past,
            Map<String, Value> values) {
        Integer parent = place.parent();
        IndicatorService.Past above = parent == null || targets.stream().noneMatch(Target::betterThanParent)
                ? null
                : indicators.pastInside(indicatorsOf(targets), parent);
        Map<UUID, TreeMap<Integer, TypedResult>> typed = measured.results(plan.id(), place.id());
        return targets.stream()
                .map(target -> {
                    Indicator indicator = measured.collected(target);
                    return indicator == null
                            ? measured.line(plan, target, year, typed.getOrDefault(target.id(), new TreeMap<>()))
                            : line(plan, target, indicator, year, values, past, above);
                })
                .toList();
    }

    private ScorecardView.Line line(
            Plan plan,
            Target target,
            Indicator indicator,
            int year,
            Map<String, Value> values,
            IndicatorService.Past past,
            IndicatorService.@Nullable Past above) {
        Text measure = catalog.measure(indicator);
        Aim aim = Aims.of(target, plan, indicator, measure);
        return new ScorecardView.Line(
                target,
                indicator,
                measure,
                values.get(indicator.id()),
                TargetRules.demand(aim, aim.value()),
                Aims.also(aim),
                Verdicts.judge(aim, indicator, year, past, above),
                Spark.of(
                        past.of(indicator),
                        past.provisional(indicator),
                        aim.relative() || aim.value() == null ? null : aim.value()),
                null);
    }

    private static Map<Integer, List<ScorecardView.Cell>> matrix(
            Plan plan,
            List<ScorecardView.Line> lines,
            int year,
            Map<Integer, IndicatorService.Past> pasts,
            IndicatorService.Past above) {
        Map<Integer, List<ScorecardView.Cell>> matrix = new HashMap<>();
        pasts.forEach((child, past) -> {
            List<ScorecardView.Cell> cells = new ArrayList<>();
            for (ScorecardView.Line line : lines) {
                Indicator indicator = line.indicator();
                if (indicator != null) {
                    Aim aim = Aims.of(line.target(), plan, indicator, line.measure());
                    cells.add(new ScorecardView.Cell(
                            line.target(),
                            indicator.id(),
                            past.of(indicator).get(year),
                            past.coverage(indicator, year),
                            Verdicts.judge(aim, indicator, year, past, above).status()));
                }
            }
            matrix.put(child, cells);
        });
        return matrix;
    }

    /** The first year with a figure of the place: where the line to a later target begins, for the units below too. */
    private static int first(Map<String, TreeMap<Integer, BigDecimal>> series) {
        return series.values().stream()
                .filter(years -> !years.isEmpty())
                .mapToInt(TreeMap::firstKey)
                .min()
                .orElse(0);
    }

    private List<ScorecardView.Other> others(
            Set<Indicator> counted, Map<String, Value> values, IndicatorService.Past past) {
        return catalog.indicators().stream()
                .filter(indicator -> !counted.contains(indicator))
                .map(indicator -> new ScorecardView.Other(
                        indicator,
                        catalog.measure(indicator),
                        Objects.requireNonNull(values.get(indicator.id())),
                        Spark.of(past.of(indicator), past.provisional(indicator), null)))
                .toList();
    }

    /** The catalogue's indicators and those that planners defined for the targets. */
    private Set<Indicator> watched(List<Target> targets) {
        Set<Indicator> all = new LinkedHashSet<>(catalog.indicators());
        all.addAll(indicatorsOf(targets));
        return all;
    }

    private Set<Indicator> indicatorsOf(List<Target> targets) {
        Set<Indicator> all = new LinkedHashSet<>();
        targets.forEach(target -> {
            Indicator indicator = measured.collected(target);
            if (indicator != null) {
                all.add(indicator);
            }
        });
        return all;
    }

    /** The plan of the place itself, else of the units it lies or lay in, else any. */
    private @Nullable Plan nearest(List<Plan> issued, int unit) {
        Set<Integer> places = new LinkedHashSet<>(figures.within(unit));
        units.ancestors(
                        unit,
                        units.find(unit).validity().from().isAfter(LocalDate.of(2025, 6, 30))
                                ? LocalDate.of(2025, 7, 1)
                                : LocalDate.of(2025, 6, 30))
                .forEach(above -> places.addAll(figures.within(above.id())));
        for (int place : places) {
            for (Plan plan : issued) {
                if (plan.unit() == place) {
                    return plan;
                }
            }
        }
        return null;
    }

    private int newest(@Nullable Plan plan, Map<String, TreeMap<Integer, BigDecimal>> series) {
        TreeMap<Integer, BigDecimal> all = new TreeMap<>();
        series.values().forEach(all::putAll);
        if (plan != null) {
            TreeMap<Integer, BigDecimal> inPeriod =
                    new TreeMap<>(all.subMap(plan.periodFrom(), true, plan.periodTo(), true));
            if (!inPeriod.isEmpty()) {
                return inPeriod.lastKey();
            }
        }
        int newest = IndicatorService.newest(all, figures.years());
        return plan == null ? newest : plan.clamp(newest);
    }
}
