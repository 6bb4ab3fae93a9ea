package vn.toam.exchange;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What stands in returns, as the database keeps it. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String NOTHING = "{}";
    private static final TypeReference<TreeMap<String, BigDecimal>> FIGURES = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private Json() {}

    static Map<String, BigDecimal> figures(String json) {
        return json.equals(NOTHING) ? Map.of() : MAPPER.readValue(json, FIGURES);
    }

    static Map<String, String> texts(String json) {
        return json.equals(NOTHING) ? Map.of() : MAPPER.readValue(json, TEXTS);
    }
}
