package vn.toam.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.definition.LineReading;
import vn.toam.definition.LineRules;
import vn.toam.shared.Rejected.Problem;

/**
 * Lays the cells that somebody changed over what is stored by now. A cell is taken when nobody else changed it since, whatever happened
 * to the others; one that somebody did change stays as stored and is told, so that no figure is ever overwritten unseen.
 */
public final class Cells {

    /**
     * A changed cell.
     *
     * @param name its input on the page: {@link Figures#input} or {@link Figures#note} of the field
     * @param text what was typed
     * @param base what stood there when the typist began, as the page showed it
     */
    public record Cell(String name, String text, String base) {}

    /**
     * The submission with the cells that could be taken.
     *
     * @param theirs cells that somebody else changed: name to what is stored
     * @param unread cells that cannot be read; they stay as stored
     * @param changed false: there is nothing to write
     */
    public record Merge(Submission after, Map<String, String> theirs, List<Problem> unread, boolean changed) {}

    private Cells() {}

    /** @param replayed the request was carried out before: what differs now was changed after it, even when it equals the base */
    public static Merge merge(Form form, Submission stored, List<Cell> cells, boolean replayed) {
        Map<String, String> theirs = new TreeMap<>();
        Map<String, String> figures = new HashMap<>();
        Map<String, String> notes = new HashMap<>();
        for (Cell cell : cells) {
            Field field = field(form, cell.name());
            if (field == null || holds(field, stored, cell.name(), cell.text())) {
                continue;
            }
            if (replayed || !holds(field, stored, cell.name(), cell.base())) {
                theirs.put(cell.name(), text(field, stored, cell.name()));
            } else {
                (isNote(cell.name()) ? notes : figures).put(field.id(), cell.text());
            }
        }
        List<Problem> unread = new ArrayList<>();
        Submission after = Figures.apply(form, stored, new TypedReturn(figures, notes, figures), unread);
        return new Merge(after, theirs, unread, figures.size() + notes.size() > unread.size());
    }

    /** Everything the page shows in its cells now, blanks too. */
    public static Map<String, String> all(Form form, Submission stored) {
        Map<String, String> all = new TreeMap<>();
        for (Field field : form.fields()) {
            all.put(Figures.input(field.id()), text(field, stored, Figures.input(field.id())));
            all.put(Figures.note(field.id()), text(field, stored, Figures.note(field.id())));
        }
        return all;
    }

    /** What the page shows in a cell. */
    public static String text(Field field, Submission stored, String name) {
        if (isNote(name)) {
            return stored.notes().getOrDefault(field.id(), "");
        }
        BigDecimal figure = stored.figures().get(field.id());
        return field.type() == FieldType.TEXT
                ? stored.narrative().getOrDefault(field.id(), "")
                : figure == null ? "" : LineRules.write(field, figure);
    }

    /** True when the cell holds what {@code text} says, however it is spelt. */
    private static boolean holds(Field field, Submission stored, String name, String text) {
        if (lines(text).equals(lines(text(field, stored, name)))) {
            return true;
        }
        BigDecimal figure = stored.figures().get(field.id());
        return !isNote(name)
                && figure != null
                && LineRules.read(field, text) instanceof LineReading.Figure said
                && said.value().compareTo(figure) == 0;
    }

    private static String lines(String text) {
        return text.strip().replace("\r\n", "\n");
    }

    private static boolean isNote(String name) {
        return name.startsWith(Figures.note(""));
    }

    private static @org.jspecify.annotations.Nullable Field field(Form form, String name) {
        boolean known = isNote(name) || name.startsWith(Figures.input(""));
        return known ? form.field(name.substring(2)).orElse(null) : null;
    }
}
