package vn.toam.target;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Indicator;
import vn.toam.indicator.Measures;
import vn.toam.indicator.OwnMeasure;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.Comparison;
import vn.toam.plancontent.Direction;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.Target;
import vn.toam.plancontent.UnitAgreement;
import vn.toam.shared.Numbers;
import vn.toam.shared.Text;

/** What measures the targets of a plan: the indicator of its paper, the one chosen since, or results that somebody typed. */
@Component
public class TargetMeasures {

    private final PlanService plans;
    private final TargetMeasureRepository choices;
    private final Measures measures;
    private final Catalog catalog;
    private final UnitAgreement units;

    TargetMeasures(PlanService plans, TargetMeasureRepository choices, Measures measures, Catalog catalog) {
        this.plans = plans;
        this.choices = choices;
        this.measures = measures;
        this.catalog = catalog;
        this.units = new UnitAgreement(catalog);
    }

    /** The targets, each with what measures it now. */
    public List<Target> targets(UUID plan) {
        return targets(plan, links(List.of(plan)));
    }

    /** What was chosen for targets of these plans. */
    public Map<UUID, TargetLink> links(Collection<UUID> of) {
        return choices.links(of);
    }

    public List<Target> targets(UUID plan, Map<UUID, TargetLink> links) {
        return plans.targets(plan).stream()
                .map(target -> {
                    TargetLink link = links.get(target.id());
                    return link == null ? target : measured(target, link.indicator());
                })
                .toList();
    }

    /** An amendment may have given the target another unit since. */
    private Target measured(Target target, @Nullable String id) {
        Target chosen = target.measuredBy(id);
        return id == null
                        || measures.find(id)
                                .filter(found -> !units.fits(found, target))
                                .isEmpty()
                ? chosen
                : chosen.unmeasured();
    }

    /** The indicator whose figures are collected and added up; null: none. */
    @Nullable
    Indicator collected(Target target) {
        Indicator named = named(target);
        return named == null || typed(named) ? null : named;
    }

    /** The indicator of a target, be it collected or typed; null: none. */
    @Nullable
    Indicator named(Target target) {
        String id = target.indicator();
        return id == null ? null : measures.find(id).orElse(null);
    }

    /** True for one that no line of a form is behind. */
    static boolean typed(Indicator indicator) {
        return indicator.fields().isEmpty();
    }

    /** Typed results that count of a plan's place, by target and year. */
    Map<UUID, TreeMap<Integer, TypedResult>> results(UUID plan, int unit) {
        Map<UUID, TreeMap<Integer, TypedResult>> results = new HashMap<>();
        choices.typed(plan, unit)
                .forEach(result -> results.computeIfAbsent(result.target(), any -> new TreeMap<>())
                        .put(result.year(), result));
        return results;
    }

    /** The line of a target that nothing collected measures: what was typed, by whom and from what, or that nothing was. */
    ScorecardView.Line line(Plan plan, Target target, int year, TreeMap<Integer, TypedResult> results) {
        Indicator named = named(target);
        Indicator judged = named == null ? byItself(target) : named;
        Text measure = catalog.measure(judged);
        Aim aim = Aims.of(target, plan, judged, measure);
        TypedResult now = results.get(year);
        BigDecimal value = now == null ? null : now.value();
        if (now == null || value == null) {
            Sentence why = named == null
                    ? Sentence.of("target.why.noIndicator")
                    : Sentence.of("target.why.notTyped", named.name(), String.valueOf(year));
            return line(target, measure, aim, new Verdict(TargetStatus.NO_DATA, why), null);
        }
        TreeMap<Integer, BigDecimal> series = series(results);
        Verdict said = TargetRules.judge(
                aim,
                new Readings(
                        year,
                        value,
                        series.get(year - 1),
                        null,
                        series.firstKey(),
                        series.firstEntry().getValue()));
        Sentence why = Sentence.of(
                "target.why.typed",
                said.why(),
                now.typedBy(),
                now.typedAt().atZone(Numbers.ZONE).toLocalDate(),
                now.source(),
                now.dated());
        return line(
                target,
                measure,
                aim,
                new Verdict(said.status(), why),
                new ScorecardView.Typed(now, series.get(year - 1)));
    }

    private static TreeMap<Integer, BigDecimal> series(TreeMap<Integer, TypedResult> results) {
        TreeMap<Integer, BigDecimal> series = new TreeMap<>();
        results.forEach((year, result) -> {
            if (result.value() != null) {
                series.put(year, result.value());
            }
        });
        return series;
    }

    private static ScorecardView.Line line(
            Target target, Text measure, Aim aim, Verdict verdict, ScorecardView.@Nullable Typed typed) {
        return new ScorecardView.Line(
                target,
                null,
                measure,
                null,
                TargetRules.demand(aim, aim.value()),
                Aims.also(aim),
                verdict,
                null,
                typed);
    }

    /** A target that is judged by typed results alone: its own unit, and better the way it asks. */
    private static Indicator byItself(Target target) {
        String unit = target.unit();
        String code = unit == null || !List.of("percent", "times").contains(unit) ? "" : unit;
        return new OwnMeasure(
                        "typed",
                        0,
                        0,
                        target.text().vi(),
                        OwnMeasure.Kind.TYPED,
                        code,
                        better(target),
                        null,
                        null,
                        "",
                        java.time.Instant.EPOCH)
                .indicator();
    }

    /** Which way is good, as the target asks it. */
    static Indicator.Better better(Target target) {
        Comparison comparison = target.measure();
        BigDecimal value = target.measureValue();
        boolean less = comparison == null
                ? target.trend() == Direction.DOWN || target.trend() == Direction.NONE
                : comparison.falling() || comparison == Comparison.EQ && value != null && value.signum() == 0;
        return less ? Indicator.Better.LOWER : Indicator.Better.HIGHER;
    }
}
