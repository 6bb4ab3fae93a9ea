package vn.toam.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Text;
import vn.toam.sheet.SheetRow;

/**
 * What keeps something from being imported, or was not read, and where it stands.
 *
 * @param sheet its sheet; blank in files without sheets
 * @param row its row; 0: the thing, or the sheet, as a whole
 * @param column letters of its column; blank: the row as a whole
 * @param key message key: what is wrong and what would be right
 * @param arguments values named in the message
 * @param beside what to hold it against, such as the figure of the year before; null: nothing
 */
public record Fault(
        String sheet,
        int row,
        String column,
        String key,
        List<String> arguments,
        @Nullable String beside) {

    /** An argument that begins so is the id of a column, to be named in the reader's language. */
    public static final String COLUMN = "@column:";

    /** Before each language of an argument that is written in both. */
    private static final String TEXT = "@text:";

    public Fault(String sheet, int row, String column, String key, List<String> arguments) {
        this(sheet, row, column, key, arguments, null);
    }

    /** Of the thing as a whole. */
    public static Fault of(String key, String... arguments) {
        return new Fault("", 0, "", key, List.of(arguments));
    }

    /** At a row, or a cell of it. @param column from 0; -1: the row as a whole */
    public static Fault at(SheetRow line, int column, String key, String... arguments) {
        return new Fault(
                line.sheet(), line.number(), column < 0 ? "" : SheetRow.letters(column), key, List.of(arguments));
    }

    /** What another module says about the thing as a whole. */
    public static Fault of(Problem problem) {
        return new Fault(
                "",
                0,
                "",
                problem.key(),
                problem.arguments().stream().map(Fault::written).toList());
    }

    private static String written(Object argument) {
        return switch (argument) {
            case Number figure -> Numbers.number(figure);
            case LocalDate day -> Numbers.date(day);
            case Text text -> text.en().isBlank() ? text.vi() : TEXT + text.vi() + TEXT + text.en();
            default -> argument.toString();
        };
    }

    /** An argument in the reader's language. @param names of columns by id */
    public static String said(String argument, Locale reader, UnaryOperator<String> names) {
        if (argument.startsWith(COLUMN)) {
            return names.apply(argument.substring(COLUMN.length()));
        }
        String[] both =
                argument.startsWith(TEXT) ? argument.substring(TEXT.length()).split(TEXT, 2) : new String[0];
        return both.length == 2 ? new Text(both[0], both[1]).in(reader) : argument;
    }

    /** The same with what to hold it against. */
    public Fault beside(@Nullable String value) {
        return new Fault(sheet, row, column, key, arguments, value);
    }
}
