package vn.toam.submission;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Figures and texts by field, as the database keeps them. Keys are sorted, so that the same figures are the same text. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<TreeMap<String, BigDecimal>> FIGURES = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private static final TypeReference<TreeMap<String, Tally>> TALLIES = new TypeReference<>() {};

    private Json() {}

    public static String write(Map<String, ?> values) {
        return MAPPER.writeValueAsString(new TreeMap<>(values));
    }

    public static Map<String, BigDecimal> figures(String json) {
        return MAPPER.readValue(json, FIGURES);
    }

    /** Only some of the figures, read as they come. */
    public static Map<String, BigDecimal> figures(String json, Set<String> fields) {
        Map<String, BigDecimal> figures = new HashMap<>(fields.size() * 2);
        try (JsonParser parser = MAPPER.createParser(json)) {
            parser.nextToken();
            for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                parser.nextToken();
                if (fields.contains(field)) {
                    figures.put(field, parser.getDecimalValue());
                }
            }
        }
        return figures;
    }

    public static Map<String, Tally> tallies(String json) {
        return MAPPER.readValue(json, TALLIES);
    }

    public static Map<String, String> texts(String json) {
        return MAPPER.readValue(json, TEXTS);
    }
}
