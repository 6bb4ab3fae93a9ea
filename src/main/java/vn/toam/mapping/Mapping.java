package vn.toam.mapping;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a table is to be read.
 *
 * @param sheet the sheet that is read; blank in files without sheets
 * @param header number of the row with the headings
 * @param first number of the first row below them
 * @param columns by column, from 0: the id of what stands there; each id once
 * @param answers to the questions of the target, by question
 * @param chosen what the sender chose by hand where the table says it unclearly: see {@link #chosen(String, String)}
 */
public record Mapping(
        String sheet,
        int header,
        int first,
        Map<Integer, String> columns,
        Map<String, String> answers,
        Map<String, String> chosen) {

    public Mapping {
        columns = columns == null ? Map.of() : new TreeMap<>(columns);
        answers = answers == null ? Map.of() : new TreeMap<>(answers);
        chosen = chosen == null ? Map.of() : new TreeMap<>(chosen);
    }

    public Mapping(String sheet, int header, int first, Map<Integer, String> columns) {
        this(sheet, header, first, columns, Map.of(), Map.of());
    }

    /** The column, from 0, that holds this; -1: none does. */
    public int column(String id) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(-1);
    }

    /** The answer to a question; blank: not given. */
    public String answer(String question) {
        return answers.getOrDefault(question, "");
    }

    /** What the sender chose where a column says this; null: nothing. */
    public @Nullable String chosen(String column, String said) {
        return chosen.get(column + ":" + said);
    }

    /** The same with an answer, where it is not given yet. */
    public Mapping answering(String question, String answer) {
        Map<String, String> all = new TreeMap<>(answers);
        if (!answer.isBlank() && answer(question).isBlank()) {
            all.put(question, answer);
        }
        return new Mapping(sheet, header, first, columns, all, chosen);
    }

    /** The same with something chosen by hand, beside what was chosen before. */
    public Mapping choosing(String column, String said, String meant) {
        Map<String, String> all = new TreeMap<>(chosen);
        all.put(column + ":" + said, meant);
        return new Mapping(sheet, header, first, columns, answers, all);
    }

    /** The same columns of a table whose headings stand elsewhere: a title more or less above them moves every row. */
    public Mapping placed(Mapping there) {
        return new Mapping(sheet, there.header, there.first, columns, answers, chosen);
    }

    /** Only what the target knows: others are left out. */
    public Mapping within(ImportTarget target) {
        Set<String> known = target.columns().stream()
                .flatMap(group -> group.columns().stream())
                .map(ColumnGroup.Column::id)
                .collect(Collectors.toSet());
        Map<Integer, String> kept = new TreeMap<>(columns);
        kept.values().retainAll(known);
        Map<String, String> answered = new TreeMap<>(answers);
        answered.keySet()
                .retainAll(target.questions().stream().map(ImportQuestion::id).toList());
        return new Mapping(sheet, header, first, kept, answered, chosen);
    }
}
