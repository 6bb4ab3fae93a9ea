package vn.toam.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;
import vn.toam.definition.Expression;

/** Reads the YAML shape of an {@link Expression}. */
final class ExpressionReader extends StdDeserializer<Expression> {

    private static final String KNOWN = Arrays.stream(Expression.Operator.values())
            .map(operator -> operator.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ", "previous, ", ""));

    ExpressionReader() {
        super(Expression.class);
    }

    @Override
    public Expression deserialize(JsonParser parser, DeserializationContext context) {
        return read(parser.readValueAsTree(), context);
    }

    private Expression read(JsonNode node, DeserializationContext context) {
        if (node.isNumber()) {
            return new Expression.Constant(node.decimalValue());
        }
        if (node.isString()) {
            return new Expression.Current(node.stringValue());
        }
        if (!node.isObject() || node.size() != 1) {
            throw wrong(context, "a formula is a field, a number or one operator with its parts");
        }
        Map.Entry<String, JsonNode> only = node.properties().iterator().next();
        if (only.getKey().equals("previous") && only.getValue().isString()) {
            return new Expression.Previous(only.getValue().stringValue());
        }
        return operation(only.getKey(), only.getValue(), context);
    }

    private Expression operation(String name, JsonNode value, DeserializationContext context) {
        List<JsonNode> parts = value.isArray() ? value.values().stream().toList() : List.of(value);
        return Arrays.stream(Expression.Operator.values())
                .filter(operator -> operator.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .filter(operator -> operator.takes(parts.size()))
                .map(operator -> new Expression.Operation(
                        operator,
                        parts.stream().map(part -> read(part, context)).toList()))
                .orElseThrow(() -> wrong(
                        context, "operator '" + name + "' with " + parts.size() + " parts is not one of: " + KNOWN));
    }

    private RuntimeException wrong(DeserializationContext context, String message) {
        return tools.jackson.databind.exc.InvalidFormatException.from(
                context.getParser(), message, "", Expression.class);
    }
}
