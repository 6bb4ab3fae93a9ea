package vn.toam.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.sheet.ExcelCells;

/**
 * The same table as separated values and as JSON. Values are separated by semicolons after a UTF-8 mark: where the comma is the decimal
 * sign, as in Viet Nam, Excel opens that into columns at a double click.
 */
final class PlainTable {

    private static final String UTF8_MARK = "\ufeff";

    private PlainTable() {}

    static byte[] csv(Filled filled) {
        StringBuilder text = new StringBuilder(UTF8_MARK);
        List<Field> fields = filled.form().fields();
        CSVFormat format = CSVFormat.EXCEL.builder().setDelimiter(';').get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            List<String> heads = new ArrayList<>(filled.heads());
            fields.forEach(field -> heads.add(Headings.heading(field, filled.say(field.name()))));
            printer.printRecord(heads);
            for (Asked unit : filled.units()) {
                List<@Nullable Object> cells = new ArrayList<>(filled.left(unit));
                fields.forEach(field -> cells.add(cell(filled.value(unit, field))));
                printer.printRecord(cells);
            }
        } catch (IOException cause) {
            throw new IllegalStateException("the table could not be written", cause);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.toPlainString().replace('.', ',');
            default -> ExcelCells.likeAFormula(value.toString()) ? "'" + value : value;
        };
    }

    static byte[] json(Filled filled) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            for (Map.Entry<String, String> word : filled.marks(false).words().entrySet()) {
                json.writeStringProperty(word.getKey(), word.getValue());
            }
            json.writeNumberProperty("year", filled.round().year());
            json.writeNumberProperty("part", filled.round().part());
            json.writeName("rows");
            json.writeStartArray();
            for (Asked unit : filled.units()) {
                json.writeStartObject();
                json.writeStringProperty("code", unit.code());
                json.writeStringProperty("name", unit.fullName());
                json.writeStringProperty("status", unit.status().name());
                for (Field field : filled.form().fields()) {
                    field(json, unit, field);
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void field(JsonGenerator json, Asked unit, Field field) {
        BigDecimal figure = unit.figures().get(field.id());
        json.writeName(field.id());
        if (field.type() == FieldType.TEXT) {
            json.writeString(unit.narrative().getOrDefault(field.id(), ""));
        } else if (figure == null) {
            json.writeNull();
        } else if (field.type() == FieldType.YES_NO) {
            json.writeBoolean(figure.signum() != 0);
        } else {
            json.writeNumber(figure);
        }
    }
}
