package vn.toam.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The module's records as the database keeps them. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<List<@Nullable Object>> CELLS = new TypeReference<>() {};

    private Json() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** Cells of a row: every number a {@link BigDecimal}. */
    static List<@Nullable Object> cells(String json) {
        List<@Nullable Object> cells = new ArrayList<>(MAPPER.readValue(json, CELLS));
        cells.replaceAll(cell -> switch (cell) {
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            case java.math.BigInteger number -> new BigDecimal(number);
            case null -> null;
            default -> cell;
        });
        return cells;
    }

    static <T> List<T> list(String json, Class<T> of) {
        return MAPPER.readValue(json, MAPPER.getTypeFactory().constructCollectionType(List.class, of));
    }
}
