package vn.toam.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a workbook as a stream of rows. A formula counts as its last result; one without a result is given as its own text. Hidden sheets,
 * rows and columns are told and not read.
 */
final class ExcelReader extends DefaultHandler {

    private static final int MAX_SHEETS = 20;

    private final ReadOnlySharedStringsTable texts;
    private final List<CellLook> looks;
    private final RowReceiver rows;
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private @Nullable StringBuilder within;
    private boolean hidden;
    private final BitSet unseen = new BitSet();
    private final BitSet told = new BitSet();
    private final Map<Integer, BitSet> figures = new HashMap<>();
    private boolean spoken;
    private boolean computed;
    private List<@Nullable Object> cells = new ArrayList<>();
    private String sheet = "";
    private int row;
    private int column;
    private String type = "";
    private int style;

    private ExcelReader(ReadOnlySharedStringsTable texts, List<CellLook> looks, RowReceiver rows) {
        this.texts = texts;
        this.looks = looks;
        this.rows = rows;
    }

    static void read(Path file, RowReceiver rows) throws UnreadableTable, IOException {
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader workbook = new XSSFReader(parts);
            ExcelReader reader = new ExcelReader(
                    new ReadOnlySharedStringsTable(parts, false), CellLook.of(workbook.getStylesTable()), rows);
            Set<String> hidden = hidden(workbook);
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(reader);
            int sheets = 0;
            XSSFReader.SheetIterator all = (XSSFReader.SheetIterator) workbook.getSheetsData();
            while (all.hasNext() && sheets++ < MAX_SHEETS) {
                try (InputStream data = all.next()) {
                    reader.sheet = all.getSheetName();
                    reader.row = 0;
                    reader.unseen.clear();
                    reader.told.clear();
                    reader.figures.clear();
                    if (hidden.contains(reader.sheet) && !reader.sheet.equals(RowReceiver.MARKS)) {
                        rows.left(reader.sheet, 0, -1, "sheet");
                    } else {
                        xml.parse(new InputSource(data));
                    }
                }
            }
        } catch (SAXException broken) {
            if (broken.getCause() instanceof UnreadableTable known) {
                throw known;
            }
            throw new UnreadableTable("damaged", broken);
        } catch (OpenXML4JException | ParserConfigurationException | XMLStreamException | RuntimeException broken) {
            throw new UnreadableTable("damaged", broken);
        }
    }

    /** Sheets that Excel does not show: what stands there is not what the sender sees. */
    private static Set<String> hidden(XSSFReader workbook)
            throws IOException, XMLStreamException, InvalidFormatException {
        Set<String> hidden = new HashSet<>();
        try (InputStream data = workbook.getWorkbookData()) {
            XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(data);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("sheet")) {
                    String state = xml.getAttributeValue(null, "state");
                    if (state != null && !state.equals("visible")) {
                        hidden.add(xml.getAttributeValue(null, "name"));
                    }
                }
            }
        }
        return hidden;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes given) {
        switch (local) {
            case "row" -> {
                String number = given.getValue("r");
                row = number == null ? row + 1 : Integer.parseInt(number);
                cells = new ArrayList<>();
                hidden = isHidden(given, "ht");
            }
            case "col" -> {
                if (isHidden(given, "width")) {
                    int last = Math.min(Integer.parseInt(given.getValue("max")), TableFile.MAX_COLUMNS);
                    unseen.set(Math.min(Integer.parseInt(given.getValue("min")) - 1, last), last);
                }
            }
            case "c" -> {
                String place = given.getValue("r");
                column = place == null ? cells.size() : column(place);
                type = given.getValue("t") == null ? "n" : given.getValue("t");
                style = given.getValue("s") == null ? 0 : Integer.parseInt(given.getValue("s"));
                value.setLength(0);
                formula.setLength(0);
                computed = false;
            }
            case "mergeCell" -> merged(given.getValue("ref"));
            case "rPh" -> spoken = true;
            case "f" -> {
                formula.append('=');
                within = formula;
            }
            case "v", "t" -> {
                within = spoken ? null : value;
                computed = true;
            }
            default -> within = null;
        }
    }

    /** What stands in merged cells is kept in the first of them alone. */
    private void merged(String cells) {
        CellRangeAddress range = CellRangeAddress.valueOf(cells);
        BitSet figuresOfRow = figures.get(range.getFirstRow() + 1);
        if (range.getNumberOfCells() > 1 && figuresOfRow != null && figuresOfRow.get(range.getFirstColumn())) {
            rows.left(sheet, range.getFirstRow() + 1, range.getFirstColumn(), "merged");
        }
    }

    private static boolean isHidden(Attributes given, String size) {
        String hidden = given.getValue("hidden");
        String extent = given.getValue(size);
        return "1".equals(hidden) || "true".equals(hidden) || extent != null && extent.matches("0(\\.0*)?");
    }

    @Override
    public void characters(char[] text, int start, int length) {
        StringBuilder into = within;
        if (into != null && into.length() < TableFile.READ_TEXT) {
            into.append(text, start, Math.min(length, TableFile.READ_TEXT - into.length()));
        }
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
        within = null;
        spoken &= !local.equals("rPh");
        if (local.equals("c") && value.length() + formula.length() > 0 && column < TableFile.MAX_COLUMNS) {
            if (unseen.get(column)) {
                if (!told.get(column)) {
                    told.set(column);
                    rows.left(sheet, 0, column, "column");
                }
                return;
            }
            while (cells.size() <= column) {
                cells.add(null);
            }
            cells.set(column, value());
            if (HeadingRows.isNumber(cells.get(column))) {
                figures.computeIfAbsent(row, any -> new BitSet()).set(column);
            }
        } else if (local.equals("row") && cells.stream().anyMatch(cell -> cell != null)) {
            try {
                if (hidden) {
                    rows.left(sheet, row, -1, "row");
                } else {
                    rows.row(sheet, row, cells);
                }
            } catch (UnreadableTable tooMuch) {
                throw new SAXException(tooMuch);
            }
        }
    }

    private @Nullable Object value() {
        String raw = value.isEmpty() ? formula.toString() : value.toString();
        if (value.isEmpty()) {
            return computed && type.equals("str") ? null : raw;
        }
        return switch (type) {
            case "s" -> blankless(texts.getItemAt(Integer.parseInt(raw)).getString());
            case "n" -> number(raw);
            case "b" -> raw.equals("1") ? "TRUE" : "FALSE";
            default -> blankless(raw);
        };
    }

    private Object number(String raw) {
        BigDecimal number = new BigDecimal(raw).round(CellLook.PRECISION);
        return style < looks.size() ? looks.get(style).of(number) : number;
    }

    private static @Nullable Object blankless(String text) {
        String clean = text.strip();
        return clean.isEmpty() ? null : clean;
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
