package vn.toam.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Indicator;
import vn.toam.collection.CollectionFigures;
import vn.toam.shared.Access;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.Unit;
import vn.toam.unit.UnitService;

/** An indicator of a place, and where each of its figures comes from. */
@Controller
@RequestMapping("/indicators")
class IndicatorController {

    private final IndicatorService indicators;
    private final StandingReader standings;
    private final TraceReader traces;
    private final MapReader maps;
    private final Words words;
    private final CollectionFigures figures;
    private final UnitService units;
    private final Catalog catalog;
    private final Access access;

    IndicatorController(
            IndicatorService indicators,
            StandingReader standings,
            TraceReader traces,
            MapReader maps,
            Words words,
            CollectionFigures figures,
            UnitService units,
            Catalog catalog,
            Access access) {
        this.indicators = indicators;
        this.standings = standings;
        this.traces = traces;
        this.maps = maps;
        this.words = words;
        this.figures = figures;
        this.units = units;
        this.catalog = catalog;
        this.access = access;
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    public String indicator(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate borders,
            Model model) {
        Indicator indicator = catalog.indicator(id);
        int place = unit == null ? access.me().unit() : unit;
        IndicatorService.Past past = indicators.past(List.of(indicator), place);
        TreeMap<Integer, BigDecimal> series = past.of(indicator);
        List<Integer> years = figures.years();
        int shown = year != null ? year : newest(series, years);
        LocalDate day = figures.geography(shown);
        LocalDate on = borders == null ? day : borders;
        Unit here = units.find(place, day);
        List<Unit> below = indicators.below(place, on);
        IndicatorService.Family family = indicators.family(indicator, past, place, shown, below, on);
        model.addAttribute(
                "view",
                new IndicatorView(
                        indicator,
                        Units.written(catalog, indicator),
                        here,
                        shown,
                        family.value(),
                        series,
                        standings.of(indicator, here, shown, series),
                        below,
                        family.children(),
                        years,
                        borders,
                        on,
                        past.readings(),
                        indicators.parted(
                                Stream.concat(
                                        past.readings().values().stream(),
                                        family.children().stream().map(Value::reading)),
                                day)));
        return "indicator/indicator";
    }

    /** The table of the units below as a file that Excel opens: UTF-8 with its mark, semicolons, decimal commas. */
    @GetMapping("/{id}/table.csv")
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> file(
            @PathVariable String id,
            @RequestParam int unit,
            @RequestParam int year,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate borders) {
        LocalDate on = borders == null ? figures.geography(year) : borders;
        List<Value> values = indicators.children(id, unit, year, on);
        Map<Integer, Text> names =
                indicators.below(unit, on).stream().collect(Collectors.toMap(Unit::id, Unit::fullName));
        return ResponseEntity.ok()
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + catalog.indicator(id).id() + "-" + year + ".csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(csv(names, values).getBytes(StandardCharsets.UTF_8));
    }

    private String csv(Map<Integer, Text> names, List<Value> values) {
        Locale locale = LocaleContextHolder.getLocale();
        StringBuilder csv = new StringBuilder("\uFEFF")
                .append(Stream.of("unit", "value", "numerator", "base", "complete", "expected")
                        .map(key -> cell(words.get(locale, "indicator." + key)))
                        .collect(Collectors.joining(";", "", "\r\n")));
        values.forEach(value -> csv.append(Stream.of(
                        cell(names.getOrDefault(value.unit(), Text.of("")).in(locale)),
                        figure(value.value()),
                        figure(value.numerator()),
                        figure(value.base()),
                        String.valueOf(value.units()),
                        String.valueOf(value.completeness().expected()))
                .collect(Collectors.joining(";", "", "\r\n"))));
        return csv.toString();
    }

    /** In quotes; a name that a spreadsheet would take for a formula is made a text. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static String figure(@Nullable BigDecimal figure) {
        return figure == null
                ? ""
                : figure.setScale(6, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('.', ',');
    }

    @GetMapping("/map")
    String map(
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        model.addAttribute("view", maps.map(indicator, unit, year));
        return "indicator/map";
    }

    @GetMapping("/trace")
    String trace(@RequestParam String indicator, @RequestParam int unit, @RequestParam int year, Model model) {
        model.addAttribute("view", traces.trace(indicator, unit, year));
        return "indicator/trace";
    }

    /** The newest year with a figure, else the newest anybody was asked about. */
    static int newest(TreeMap<Integer, BigDecimal> series, List<Integer> years) {
        return !series.isEmpty() ? series.lastKey() : years.isEmpty() ? 2026 : years.getFirst();
    }
}
