package vn.toam.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Numbers;

/**
 * Cells by the kind of their value: figure with the decimals that pages show, year, date, text. How separators look is the reader's own
 * setting (vi-VN: 1.234,5). A text is never a formula.
 */
public final class ExcelCells {

    private static final Pattern LIKE_A_FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private final XSSFWorkbook workbook;
    private final XSSFCellStyle text;
    private final XSSFCellStyle quoted;
    private final List<XSSFCellStyle> figures;
    private final XSSFCellStyle year;
    private final XSSFCellStyle date;
    private final XSSFCellStyle head;
    private final XSSFCellStyle title;
    private final XSSFCellStyle note;

    /** For the sheets of one workbook. */
    public ExcelCells(XSSFWorkbook workbook) {
        this.workbook = workbook;
        text = style("General", false);
        quoted = style("General", false);
        quoted.setQuotePrefixed(true);
        figures = List.of(style("#,##0", false), style("#,##0.0", false), style("#,##0.00", false));
        year = style("0", false);
        date = style("dd/mm/yyyy", false);
        head = style("General", true);
        head.setAlignment(HorizontalAlignment.CENTER);
        title = workbook.createCellStyle();
        title.setFont(font(true, 13));
        note = workbook.createCellStyle();
        note.setFont(font(false, 12));
    }

    private XSSFFont font(boolean bold, int size) {
        XSSFFont font = workbook.createFont();
        font.setFontName("Times New Roman");
        font.setFontHeightInPoints((short) size);
        font.setBold(bold);
        return font;
    }

    private XSSFCellStyle style(String format, boolean bold) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setFont(font(bold, 12));
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    /** A new sheet with its title in the first row; its name is cut where Excel would not take it. */
    public Sheet sheet(String name, String heading) {
        XSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name, ' '));
        write(sheet.createRow(0), heading, title);
        return new Sheet(sheet);
    }

    private static void write(XSSFRow row, String words, XSSFCellStyle style) {
        XSSFCell cell = row.createCell(0);
        cell.setCellValue(words);
        cell.setCellStyle(style);
    }

    /** A sheet being filled: title, header, rows; once it is finished, what stands below them. */
    public final class Sheet {

        private static final int HEADER = 2;
        private static final float LINE = 16.5f;

        private final XSSFSheet sheet;
        private int next = HEADER + 1;
        private int[] widths = {};

        private Sheet(XSSFSheet sheet) {
            this.sheet = sheet;
        }

        /** The header row, frozen with so many columns and repeated in print; widths are characters. */
        public void columns(int frozen, int[] inCharacters, String... titles) {
            widths = inCharacters;
            XSSFRow row = sheet.createRow(HEADER);
            row.setHeightInPoints(2 * LINE);
            for (int i = 0; i < widths.length; i++) {
                sheet.setColumnWidth(i, widths[i] * 256);
                XSSFCell cell = row.createCell(i);
                cell.setCellValue(titles[i]);
                cell.setCellStyle(head);
            }
            sheet.createFreezePane(frozen, HEADER + 1);
            sheet.setRepeatingRows(new CellRangeAddress(HEADER, HEADER, -1, -1));
        }

        /** The next row: numbers, {@link Year}s, days and texts; null: an empty cell. */
        public void row(@Nullable Object... values) {
            XSSFRow row = sheet.createRow(next++);
            int lines = 1;
            for (int i = 0; i < values.length; i++) {
                put(row.createCell(i), values[i]);
                if (values[i] instanceof String words) {
                    lines = Math.max(lines, lines(words, widths[i]));
                }
            }
            row.setHeightInPoints(lines * LINE);
        }

        /** Lines that a text takes when it is wrapped at so many characters; not every program measures rows when it opens a file. */
        private static int lines(String words, int characters) {
            return words.lines()
                    .mapToInt(line -> 1 + line.length() / characters)
                    .sum();
        }

        /** A line below the table, one row apart from it or from the note before. */
        public void note(String words) {
            write(sheet.createRow(++next), words, note);
        }

        /** Filter arrows over the rows so far and print set-up: A4 across, as wide as the page. */
        public void finish() {
            if (next > HEADER + 1) {
                sheet.setAutoFilter(new CellRangeAddress(HEADER, next - 1, 0, widths.length - 1));
            }
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setFitWidth((short) 1);
            sheet.getPrintSetup().setFitHeight((short) 0);
            sheet.getPrintSetup().setLandscape(true);
            sheet.getPrintSetup().setPaperSize((short) 9);
        }
    }

    private void put(XSSFCell cell, @Nullable Object value) {
        CellStyle style = switch (value) {
            case null -> text;
            case LocalDate day -> {
                cell.setCellValue(day);
                yield date;
            }
            case Year one -> {
                cell.setCellValue(one.getValue());
                yield year;
            }
            case BigDecimal number -> {
                BigDecimal shown = Numbers.shown(number);
                cell.setCellValue(shown.doubleValue());
                yield figures.get(Math.max(0, shown.scale()));
            }
            case Integer number -> {
                cell.setCellValue(number);
                yield figures.getFirst();
            }
            default -> {
                String words = value.toString();
                cell.setCellValue(words);
                yield likeAFormula(words) ? quoted : text;
            }
        };
        cell.setCellStyle(style);
    }

    /** True for a text that a spreadsheet would take for a formula: the mark "as text", or an apostrophe in plain files, keeps it one. */
    public static boolean likeAFormula(String words) {
        return LIKE_A_FORMULA.matcher(words).matches();
    }
}
