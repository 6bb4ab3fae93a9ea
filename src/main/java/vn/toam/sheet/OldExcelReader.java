package vn.toam.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Reads a workbook of Excel 97–2003 (.xls), with the same words for the same cells as {@link ExcelReader}. */
final class OldExcelReader {

    private OldExcelReader() {}

    static void read(Path file, RowReceiver rows) throws UnreadableTable, IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true);
                HSSFWorkbook workbook = new HSSFWorkbook(files)) {
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                Sheet sheet = workbook.getSheetAt(i);
                if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE
                        || sheet.getSheetName().equals(RowReceiver.MARKS)) {
                    read(sheet, rows);
                } else {
                    rows.left(sheet.getSheetName(), 0, -1, "sheet");
                }
            }
        } catch (EncryptedDocumentException locked) {
            throw new UnreadableTable("locked", locked);
        } catch (OldExcelFormatException old) {
            throw new UnreadableTable("old", old);
        } catch (RuntimeException broken) {
            throw new UnreadableTable("damaged", broken);
        }
    }

    private static void read(Sheet sheet, RowReceiver rows) throws UnreadableTable {
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            Row row = sheet.getRow(merged.getFirstRow());
            Cell cell = row == null ? null : row.getCell(merged.getFirstColumn());
            if (merged.getNumberOfCells() > 1 && cell != null && HeadingRows.isNumber(value(cell))) {
                rows.left(sheet.getSheetName(), merged.getFirstRow() + 1, merged.getFirstColumn(), "merged");
            }
        }
        Set<Integer> unseen = new HashSet<>();
        for (Row row : sheet) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (Cell cell : row) {
                Object value = value(cell);
                int column = cell.getColumnIndex();
                if (value != null && (sheet.isColumnHidden(column) || sheet.getColumnWidth(column) == 0)) {
                    if (unseen.add(column)) {
                        rows.left(sheet.getSheetName(), 0, column, "column");
                    }
                    continue;
                }
                while (value != null && cells.size() <= column) {
                    cells.add(null);
                }
                if (value != null) {
                    cells.set(column, value);
                }
            }
            if (cells.isEmpty()) {
                continue;
            }
            if (row.getZeroHeight()) {
                rows.left(sheet.getSheetName(), row.getRowNum() + 1, -1, "row");
            } else {
                rows.row(sheet.getSheetName(), row.getRowNum() + 1, cells);
            }
        }
    }

    private static @Nullable Object value(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                CellLook.of(
                                cell.getCellStyle().getDataFormat(),
                                cell.getCellStyle().getDataFormatString())
                        .of(BigDecimal.valueOf(cell.getNumericCellValue()).round(CellLook.PRECISION));
            case STRING -> {
                String text = cell.getStringCellValue().strip();
                yield text.isEmpty() ? null : text;
            }
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> null;
        };
    }
}
