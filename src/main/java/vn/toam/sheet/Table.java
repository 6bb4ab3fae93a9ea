package vn.toam.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import vn.toam.shared.Download;

/**
 * A table that leaves the house.
 *
 * @param name on the tab of its sheet
 * @param title what, where, when: the first line
 * @param columns first line of the table proper
 * @param rows cells as {@link ExcelCells} take them
 * @param total last row of the workbook, outside its filter; empty: none
 * @param notes borders, source and date: the last lines
 */
public record Table(
        String name,
        String title,
        List<Column> columns,
        List<List<@Nullable Object>> rows,
        List<@Nullable Object> total,
        List<String> notes) {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** A column with its width in characters. */
    public record Column(String title, int width) {}

    /** A download of the tables as a workbook, a sheet for each, under the title of the first. */
    public static ResponseEntity<byte[]> workbook(List<Table> tables) {
        return Download.of(tables.getFirst().title() + ".xlsx", EXCEL, excel(tables));
    }

    /** A download of columns and rows alone, as Excel opens them with Vietnamese settings: a byte order mark, semicolons, decimal commas. */
    public ResponseEntity<byte[]> csv() {
        return Download.of(
                title + ".csv",
                "text/csv;charset=UTF-8",
                Stream.concat(Stream.of(columns.stream().map(Column::title).toList()), rows.stream())
                        .map(row -> row.stream().map(Table::csv).collect(Collectors.joining(";", "", "\r\n")))
                        .collect(Collectors.joining("", "\uFEFF", ""))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] excel(List<Table> tables) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ExcelCells cells = new ExcelCells(workbook);
            tables.forEach(table -> table.write(cells));
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private void write(ExcelCells cells) {
        ExcelCells.Sheet sheet = cells.sheet(name, title);
        sheet.columns(
                1,
                columns.stream().mapToInt(Column::width).toArray(),
                columns.stream().map(Column::title).toArray(String[]::new));
        rows.forEach(row -> sheet.row(row.toArray()));
        sheet.finish();
        if (!total.isEmpty()) {
            sheet.row(total.toArray());
        }
        notes.forEach(sheet::note);
    }

    /** Words in quotes; a name that a spreadsheet would take for a formula is made a text. */
    private static String csv(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal figure ->
                figure.setScale(6, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('.', ',');
            case String words -> {
                String safe = ExcelCells.likeAFormula(words) ? "'" + words : words;
                yield "\"" + safe.replace("\"", "\"\"") + "\"";
            }
            default -> cell.toString();
        };
    }
}
