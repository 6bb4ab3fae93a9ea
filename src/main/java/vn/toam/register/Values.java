package vn.toam.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a record says, by field: texts, codes, ids and days as text (a day yyyy-MM-dd), numbers, yes and no, several codes as a list, a paper as
 * {@code number}, {@code date}, {@code issuer}, rows of a table as a list of the same. A field that says nothing is absent.
 */
public record Values(Map<String, Object> map) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    static Values of(String json) {
        return new Values(JSON.readValue(json, MAP));
    }

    String json() {
        return JSON.writeValueAsString(map);
    }

    /** The value as text; null: nothing is said. */
    public @Nullable String text(String field) {
        Object value = map.get(field);
        return value == null ? null : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** The value as a number; yes is 1, no is 0. */
    public @Nullable BigDecimal number(String field) {
        return switch (map.get(field)) {
            case BigDecimal number -> number;
            case Number number -> new BigDecimal(number.toString());
            case Boolean yes -> yes ? BigDecimal.ONE : BigDecimal.ZERO;
            case null, default -> null;
        };
    }

    public Optional<LocalDate> day(String field) {
        return Optional.ofNullable(text(field)).map(LocalDate::parse);
    }

    /** Every code or id of a field; one value is a list of one. */
    public List<String> all(String field) {
        return switch (map.get(field)) {
            case null -> List.of();
            case List<?> list -> list.stream().map(Object::toString).toList();
            case Object one -> List.of(one.toString());
        };
    }

    /** The village that the record lies in; null: it says none. */
    @Nullable
    UUID village() {
        return Optional.ofNullable(text("village")).map(UUID::fromString).orElse(null);
    }

    /** The paper of a field. */
    public Values paper(String field) {
        return map.get(field) instanceof Map<?, ?> paper ? inner(paper) : new Values(Map.of());
    }

    /** The rows of a table. */
    public List<Values> rows(String table) {
        return map.get(table) instanceof List<?> rows
                ? rows.stream()
                        .filter(Map.class::isInstance)
                        .map(row -> inner((Map<?, ?>) row))
                        .toList()
                : List.of();
    }

    /** Every code or id in a field or in {@code table.column}. */
    public Stream<String> everywhere(String place) {
        int dot = place.indexOf('.');
        return dot < 0
                ? all(place).stream()
                : rows(place.substring(0, dot)).stream().flatMap(row -> row.all(place.substring(dot + 1)).stream());
    }

    private static Values inner(Map<?, ?> map) {
        Map<String, Object> inner = new LinkedHashMap<>();
        map.forEach((key, value) -> inner.put(key.toString(), value));
        return new Values(inner);
    }
}
