package vn.toam.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** A workbook as an old Excel saves it under the ending .xls, after somebody typed into it. */
final class OldWorkbook {

    private OldWorkbook() {}

    static void of(Path workbook, Path into, Consumer<Sheet> typing) throws IOException {
        try (InputStream in = Files.newInputStream(workbook);
                Workbook book = WorkbookFactory.create(in);
                HSSFWorkbook made = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(into)) {
            for (Sheet sheet : book) {
                copy(sheet, made.createSheet(sheet.getSheetName()));
                made.setSheetVisibility(
                        made.getNumberOfSheets() - 1, book.getSheetVisibility(book.getSheetIndex(sheet)));
            }
            typing.accept(made.getSheetAt(book.getActiveSheetIndex()));
            made.write(out);
        }
    }

    private static void copy(Sheet from, Sheet to) {
        for (Row row : from) {
            Row made = to.createRow(row.getRowNum());
            for (Cell cell : row) {
                Cell copy = made.createCell(cell.getColumnIndex());
                switch (cell.getCellType()) {
                    case NUMERIC -> copy.setCellValue(cell.getNumericCellValue());
                    case STRING -> copy.setCellValue(cell.getStringCellValue());
                    default -> copy.setBlank();
                }
            }
        }
    }

    /** Types behind a code. */
    static void across(Sheet sheet, String code, Object... figures) {
        for (Row row : sheet) {
            if (text(row, 0).equals(code)) {
                for (int i = 0; i < figures.length; i++) {
                    type(row, 3 + i, figures[i]);
                }
            }
        }
    }

    /** Types into the column of figures, beside the names of lines. */
    static void down(Sheet sheet, Map<String, Object> figures) {
        for (Row row : sheet) {
            figures.forEach((name, figure) -> {
                if (text(row, 1).contains(name)) {
                    type(row, 4, figure);
                }
            });
        }
    }

    private static void type(Row row, int column, Object figure) {
        Cell cell = row.createCell(column);
        if (figure instanceof Integer number) {
            cell.setCellValue(number);
        } else {
            cell.setCellValue(figure.toString());
        }
    }

    private static String text(Row row, int column) {
        Cell cell = row.getCell(column);
        return cell == null ? "" : cell.toString();
    }
}
