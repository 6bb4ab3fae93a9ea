package vn.toam.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final RowReceiver rows;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private int number;
    private int marks;

    private JsonReader(RowReceiver rows) {
        this.rows = rows;
    }

    static void read(Path file, RowReceiver rows) throws UnreadableTable, IOException {
        JsonReader reader = new JsonReader(rows);
        try (JsonParser json = MAPPER.createParser(file.toFile())) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                reader.list(json);
            } else if (first == JsonToken.START_OBJECT) {
                reader.whole(json);
            }
            if (json.nextToken() != null) {
                throw unclear(json);
            }
        } catch (JacksonException broken) {
            throw new UnreadableTable("json", line(broken));
        } catch (NumberFormatException | ArithmeticException endless) {
            throw new UnreadableTable("json", reader.number + 1);
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
            if (value == JsonToken.START_ARRAY) {
                if (number > 0) {
                    throw unclear(json);
                }
                list(json);
            } else if (value.isScalarValue()) {
                rows.row(RowReceiver.MARKS, ++marks, new ArrayList<>(List.of(name, json.getString())));
            } else {
                json.skipChildren();
            }
        }
    }

    private void list(JsonParser json) throws UnreadableTable {
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw unclear(json);
            }
            List<@Nullable Object> cells = new ArrayList<>();
            object(json, cells, new HashSet<>());
            rows.row("", ++number, cells);
        }
    }

    /** A member that is there twice, or a list in a cell, says nothing clear. */
    private static UnreadableTable unclear(JsonParser json) {
        return new UnreadableTable("json", json.currentLocation().getLineNr());
    }

    private void object(JsonParser json, List<@Nullable Object> cells, Set<String> seen) throws UnreadableTable {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT) {
                if (!name.equals("figures")) {
                    throw unclear(json);
                }
                object(json, cells, seen);
            } else if (value == JsonToken.START_ARRAY || !seen.add(name)) {
                throw unclear(json);
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
