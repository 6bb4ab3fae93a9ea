package vn.toam.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;

/**
 * The body of a request, taken apart strictly: a member that is not described, one that is missing, and one of another type is refused at
 * its place (a JSON pointer). Whatever is not refused was understood.
 */
final class Body {

    /** It is no JSON. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Unreadable(Throwable cause) {
            super("no JSON", cause, false, false);
        }
    }

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonNode root;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param known the members that may be there
     * @throws Unreadable when it is no JSON
     */
    Body(byte[] bytes, Set<String> known) {
        try {
            root = MAPPER.readTree(bytes);
        } catch (JacksonException broken) {
            throw new Unreadable(broken);
        }
        if (!root.isObject()) {
            problems.add(new Problem("", "api.refused.object", List.of()));
        }
        root.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> refuse("/" + name, "api.refused.unknown", name, String.join(", ", known)));
    }

    /** A text that must be there. */
    String text(String name) {
        JsonNode node = root.get(name);
        if (node == null || node.isNull()) {
            refuse("/" + name, "api.refused.missing", name);
        }
        return optionalText(name);
    }

    /** A text that may be missing; then blank. */
    String optionalText(String name) {
        JsonNode node = root.get(name);
        if (node != null && !node.isNull() && !node.isString()) {
            refuse("/" + name, "api.refused.text", name);
        }
        return node != null && node.isString() ? node.asString() : "";
    }

    /** A number, or null, that must be said. */
    @Nullable
    BigDecimal number(String name) {
        JsonNode node = root.get(name);
        if (node == null) {
            refuse("/" + name, "api.refused.missing", name);
            return null;
        }
        return number("/" + name, name, node);
    }

    private @Nullable BigDecimal number(String at, String name, JsonNode node) {
        if (!node.isNumber() && !node.isNull()) {
            refuse(at, "api.refused.number", name, shown(node));
        }
        return node.isNumber() ? node.decimalValue() : null;
    }

    /** Numbers, or null, by name. */
    Map<String, @Nullable BigDecimal> numbers(String name) {
        Map<String, @Nullable BigDecimal> numbers = new TreeMap<>();
        members(name).forEach((member, node) -> numbers.put(member, number("/" + name + "/" + member, member, node)));
        return numbers;
    }

    /** Texts by name. */
    Map<String, String> texts(String name) {
        Map<String, String> texts = new TreeMap<>();
        members(name).forEach((member, node) -> {
            if (node.isString()) {
                texts.put(member, node.asString());
            } else {
                refuse("/" + name + "/" + member, "api.refused.text", member);
            }
        });
        return texts;
    }

    private Map<String, JsonNode> members(String name) {
        Map<String, JsonNode> members = new TreeMap<>();
        JsonNode node = root.get(name);
        if (node != null && !node.isNull()) {
            if (node.isObject()) {
                node.properties().forEach(each -> members.put(each.getKey(), each.getValue()));
            } else {
                refuse("/" + name, "api.refused.members", name);
            }
        }
        return members;
    }

    private static String shown(JsonNode node) {
        String text = node.isString() ? node.asString() : node.toString();
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    void refuse(String at, String key, Object... arguments) {
        problems.add(new Problem(at, key, List.of(arguments)));
    }

    /** @throws Rejected with everything that was refused */
    void check() {
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }
}
