package vn.toam.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.encoding.Note;
import vn.toam.plancontent.Change;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.Item;

/** Items and notes as they are kept in the database: a format of this module, independent of what the web answers with. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    all -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private Json() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static Item item(ElementKind kind, String json) {
        return MAPPER.readValue(json, kind.item());
    }

    static @Nullable Note note(@Nullable String json) {
        return json == null ? null : MAPPER.readValue(json, Note.class);
    }

    static List<Change.Line> lines(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }

    static List<Note> notes(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }
}
