package vn.toam.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Field;
import vn.toam.catalog.FieldType;
import vn.toam.catalog.Form;
import vn.toam.collection.CollectionFigures;
import vn.toam.indicator.FigureService;
import vn.toam.shared.Access;
import vn.toam.shared.Permission;
import vn.toam.shared.Text;
import vn.toam.shared.Timing;
import vn.toam.unit.Unit;
import vn.toam.unit.UnitService;

/** What is measured, and the figures of this moment. */
@RestController
@RequestMapping("/api/v1")
class FigureApi {

    private final FigureService service;
    private final CollectionFigures collected;
    private final UnitService units;
    private final Codes codes;
    private final Catalog catalog;
    private final JsonMapper json;
    private final Access access;

    FigureApi(
            FigureService service,
            CollectionFigures collected,
            UnitService units,
            Codes codes,
            Catalog catalog,
            JsonMapper json,
            Access access) {
        this.service = service;
        this.collected = collected;
        this.units = units;
        this.codes = codes;
        this.catalog = catalog;
        this.json = json;
        this.access = access;
    }

    /** A table: {@code values} of each row in the order of {@code measures}; null where nobody knows. */
    record Table(List<String> measures, List<Row> rows) {}

    /** A unit by the code and name of its year. */
    record Row(String unit, String name, int year, List<@Nullable BigDecimal> values) {}

    /** An indicator or a line of a form. */
    record Measure(
            String id,
            Text name,
            @Nullable String form,
            @Nullable String line) {}

    /** Written out here, so that the time told holds all of the work. */
    @GetMapping(path = "/figures", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] figures(
            @RequestParam List<String> measures,
            @RequestParam(defaultValue = Codes.COUNTRY) String unit,
            @RequestParam(defaultValue = "PLACE") FigureService.Of of,
            @RequestParam List<Integer> years,
            HttpServletRequest request,
            HttpServletResponse response) {
        int place = codes.unit(
                unit, collected.geography(years.stream().max(Integer::compareTo).orElse(0)));
        List<FigureService.Line> lines = service.table(measures, place, of, years);
        Map<Integer, Map<Integer, Unit>> named = new HashMap<>();
        lines.stream().map(FigureService.Line::year).distinct().forEach(year -> named.put(year, named(lines, year)));
        byte[] table = json.writeValueAsBytes(new Table(
                measures,
                lines.stream()
                        .map(line -> row(line, named.getOrDefault(line.year(), Map.of())))
                        .toList()));
        Timing.tell(request, response);
        return table;
    }

    @GetMapping("/measures")
    List<Measure> measures() {
        access.require(Permission.CATALOG_READ);
        List<Measure> all = new java.util.ArrayList<>();
        catalog.indicators().forEach(each -> all.add(new Measure(each.id(), each.name(), null, null)));
        for (Form form : catalog.forms()) {
            for (Field field : form.fields()) {
                if (field.type() != FieldType.TEXT) {
                    all.add(new Measure(field.id(), field.name(), form.id(), field.line()));
                }
            }
        }
        return all;
    }

    private Map<Integer, Unit> named(List<FigureService.Line> lines, int year) {
        LocalDate day = collected.geography(year);
        Map<Integer, Unit> named = new HashMap<>();
        units.findAll(
                        lines.stream()
                                .filter(line -> line.year() == year)
                                .map(FigureService.Line::unit)
                                .toList(),
                        day)
                .forEach(each -> named.put(each.id(), each));
        return named;
    }

    private static Row row(FigureService.Line line, Map<Integer, Unit> named) {
        Unit unit = named.get(line.unit());
        String code = line.unit() == UnitService.COUNTRY || unit == null ? Codes.COUNTRY : unit.code();
        return new Row(code, unit == null ? "" : unit.fullName().vi(), line.year(), line.values());
    }
}
