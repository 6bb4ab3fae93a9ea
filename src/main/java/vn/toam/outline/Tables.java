package vn.toam.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.language.Rx;
import vn.toam.language.Vi;
import vn.toam.language.View;

/**
 * Tables of tasks in a source whose cells stand between bars, on one line or one cell a line. A row becomes an item with its
 * lead, partners and time as labelled lines below it, so that everything that reads items reads tables too.
 */
public final class Tables {
    /** A cell without its bars; {@code breaks} is the number of line ends before its first word. */
    private record Cell(int start, int end, int breaks) {
        boolean empty() {
            return start == end;
        }
    }

    /** What a column holds; the label is the one that lines below a task have. */
    private enum Column {
        NUMBER(""),
        TASK(""),
        LEAD("Cơ quan chủ trì"),
        PARTNER("Cơ quan phối hợp"),
        DOER("Cơ quan thực hiện"),
        TIME("Thời gian thực hiện"),
        PRODUCT("Sản phẩm"),
        OTHER("");

        final String label;

        Column(String label) {
            this.label = label;
        }
    }

    /** The lines of a table and where the source goes on behind it. */
    public record Table(int start, int end, List<Line> lines) {}

    private static final Rx NUMBER = Rx.of("(?:stt|tt|số tt|số thứ tự)\\.?");
    private static final Rx TASK = Rx.of("(?:tên |các )?(?:nội dung|nhiệm vụ|công việc|hoạt động|đầu việc)");
    private static final Rx LEAD = Rx.of("chủ trì");
    private static final Rx PARTNER = Rx.of("phối hợp");
    private static final Rx TIME = Rx.of("thời gian|thời hạn|tiến độ|thời điểm|hoàn thành");
    private static final Rx PRODUCT = Rx.of("(?:sản phẩm|kết quả|đầu ra)");
    private static final Rx DOER =
            Rx.of("(?:cơ quan|đơn vị|trách nhiệm|phân công)[^.]{0,20}(?:thực hiện|trách nhiệm)|trách nhiệm|phân công");
    private static final Pattern ROW_NUMBER =
            Pattern.compile("[*\\s]*(?:\\d{1,3}(?:\\.\\d{1,2}){0,3}|[IVXLC]{1,6}|[A-HĐa-zđ])[.)]?[*\\s]*");
    private static final int MOST_COLUMNS = 12;
    private static final int LONGEST_HEAD = 70;
    private static final int LONGEST_CELL = 1500;

    private final String source;
    private final List<Cell> cells = new ArrayList<>();

    private Tables(String source) {
        this.source = source;
        int from = source.indexOf('|');
        while (from >= 0) {
            int to = source.indexOf('|', from + 1);
            if (to > 0) {
                cells.add(cell(from + 1, to));
            }
            from = to;
        }
    }

    /** The tables of tasks in a source, in order. */
    public static List<Table> of(String source) {
        List<Table> out = new ArrayList<>();
        Tables tables = new Tables(source);
        int i = 0;
        while (i < tables.cells.size()) {
            List<Column> columns = tables.columns(i);
            if (columns == null) {
                i++;
            } else {
                i = tables.read(i, columns, out);
            }
        }
        return out;
    }

    private Cell cell(int from, int to) {
        int s = from;
        int breaks = 0;
        while (s < to && (Character.isWhitespace(source.charAt(s)) || source.charAt(s) == '*')) {
            breaks += source.charAt(s) == '\n' ? 1 : 0;
            s++;
        }
        int e = to;
        while (e > s && (Character.isWhitespace(source.charAt(e - 1)) || source.charAt(e - 1) == '*')) {
            e--;
        }
        return new Cell(s, e, breaks);
    }

    /** The columns of a head that starts at cell {@code i}: tasks, and who or when beside them; else null. */
    private @Nullable List<Column> columns(int i) {
        List<Column> columns = new ArrayList<>();
        for (int k = i; k < cells.size() && !cells.get(k).empty() && columns.size() <= MOST_COLUMNS; k++) {
            Cell c = cells.get(k);
            if (c.end() - c.start() > LONGEST_HEAD || c.breaks() > 1) {
                break;
            }
            columns.add(column(c));
        }
        boolean beside = columns.contains(Column.LEAD)
                || columns.contains(Column.TIME)
                || columns.contains(Column.DOER)
                || columns.contains(Column.PARTNER);
        boolean first =
                columns.size() > 1 && (columns.getFirst() == Column.NUMBER || columns.getFirst() == Column.TASK);
        return first && beside && columns.contains(Column.TASK) ? columns : null;
    }

    private Column column(Cell c) {
        String low = Vi.fold(source.substring(c.start(), c.end()).replaceAll("[\\s*]+", " "));
        View head = View.probe(low);
        if (NUMBER.in(head).matches()) {
            return Column.NUMBER;
        }
        if (LEAD.in(head).find()) {
            return Column.LEAD;
        }
        if (PARTNER.in(head).find()) {
            return Column.PARTNER;
        }
        if (TIME.in(head).find()) {
            return Column.TIME;
        }
        if (DOER.in(head).find()) {
            return Column.DOER;
        }
        if (PRODUCT.in(head).lookingAt()) {
            return Column.PRODUCT;
        }
        return TASK.in(head).lookingAt() ? Column.TASK : Column.OTHER;
    }

    private int read(int head, List<Column> columns, List<Table> out) {
        List<Line> lines = new ArrayList<>();
        int i = head + columns.size();
        int end = cells.get(i - 1).end() + 1;
        List<Cell> row = new ArrayList<>();
        boolean open = true;
        while (open && i < cells.size()) {
            Cell c = cells.get(i);
            boolean last = row.size() >= columns.size();
            if (row.isEmpty() && c.empty()) {
                open = c.breaks() < 3;
            } else if (c.empty() && c.breaks() > 0 && (last || rowOver(i, row.size(), columns))) {
                emit(row, columns, lines);
                end = c.start();
                row.clear();
            } else if (row.isEmpty() && !opensRow(i, columns) || c.end() - c.start() > LONGEST_CELL || last) {
                open = false;
            } else {
                row.add(c);
            }
            i += open ? 1 : 0;
        }
        if (row.size() >= columns.size() - 1) {
            emit(row, columns, lines);
            end = Math.min(source.length(), row.getLast().end());
        }
        int bar = source.indexOf('|', end);
        int close = bar >= 0 && source.substring(end, bar).isBlank() ? bar + 1 : end;
        out.add(new Table(cells.get(head).start(), close, lines));
        return Math.max(i, head + columns.size());
    }

    /** An empty cell in the middle of a row, or the gap between a short row (a heading of the table) and the next. */
    private boolean rowOver(int i, int size, List<Column> columns) {
        Cell next = i + 1 < cells.size() ? cells.get(i + 1) : null;
        if (next == null) {
            return true;
        }
        boolean numbered = columns.getFirst() == Column.NUMBER;
        return !next.empty() && (numbered ? isNumber(next) : size <= 1) && size < columns.size();
    }

    private boolean isNumber(Cell c) {
        return c.end() - c.start() < 12
                && ROW_NUMBER.matcher(source.substring(c.start(), c.end())).matches();
    }

    private boolean opensRow(int i, List<Column> columns) {
        Cell c = cells.get(i);
        if (c.breaks() > 1) {
            return false;
        }
        return columns.getFirst() != Column.NUMBER || isNumber(c) || c.end() - c.start() < 400;
    }

    /** What the lines of a heading row begin with. */
    public static final String SECTION = "§ ";

    private static final Pattern SECTION_NUMBER = Pattern.compile("[*\\s]*(?:[IVXLC]{1,6}|[A-HĐ])[.)]?[*\\s]*");
    private static final Pattern SECTION_TITLE = Pattern.compile("(?:[IVX]{1,5}|[A-HĐ])[.)]\\s.*", Pattern.DOTALL);

    private String text(Cell c) {
        return source.substring(c.start(), c.end()).strip();
    }

    /** A row with nothing but its words is a heading of the table: numbered I or A, without a number, or above 1.1 when it is 1. */
    private boolean heads(List<Cell> row, int shift, Cell task, List<Column> columns) {
        if (columns.getFirst() != Column.NUMBER) {
            return SECTION_TITLE.matcher(text(task)).matches();
        }
        return shift == 1 || SECTION_NUMBER.matcher(text(row.getFirst())).matches();
    }

    private @Nullable Cell bare;
    private int bareAt;
    private String bareNumber = "";

    /** The row above turns out to be a heading when this one is numbered below it. */
    private void headAbove(List<Cell> row, List<Line> lines) {
        boolean below = bare != null
                && bareAt == lines.size() - 1
                && !row.isEmpty()
                && text(row.getFirst()).startsWith(bareNumber + ".");
        if (bare != null && below) {
            lines.set(bareAt, Line.cell(SECTION + bareNumber + ". ", source, bare.start(), bare.end()));
        }
        bare = null;
    }

    private boolean repeatsHead(List<Cell> row, List<Column> columns) {
        List<Column> same =
                row.stream().filter(c -> !c.empty()).map(this::shortColumn).toList();
        return same.size() > 1 && same.equals(columns.subList(0, Math.min(columns.size(), same.size())));
    }

    private Column shortColumn(Cell c) {
        return c.end() - c.start() > LONGEST_HEAD ? Column.OTHER : column(c);
    }

    private void emit(List<Cell> row, List<Column> columns, List<Line> lines) {
        if (repeatsHead(row, columns)) {
            return;
        }
        headAbove(row, lines);
        int shift = columns.getFirst() == Column.NUMBER && !row.isEmpty() && !isNumber(row.getFirst()) ? 1 : 0;
        List<Line> below = new ArrayList<>();
        Line task = null;
        Cell said = null;
        for (int k = 0; k < row.size() && k + shift < columns.size(); k++) {
            Column column = columns.get(k + shift);
            Cell c = row.get(k);
            if (column == Column.TASK && !c.empty() && task == null) {
                task = Line.cell("- ", source, c.start(), c.end());
                said = c;
            } else if (!column.label.isEmpty() && !c.empty()) {
                below.add(Line.cell("+ " + column.label + ": ", source, c.start(), c.end()));
            }
        }
        if (task == null || said == null) {
            return;
        }
        if (!below.isEmpty() || columns.size() <= 2 || !alone(row, shift, said, columns, lines)) {
            lines.add(task);
            lines.addAll(below);
        }
    }

    /** A row with nothing but its words: the rest of the task above, a heading, or a task that may yet turn out to be one. */
    private boolean alone(List<Cell> row, int shift, Cell said, List<Column> columns, List<Line> lines) {
        int last = lines.size() - 1;
        int first = Math.max(0, lines.size() - MOST_COLUMNS);
        while (last >= first && !lines.get(last).text.toString().startsWith("- ")) {
            last--;
        }
        if (shift == 1 && last >= first && Character.isLowerCase(source.charAt(said.start()))) {
            lines.get(last).append(Line.cell("", source, said.start(), said.end()));
            return true;
        }
        if (heads(row, shift, said, columns)) {
            String number = shift == 0 && columns.getFirst() == Column.NUMBER
                    ? text(row.getFirst()).replaceAll("[*.)\\s]", "") + ". "
                    : "";
            lines.add(Line.cell(SECTION + number, source, said.start(), said.end()));
            return true;
        }
        if (columns.getFirst() == Column.NUMBER && shift == 0) {
            bare = said;
            bareAt = lines.size();
            bareNumber = text(row.getFirst()).replaceAll("[*)\\s]|\\.$", "");
        }
        return false;
    }
}
