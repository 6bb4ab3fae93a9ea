package vn.toam.catalog;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.toam.definition.Definition;
import vn.toam.definition.Expression;
import vn.toam.definition.Form;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;

/**
 * Turns files into a {@link Catalog}. A file lies in the folder of its kind and holds one or more definitions separated by {@code ---}. A
 * long programme may be split: {@code id.yaml}, {@code id.tasks.yaml} … are one definition.
 */
final class CatalogReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule()
                    .addDeserializer(Expression.class, new ExpressionReader())
                    .addDeserializer(MonthDay.class, new MonthDayReader()))
            .build();

    private CatalogReader() {}

    /**
     * @param files content by name, such as {@code catalog/forms/chess.yaml}; files of other folders are left alone
     * @throws BadDefinition naming file, place and what is right
     */
    static Catalog read(Map<String, String> files) {
        Map<Class<? extends Definition>, List<Definition>> all = new LinkedHashMap<>();
        List<CatalogRules.Found> found = new ArrayList<>();
        Map<Definition, String> written = new IdentityHashMap<>();
        documents(files).forEach((file, documents) -> {
            Kind kind = Kind.of(file).orElseThrow();
            for (JsonNode document : documents) {
                Definition definition = bind(file, document, kind);
                found.add(new CatalogRules.Found(file, definition));
                written.put(definition, file);
                all.computeIfAbsent(kind.type(), any -> new ArrayList<>()).add(definition);
            }
        });
        Catalog catalog = new Catalog(all, written);
        CatalogRules.check(catalog, found);
        return catalog;
    }

    /** One form, kept elsewhere than in a file. @throws BadDefinition naming the place and what is right */
    static Form form(String content) {
        return (Form) bind("form", parse("form", content).getFirst(), Kind.FORMS);
    }

    /** One register, kept elsewhere than in a file. @throws BadDefinition naming the place and what is right */
    static Register register(String content) {
        return (Register) bind("register", parse("register", content).getFirst(), Kind.REGISTERS);
    }

    /** Fields alone: {@code fields: […]}. @throws BadDefinition naming the place and what is right */
    static List<RecordField> fields(String content) {
        try {
            JsonNode fields = parse("fields", content).getFirst().path("fields");
            return List.of(YAML.treeToValue(fields, RecordField[].class));
        } catch (JacksonException e) {
            throw new BadDefinition("fields", place(e), e.getOriginalMessage());
        }
    }

    /** The definitions of each file, before they are bound; a programme in several files is one. */
    static Map<String, List<JsonNode>> documents(Map<String, String> files) {
        Map<String, List<JsonNode>> documents = new TreeMap<>();
        new TreeMap<>(files)
                .forEach((file, content) -> Kind.of(file).ifPresent(kind -> {
                    if (kind == Kind.PROGRAMMES) {
                        merge(documents.computeIfAbsent(wholeOf(file), any -> new ArrayList<>()), parse(file, content));
                    } else {
                        documents.put(file, parse(file, content));
                    }
                }));
        return documents;
    }

    private static String wholeOf(String file) {
        return file.substring(0, file.indexOf('.')) + ".yaml";
    }

    private static void merge(List<JsonNode> whole, List<JsonNode> parts) {
        for (JsonNode part : parts) {
            if (whole.isEmpty()) {
                whole.add(part);
            } else {
                ((ObjectNode) whole.getFirst()).setAll((ObjectNode) part);
            }
        }
    }

    private static List<JsonNode> parse(String file, String content) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(content)) {
            List<JsonNode> all = documents.readAll();
            if (all.stream().allMatch(JsonNode::isObject)) {
                return all;
            }
        } catch (JacksonException e) {
            throw new BadDefinition(
                    file, place(e), "viết sai cấu trúc: " + e.getOriginalMessage(), e.getOriginalMessage());
        }
        throw new BadDefinition(file, "", "mỗi định nghĩa bắt đầu bằng 'id:'", "every definition starts with 'id:'");
    }

    private static Definition bind(String file, JsonNode document, Kind kind) {
        Definition definition;
        try {
            definition = YAML.treeToValue(document, kind.type());
        } catch (JacksonException e) {
            throw new BadDefinition(
                    file, place(e), "viết sai cấu trúc: " + e.getOriginalMessage(), e.getOriginalMessage());
        }
        List<String> missing = MissingParts.of((Record) definition);
        if (!missing.isEmpty()) {
            throw new BadDefinition(
                    file, missing.getFirst(), "còn thiếu; hãy ghi giá trị", "is missing; give it a value");
        }
        return definition;
    }

    /** sections[0].fields[2].unit */
    private static String place(JacksonException e) {
        StringBuilder place = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return place.toString();
    }

    /** Days of the year are written MM-DD. */
    private static final class MonthDayReader extends StdDeserializer<MonthDay> {

        MonthDayReader() {
            super(MonthDay.class);
        }

        @Override
        public MonthDay deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getString();
            try {
                return MonthDay.parse("--" + text);
            } catch (java.time.DateTimeException e) {
                throw context.weirdStringException(
                        text, MonthDay.class, "a day of the year is written MM-DD, such as 12-05");
            }
        }
    }
}
