package vn.toam.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.LineReading;
import vn.toam.definition.LineRules;
import vn.toam.mapping.RecordColumn.Kind;
import vn.toam.mapping.RecordColumn.Option;
import vn.toam.shared.Numbers;

/** Reads cells of a list of records: what is certain as a value, what is not as a question, the rest as a refusal that says what is right. */
final class CellReader {

    private static final int MOST_TEXT = 300;
    private static final int MOST_LONG = 20_000;
    private static final BigDecimal ANY = new BigDecimal("-999999999999");
    private static final Pattern DAY = Pattern.compile(
            "(?iu)(?:ngày\\s+)?(\\d{1,2})(?:\\s*[/.-]\\s*|\\s+tháng\\s+)(\\d{1,2})(?:\\s*[/.-]\\s*|\\s+năm\\s+)(\\d{4})(?:\\s+\\d{1,2}:\\d{2}.*)?");
    private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ].*)?");
    private static final Pattern YEAR = Pattern.compile("(19|20|21)\\d{2}");
    private static final Set<String> NOTHING = Set.of("-", "–", "—", "…", "...", "//", "n/a");
    private static final Pattern SEVERAL = Pattern.compile("\\s*[,;\\n]\\s*");

    private final Mapping mapping;
    private final LineRules.@Nullable Spelling spelling;
    private final RecordTarget target;
    private final Map<String, List<Option>> known = new HashMap<>();

    CellReader(RecordTarget target, Mapping mapping, LineRules.@Nullable Spelling spelling) {
        this.target = target;
        this.mapping = mapping;
        this.spelling = spelling;
    }

    CellReading read(RecordColumn column, Object cell) {
        String text = cell instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : cell.toString().strip();
        if (text.isEmpty() || !column.kind().number() && NOTHING.contains(text)) {
            return new CellReading.Blank();
        }
        if (!LineRules.printable(text)) {
            return new CellReading.Refused("imports.cell.control", List.of());
        }
        return switch (column.kind()) {
            case TEXT -> text(text, MOST_TEXT);
            case LONG -> text(text, MOST_LONG);
            case DATE -> day(text);
            case CODE -> code(column, text);
            case YES_NO -> yesNo(column, cell, text);
            case INTEGER, DECIMAL -> figure(column, cell, text);
            case YEAR ->
                YEAR.matcher(text).matches() ? new CellReading.Value(text) : refused("imports.cell.year", text);
        };
    }

    private static CellReading text(String text, int most) {
        return text.length() > most
                ? new CellReading.Refused(
                        "imports.cell.long", List.of(String.valueOf(text.length()), String.valueOf(most)))
                : new CellReading.Value(text.replace("\r\n", "\n"));
    }

    private static CellReading day(String text) {
        try {
            Matcher iso = ISO.matcher(text);
            Matcher said = DAY.matcher(text);
            LocalDate day = iso.matches()
                    ? LocalDate.parse(iso.group(1))
                    : said.matches() ? LocalDate.of(number(said, 3), number(said, 2), number(said, 1)) : null;
            if (day != null && day.getYear() >= 1900 && day.getYear() < 2200) {
                return new CellReading.Value(day.toString());
            }
        } catch (DateTimeParseException noDay) {
            return refused("imports.cell.day", text);
        } catch (DateTimeException noDay) {
            return refused("imports.cell.noDay", text);
        }
        return refused("imports.cell.day", text);
    }

    private static int number(Matcher said, int group) {
        return Integer.parseInt(said.group(group));
    }

    private CellReading yesNo(RecordColumn column, Object cell, String text) {
        return switch (line(column, FieldType.YES_NO, cell, text)) {
            case LineReading.Figure figure ->
                new CellReading.Value(String.valueOf(figure.value().signum() != 0));
            case LineReading.Blank blank -> new CellReading.Blank();
            case LineReading.Refusal refusal -> refused("imports.cell.yesNo", text);
        };
    }

    private CellReading figure(RecordColumn column, Object cell, String text) {
        boolean whole = column.kind() == Kind.INTEGER;
        return switch (line(column, whole ? FieldType.INTEGER : FieldType.DECIMAL, cell, text)) {
            case LineReading.Figure figure ->
                new CellReading.Value(figure.value().toPlainString());
            case LineReading.Blank blank -> new CellReading.Blank();
            case LineReading.Refusal refusal ->
                switch (refusal.reason()) {
                    case LEAST -> refused("imports.cell.least", text, Numbers.exact(least(column)));
                    case UNCLEAR ->
                        refused("imports.cell.unclear", text, refusal.more().toArray(String[]::new));
                    case DASH -> refused("imports.cell.dash", text);
                    default -> refused(whole ? "imports.cell.whole" : "imports.cell.number", text);
                };
        };
    }

    private LineReading line(RecordColumn column, FieldType type, Object cell, String text) {
        Field field = new Field(
                column.id(), "", column.name(), null, type, null, least(column), true, null, null, null, null);
        return cell instanceof BigDecimal number
                ? LineRules.read(field, number)
                : LineRules.read(field, text, spelling);
    }

    private static BigDecimal least(RecordColumn column) {
        return column.min() == null ? ANY : column.min();
    }

    private CellReading code(RecordColumn column, String text) {
        ColumnChoices choices = target.choicesOf(column.id());
        List<String> codes = new ArrayList<>();
        for (String said : column.many() ? several(column, text) : List.of(text)) {
            List<Option> found = meant(column, said);
            if (found.size() != 1) {
                return new CellReading.Doubtful(
                        said,
                        (found.isEmpty() ? choices.near(said) : found)
                                .stream()
                                        .map(each -> new Entry.Choice(
                                                each.code(), each.name().vi()))
                                        .toList());
            }
            codes.add(found.getFirst().code());
        }
        return new CellReading.Value(String.join(";", codes.stream().distinct().toList()));
    }

    /** What the sender chose for it, else what it fits; tables say the same few things again and again. */
    private List<Option> meant(RecordColumn column, String said) {
        return known.computeIfAbsent(column.id() + ":" + said, any -> looked(column, said));
    }

    private List<Option> looked(RecordColumn column, String said) {
        ColumnChoices choices = target.choicesOf(column.id());
        return Optional.ofNullable(mapping.chosen(column.id(), said))
                .flatMap(choices::option)
                .map(List::of)
                .orElseGet(() -> choices.find(said));
    }

    /** The parts of a list in a cell; names may hold commas themselves, so as many words as name something belong together. */
    private List<String> several(RecordColumn column, String text) {
        List<String> parts = List.of(SEVERAL.split(text));
        List<String> said = new ArrayList<>();
        for (int at = 0; at < parts.size(); ) {
            int end = parts.size();
            while (end > at + 1
                    && meant(column, String.join(", ", parts.subList(at, end))).size() != 1) {
                end--;
            }
            said.add(String.join(", ", parts.subList(at, end)));
            at = end;
        }
        return said;
    }

    private static CellReading refused(String key, String text, String... more) {
        List<String> arguments = new ArrayList<>();
        arguments.add(text.length() > 60 ? text.substring(0, 59) + "…" : text);
        arguments.addAll(List.of(more));
        return new CellReading.Refused(key, arguments);
    }
}
