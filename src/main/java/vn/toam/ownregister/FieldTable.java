package vn.toam.ownregister;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.RecordField;
import vn.toam.shared.Rejected;
import vn.toam.shared.SearchWords;
import vn.toam.sheet.RowReceiver;
import vn.toam.sheet.TableFile;
import vn.toam.sheet.UnreadableTable;

/** Fields as a table: a row for each, its name, its type and, where it is chosen from a list, the choices. Headings are found by their words. */
final class FieldTable {

    /** How people call the types of fields. */
    private static final Map<RecordField.Type, List<String>> TYPES = Map.ofEntries(
            Map.entry(RecordField.Type.TEXT, List.of("chữ", "văn bản", "text")),
            Map.entry(RecordField.Type.LONG, List.of("đoạn văn", "nhiều dòng", "ghi chú", "long text")),
            Map.entry(RecordField.Type.DATE, List.of("ngày", "ngày tháng", "date")),
            Map.entry(RecordField.Type.INTEGER, List.of("số", "số nguyên", "number")),
            Map.entry(RecordField.Type.DECIMAL, List.of("số lẻ", "số thập phân", "decimal")),
            Map.entry(RecordField.Type.MONEY, List.of("tiền", "số tiền", "money")),
            Map.entry(RecordField.Type.YES_NO, List.of("có/không", "có hay không", "yes/no")),
            Map.entry(RecordField.Type.CODE, List.of("lựa chọn", "danh mục", "chọn", "choice")),
            Map.entry(RecordField.Type.PERSON, List.of("người", "họ và tên", "person")),
            Map.entry(RecordField.Type.PHONE, List.of("điện thoại", "số điện thoại", "telephone")),
            Map.entry(RecordField.Type.DOCUMENT, List.of("quyết định", "số văn bản", "giấy tờ", "document")));

    private static final Set<String> YES = Set.of("x", "co", "yes", "1", "bat buoc");

    /** Most lines that are looked at, headings and blank ones among them. */
    private static final int LINES = 200;

    /** Columns of the table by what their heading says. */
    private record Columns(int name, int type, int choices, int required) {}

    private FieldTable() {}

    /** @throws Rejected naming what is wrong and where */
    static List<RegisterSheet.Row> read(Path file) throws IOException {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        try {
            TableFile.of(file).read(file, new RowReceiver() {
                @Override
                public void row(String sheet, int number, List<@Nullable Object> cells) {
                    if (lines.size() <= LINES) {
                        lines.add(cells);
                    }
                }
            });
        } catch (UnreadableTable unreadable) {
            throw unreadable.rejected();
        }
        if (lines.size() > LINES) {
            throw many();
        }
        for (int line = 0; line < lines.size(); line++) {
            Columns columns = columns(lines.get(line));
            if (columns.name() >= 0 && columns.type() >= 0) {
                return rows(lines.subList(line + 1, lines.size()), columns);
            }
        }
        throw Rejected.field("table", "ownregister.problem.heading");
    }

    private static Columns columns(List<@Nullable Object> cells) {
        List<String> heads = cells.stream()
                .map(cell -> SearchWords.fold(Objects.toString(cell, "")))
                .toList();
        return new Columns(
                find(heads, "tên trường", "tên", "field", "name"),
                find(heads, "kiểu", "loại", "type"),
                find(heads, "lựa chọn", "danh mục", "choices"),
                find(heads, "bắt buộc", "required"));
    }

    private static int find(List<String> heads, String... words) {
        for (String word : words) {
            String folded = SearchWords.fold(word);
            for (int at = 0; at < heads.size(); at++) {
                if (heads.get(at).equals(folded)) {
                    return at;
                }
            }
        }
        return -1;
    }

    private static List<RegisterSheet.Row> rows(List<List<@Nullable Object>> lines, Columns columns) {
        List<RegisterSheet.Row> rows = new ArrayList<>();
        for (List<@Nullable Object> cells : lines) {
            String name = cell(cells, columns.name());
            if (!name.isEmpty()) {
                if (rows.size() == RegisterSheet.MOST) {
                    throw many();
                }
                String said = cell(cells, columns.type());
                RecordField.Type type = type(said);
                rows.add(new RegisterSheet.Row(
                        "",
                        name,
                        type == null ? said : type.name(),
                        cell(cells, columns.choices()),
                        "",
                        YES.contains(SearchWords.fold(cell(cells, columns.required()))),
                        false));
            }
        }
        if (rows.isEmpty()) {
            throw Rejected.field("table", "ownregister.problem.heading");
        }
        return rows;
    }

    private static Rejected many() {
        return Rejected.field("table", "ownregister.problem.many", RegisterSheet.MOST);
    }

    private static RecordField.@Nullable Type type(String said) {
        String folded = SearchWords.fold(said);
        return TYPES.entrySet().stream()
                .filter(entry ->
                        entry.getValue().stream().map(SearchWords::fold).anyMatch(folded::equals))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static String cell(List<@Nullable Object> cells, int column) {
        return column < 0 || column >= cells.size()
                ? ""
                : Objects.toString(cells.get(column), "").strip();
    }
}
