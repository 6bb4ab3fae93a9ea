package vn.toam.exchange;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.sheet.ExcelCells;
import vn.toam.sheet.RowReceiver;
import vn.toam.sheet.TableFile;

/** How our workbooks look and what their cells let in: yellow cells are for typing, everything else is locked. */
final class BookStyles {

    /** A kind of cell. */
    enum Kind {
        TITLE,
        HINT,
        HEAD,
        SECTION,
        TEXT,
        /** Text that a spreadsheet could take for a formula: marked as text for good. */
        QUOTED,
        FIGURE,
        INPUT,
        INPUT_FRACTION,
        INPUT_CHOICE,
        INPUT_TEXT,
        INPUT_QUOTED;

        private boolean input() {
            return name().startsWith("INPUT");
        }
    }

    private static final XSSFColor YELLOW = new XSSFColor(new byte[] {(byte) 0xff, (byte) 0xf8, (byte) 0xd6});
    private static final XSSFColor GREY = new XSSFColor(new byte[] {(byte) 0xec, (byte) 0xe7, (byte) 0xde});

    /** Text in Excel validation boxes may have this many characters. */
    private static final int BOX = 255;

    private final Workbook workbook;
    private final Filled filled;
    private final Map<Kind, CellStyle> styles = new EnumMap<>(Kind.class);

    BookStyles(Workbook workbook, Filled filled) {
        this.workbook = workbook;
        this.filled = filled;
        for (Kind kind : Kind.values()) {
            styles.put(kind, style(kind));
        }
    }

    private CellStyle style(Kind kind) {
        CellStyle style = workbook.createCellStyle();
        boolean strong = kind == Kind.TITLE || kind == Kind.HEAD || kind == Kind.SECTION;
        style.setFont(font(strong, kind == Kind.TITLE ? 14 : 11, kind == Kind.HINT));
        style.setLocked(!kind.input());
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        if (kind == Kind.TITLE || kind == Kind.HINT) {
            return style;
        }
        style.setWrapText(kind != Kind.FIGURE);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setQuotePrefixed(kind == Kind.QUOTED || kind == Kind.INPUT_QUOTED);
        switch (kind) {
            case HEAD -> {
                style.setAlignment(HorizontalAlignment.CENTER);
                fill(style, GREY);
            }
            case SECTION -> fill(style, GREY);
            case FIGURE, INPUT ->
                style.setDataFormat(workbook.createDataFormat().getFormat("#,##0"));
            case INPUT_FRACTION ->
                style.setDataFormat(workbook.createDataFormat().getFormat("#,##0.######"));
            case INPUT_CHOICE -> style.setAlignment(HorizontalAlignment.RIGHT);
            default -> {}
        }
        if (kind.input()) {
            fill(style, YELLOW);
        }
        return style;
    }

    private static void fill(CellStyle style, XSSFColor colour) {
        style.setFillForegroundColor(colour);
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private Font font(boolean bold, int points, boolean italic) {
        Font font = workbook.createFont();
        font.setFontName("Times New Roman");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setItalic(italic);
        return font;
    }

    /** Writes a cell; text that looks like a formula is marked as text. */
    Cell put(Row row, int column, Kind kind, @Nullable Object value) {
        Cell cell = row.createCell(column);
        Kind used = kind;
        switch (value) {
            case null -> {}
            case BigDecimal number -> cell.setCellValue(number.doubleValue());
            default -> {
                String text = value.toString();
                cell.setCellValue(text);
                if (ExcelCells.likeAFormula(text)) {
                    used = kind.input() ? Kind.INPUT_QUOTED : Kind.QUOTED;
                }
            }
        }
        cell.setCellStyle(styles.get(used));
        return cell;
    }

    /** The kind of cell a line is typed into. */
    static Kind input(Field field) {
        return switch (field.type()) {
            case INTEGER -> Kind.INPUT;
            case DECIMAL -> Kind.INPUT_FRACTION;
            case YES_NO -> Kind.INPUT_CHOICE;
            case TEXT -> Kind.INPUT_TEXT;
        };
    }

    /** Lets only what the line takes into these cells, and says what that is. */
    void validate(Sheet sheet, Field field, int firstRow, int lastRow, int column) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        String least = field.min().toPlainString();
        DataValidationConstraint constraint = switch (field.type()) {
            case INTEGER ->
                helper.createIntegerConstraint(DataValidationConstraint.OperatorType.GREATER_OR_EQUAL, least, null);
            case DECIMAL ->
                helper.createDecimalConstraint(DataValidationConstraint.OperatorType.GREATER_OR_EQUAL, least, null);
            case YES_NO ->
                helper.createExplicitListConstraint(new String[] {filled.answer(true), filled.answer(false)});
            case TEXT ->
                helper.createTextLengthConstraint(
                        DataValidationConstraint.OperatorType.LESS_OR_EQUAL, String.valueOf(TableFile.MAX_TEXT), null);
        };
        DataValidation validation =
                helper.createValidation(constraint, new CellRangeAddressList(firstRow, lastRow, column, column));
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.setShowErrorBox(true);
        validation.setSuppressDropDownArrow(true);
        String words = filled.say("only." + field.type(), field.line(), least);
        validation.createErrorBox(field.line(), words.substring(0, Math.min(words.length(), BOX)));
        sheet.addValidationData(validation);
    }

    /** The sheet by which the file is recognised when it comes back; Excel does not even offer to show it. */
    void marks(boolean one) {
        Sheet sheet = workbook.createSheet(RowReceiver.MARKS);
        int number = 0;
        for (Map.Entry<String, String> word : filled.marks(one).words().entrySet()) {
            Row row = sheet.createRow(number++);
            row.createCell(0).setCellValue(word.getKey());
            row.createCell(1).setCellValue(word.getValue());
        }
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
        workbook.setActiveSheet(0);
    }

    /** True for lines that are typed as numbers. */
    static boolean figures(Field field) {
        return field.type() == FieldType.INTEGER || field.type() == FieldType.DECIMAL;
    }
}
