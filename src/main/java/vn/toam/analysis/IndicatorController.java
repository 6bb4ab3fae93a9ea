package vn.toam.analysis;

import static vn.toam.round.RoundPermissions.FIGURES_READ;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toam.catalog.Catalog;
import vn.toam.collection.CollectionFigures;
import vn.toam.definition.Indicator;
import vn.toam.geography.Unit;
import vn.toam.indicator.IndicatorService;
import vn.toam.indicator.Measures;
import vn.toam.indicator.Value;
import vn.toam.shared.Access;
import vn.toam.shared.Navigation;
import vn.toam.sheet.Table;
import vn.toam.unit.UnitService;

/** An indicator of a place, and where each of its figures comes from. */
@Controller
@RequestMapping("/indicators")
class IndicatorController {

    private final IndicatorService indicators;
    private final Measures measures;
    private final StandingReader standings;
    private final TraceReader traces;
    private final MapReader maps;
    private final Tables tables;
    private final CollectionFigures figures;
    private final UnitService units;
    private final Catalog catalog;
    private final Access access;

    IndicatorController(
            IndicatorService indicators,
            Measures measures,
            StandingReader standings,
            TraceReader traces,
            MapReader maps,
            Tables tables,
            CollectionFigures figures,
            UnitService units,
            Catalog catalog,
            Access access) {
        this.indicators = indicators;
        this.measures = measures;
        this.standings = standings;
        this.traces = traces;
        this.maps = maps;
        this.tables = tables;
        this.figures = figures;
        this.units = units;
        this.catalog = catalog;
        this.access = access;
    }

    @Bean
    static Navigation indicatorsNavigation() {
        return new Navigation(50, "/indicators", "shared.nav.scorecard", FIGURES_READ);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    public String indicator(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate borders,
            @RequestParam(defaultValue = "UNIT") BelowOrder sort,
            @RequestParam(defaultValue = "false") boolean down,
            Model model) {
        IndicatorView view = view(id, unit, year, borders);
        model.addAttribute("view", view);
        model.addAttribute("below", sort.sort(view.below(), view.byUnit(), down));
        model.addAttribute("order", view.order(sort, down));
        return "analysis/indicator";
    }

    /** The table of the units below as a file: Excel, or CSV. */
    @GetMapping("/{id}/table.{kind:xlsx|csv}")
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> below(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam int unit,
            @RequestParam int year,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate borders) {
        Table table = tables.below(view(id, unit, year, borders));
        return kind.equals("csv") ? table.csv() : Table.workbook(List.of(table));
    }

    /** The figures of all years as a workbook. */
    @GetMapping("/{id}/series.xlsx")
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> series(@PathVariable String id, @RequestParam int unit, @RequestParam int year) {
        return Table.workbook(List.of(tables.series(view(id, unit, year, null))));
    }

    private IndicatorView view(String id, @Nullable Integer unit, @Nullable Integer year, @Nullable LocalDate borders) {
        Indicator indicator = measures.indicator(id);
        int place = unit == null ? access.me().unit() : unit;
        IndicatorService.Past past = indicators.past(List.of(indicator), place);
        TreeMap<Integer, BigDecimal> series = past.of(indicator);
        List<Integer> years = figures.years();
        int shown = year != null ? year : IndicatorService.newest(series, years);
        LocalDate day = figures.geography(shown);
        LocalDate on = borders == null ? day : borders;
        Unit here = units.find(place, day);
        List<Unit> below = indicators.below(place, on);
        IndicatorService.Family family = indicators.family(indicator, past, place, shown, below, on);
        return new IndicatorView(
                indicator,
                catalog.measure(indicator),
                here,
                shown,
                family.value(),
                series,
                past.coverage(indicator),
                standings.of(indicator, here, shown, past),
                below,
                family.children(),
                years,
                borders,
                on,
                past.readings(),
                past.borders(indicator),
                indicators.parted(
                        Stream.concat(
                                past.readings().values().stream(),
                                family.children().stream().map(Value::reading)),
                        day));
    }

    @GetMapping("/map")
    String map(
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        model.addAttribute("view", maps.map(indicator, unit, year));
        return "analysis/map";
    }

    @GetMapping("/trace")
    String trace(
            @RequestParam String indicator,
            @RequestParam int unit,
            @RequestParam int year,
            @RequestParam(defaultValue = "UNIT") BelowOrder sort,
            @RequestParam(defaultValue = "false") boolean down,
            Model model) {
        TraceView view = traces.trace(indicator, unit, year);
        model.addAttribute("view", view);
        model.addAttribute("below", sort.sort(view.below(), view.byUnit(), down));
        model.addAttribute("order", view.order(sort, down));
        return "analysis/trace";
    }
}
