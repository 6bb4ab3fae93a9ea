package vn.toam.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;

/**
 * The body of a request, taken apart strictly: a member that is not described, one that is missing, and one of another type is refused at
 * its place (a JSON pointer). Whatever is not refused was understood.
 */
final class JsonBody {

    /** It is no JSON. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        private Unreadable(Throwable cause, Problem problem) {
            super("no JSON", cause, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }

        /** A member that stands there twice, or the place where reading ended. */
        private static Problem told(JacksonException cause) {
            if (String.valueOf(cause.getOriginalMessage()).startsWith("Duplicate")
                    && cause.processor() instanceof JsonParser parser) {
                String at = String.valueOf(parser.streamReadContext().pathAsPointer());
                return new Problem(at, "api.refused.twice", List.of(parser.currentName()));
            }
            TokenStreamLocation where = cause.getLocation();
            return where == null
                    ? new Problem("", "api.refused.400", List.of())
                    : new Problem(
                            "",
                            "api.refused.json",
                            List.of(String.valueOf(where.getLineNr()), String.valueOf(where.getColumnNr())));
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
    JsonBody(byte[] bytes, Set<String> known) {
        try {
            root = MAPPER.readTree(bytes);
        } catch (JacksonException broken) {
            throw new Unreadable(broken, Unreadable.told(broken));
        } catch (NumberFormatException | ArithmeticException endless) {
            throw new Unreadable(endless, new Problem("", "api.refused.endless", List.of()));
        }
        if (!root.isObject()) {
            problems.add(new Problem("", "api.refused.object", List.of()));
        }
        root.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> refuse(at(name), "api.refused.unknown", shown(name), String.join(", ", known)));
    }

    /** Refuses a body where none is expected; an object without members says nothing. */
    static void nothing(byte @Nullable [] bytes) {
        if (bytes != null && bytes.length > 0) {
            new JsonBody(bytes, Set.of()).check();
        }
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
        members(name)
                .forEach((member, node) -> numbers.put(member, number("/" + name + at(member), shown(member), node)));
        return numbers;
    }

    /** Texts by name. */
    Map<String, String> texts(String name) {
        Map<String, String> texts = new TreeMap<>();
        members(name).forEach((member, node) -> {
            if (node.isString()) {
                texts.put(member, node.asString());
            } else {
                refuse("/" + name + at(member), "api.refused.text", shown(member));
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

    /** As a JSON pointer. */
    static String at(String member) {
        return "/" + shown(member).replace("~", "~0").replace("/", "~1");
    }

    private static String shown(JsonNode node) {
        return shown(node.isString() ? node.asString() : node.toString());
    }

    private static String shown(String text) {
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
