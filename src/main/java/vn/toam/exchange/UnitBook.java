package vn.toam.exchange;

import static vn.toam.exchange.BookStyles.Kind.FIGURE;
import static vn.toam.exchange.BookStyles.Kind.HEAD;
import static vn.toam.exchange.BookStyles.Kind.HINT;
import static vn.toam.exchange.BookStyles.Kind.INPUT_TEXT;
import static vn.toam.exchange.BookStyles.Kind.SECTION;
import static vn.toam.exchange.BookStyles.Kind.TEXT;
import static vn.toam.exchange.BookStyles.Kind.TITLE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Section;
import vn.toam.shared.Numbers;

/**
 * The form of one unit as a workbook: a row for each line, last year's figure beside this year's cell, the sum of the parts beside a line that
 * must equal it, and a column for remarks.
 */
final class UnitBook {

    private static final int[] WIDTHS = {8, 62, 14, 13, 16, 13, 40};
    private static final int HEADER = 3;
    private static final int BEFORE = 3;
    private static final int NOW = 4;
    private static final int SUM = 5;
    private static final int NOTE = 6;
    private static final int NAME_CHARACTERS = 58;
    private static final float LINE = 15.5f;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFSheet sheet;
    private final BookStyles styles;
    private final Filled filled;
    private final Asked unit;
    private final Map<String, Integer> rows = new HashMap<>();

    private UnitBook(Filled filled) {
        this.filled = filled;
        this.unit = filled.units().getFirst();
        this.sheet = workbook.createSheet(filled.say("sheet"));
        this.styles = new BookStyles(workbook, filled);
    }

    static byte[] write(Filled filled) {
        UnitBook book = new UnitBook(filled);
        try (XSSFWorkbook workbook = book.workbook;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            book.head();
            book.lines();
            book.sums();
            book.finish();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException cause) {
            throw new IllegalStateException("the form could not be written as a workbook", cause);
        }
    }

    private void head() {
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        styles.put(sheet.createRow(0), 0, TITLE, filled.title());
        String due = Numbers.date(filled.round().due());
        styles.put(sheet.createRow(1), 0, HINT, unit.fullName() + " (" + unit.code() + ") · " + filled.say("due", due));
        styles.put(sheet.createRow(2), 0, HINT, filled.say("hint.unit"));
        Row row = sheet.createRow(HEADER);
        row.setHeightInPoints(2 * LINE);
        List<String> heads = List.of(
                filled.say("line"),
                filled.say("what"),
                filled.say("count"),
                String.valueOf(filled.round().year() - 1),
                String.valueOf(filled.round().year()),
                filled.say("sum"),
                filled.say("note"));
        for (int i = 0; i < heads.size(); i++) {
            styles.put(row, i, HEAD, heads.get(i));
        }
    }

    private void lines() {
        int next = HEADER + 1;
        for (Section section : filled.form().sections()) {
            Row heading = sheet.createRow(next);
            for (int i = 0; i < WIDTHS.length; i++) {
                styles.put(heading, i, SECTION, i == 0 ? filled.say(section.name()) : null);
            }
            sheet.addMergedRegion(new CellRangeAddress(next, next, 0, WIDTHS.length - 1));
            next++;
            for (Field field : section.fields()) {
                rows.put(field.id(), next);
                line(sheet.createRow(next), field);
                next++;
            }
        }
    }

    private void line(Row row, Field field) {
        String name = (field.partOf() == null ? "" : "    ") + filled.say(field.name());
        row.setHeightInPoints(LINE * (1 + name.length() / NAME_CHARACTERS));
        styles.put(row, 0, TEXT, field.line());
        styles.put(row, 1, TEXT, name);
        styles.put(
                row,
                2,
                TEXT,
                field.unit() == null || !filled.unitNames().containsKey(field.unit())
                        ? null
                        : filled.say(filled.unitNames().get(field.unit())));
        BigDecimal before = filled.before().get(field.id());
        styles.put(
                row,
                BEFORE,
                FIGURE,
                before == null || BookStyles.figures(field) ? before : filled.answer(before.signum() != 0));
        styles.put(row, NOW, unit.editable() ? BookStyles.input(field) : FIGURE, filled.value(unit, field));
        styles.put(row, SUM, FIGURE, null);
        boolean noted = unit.editable() && field.type() != FieldType.TEXT;
        styles.put(row, NOTE, noted ? INPUT_TEXT : TEXT, unit.notes().get(field.id()));
        if (unit.editable()) {
            styles.validate(sheet, field, row.getRowNum(), row.getRowNum(), NOW);
        }
    }

    /** Beside a line that is a sum: what its parts add up to, red while it differs. */
    private void sums() {
        filled.form().sums().forEach((field, parts) -> {
            int row = rows.getOrDefault(field, HEADER);
            String cells = parts.stream()
                    .map(part -> "E" + (rows.getOrDefault(part, HEADER) + 1))
                    .collect(Collectors.joining(","));
            sheet.getRow(row)
                    .getCell(SUM)
                    .setCellFormula("IF(COUNT(%s)=%d,SUM(%s),\"\")".formatted(cells, parts.size(), cells));
            SheetConditionalFormatting conditions = sheet.getSheetConditionalFormatting();
            ConditionalFormattingRule differs = conditions.createConditionalFormattingRule(
                    "AND(ISNUMBER($F%1$d),$F%1$d<>$E%1$d)".formatted(row + 1));
            PatternFormatting red = differs.createPatternFormatting();
            red.setFillBackgroundColor(IndexedColors.ROSE.getIndex());
            red.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
            conditions.addConditionalFormatting(
                    new CellRangeAddress[] {new CellRangeAddress(row, row, SUM, SUM)}, differs);
        });
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    }

    private void finish() {
        sheet.createFreezePane(0, HEADER + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEADER, HEADER, -1, -1));
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        styles.marks(true);
        workbook.lockStructure();
    }
}
