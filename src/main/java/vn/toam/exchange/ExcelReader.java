package vn.toam.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a workbook as a stream of rows. A formula counts as its last result; a cell with a date is given as the text of the day, so that
 * nobody's 1-2 that became a date is taken for a figure.
 */
final class ExcelReader extends DefaultHandler {

    private static final int MAX_SHEETS = 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** Digits that Excel itself keeps: 0.1 + 0.2 is stored as 0.30000000000000004. */
    private static final MathContext PRECISION = new MathContext(15);

    private final ReadOnlySharedStringsTable texts;
    private final BitSet dates;
    private final Rows rows;
    private final StringBuilder value = new StringBuilder();
    private List<@Nullable Object> cells = new ArrayList<>();
    private String sheet = "";
    private int row;
    private int column;
    private String type = "";
    private int style;
    private boolean within;

    private ExcelReader(ReadOnlySharedStringsTable texts, BitSet dates, Rows rows) {
        this.texts = texts;
        this.dates = dates;
        this.rows = rows;
    }

    static void read(Path file, Rows rows) throws UnreadableTable, IOException {
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader workbook = new XSSFReader(parts);
            ExcelReader reader = new ExcelReader(
                    new ReadOnlySharedStringsTable(parts, false), dates(workbook.getStylesTable()), rows);
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(reader);
            int sheets = 0;
            XSSFReader.SheetIterator all = (XSSFReader.SheetIterator) workbook.getSheetsData();
            while (all.hasNext() && sheets++ < MAX_SHEETS) {
                try (InputStream data = all.next()) {
                    reader.sheet = all.getSheetName();
                    reader.row = 0;
                    xml.parse(new InputSource(data));
                }
            }
        } catch (SAXException broken) {
            if (broken.getCause() instanceof UnreadableTable known) {
                throw known;
            }
            throw new UnreadableTable("damaged", broken);
        } catch (OpenXML4JException | ParserConfigurationException | RuntimeException broken) {
            throw new UnreadableTable("damaged", broken);
        }
    }

    private static BitSet dates(StylesTable styles) {
        BitSet dates = new BitSet();
        for (int i = 0; i < styles.getNumCellStyles(); i++) {
            var style = styles.getStyleAt(i);
            dates.set(i, DateUtil.isADateFormat(style.getDataFormat(), style.getDataFormatString()));
        }
        return dates;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes given) {
        switch (local) {
            case "row" -> {
                String number = given.getValue("r");
                row = number == null ? row + 1 : Integer.parseInt(number);
                cells = new ArrayList<>();
            }
            case "c" -> {
                String place = given.getValue("r");
                column = place == null ? cells.size() : column(place);
                type = given.getValue("t") == null ? "n" : given.getValue("t");
                style = given.getValue("s") == null ? 0 : Integer.parseInt(given.getValue("s"));
                value.setLength(0);
            }
            case "v", "t" -> within = true;
            default -> within = false;
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (within && value.length() + length <= TableFile.MAX_TEXT) {
            value.append(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
        within = false;
        if (local.equals("c") && !value.isEmpty() && column < TableFile.MAX_COLUMNS) {
            while (cells.size() <= column) {
                cells.add(null);
            }
            cells.set(column, value());
        } else if (local.equals("row") && cells.stream().anyMatch(cell -> cell != null)) {
            try {
                rows.row(sheet, row, cells);
            } catch (UnreadableTable tooMuch) {
                throw new SAXException(tooMuch);
            }
        }
    }

    private @Nullable Object value() {
        String raw = value.toString();
        return switch (type) {
            case "s" -> blankless(texts.getItemAt(Integer.parseInt(raw)).getString());
            case "n" -> number(raw);
            case "b" -> raw.equals("1") ? "TRUE" : "FALSE";
            default -> blankless(raw);
        };
    }

    private Object number(String raw) {
        BigDecimal number = new BigDecimal(raw).round(PRECISION);
        return dates.get(style) && DateUtil.isValidExcelDate(number.doubleValue())
                ? DAY.format(DateUtil.getLocalDateTime(number.doubleValue()))
                : number;
    }

    private static @Nullable Object blankless(String text) {
        String clean = text.strip();
        return clean.isEmpty()
                ? null
                : clean.length() > TableFile.MAX_TEXT ? clean.substring(0, TableFile.MAX_TEXT) : clean;
    }

    /** "AB12" is column 27. */
    private static int column(String place) {
        int number = 0;
        for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)) && number < 100_000; i++) {
            number = number * 26 + Character.toUpperCase(place.charAt(i)) - 'A' + 1;
        }
        return number - 1;
    }
}
