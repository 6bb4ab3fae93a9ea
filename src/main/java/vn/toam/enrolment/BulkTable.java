package vn.toam.enrolment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.toam.shared.Rejected;

/** A table of accounts as rows of texts: pasted, .csv or the first visible sheet of an .xlsx. */
final class BulkTable {

    static final int COLUMNS = 6;
    static final int MOST = 500;

    private static final int LARGEST = 2_000_000;

    private BulkTable() {}

    /** @throws Rejected when the file is no such table */
    static String text(byte[] file) {
        if (file.length > LARGEST) {
            throw Rejected.field("file", "access.bulk.file.wrong");
        }
        boolean zip = file.length > 3 && file[0] == 'P' && file[1] == 'K';
        String text = zip ? excel(file) : new String(file, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0 || text.indexOf('\uFFFD') >= 0) {
            throw Rejected.field("file", "access.bulk.file.wrong");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String excel(byte[] file) {
        StringBuilder text = new StringBuilder();
        DataFormatter cells = new DataFormatter();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Row row : visible(book)) {
                for (int column = 0; column < COLUMNS; column++) {
                    text.append(column == 0 ? "" : "\t")
                            .append(cells.formatCellValue(row.getCell(column)).replaceAll("\\s+", " "));
                }
                text.append('\n');
                if (row.getRowNum() > 2 * MOST) {
                    break;
                }
            }
        } catch (IOException | RuntimeException damaged) {
            throw Rejected.field("file", "access.bulk.file.wrong");
        }
        return text.toString();
    }

    private static Sheet visible(XSSFWorkbook book) {
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            if (!book.isSheetHidden(i) && !book.isSheetVeryHidden(i)) {
                return book.getSheetAt(i);
            }
        }
        throw Rejected.field("file", "access.bulk.file.wrong");
    }

    /** Lines that hold something, each of {@link #COLUMNS} cells; the head of the table is left out. @throws Rejected when there are too many, or none */
    static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : text.split("\\R")) {
            if (line.isBlank() || rows.isEmpty() && head(line)) {
                continue;
            }
            String[] cells = line.split(line.indexOf('\t') >= 0 ? "\t" : ";", -1);
            List<String> row = new ArrayList<>();
            for (int i = 0; i < COLUMNS; i++) {
                row.add(i < cells.length ? cells[i].strip().replaceAll("^\"|\"$", "") : "");
            }
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw Rejected.field("text", "access.bulk.empty");
        }
        if (rows.size() > MOST) {
            throw Rejected.field("text", "access.bulk.many", rows.size(), MOST);
        }
        return rows;
    }

    private static boolean head(String line) {
        return line.chars().noneMatch(Character::isDigit);
    }
}
