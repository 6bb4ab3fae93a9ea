package vn.toam.exchange;

import static vn.toam.exchange.BookStyles.Kind.FIGURE;
import static vn.toam.exchange.BookStyles.Kind.HEAD;
import static vn.toam.exchange.BookStyles.Kind.HINT;
import static vn.toam.exchange.BookStyles.Kind.TEXT;
import static vn.toam.exchange.BookStyles.Kind.TITLE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;

/** All units of a place as one table: a row for each unit, a column for each line. RowReceiver of returns already sent are locked. */
final class UnitsBook {

    private static final int LINES = 2;
    private static final int NAMES = 3;
    private static final int FIRST = 4;

    /** Widths of the columns before the figures: code, unit, status, unit above. */
    private static final int[] LEFT = {9, 28, 15, 24};

    private static final int KEPT_IN_MEMORY = 100;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, KEPT_IN_MEMORY, false, false);
    private final SXSSFSheet sheet;
    private final BookStyles styles;
    private final Filled filled;
    private final List<Field> fields;
    private final List<String> heads;

    private UnitsBook(Filled filled) {
        this.filled = filled;
        this.fields = filled.form().fields();
        this.heads = filled.heads();
        this.sheet = workbook.createSheet(filled.say("sheet"));
        this.styles = new BookStyles(workbook, filled);
    }

    static byte[] write(Filled filled) {
        UnitsBook book = new UnitsBook(filled);
        try (SXSSFWorkbook workbook = book.workbook;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            book.head();
            for (int i = 0; i < filled.units().size(); i++) {
                book.unit(FIRST + i, filled.units().get(i));
            }
            book.finish();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException cause) {
            throw new IllegalStateException("the table could not be written as a workbook", cause);
        }
    }

    private void head() {
        for (int i = 0; i < heads.size() + fields.size(); i++) {
            boolean text = i >= heads.size() && fields.get(i - heads.size()).type() == FieldType.TEXT;
            sheet.setColumnWidth(i, (i < heads.size() ? LEFT[i] : text ? 40 : 14) * 256);
        }
        styles.put(
                sheet.createRow(0),
                0,
                TITLE,
                filled.title() + " – " + filled.say(filled.place().fullName()));
        styles.put(sheet.createRow(1), 0, HINT, filled.say("hint.units"));
        Row lines = sheet.createRow(LINES);
        Row names = sheet.createRow(NAMES);
        names.setHeightInPoints(96);
        for (int i = 0; i < heads.size(); i++) {
            styles.put(lines, i, HEAD, heads.get(i));
            styles.put(names, i, HEAD, null);
        }
        for (int i = 0; i < fields.size(); i++) {
            styles.put(lines, heads.size() + i, HEAD, fields.get(i).line());
            styles.put(names, heads.size() + i, HEAD, filled.say(fields.get(i).name()));
        }
    }

    private void unit(int number, Asked unit) {
        Row row = sheet.createRow(number);
        List<String> left = filled.left(unit);
        for (int i = 0; i < left.size(); i++) {
            styles.put(row, i, TEXT, left.get(i));
        }
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            styles.put(
                    row,
                    heads.size() + i,
                    unit.editable() ? BookStyles.input(field) : FIGURE,
                    filled.value(unit, field));
        }
    }

    private void finish() {
        int last = FIRST + filled.units().size() - 1;
        for (int i = 0; i < fields.size() && last >= FIRST; i++) {
            styles.validate(sheet, fields.get(i), FIRST, last, heads.size() + i);
        }
        sheet.createFreezePane(2, FIRST);
        sheet.setRepeatingRows(new CellRangeAddress(LINES, NAMES, -1, -1));
        sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, 1));
        sheet.getPrintSetup().setLandscape(true);
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        styles.marks(false);
        workbook.getXSSFWorkbook().lockStructure();
    }
}
