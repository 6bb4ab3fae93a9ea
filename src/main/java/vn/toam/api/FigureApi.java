package vn.toam.api;

import static vn.toam.catalog.CatalogPermissions.CATALOG_READ;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.catalog.Catalog;
import vn.toam.collection.CollectionFigures;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.geography.Unit;
import vn.toam.indicator.Coverage;
import vn.toam.indicator.FigureService;
import vn.toam.shared.Access;
import vn.toam.shared.Text;
import vn.toam.submission.AsOf;
import vn.toam.unit.UnitService;
import vn.toam.web.Timing;

/** What is measured, and the figures of this moment. */
@RestController
@RequestMapping("/api/v1")
class FigureApi {

    private static final String[] PARTS = {"", "Q1", "Q2", "Q3", "Q4", "H1", "H2"};

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

    /** An indicator or a line of a form. */
    record Measure(
            String id,
            Text name,
            @Nullable String form,
            @Nullable String line) {}

    /** Written out here, line by line, so that the time told holds all of the work. */
    @GetMapping(path = "/figures", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] figures(
            @RequestParam List<String> measures,
            @RequestParam(defaultValue = Codes.COUNTRY) String unit,
            @RequestParam(defaultValue = "PLACE") FigureService.Of of,
            @RequestParam List<Integer> years,
            HttpServletRequest request,
            HttpServletResponse response) {
        Query.check(request, Set.of("unit", "of"), Set.of("measures", "years"));
        Query.years(years);
        Map<Integer, LocalDate> days = collected.geographies();
        int newest = years.stream().max(Integer::compareTo).orElse(0);
        int place = codes.unit(unit, days.getOrDefault(newest, LocalDate.of(newest, 12, 1)));
        List<FigureService.Line> lines = service.table(measures, place, of, years);
        Map<LocalDate, Map<Integer, Unit>> named = named(lines, days);
        ByteArrayOutputStream table = new ByteArrayOutputStream(1 << 16);
        try (JsonGenerator out = json.createGenerator(table)) {
            out.writeStartObject();
            out.writeArrayPropertyStart("measures");
            measures.forEach(out::writeString);
            out.writeEndArray();
            out.writeArrayPropertyStart("rows");
            for (FigureService.Line line : lines) {
                write(
                        out,
                        line,
                        named.getOrDefault(days.get(line.year()), Map.of()).get(line.unit()));
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        Timing.tell(request, response);
        return table.toByteArray();
    }

    /** Every unit by its code and name of the year, by the day that holds for it. One query a day. */
    private Map<LocalDate, Map<Integer, Unit>> named(List<FigureService.Line> lines, Map<Integer, LocalDate> days) {
        Map<LocalDate, Set<Integer>> asked = new HashMap<>();
        lines.forEach(line -> asked.computeIfAbsent(
                        days.getOrDefault(line.year(), LocalDate.of(line.year(), 12, 1)), day -> new HashSet<>())
                .add(line.unit()));
        Map<LocalDate, Map<Integer, Unit>> named = new HashMap<>();
        asked.forEach((day, ids) -> named.put(
                day, units.findAll(ids, day).stream().collect(Collectors.toMap(Unit::id, Function.identity()))));
        return named;
    }

    private static void write(JsonGenerator out, FigureService.Line line, @Nullable Unit unit) {
        out.writeStartObject();
        out.writeStringProperty(
                "unit", line.unit() == UnitService.COUNTRY || unit == null ? Codes.COUNTRY : unit.code());
        out.writeStringProperty("name", unit == null ? "" : unit.fullName().vi());
        out.writeNumberProperty("year", line.year());
        out.writeStringProperty("reading", line.reading().name());
        out.writeArrayPropertyStart("values");
        for (BigDecimal value : line.values()) {
            if (value == null) {
                out.writeNull();
            } else {
                out.writeNumber(value);
            }
        }
        out.writeEndArray();
        coverage(out, line.coverage());
        out.writeEndObject();
    }

    /** Beside every value, in the same order: of how many units it is, the share from 0 to 1, and whether it is too small to be judged. */
    private static void coverage(JsonGenerator out, List<Coverage> all) {
        out.writeArrayPropertyStart("received");
        all.forEach(each -> out.writeNumber(each.received()));
        out.writeEndArray();
        out.writeArrayPropertyStart("expected");
        all.forEach(each -> out.writeNumber(each.expected()));
        out.writeEndArray();
        out.writeArrayPropertyStart("coverage");
        all.forEach(each -> out.writeNumber(BigDecimal.valueOf(each.percent(), 2)));
        out.writeEndArray();
        if (all.stream().anyMatch(each -> each.asOf() != null)) {
            out.writeArrayPropertyStart("asOf");
            all.forEach(each -> write(out, each.asOf()));
            out.writeEndArray();
        }
        out.writeArrayPropertyStart("provisional");
        all.forEach(each -> out.writeBoolean(each.provisional()));
        out.writeEndArray();
    }

    /** "Q3", "Q2-Q3", "H1"; null: to the end of the year. */
    private static void write(JsonGenerator out, @Nullable AsOf asOf) {
        if (asOf == null) {
            out.writeNull();
        } else {
            out.writeString(
                    asOf.first() == asOf.last() ? PARTS[asOf.first()] : PARTS[asOf.first()] + "-" + PARTS[asOf.last()]);
        }
    }

    @GetMapping("/measures")
    List<Measure> measures(HttpServletRequest request) {
        Query.check(request, Set.of(), Set.of());
        access.require(CATALOG_READ);
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
}
