package vn.toam.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.LineRules.Spelling;

/** How a table spells its figures, where the sender says it. */
public final class FigureSpelling {

    /** Name of the question. */
    public static final String ID = "spelling";

    /** Asked beside the columns of every table that may hold figures. */
    public static final ImportQuestion QUESTION = new ImportQuestion(
            ID,
            "imports.map.spelling",
            null,
            "imports.map.spelling.ask",
            List.of(
                    new ImportQuestion.Choice("vi", "imports.map.spelling.vi"),
                    new ImportQuestion.Choice("en", "imports.map.spelling.en")),
            "",
            answer -> true);

    private static final Map<String, Spelling> SPELLINGS = Map.of("vi", Spelling.VIETNAMESE, "en", Spelling.ENGLISH);

    private FigureSpelling() {}

    /** Null: not said. */
    public static @Nullable Spelling of(Mapping mapping) {
        return SPELLINGS.get(mapping.answer(ID));
    }

    /** The answer that says it; blank: none does. */
    public static String answer(@Nullable Spelling spelling) {
        return SPELLINGS.entrySet().stream()
                .filter(each -> each.getValue() == spelling)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
