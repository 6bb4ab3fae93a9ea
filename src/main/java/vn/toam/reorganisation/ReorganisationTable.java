package vn.toam.reorganisation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.toam.geography.Level;
import vn.toam.geography.Names;
import vn.toam.geography.Share;
import vn.toam.shared.Rejected;

/** Reads the table of a reorganisation from .xlsx or .csv: columns found by their headings, in any order, with or without diacritics. */
final class ReorganisationTable {

    /** The columns, each with the headings it goes by (folded as {@link Names#syllables} does); the first is the one we write. */
    enum Column {
        OLD_CODE("Mã cũ", "ma don vi cu", "old code"),
        NEW_CODE("Mã mới", "ma don vi moi", "new code"),
        NEW_NAME("Tên mới", "ten don vi moi", "new name"),
        NEW_TYPE("Loại", "loai moi", "type", "new type"),
        SHARE("Phần chuyển sang", "phan", "share"),
        HOUSEHOLDS("Số hộ chuyển", "so ho", "households", "households moved"),
        PARENT("Thuộc", "ma cap tren", "parent"),
        ACT("Nghị quyết", "can cu", "act", "legal basis"),
        CLAUSE("Khoản", "clause");

        private final String[] headings;

        Column(String... headings) {
            this.headings = headings;
        }

        String heading() {
            return headings[0];
        }

        static Optional<Column> of(String heading) {
            String folded = fold(heading);
            return Arrays.stream(values())
                    .filter(column -> Arrays.stream(column.headings)
                            .anyMatch(known -> fold(known).equals(folded)))
                    .findFirst();
        }
    }

    /** More lines than the whole country ever needed at once. */
    static final int MOST = 20_000;

    private ReorganisationTable() {}

    static String fold(String written) {
        return String.join(" ", Names.syllables(written));
    }

    /** What a share is written as; blank means all of it; null: not understood. */
    static @Nullable Share share(String typed) {
        return switch (fold(typed)) {
            case "", "toan bo", "full" -> Share.FULL;
            case "mot phan", "part" -> Share.PART;
            case "phan con lai", "con lai", "remainder" -> Share.REMAINDER;
            default -> null;
        };
    }

    /** The level that a code of this length has; null for no code. */
    static @Nullable Level level(String code) {
        return switch (code.matches("\\d*") ? code.length() : 0) {
            case 2 -> Level.PROVINCE;
            case 3 -> Level.DISTRICT;
            case 5 -> Level.COMMUNE;
            default -> null;
        };
    }

    /** The table's head, for a file to begin with. */
    static String head() {
        return String.join(
                ";", Arrays.stream(Column.values()).map(Column::heading).toList());
    }

    /** @throws Rejected when the file is none of these, has no heading row, or is too long */
    static List<Reorganisation.Line> read(byte[] content) {
        boolean zip = content.length > 3 && content[0] == 'P' && content[1] == 'K';
        return lines(zip ? sheet(content) : csv(text(content)));
    }

    private static List<Reorganisation.Line> lines(List<List<String>> rows) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        List<Reorganisation.Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells = rows.get(i);
            if (!places.containsKey(Column.OLD_CODE)) {
                places.clear();
                for (int c = 0; c < cells.size(); c++) {
                    int place = c;
                    Column.of(cells.get(c)).ifPresent(column -> places.putIfAbsent(column, place));
                }
            } else {
                lines.add(line(i + 1, cells, places));
            }
        }
        if (!places.containsKey(Column.OLD_CODE) || !places.containsKey(Column.NEW_CODE)) {
            throw Rejected.field(
                    "file",
                    "reorganisation.problem.headings",
                    Column.OLD_CODE.heading(),
                    Column.NEW_CODE.heading(),
                    head().replace(";", ", "));
        }
        return lines.stream().filter(line -> !line.blank()).toList();
    }

    private static Reorganisation.Line line(int row, List<String> cells, Map<Column, Integer> places) {
        return Reorganisation.Line.of(
                row,
                Arrays.stream(Column.values())
                        .map(column -> {
                            Integer place = places.get(column);
                            return place == null || place >= cells.size()
                                    ? ""
                                    : cells.get(place).strip();
                        })
                        .toList());
    }

    private static List<List<String>> sheet(byte[] content) {
        DataFormatter formatter = new DataFormatter();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            if (sheet.getLastRowNum() > MOST) {
                throw Rejected.field("file", "reorganisation.problem.long", MOST);
            }
            List<List<String>> rows = new ArrayList<>();
            for (int r = 0; r <= sheet.getLastRowNum(); r++) {
                Row row = sheet.getRow(r);
                List<String> cells = new ArrayList<>();
                for (int c = 0; row != null && c < Math.min(row.getLastCellNum(), 40); c++) {
                    Cell cell = row.getCell(c);
                    cells.add(cell == null ? "" : formatter.formatCellValue(cell));
                }
                rows.add(cells);
            }
            return rows;
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException unreadable) {
            throw Rejected.field("file", "reorganisation.problem.file");
        }
    }

    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        } catch (CharacterCodingException binary) {
            // told below
        }
        throw Rejected.field("file", "reorganisation.problem.file");
    }

    /** Tab, semicolon or comma: whichever the first lines have; a comma may also stand inside a name. */
    private static char between(String text) {
        String first = text.lines().limit(10).reduce("", (a, b) -> a + b);
        return first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
    }

    /** Cells between separators, quoted ones as in RFC 4180. */
    private static List<List<String>> csv(String text) {
        char between = between(text);
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == between || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
            if (rows.size() > MOST) {
                throw Rejected.field("file", "reorganisation.problem.long", MOST);
            }
        }
        row.add(cell.toString());
        rows.add(row);
        return rows;
    }
}
