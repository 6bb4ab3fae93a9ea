package vn.toam.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toam.sheet.TableFile;
import vn.toam.sheet.UnreadableTable;

/** What is no honest table is refused with its reason, quickly, and without unpacking it into memory. */
class BadTablesTest {

    private static final long TWO_SECONDS = 2_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void whatIsNoTableIsNamed() throws Exception {
        refused("empty", new byte[0]);
        refused("kind", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8));
        refused("kind", "<html><table>".getBytes(StandardCharsets.UTF_8));
        refused("kind", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0});
        refused("kind", zip("word/document.xml", out -> out.write("<w/>".getBytes(StandardCharsets.UTF_8))));
        refused("locked", locked());
        byte[] whole = workbook(new XSSFWorkbook());
        refused("damaged", Arrays.copyOf(whole, whole.length / 2));
        refused("json", "{\"rows\": [{\"a\": 1},\n 7]}".getBytes(StandardCharsets.UTF_8));
        refused("blank", ";;;\n;;\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aBombIsRefusedBeforeItGoesOff() throws Exception {
        byte[] zeros = new byte[1024 * 1024];
        refused("bomb", zip("xl/workbook.xml", out -> {
            for (int i = 0; i < 500; i++) {
                out.write(zeros);
            }
        }));
        refused("bomb", zip("xl/sharedStrings.xml", out -> {
            for (int i = 0; i < 20; i++) {
                out.write(zeros);
            }
        }));
        String laughs =
                "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>";
        refused("damaged", sheet(out -> out.write(laughs.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aMillionRowsAreRefusedAtTheFirstTooMany() throws Exception {
        byte[] million = sheet(out -> {
            out.write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                    .getBytes(StandardCharsets.UTF_8));
            for (int i = 1; i <= 1_000_000; i++) {
                out.write(("<row r=\"" + i + "\"><c r=\"A" + i + "\"><v>" + i + "</v></c></row>")
                        .getBytes(StandardCharsets.UTF_8));
            }
            out.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        });
        refused("rows", million);
        refused("rows", "1;2\n".repeat(20_001).getBytes(StandardCharsets.UTF_8));
        refused("columns", "1;".repeat(501).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void twentyThousandRowsAndFiveHundredColumnsAreRead() throws Exception {
        int[] rows = {0};
        Path tall = file("1;2\n".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        TableFile.of(tall).read(tall, (sheet, number, row) -> rows[0]++);
        assertThat(rows[0]).isEqualTo(20_000);

        List<Object> cells = new ArrayList<>();
        Path wide = file(("1;".repeat(499) + "1\n").getBytes(StandardCharsets.UTF_8));
        TableFile.of(wide).read(wide, (sheet, number, row) -> cells.addAll(row));
        assertThat(cells).hasSize(500);
    }

    @Test
    void aNumberOfAMillionDigitsIsOnlyText() throws Exception {
        List<Object> cells = new ArrayList<>();
        Path file = file("[{\"B1\": 1e999999}]".getBytes(StandardCharsets.UTF_8));
        TableFile.of(file).read(file, (sheet, number, row) -> cells.addAll(row));

        assertThat(cells.getFirst()).isEqualTo("1E+999999");
    }

    private void refused(String reason, byte[] bytes) throws Exception {
        Path file = file(bytes);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThatThrownBy(() -> {
                    int[] rows = {0};
                    TableFile.of(file).read(file, (sheet, number, cells) -> rows[0]++);
                    if (rows[0] == 0) {
                        throw new UnreadableTable("blank");
                    }
                })
                .isInstanceOfSatisfying(
                        UnreadableTable.class,
                        refused -> assertThat(refused.problem().key()).isEqualTo("sheet.unreadable." + reason));
        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before)
                .isLessThan(TWO_SECONDS);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("table"), bytes);
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private static byte[] zip(String name, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            content.write(zip);
        }
        return bytes.toByteArray();
    }

    /** A workbook whose only sheet is replaced. */
    private static byte[] sheet(Content content) throws IOException {
        XSSFWorkbook book = new XSSFWorkbook();
        book.createSheet("a");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var from = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(workbook(book)));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().endsWith("sheet1.xml")) {
                    content.write(to);
                } else {
                    from.transferTo(to);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] workbook(org.apache.poi.ss.usermodel.Workbook book) throws IOException {
        try (book;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            if (book.getNumberOfSheets() == 0) {
                book.createSheet("a").createRow(0).createCell(0).setCellValue("x");
            }
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] locked() throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("mật khẩu");
            try (OutputStream out = encryptor.getDataStream(files)) {
                out.write(workbook(new XSSFWorkbook()));
            }
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }
}
