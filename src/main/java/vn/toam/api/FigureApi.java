package vn.toam.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
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
        int place = codes.unit(
                unit, collected.geography(years.stream().max(Integer::compareTo).orElse(0)));
        List<FigureService.Line> lines = service.table(measures, place, of, years);
        ByteArrayOutputStream table = new ByteArrayOutputStream(1 << 16);
        try (JsonGenerator out = json.createGenerator(table)) {
            out.writeStartObject();
            out.writeArrayPropertyStart("measures");
            measures.forEach(out::writeString);
            out.writeEndArray();
            out.writeArrayPropertyStart("rows");
            for (int from = 0, to; from < lines.size(); from = to) {
                to = yearEnd(lines, from);
                rows(out, lines.subList(from, to));
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        Timing.tell(request, response);
        return table.toByteArray();
    }

    private static int yearEnd(List<FigureService.Line> lines, int from) {
        int to = from + 1;
        while (to < lines.size() && lines.get(to).year() == lines.get(from).year()) {
            to++;
        }
        return to;
    }

    /** Lines of one year, each unit by its code and name of that year. */
    private void rows(JsonGenerator out, List<FigureService.Line> lines) {
        Map<Integer, Unit> named = new HashMap<>();
        units.findAll(
                        lines.stream().map(FigureService.Line::unit).toList(),
                        collected.geography(lines.getFirst().year()))
                .forEach(each -> named.put(each.id(), each));
        for (FigureService.Line line : lines) {
            Unit unit = named.get(line.unit());
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
            out.writeEndObject();
        }
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
}
