package vn.toam.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes one small table as each kind of file that officials send. Whole numbers become number cells where a kind has them. */
final class MessyTable {

    private final List<List<Object>> rows = new ArrayList<>();

    private MessyTable() {}

    /** RowReceiver are separated by line ends, cells by "|"; a cell of digits after "#" is a number, one after "=" a formula. */
    static MessyTable of(String rows) {
        MessyTable table = new MessyTable();
        for (String row : rows.split("\n")) {
            List<Object> cells = new ArrayList<>();
            for (String cell : row.split("\\|", -1)) {
                String text = cell.strip();
                cells.add(text.matches("#-?[\\d.]+(E\\d+)?") ? Double.valueOf(text.substring(1)) : text);
            }
            table.rows.add(cells);
        }
        return table;
    }

    byte[] separated(char separator, Charset charset) {
        StringBuilder text = new StringBuilder();
        for (List<Object> row : rows) {
            List<String> cells =
                    row.stream().map(cell -> quoted(plain(cell), separator)).toList();
            text.append(String.join(String.valueOf(separator), cells)).append("\r\n");
        }
        return text.toString().getBytes(charset);
    }

    byte[] csv() {
        return separated(';', StandardCharsets.UTF_8);
    }

    private static String plain(Object cell) {
        return cell instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf(number.longValue())
                : cell.toString();
    }

    private static String quoted(String text, char separator) {
        return text.indexOf(separator) >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    byte[] xlsx() {
        return book(new XSSFWorkbook(), sheet -> {});
    }

    byte[] xlsx(Consumer<Sheet> change) {
        return book(new XSSFWorkbook(), change);
    }

    byte[] xls() {
        return book(new HSSFWorkbook(), sheet -> {});
    }

    byte[] xls(Consumer<Sheet> change) {
        return book(new HSSFWorkbook(), change);
    }

    private byte[] book(Workbook workbook, Consumer<Sheet> change) {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("Bảng");
            fill(sheet);
            change.accept(sheet);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Lays the table into a sheet, from its first row on. */
    void fill(Sheet sheet) {
        for (int i = 0; i < rows.size(); i++) {
            Row row = sheet.createRow(i);
            for (int j = 0; j < rows.get(i).size(); j++) {
                Object value = rows.get(i).get(j);
                Cell cell = row.createCell(j);
                if (value instanceof Double number) {
                    cell.setCellValue(number);
                } else if (value.toString().startsWith("=")) {
                    cell.setCellFormula(value.toString().substring(1));
                } else if (!value.toString().isEmpty()) {
                    cell.setCellValue(value.toString());
                }
            }
        }
    }

    byte[] ods(String style) {
        return ods(style, "");
    }

    /** An OpenDocument spreadsheet. @param style attributes of the table, such as a hidden style; @param columns what is said of its columns */
    byte[] ods(String style, String columns) {
        return ods(style, columns, xml -> xml);
    }

    /** An OpenDocument spreadsheet. @param change of what stands in it */
    byte[] ods(UnaryOperator<String> change) {
        return ods("", "", change);
    }

    private byte[] ods(String style, String columns, UnaryOperator<String> change) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
                + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:automatic-styles>"
                + "<style:style style:name=\"unseen\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>"
                + "</office:automatic-styles><office:body><office:spreadsheet><table:table table:name=\"Bảng\" "
                + style + ">" + columns);
        for (List<Object> row : rows) {
            xml.append("<table:table-row>");
            row.forEach(cell -> xml.append(cell(cell)));
            xml.append("<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>");
        }
        xml.append("<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row>"
                + "</table:table></office:spreadsheet></office:body></office:document-content>");
        return zip(
                "mimetype",
                "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml",
                change.apply(xml.toString()));
    }

    private static String cell(Object cell) {
        String text = plain(cell).replace("&", "&amp;").replace("<", "&lt;");
        if (cell instanceof Double) {
            return "<table:table-cell office:value-type=\"float\" office:value=\"" + cell + "\"><text:p>" + text
                    + "</text:p></table:table-cell>";
        }
        return text.isEmpty()
                ? "<table:table-cell/>"
                : text.startsWith("=")
                        ? "<table:table-cell table:formula=\"of:" + text + "\"/>"
                        : "<table:table-cell office:value-type=\"string\"><text:p>" + text
                                + "</text:p></table:table-cell>";
    }

    /** Names and contents in turn. */
    static byte[] zip(String... parts) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (int i = 0; i < parts.length; i += 2) {
                    zip.putNextEntry(new ZipEntry(parts[i]));
                    zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
                }
            }
            return out.toByteArray();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** As JSON: a list of objects named by the first row. */
    byte[] json() {
        StringBuilder json = new StringBuilder("[");
        for (List<Object> row : rows.subList(1, rows.size())) {
            List<String> members = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                String value = row.get(i) instanceof Double
                        ? plain(row.get(i))
                        : '"' + row.get(i).toString() + '"';
                members.add('"' + rows.getFirst().get(i).toString() + "\": " + value);
            }
            json.append(json.length() > 1 ? "," : "")
                    .append('{')
                    .append(String.join(",", members))
                    .append('}');
        }
        return json.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] utf16(byte[] utf8) {
        byte[] plain = new String(utf8, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE);
        byte[] marked = Arrays.copyOf(new byte[] {(byte) 0xff, (byte) 0xfe}, plain.length + 2);
        System.arraycopy(plain, 0, marked, 2, plain.length);
        return marked;
    }
}
