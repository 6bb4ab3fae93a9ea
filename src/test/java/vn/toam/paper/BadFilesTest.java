package vn.toam.paper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toam.encoding.SourceText;
import vn.toam.paper.UnreadableFile.Reason;

/** Every bad file gets its own answer, and soon. */
class BadFilesTest {
    /** The promise is 2 s once the parsers are loaded; a busy build machine gets three times as long. */
    private static final Duration SOON = Duration.ofSeconds(6);

    @BeforeAll
    static void loadParsers() throws Exception {
        TextExtractor.extract("plan.doc", OfficeFilesTest.bytes("plan.doc"));
        TextExtractor.extract("plan.pdf", OfficeFilesTest.bytes("plan.pdf"));
    }

    @Test
    void noByteAtAllIsEmpty() {
        assertRefused(Reason.EMPTY, new byte[0]);
    }

    @Test
    void onlyBlanksAreBlank() {
        assertRefused(Reason.BLANK, " \n\r\n\t \u00a0\ufeff".getBytes(UTF_8));
    }

    @Test
    void wordFileWithoutTextIsBlank() throws Exception {
        assertRefused(
                Reason.BLANK,
                DocxFile.of("<w:p/><w:p><w:r><w:drawing/></w:r></w:p>").bytes());
    }

    @Test
    void aFileOf200MegabytesIsRefusedBeforeItIsRead(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("big.docx");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(200L * 1024 * 1024);
        }
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> TextExtractor.extract(file))
                .extracting(UnreadableFile::reason)
                .isEqualTo(Reason.OVERSIZE);
        assertRefused(Reason.OVERSIZE, new byte[TextExtractor.MAX_BYTES + 1]);
    }

    @Test
    void endlessTextIsOverlong() {
        byte[] bytes = new byte[TextExtractor.MAX_CHARS + 1];
        Arrays.fill(bytes, (byte) 'a');
        assertRefused(Reason.OVERLONG, bytes);
    }

    @Test
    void otherKindsAreNamed() {
        Map<String, Reason> kinds = Map.ofEntries(
                Map.entry("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>", Reason.XML),
                Map.entry("\u0089PNG\r\n", Reason.IMAGE),
                Map.entry("\u00ff\u00d8\u00ff\u00e0 JFIF", Reason.IMAGE),
                Map.entry("GIF89a", Reason.IMAGE),
                Map.entry("Rar!\u001a\u0007", Reason.ARCHIVE),
                Map.entry("7z\u00bc\u00af", Reason.ARCHIVE),
                Map.entry("\u007fELF\u0002", Reason.PROGRAM),
                Map.entry("\u00db\u00a5-\u0000 Word 2", Reason.WORD95));
        kinds.forEach((start, reason) -> assertRefused(reason, start.getBytes(ISO_8859_1)));
    }

    @Test
    void programsAndRandomBytesAreNoText() {
        assertRefused(
                Reason.PROGRAM, "MZ\u0090\0\u0003\0\0\0This program cannot be run in DOS mode".getBytes(ISO_8859_1));
        byte[] random = new byte[5000];
        new java.util.Random(1).nextBytes(random);
        random[0] = 'x';
        assertRefused(Reason.UNKNOWN, random);
    }

    @Test
    void spreadsheetsSlidesAndArchivesAreNamed() throws Exception {
        try (XSSFWorkbook xlsx = new XSSFWorkbook();
                HSSFWorkbook xls = new HSSFWorkbook();
                XMLSlideShow pptx = new XMLSlideShow()) {
            xlsx.createSheet();
            xls.createSheet();
            ByteArrayOutputStream a = new ByteArrayOutputStream();
            xlsx.write(a);
            assertRefused(Reason.SPREADSHEET, a.toByteArray());
            a.reset();
            xls.write(a);
            assertRefused(Reason.SPREADSHEET, a.toByteArray());
            a.reset();
            pptx.write(a);
            assertRefused(Reason.PRESENTATION, a.toByteArray());
        }
        assertRefused(Reason.ARCHIVE, zip("plan.txt", "KẾ HOẠCH".getBytes(UTF_8)));
    }

    @Test
    void passwordsAreNamed() throws Exception {
        assertRefused(Reason.LOCKED, lockedDocx());
        assertRefused(Reason.LOCKED, lockedPdf());
        byte[] doc = OfficeFilesTest.bytes("plan.doc");
        int header = new String(doc, ISO_8859_1).indexOf("\u00ec\u00a5");
        doc[header + 11] |= 1; // the "encrypted" flag of the Word file header
        assertRefused(Reason.LOCKED, doc);
    }

    @Test
    void pdfOfPicturesIsAScan() throws Exception {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                BufferedImage scan = new BufferedImage(600, 800, BufferedImage.TYPE_BYTE_GRAY);
                content.drawImage(LosslessFactory.createFromImage(pdf, scan), 0, 0);
            }
            assertRefused(Reason.SCANNED, save(pdf));
        }
    }

    @Test
    void zipBombsAreRefused() throws Exception {
        byte[] zeros = new byte[60 * 1024 * 1024];
        assertRefused(Reason.BOMB, zip("word/document.xml", zeros));
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            for (int i = 0; i < 6000; i++) {
                zip.putNextEntry(new ZipEntry("word/media/" + i));
            }
        }
        assertRefused(Reason.BOMB, many.toByteArray());
    }

    @Test
    void pdfBombsAreRefused() throws Exception {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            PDStream blanks = new PDStream(pdf);
            try (var out = blanks.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] block = new byte[1024 * 1024];
                Arrays.fill(block, (byte) ' ');
                for (int i = 0; i < 100; i++) {
                    out.write(block);
                }
            }
            page.setContents(blanks);
            assertRefused(Reason.BOMB, save(pdf));
        }
    }

    @Test
    void entityExpansionIsRefused() throws Exception {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">"
                + "<!ENTITY f SYSTEM \"file:///etc/hostname\">]><document><body><p><r><t>&b;&f;</t></r></p></body></document>";
        assertRefused(Reason.BOMB, zip("word/document.xml", bomb.getBytes(UTF_8)));
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        String deep = "<document>" + "<tbl><tr><tc>".repeat(100_000) + "</document>";
        byte[] file = zip("word/document.xml", deep.getBytes(UTF_8));
        assertThat(refusal(file)).isIn(Reason.BOMB, Reason.DAMAGED);
        String pdf = "%PDF-1.4\n1 0 obj\n" + "[".repeat(200_000) + "\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF";
        assertThat(refusal(pdf.getBytes(ISO_8859_1))).isIn(Reason.BOMB, Reason.DAMAGED);
    }

    @Test
    void cutOffFilesAreDamaged() throws Exception {
        byte[] docx = SamplePlan.docx().bytes();
        assertRefused(Reason.DAMAGED, Arrays.copyOf(docx, docx.length / 3));
        assertRefused(Reason.DAMAGED, Arrays.copyOf(OfficeFilesTest.bytes("plan.doc"), 3000));
        assertRefused(Reason.DAMAGED, "%PDF-1.7\nnothing else".getBytes(ISO_8859_1));
    }

    private static void assertRefused(Reason reason, byte[] bytes) {
        assertThat(refusal(bytes)).isEqualTo(reason);
    }

    private static Reason refusal(byte[] bytes) {
        long start = System.nanoTime();
        try {
            SourceText text = TextExtractor.extract("file", bytes);
            throw new AssertionError("was read: "
                    + text.text().substring(0, Math.min(80, text.text().length())));
        } catch (UnreadableFile e) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
            return e.reason();
        }
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] lockedDocx() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("password");
            try (var stream = encryptor.getDataStream(files)) {
                stream.write(SamplePlan.docx().bytes());
            }
            files.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    private static byte[] lockedPdf() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return save(pdf);
        }
    }

    private static byte[] save(PDDocument pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }
}
