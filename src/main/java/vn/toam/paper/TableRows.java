package vn.toam.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of a paper while it is read. A real table (three filled cells in its first row) becomes a line for each row with bars between its
 * cells, so that whoever reads the text knows what stands beside what; a table that only places things on the page, such as the letterhead
 * or the signature, becomes its cells one after the other.
 */
final class TableRows {

    private static final int COLUMNS = 3;

    private static final int WIDEST = 63;

    private final List<List<StringBuilder>> rows = new ArrayList<>();
    private int open;

    void row() {
        rows.add(new ArrayList<>());
    }

    void cell() {
        if (rows.isEmpty()) {
            row();
        }
        rows.getLast().add(new StringBuilder());
        open = rows.getLast().size() - 1;
    }

    /** The open cell is as wide as so many columns: the others of them are empty. */
    void spans(int columns) {
        for (int i = 1; i < Math.min(columns, WIDEST) && !rows.isEmpty(); i++) {
            rows.getLast().add(new StringBuilder());
        }
    }

    /** Lines of the cell that is open. */
    void add(String lines) {
        if (rows.isEmpty() || rows.getLast().isEmpty()) {
            cell();
        }
        rows.getLast().get(open).append(lines).append('\n');
    }

    /** The lines of the whole table. */
    String lines() {
        StringBuilder text = new StringBuilder();
        boolean real = rows.size() > 1 && filled(rows.getFirst()) >= COLUMNS;
        for (List<StringBuilder> row : rows) {
            if (real) {
                text.append('|');
                row.forEach(cell -> text.append(' ').append(oneLine(cell)).append(" |"));
                text.append('\n');
            } else {
                row.forEach(text::append);
            }
        }
        return text.toString();
    }

    private static long filled(List<StringBuilder> row) {
        return row.stream().filter(cell -> !cell.toString().isBlank()).count();
    }

    private static String oneLine(StringBuilder cell) {
        return cell.toString().strip().replaceAll("\\s*\\n\\s*", " ").replace('|', '/');
    }
}
