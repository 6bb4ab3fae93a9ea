package vn.toam.village;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.CodeList.Code;
import vn.toam.shared.Rejected;
import vn.toam.sheet.Folded;
import vn.toam.sheet.HeadingRows;
import vn.toam.sheet.SheetRow;

/**
 * A table of villages as people keep it: a title above, headings in one row or two, numbers of columns below them, sums at the end. Which
 * column holds what is told by the headings, with or without marks.
 */
public final class VillageTable {

    /** What a column holds. */
    public enum Column {
        NAME,
        KIND,
        HEAD,
        HEAD_PHONE,
        FRONT_HEAD,
        FRONT_PHONE,
        HOUSEHOLDS,
        AREA
    }

    /** A row of a village. @param texts what stands under each heading; blank ones are left out */
    public record Line(String sheet, int row, Map<Column, String> texts) {

        public String at(Column column) {
            return texts.getOrDefault(column, "");
        }
    }

    private static final int HEADINGS_WITHIN = 30;
    private static final String VILLAGE =
            "(thon|ban|lang|xom|ap|buon|bon|soc|phum|khu pho|khoi pho|khom|tieu khu|to dan pho|tdp|khu dan cu)";
    private static final Pattern NAME =
            Pattern.compile("ten( goi)?( " + VILLAGE + ".*)?|" + VILLAGE + "( (va|hoac|" + VILLAGE + "))*");
    private static final Pattern KIND = Pattern.compile("loai( hinh)?|loai " + VILLAGE + ".*");
    private static final Pattern FRONT = Pattern.compile("mat tran|\\bctmt\\b");
    private static final Pattern HEAD = Pattern.compile(
            "\\b(truong (thon|ban|ap|khu|xom|khom|lang|buon|bon|soc|khoi)|to truong|ho ten|ho va ten|nguoi dung dau)\\b");
    private static final Pattern PHONE = Pattern.compile("dien thoai|\\bsdt\\b|\\bso dt\\b|\\bdtdd\\b|di dong|lien he");
    private static final Pattern HOUSEHOLDS = Pattern.compile("(tong )?(so )?ho( dan| gia dinh)?|(tong )?so ho.*");
    private static final Pattern AREA = Pattern.compile("khu vuc|kho khan|^vung|phan loai");
    private static final Pattern SUM =
            Pattern.compile("(tong|tong cong|tong so|cong|cong chung|toan xa|toan phuong)( \\d+.*)?");

    private final List<Code> kinds;

    VillageTable(List<Code> kinds) {
        this.kinds = kinds;
    }

    /** Its rows that name a village; empty: no heading says where the names stand, and no column holds villages with their kinds. */
    List<Line> read(List<SheetRow> rows) {
        List<Line> lines = new ArrayList<>();
        Map<Column, Integer> columns = withoutHeadings(rows);
        String sheet = "";
        int within = 0;
        boolean under = false;
        SheetRow before = null;
        for (SheetRow row : rows) {
            if (!row.sheet().equals(sheet)) {
                sheet = row.sheet();
                within = 0;
                before = null;
            }
            Map<Column, Integer> headings = within++ < HEADINGS_WITHIN ? headings(row, before) : Map.of();
            if (headings.containsKey(Column.NAME)) {
                columns = new EnumMap<>(headings);
                under = true;
            } else if (under
                    && !headings.isEmpty()
                    && text(row.cell(columns.getOrDefault(Column.NAME, -1))).isEmpty()) {
                columns.putAll(headings);
                under = false;
            } else if (!columns.isEmpty()) {
                line(row, columns).ifPresent(lines::add);
                under = false;
            }
            before = row;
        }
        return lines;
    }

    /** A bare list: the column in which most rows begin with a kind of village. */
    private Map<Column, Integer> withoutHeadings(List<SheetRow> rows) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int at = 0; at < 3; at++) {
            int column = at;
            long villages = rows.stream()
                    .map(row -> VillageName.of(text(row.cell(column))))
                    .filter(name -> name.kind(kinds)
                            .filter(kind -> !name.without(kind).written().isEmpty())
                            .isPresent())
                    .count();
            if (villages > 0 && 2 * villages >= rows.size() && columns.isEmpty()) {
                columns.put(Column.NAME, column);
            }
        }
        return columns;
    }

    private static Optional<Line> line(SheetRow row, Map<Column, Integer> columns) {
        Map<Column, String> texts = new EnumMap<>(Column.class);
        columns.forEach((column, at) -> {
            String text = text(row.cell(at));
            if (!text.isEmpty()) {
                texts.put(column, text);
            }
        });
        String name = Folded.of(texts.getOrDefault(Column.NAME, ""));
        boolean sum = row.cells().stream()
                .map(cell -> Folded.of(text(cell)))
                .anyMatch(cell -> SUM.matcher(cell).matches());
        List<Object> filled = row.cells().stream()
                .filter(cell -> cell != null)
                .map(Object.class::cast)
                .toList();
        if (name.isEmpty() || sum || HeadingRows.isNumbering(filled)) {
            return Optional.empty();
        }
        return Optional.of(new Line(row.sheet(), row.number(), texts));
    }

    /** What each column holds; a phone or a name under "Trưởng ban công tác Mặt trận" of the row above is the Front head's. */
    private static Map<Column, Integer> headings(SheetRow row, @Nullable SheetRow before) {
        Map<Column, Integer> found = new EnumMap<>(Column.class);
        SheetRow groups = before != null && filled(before) > 1 ? before : null;
        String group = "";
        for (int at = 0; at < row.cells().size(); at++) {
            String above = groups == null ? "" : Folded.of(text(groups.cell(at)));
            group = above.isEmpty() ? group : above;
            String own = Folded.of(text(row.cell(at)));
            Column column = own.isEmpty() ? null : column(own, group, found);
            if (column != null) {
                found.putIfAbsent(column, at);
            }
        }
        return found.size() > 1 || filled(row) == 1 ? found : Map.of();
    }

    private static long filled(SheetRow row) {
        return row.cells().stream().filter(cell -> !text(cell).isEmpty()).count();
    }

    private static @Nullable Column column(String own, String group, Map<Column, Integer> found) {
        boolean front = FRONT.matcher(own).find() || FRONT.matcher(group).find();
        if (PHONE.matcher(own).find()) {
            return front || found.containsKey(Column.FRONT_HEAD) ? Column.FRONT_PHONE : Column.HEAD_PHONE;
        }
        if (HEAD.matcher(own).find() || FRONT.matcher(own).find()) {
            return front ? Column.FRONT_HEAD : Column.HEAD;
        }
        if (HOUSEHOLDS.matcher(own).matches()) {
            return Column.HOUSEHOLDS;
        }
        if (KIND.matcher(own).matches()) {
            return Column.KIND;
        }
        if (NAME.matcher(own).matches()) {
            return Column.NAME;
        }
        return AREA.matcher(own).find() ? Column.AREA : null;
    }

    /** Lines as one text, to go through a page and back; cells hold no line breaks. */
    static String pack(List<Line> lines) {
        StringBuilder packed = new StringBuilder();
        for (Line line : lines) {
            packed.append(line.sheet().replaceAll("\\s+", " ")).append('\t').append(line.row());
            for (Column column : Column.values()) {
                packed.append('\t').append(line.at(column));
            }
            packed.append('\n');
        }
        return packed.toString();
    }

    /** @throws Rejected when it is nothing that {@link #pack} made */
    static List<Line> unpack(String packed) {
        List<Line> lines = new ArrayList<>();
        for (String each : packed.split("\\R")) {
            String[] cells = each.split("\t", -1);
            if (cells.length != Column.values().length + 2 || !cells[1].matches("\\d{1,7}")) {
                throw Rejected.field("file", "village.table.noName");
            }
            Map<Column, String> texts = new EnumMap<>(Column.class);
            for (Column column : Column.values()) {
                if (!cells[column.ordinal() + 2].isEmpty()) {
                    texts.put(column, cells[column.ordinal() + 2]);
                }
            }
            lines.add(new Line(cells[0], Integer.parseInt(cells[1]), texts));
        }
        return lines;
    }

    static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            default -> cell.toString().replaceAll("[\\s\\p{Z}]+", " ").strip();
        };
    }
}
