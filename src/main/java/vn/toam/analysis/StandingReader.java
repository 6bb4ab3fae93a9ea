package vn.toam.analysis;

import static vn.toam.round.RoundPermissions.FIGURES_READ;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.catalog.Catalog;
import vn.toam.collection.CollectionFigures;
import vn.toam.definition.Indicator;
import vn.toam.definition.Instrument;
import vn.toam.definition.Source;
import vn.toam.geography.Unit;
import vn.toam.indicator.Coverage;
import vn.toam.indicator.IndicatorService;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.Target;
import vn.toam.shared.Access;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;
import vn.toam.target.Aim;
import vn.toam.target.Aims;
import vn.toam.target.Bound;
import vn.toam.target.Sentence;
import vn.toam.target.Strictest;
import vn.toam.target.TargetMeasures;
import vn.toam.target.Verdict;
import vn.toam.target.Verdicts;
import vn.toam.unit.UnitService;

/** Gathers what surrounds a figure: its past, its neighbours, and every target that binds the place, of plans and of national decisions. */
@Service
@Transactional(readOnly = true)
class StandingReader {

    private final IndicatorService indicators;
    private final PlanService plans;
    private final TargetMeasures measured;
    private final CollectionFigures figures;
    private final UnitService units;
    private final Catalog catalog;
    private final Access access;

    StandingReader(
            IndicatorService indicators,
            PlanService plans,
            TargetMeasures measured,
            CollectionFigures figures,
            UnitService units,
            Catalog catalog,
            Access access) {
        this.indicators = indicators;
        this.plans = plans;
        this.measured = measured;
        this.figures = figures;
        this.units = units;
        this.catalog = catalog;
        this.access = access;
    }

    /** How it stands. @param past its figures of all years */
    Standing of(Indicator indicator, Unit place, int year, IndicatorService.Past past) {
        access.require(FIGURES_READ, Subject.of(place.id()));
        Text measure = catalog.measure(indicator);
        Integer parent = place.parent();
        Against against = new Against(
                indicator,
                measure,
                place,
                year,
                past,
                parent == null ? null : indicators.pastInside(List.of(indicator), parent));
        List<Bound> bounds = new ArrayList<>(ofPlans(against));
        bounds.addAll(ofInstruments(against));
        List<Bound> strict = Strictest.order(bounds, Verdicts.readings(indicator, year, past, against.above()));
        Set<Integer> loose = loose(indicator, place.id(), past);
        TreeMap<Integer, BigDecimal> firm = new TreeMap<>(past.of(indicator));
        firm.keySet().removeAll(loose);
        boolean compare = parent != null && access.allows(FIGURES_READ, Subject.of(parent));
        Map<Integer, Integer> ranks = !compare || parent == null
                ? Map.of()
                : Ranks.of(indicators.children(indicator.id(), parent, year), indicator.better());
        return new Standing(
                Chart.of(past.of(indicator), past.coverage(indicator), loose, past.borders(indicator), strict),
                change(indicator, measure, year, past, firm),
                Trends.run(firm, year),
                ranks.get(place.id()),
                ranks.size(),
                parent == null
                        ? null
                        : units.find(parent, figures.geography(year)).fullName(),
                strict);
    }

    /** Years that are not to be compared: of too few units, or with returns still to come. */
    private Set<Integer> loose(Indicator indicator, int place, IndicatorService.Past past) {
        Set<Integer> loose = new TreeSet<>(past.provisional(indicator));
        figures.gathering(place, indicators.forms(indicator)).stream()
                .filter(year -> !past.coverage(indicator, year).whole())
                .forEach(loose::add);
        return loose;
    }

    private static @Nullable Sentence change(
            Indicator indicator,
            Text measure,
            int year,
            IndicatorService.Past past,
            TreeMap<Integer, BigDecimal> firm) {
        TreeMap<Integer, BigDecimal> all = past.of(indicator);
        if (all.containsKey(year) && all.containsKey(year - 1)) {
            for (int each : new int[] {year, year - 1}) {
                if (!firm.containsKey(each)) {
                    Coverage of = past.coverage(indicator, each);
                    return Sentence.of(
                            "analysis.change.not",
                            String.valueOf(year - 1),
                            String.valueOf(each),
                            of.received(),
                            of.expected());
                }
            }
        }
        return Trends.change(firm, year, measure, "percent".equals(indicator.unit()));
    }

    /** What the targets are held against. */
    private record Against(
            Indicator indicator,
            Text measure,
            Unit place,
            int year,
            IndicatorService.Past past,
            IndicatorService.@Nullable Past above) {

        Verdict judge(Aim aim) {
            return Verdicts.judge(aim, indicator, year, past, above);
        }
    }

    private List<Bound> ofPlans(Against against) {
        LocalDate day = figures.geography(against.year());
        Set<Integer> above = new HashSet<>(Set.of(against.place().id()));
        units.ancestors(against.place().id(), day).forEach(unit -> above.add(unit.id()));
        List<Plan> binding = plans.issued().stream()
                .filter(plan -> plan.covers(against.year()) && above.contains(plan.unit()))
                .toList();
        var links = measured.links(binding.stream().map(Plan::id).toList());
        List<Bound> bounds = new ArrayList<>();
        for (Plan plan : binding) {
            for (Target target : measured.targets(plan.id(), links)) {
                if (against.indicator().id().equals(target.indicator())) {
                    Aim aim = Aims.of(target, plan, against.indicator(), against.measure());
                    bounds.add(
                            new Bound(aim, plan.name(), plan.paperLabel(), "/plans/" + plan.id(), against.judge(aim)));
                }
            }
        }
        return bounds;
    }

    private List<Bound> ofInstruments(Against against) {
        String province = String.format(Locale.ROOT, "%02d", against.place().province());
        List<Bound> bounds = new ArrayList<>();
        for (Instrument instrument : catalog.instruments()) {
            for (Instrument.Target target : instrument.targets()) {
                if (target.indicator().equals(against.indicator().id()) && target.binds(province, against.year())) {
                    Aim aim = new Aim(
                            Aim.Kind.valueOf(target.bound().name()),
                            target.value(),
                            against.measure(),
                            false,
                            target.by() ? target.to() : null,
                            false,
                            false,
                            against.indicator().better());
                    bounds.add(new Bound(aim, instrument.name(), number(instrument, target), null, against.judge(aim)));
                }
            }
        }
        return bounds;
    }

    private static String number(Instrument instrument, Instrument.Target target) {
        Source source = instrument.source().getFirst();
        String place = target.place() == null ? source.place() : target.place();
        return Objects.requireNonNullElse(source.number(), "") + (place == null ? "" : ", " + place);
    }
}
