package vn.toam.analysis;

import static vn.toam.round.RoundPermissions.FIGURES_READ;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.catalog.Catalog;
import vn.toam.collection.CollectionFigures;
import vn.toam.definition.Indicator;
import vn.toam.geography.Unit;
import vn.toam.indicator.IndicatorService;
import vn.toam.indicator.Value;
import vn.toam.shared.Access;
import vn.toam.shared.Subject;
import vn.toam.unit.UnitService;

/** Lays an indicator over a map: the same values as its page, never others. */
@Service
@Transactional(readOnly = true)
class MapReader {

    private final IndicatorService indicators;
    private final CollectionFigures figures;
    private final Boundaries boundaries;
    private final UnitService units;
    private final Catalog catalog;
    private final Access access;
    private final Clock clock;

    MapReader(
            IndicatorService indicators,
            CollectionFigures figures,
            Boundaries boundaries,
            UnitService units,
            Catalog catalog,
            Access access,
            Clock clock) {
        this.indicators = indicators;
        this.figures = figures;
        this.boundaries = boundaries;
        this.units = units;
        this.catalog = catalog;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The map.
     *
     * @param id null: the first indicator with a figure there, else the first there is
     * @param unit null: the country, for those who may read it; else the reader's own place
     * @param year null: the newest with a figure
     */
    MapView map(@Nullable String id, @Nullable Integer unit, @Nullable Integer year) {
        boolean country = access.allows(FIGURES_READ, Subject.of(UnitService.COUNTRY));
        int at = unit != null
                ? unit
                : country ? UnitService.COUNTRY : access.me().unit();
        access.require(FIGURES_READ, Subject.of(at));
        List<Indicator> asked = id == null ? catalog.indicators() : List.of(catalog.indicator(id));
        List<Integer> years = figures.years();
        IndicatorService.Past past = indicators.past(asked, at);
        Indicator indicator = asked.stream()
                .filter(each ->
                        year == null ? !past.of(each).isEmpty() : past.of(each).containsKey(year))
                .findFirst()
                .orElseGet(asked::getFirst);
        int shown = year != null ? year : IndicatorService.newest(past.of(indicator), years);
        LocalDate today = LocalDate.now(clock);
        Unit place = units.find(at, today);
        LocalDate day = place.validity().on(today)
                ? today
                : Objects.requireNonNullElse(place.validity().last(), today);
        List<Unit> below = indicators.below(at, day);
        IndicatorService.Family family = indicators.family(indicator, past, at, shown, below, day);
        List<Value> values = family.children();
        Boundaries.Sheet sheet = sheet(place, below, day.equals(today));
        Shades shades = shades(values);
        return new MapView(
                catalog.indicators(),
                indicator,
                catalog.measure(indicator),
                place,
                day,
                shown,
                years,
                family.value(),
                sheet,
                areas(below, values, indicator, shades, sheet.drawing()),
                shades,
                indicators.parted(values.stream().map(Value::reading), figures.geography(shown)),
                country);
    }

    /** Classes of what may be compared. */
    private static Shades shades(List<Value> values) {
        return Shades.of(values.stream()
                .filter(value -> !value.provisional())
                .map(Value::value)
                .filter(Objects::nonNull)
                .toList());
    }

    /** There are boundaries of today alone. */
    private Boundaries.Sheet sheet(Unit place, List<Unit> below, boolean now) {
        if (!now) {
            return new Boundaries.Sheet(null, "", false, null);
        }
        Set<String> codes = below.stream().map(Unit::code).collect(Collectors.toSet());
        return place.id() == UnitService.COUNTRY
                ? boundaries.provinces(codes)
                : boundaries.communes(place.code(), codes);
    }

    private static List<MapView.Area> areas(
            List<Unit> below, List<Value> values, Indicator indicator, Shades shades, @Nullable Drawing drawing) {
        Map<Integer, Unit> byId = below.stream().collect(Collectors.toMap(Unit::id, each -> each));
        Map<Integer, Integer> ranks = Ranks.of(values, indicator.better());
        return values.stream()
                .map(value -> {
                    Unit unit = Objects.requireNonNull(byId.get(value.unit()));
                    BigDecimal figure = value.value();
                    return new MapView.Area(
                            unit,
                            value,
                            ranks.get(unit.id()),
                            figure == null ? 0 : value.provisional() ? MapView.PROVISIONAL : shades.style(figure),
                            drawing == null ? null : drawing.shapes().get(unit.code()));
                })
                .sorted(Comparator.comparing(MapView.Area::rank, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
