package vn.toam.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;

/** Reads an OpenDocument spreadsheet (.ods) as a stream of rows, with the same words for the same cells as {@link ExcelReader}. */
final class OpenDocumentReader {

    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static final int MIME = 100;

    private final XMLStreamReader xml;
    private final RowReceiver rows;
    private final Set<String> unseen = new HashSet<>();
    private List<@Nullable Object> cells = new ArrayList<>();
    private String style = "";
    private String sheet = "";
    private boolean skipped;
    private int row;
    private int column;
    private int columns;
    private final BitSet hiddenColumns = new BitSet();
    private final BitSet told = new BitSet();

    private OpenDocumentReader(XMLStreamReader xml, RowReceiver rows) {
        this.xml = xml;
        this.rows = rows;
    }

    /** True for a spreadsheet, false for a text or drawing of the same family. */
    static boolean isTable(ZipFile zip) throws IOException {
        ZipEntry mime = zip.getEntry("mimetype");
        if (mime == null) {
            return false;
        }
        try (InputStream in = zip.getInputStream(mime)) {
            return new String(in.readNBytes(MIME), StandardCharsets.US_ASCII)
                    .startsWith("application/vnd.oasis.opendocument.spreadsheet");
        }
    }

    static void read(Path file, RowReceiver rows) throws UnreadableTable, IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream content = zip.getInputStream(zip.getEntry("content.xml"))) {
            XMLInputFactory factory = XMLHelper.newXMLInputFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader xml = factory.createXMLStreamReader(content);
            new OpenDocumentReader(xml, rows).read();
        } catch (XMLStreamException | RuntimeException broken) {
            throw new UnreadableTable("damaged", broken);
        }
    }

    private void read() throws XMLStreamException, UnreadableTable {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                start(xml.getNamespaceURI(), xml.getLocalName());
            }
        }
    }

    private void start(@Nullable String space, String name) throws XMLStreamException, UnreadableTable {
        if (STYLE.equals(space) && name.equals("style")) {
            style = said(STYLE, "name", "");
        } else if (STYLE.equals(space) && name.equals("table-properties")) {
            if (said(TABLE, "display", "true").equals("false")) {
                unseen.add(style);
            }
        } else if (TABLE.equals(space) && name.equals("table")) {
            sheet = said(TABLE, "name", "");
            row = 0;
            columns = 0;
            hiddenColumns.clear();
            told.clear();
            skipped = unseen.contains(said(TABLE, "style-name", "")) && !sheet.equals(RowReceiver.MARKS);
            if (skipped) {
                rows.left(sheet, 0, -1, "sheet");
            }
        } else if (TABLE.equals(space) && name.equals("table-row")) {
            row();
        } else if (TABLE.equals(space) && name.equals("table-column")) {
            int end = Math.min(columns + count("number-columns-repeated"), TableFile.MAX_COLUMNS);
            if (!said(TABLE, "visibility", "visible").equals("visible")) {
                hiddenColumns.set(columns, end);
            }
            columns = end;
        }
    }

    private void row() throws XMLStreamException, UnreadableTable {
        int times = count("number-rows-repeated");
        boolean hidden = !said(TABLE, "visibility", "visible").equals("visible");
        cells = new ArrayList<>();
        column = 0;
        while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("table-row"))) {
            if (xml.getEventType() == XMLStreamReader.START_ELEMENT
                    && (xml.getLocalName().equals("table-cell")
                            || xml.getLocalName().equals("covered-table-cell"))) {
                cell();
            }
        }
        for (int i = 0; i < times && cells.stream().anyMatch(cell -> cell != null) && !skipped; i++) {
            if (hidden) {
                rows.left(sheet, row + i + 1, -1, "row");
            } else {
                rows.row(sheet, row + i + 1, new ArrayList<>(cells));
            }
        }
        row += times;
    }

    private void cell() throws XMLStreamException {
        int times = count("number-columns-repeated");
        String type = said(OFFICE, "value-type", "");
        String value = said(OFFICE, "value", "");
        String day = said(OFFICE, "date-value", "");
        String truth = said(OFFICE, "boolean-value", "");
        String formula = said(TABLE, "formula", "");
        boolean merged = count("number-rows-spanned") > 1 || count("number-columns-spanned") > 1;
        String text = text();
        Object said = switch (type) {
            case "float" ->
                text.startsWith("#") || text.startsWith("Err:")
                        ? "#" + text
                        : new BigDecimal(value).round(CellLook.PRECISION);
            case "percentage" -> CellLook.PERCENT.of(new BigDecimal(value).round(CellLook.PRECISION));
            case "boolean" -> truth.equals("true") ? "TRUE" : "FALSE";
            case "date" -> day.isEmpty() ? text : text.isEmpty() ? day : text;
            default -> text.isEmpty() && !formula.isEmpty() ? "=" + formula : text;
        };
        if (merged && !skipped && HeadingRows.isNumber(said)) {
            rows.left(sheet, row + 1, column, "merged");
        }
        int end = Math.min(column + times, TableFile.MAX_COLUMNS);
        for (int at = hiddenColumns.nextSetBit(column); !said.equals("") && at >= 0 && at < end && !skipped; ) {
            if (!told.get(at)) {
                told.set(at);
                rows.left(sheet, 0, at, "column");
            }
            at = hiddenColumns.nextSetBit(at + 1);
        }
        while (!said.equals("") && cells.size() < end) {
            cells.add(cells.size() < column || hiddenColumns.get(cells.size()) ? null : said);
        }
        column = Math.min(column + times, TableFile.MAX_COLUMNS);
    }

    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        boolean remark = false;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    depth++;
                    remark |= xml.getLocalName().equals("annotation");
                    if (xml.getLocalName().equals("p") && !text.isEmpty() && !remark) {
                        text.append('\n');
                    }
                    if (xml.getLocalName().equals("s") && !remark) {
                        text.append(' ');
                    }
                }
                case XMLStreamReader.END_ELEMENT -> {
                    depth--;
                    remark &= !xml.getLocalName().equals("annotation");
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> {
                    if (!remark && text.length() < TableFile.READ_TEXT) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        return text.toString().strip();
    }

    private String said(String space, String name, String otherwise) {
        String value = xml.getAttributeValue(space, name);
        return value == null ? otherwise : value;
    }

    private int count(String name) {
        return Math.clamp(Long.parseLong(said(TABLE, name, "1")), 1, 1_048_576);
    }
}
