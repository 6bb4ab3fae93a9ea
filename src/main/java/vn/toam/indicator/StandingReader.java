package vn.toam.indicator;

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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Indicator;
import vn.toam.catalog.Instrument;
import vn.toam.catalog.Source;
import vn.toam.collection.CollectionFigures;
import vn.toam.plan.Plan;
import vn.toam.plan.PlanService;
import vn.toam.plan.Target;
import vn.toam.shared.Access;
import vn.toam.shared.Permission;
import vn.toam.shared.Text;
import vn.toam.unit.Unit;
import vn.toam.unit.UnitService;

/** Gathers what surrounds a figure: its past, its neighbours, and every target that binds the place, of plans and of national decisions. */
@Service
@Transactional(readOnly = true)
class StandingReader {

    private final IndicatorService indicators;
    private final PlanService plans;
    private final CollectionFigures figures;
    private final UnitService units;
    private final Catalog catalog;
    private final Access access;

    StandingReader(
            IndicatorService indicators,
            PlanService plans,
            CollectionFigures figures,
            UnitService units,
            Catalog catalog,
            Access access) {
        this.indicators = indicators;
        this.plans = plans;
        this.figures = figures;
        this.units = units;
        this.catalog = catalog;
        this.access = access;
    }

    /** How it stands. @param series its figures of all years */
    Standing of(Indicator indicator, Unit place, int year, TreeMap<Integer, BigDecimal> series) {
        access.require(Permission.FIGURES_READ, place.id());
        Text measure = catalog.measure(indicator);
        Integer parent = place.parent();
        Readings readings = new Readings(
                year,
                series.get(year),
                series.get(year - 1),
                parent == null ? null : above(indicator, parent).get(year),
                series.isEmpty() ? year : series.firstKey(),
                series.isEmpty() ? null : series.firstEntry().getValue());
        List<Bound> bounds = new ArrayList<>(ofPlans(indicator, measure, place, readings));
        bounds.addAll(ofInstruments(indicator, measure, place, readings));
        List<Bound> strict = Strictest.order(bounds, readings);
        Set<Integer> gathering = figures.gathering(place.id(), indicators.forms(indicator));
        boolean compare = parent != null && access.allows(Permission.FIGURES_READ, parent);
        Map<Integer, Integer> ranks = !compare || parent == null
                ? Map.of()
                : Ranks.of(indicators.children(indicator.id(), parent, year), indicator.better());
        return new Standing(
                Chart.of(series, strict, gathering),
                gathering.contains(year)
                        ? null
                        : Trends.change(series, year, measure, "percent".equals(indicator.unit())),
                gathering.contains(year) ? null : Trends.run(series, year),
                ranks.get(place.id()),
                ranks.size(),
                parent == null
                        ? null
                        : units.find(parent, figures.geography(year)).fullName(),
                strict);
    }

    private TreeMap<Integer, BigDecimal> above(Indicator indicator, int parent) {
        return indicators.pastInside(List.of(indicator), parent).of(indicator);
    }

    private List<Bound> ofPlans(Indicator indicator, Text measure, Unit place, Readings readings) {
        LocalDate day = figures.geography(readings.year());
        Set<Integer> above = new HashSet<>(Set.of(place.id()));
        units.ancestors(place.id(), day).forEach(unit -> above.add(unit.id()));
        List<Bound> bounds = new ArrayList<>();
        for (Plan plan : plans.issued()) {
            if (plan.covers(readings.year()) && above.contains(plan.unit())) {
                for (Target target : plans.targets(plan.id())) {
                    if (indicator.id().equals(target.indicator())) {
                        Aim aim = Aims.of(target, plan, indicator, measure);
                        bounds.add(new Bound(
                                aim,
                                plan.name(),
                                plan.paperLabel(),
                                "/plans/" + plan.id(),
                                TargetRules.judge(aim, readings)));
                    }
                }
            }
        }
        return bounds;
    }

    private List<Bound> ofInstruments(Indicator indicator, Text measure, Unit place, Readings readings) {
        String province = String.format(Locale.ROOT, "%02d", place.province());
        List<Bound> bounds = new ArrayList<>();
        for (Instrument instrument : catalog.instruments()) {
            for (Instrument.Target target : instrument.targets()) {
                if (target.indicator().equals(indicator.id()) && target.binds(province, readings.year())) {
                    Aim aim = new Aim(
                            Aim.Kind.valueOf(target.bound().name()),
                            target.value(),
                            measure,
                            false,
                            target.by() ? target.to() : null,
                            false,
                            false,
                            indicator.better());
                    bounds.add(new Bound(
                            aim,
                            instrument.name(),
                            number(instrument, target),
                            null,
                            TargetRules.judge(aim, readings)));
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
