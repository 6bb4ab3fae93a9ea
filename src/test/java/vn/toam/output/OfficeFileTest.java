package vn.toam.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;

/** The files are whole: well-formed, valid against the schema of office documents, every relation leads somewhere, no id is used twice. */
class OfficeFileTest {

    private static final Pattern TARGET = Pattern.compile("Target=\"([^\"]+)\"");
    private static final Pattern DRAWING_ID = Pattern.compile("<wp:docPr[^>]*\\bid=\"(\\d+)\"");
    private static final Pattern STYLE_USED = Pattern.compile("<w:pStyle w:val=\"([^\"]+)\"");

    @Test
    void everyPartIsWellFormed() throws Exception {
        for (Map.Entry<String, byte[]> part :
                parts(FileKind.DOCX.write(SampleReport.full())).entrySet()) {
            if (part.getKey().matches(".*\\.(xml|rels)")) {
                assertThat(DocumentBuilderFactory.newDefaultNSInstance()
                                .newDocumentBuilder()
                                .parse(new ByteArrayInputStream(part.getValue())))
                        .as(part.getKey())
                        .isNotNull();
            }
        }
    }

    @Test
    void theDocumentItsStylesAndItsChartAreValidAgainstTheirSchemas() throws IOException {
        for (Report report : List.of(SampleReport.full(), SampleReport.empty())) {
            try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(FileKind.DOCX.write(report)))) {
                assertThat(faults(document.getDocument())).isEmpty();
                assertThat(faults(document.getStyles().getCtStyles())).isEmpty();
                document.getCharts()
                        .forEach(chart ->
                                assertThat(faults(chart.getCTChartSpace())).isEmpty());
            }
        }
    }

    @Test
    void everyTableHasItsGridAndAFixedLayout() throws IOException {
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(FileKind.DOCX.write(SampleReport.full())))) {
            assertThat(document.getTables()).hasSize(4);
            for (XWPFTable table : document.getTables()) {
                int columns = table.getCTTbl().getTblGrid().sizeOfGridColArray();
                assertThat(columns).isEqualTo(table.getRow(0).getTableCells().size());
                assertThat(String.valueOf(
                                table.getCTTbl().getTblPr().getTblLayout().getType()))
                        .isEqualTo("fixed");
            }
        }
    }

    @Test
    void noRelationLeadsNowhereAndNoIdIsUsedTwice() throws IOException {
        Map<String, byte[]> parts = parts(FileKind.DOCX.write(SampleReport.full()));
        Matcher target = TARGET.matcher(text(parts, "word/_rels/document.xml.rels"));
        while (target.find()) {
            String path = target.group(1);
            assertThat(parts).containsKey(path.startsWith("/") ? path.substring(1) : "word/" + path);
        }
        List<String> ids = DRAWING_ID
                .matcher(text(parts, "word/document.xml"))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void everyStyleUsedIsDefined() throws IOException {
        Map<String, byte[]> parts = parts(FileKind.DOCX.write(SampleReport.full()));
        String styles = text(parts, "word/styles.xml");
        Stream.of("word/document.xml", "word/header1.xml", "word/footer1.xml")
                .flatMap(part -> STYLE_USED.matcher(text(parts, part)).results())
                .map(found -> found.group(1))
                .distinct()
                .forEach(style -> assertThat(styles).contains("w:styleId=\"" + style + "\""));
    }

    @Test
    void theChartIsDescribedForThoseWhoCannotSeeIt() throws IOException {
        assertThat(text(parts(FileKind.DOCX.write(SampleReport.full())), "word/document.xml"))
                .contains("descr=\"Tỷ lệ hộ đạt danh hiệu Gia đình văn hóa: 2020 84,1%; 2021 85,6%");
    }

    private static List<XmlError> faults(XmlObject part) {
        List<XmlError> faults = new ArrayList<>();
        part.validate(new XmlOptions().setErrorListener(faults));
        return faults;
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }
}
