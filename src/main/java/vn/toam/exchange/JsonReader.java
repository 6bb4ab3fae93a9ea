package vn.toam.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a list of objects, or an object that holds one beside words about itself: each object is a row, each name a column. Objects within
 * an object are flattened.
 */
final class JsonReader {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Rows rows;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private int number;
    private int marks;

    private JsonReader(Rows rows) {
        this.rows = rows;
    }

    static void read(Path file, Rows rows) throws UnreadableTable, IOException {
        JsonReader reader = new JsonReader(rows);
        try (JsonParser json = MAPPER.createParser(file.toFile())) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                reader.list(json);
            } else if (first == JsonToken.START_OBJECT) {
                reader.whole(json);
            }
        } catch (JacksonException broken) {
            throw new UnreadableTable("json", line(broken));
        }
        if (reader.number == 0) {
            throw new UnreadableTable("json", 1);
        }
        rows.row("", 0, new ArrayList<>(reader.columns.keySet()));
    }

    private static int line(JacksonException broken) {
        return broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
    }

    private void whole(JsonParser json) throws UnreadableTable {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_ARRAY && number == 0) {
                list(json);
            } else if (value.isScalarValue()) {
                rows.row(Rows.MARKS, ++marks, new ArrayList<>(List.of(name, json.getString())));
            } else {
                json.skipChildren();
            }
        }
    }

    private void list(JsonParser json) throws UnreadableTable {
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw new UnreadableTable("json", json.currentLocation().getLineNr());
            }
            List<@Nullable Object> cells = new ArrayList<>();
            object(json, cells);
            rows.row("", ++number, cells);
        }
    }

    private void object(JsonParser json, List<@Nullable Object> cells) throws UnreadableTable {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT) {
                object(json, cells);
            } else if (value == JsonToken.START_ARRAY) {
                throw new UnreadableTable("json", json.currentLocation().getLineNr());
            } else {
                int column = columns.computeIfAbsent(name, unknown -> columns.size());
                while (cells.size() <= column) {
                    cells.add(null);
                }
                cells.set(column, scalar(json, value));
            }
        }
    }

    private static @Nullable Object scalar(JsonParser json, JsonToken value) {
        return switch (value) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDecimalValue();
            case VALUE_TRUE -> "TRUE";
            case VALUE_FALSE -> "FALSE";
            case VALUE_STRING -> {
                String text = json.getString().strip();
                yield text.isEmpty() ? null : text;
            }
            default -> null;
        };
    }
}
