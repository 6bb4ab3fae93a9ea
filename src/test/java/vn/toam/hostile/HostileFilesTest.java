package vn.toam.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.toam.hostile.Routes.Route;

/**
 * Damaged, cut, swollen and false files at every address that takes one: refused in words, never a failure. {@code -Dfuzz.files=1000} sends as
 * many (the figure published in bench/README.md); every check sends fewer, from the same seed.
 */
class HostileFilesTest extends HostileTest {

    private static final int FILES = Integer.getInteger("fuzz.files", 150);
    private static final List<String> NAMES = List.of(
            "a.xlsx",
            "a.xls",
            "a.ods",
            "a.csv",
            "a.json",
            "a.docx",
            "a.doc",
            "a.pdf",
            "a.rtf",
            "a.html",
            "a.odt",
            "a.txt",
            "a.exe",
            "a",
            "…/../a.docx",
            "tên \u0001 lạ.pdf");

    @Autowired
    private Map<String, RequestMappingHandlerMapping> mappings;

    private final Random chance = new Random(1_130);

    @Test
    void noFileMakesTheApplicationFail() throws Exception {
        List<Route> routes = Routes.all(mappings.values()).stream()
                .filter(route -> !route.files().isEmpty() && !route.pattern().contains("{"))
                .toList();
        assertThat(routes).hasSizeGreaterThan(2);
        List<Visitor> visitors = new ArrayList<>();
        for (String account :
                Visitor.values(new Visitor(port).take("/sign-in"), "name=\"username\" value=\"([^\"]+)\"").stream()
                        .limit(6)
                        .toList()) {
            visitors.add(new Visitor(port).demo(account));
        }
        List<byte[]> sound = List.of(workbook(), document(), "Mã;Số\n1;2\n".getBytes(StandardCharsets.UTF_8));
        Map<String, String> failed = new TreeMap<>();
        for (int i = 0; i < FILES; i++) {
            Route route = routes.get(i % routes.size());
            Visitor visitor = visitors.get(chance.nextInt(visitors.size()));
            String name = NAMES.get(chance.nextInt(NAMES.size())).replace("\u0001", "");
            byte[] file = file(sound);
            HttpResponse<String> answer =
                    visitor.upload(route.pattern(), route.files().getFirst(), name, file, Map.of("title", "x"));
            if (answer.statusCode() >= 500) {
                failed.putIfAbsent(
                        route.pattern() + " " + answer.statusCode(),
                        name + " of " + file.length + " bytes, number " + i);
            }
        }
        assertThat(failed).isEmpty();
    }

    private byte[] file(List<byte[]> sound) throws Exception {
        byte[] one = sound.get(chance.nextInt(sound.size())).clone();
        return switch (chance.nextInt(9)) {
            case 0 -> random(new byte[0]);
            case 1 -> random("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
            case 2 -> random("{\\rtf1\\ansi".getBytes(StandardCharsets.US_ASCII));
            case 3 ->
                random(new byte[] {
                    (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
                });
            case 4 -> Arrays.copyOf(one, chance.nextInt(one.length));
            case 5 -> {
                for (int i = 0; i < 20; i++) {
                    one[chance.nextInt(one.length)] = (byte) chance.nextInt(256);
                }
                yield one;
            }
            case 6 ->
                zip(
                        "word/document.xml",
                        "<!DOCTYPE a [<!ENTITY b \"" + "x".repeat(900) + "\">]><a>" + "&b;".repeat(500) + "</a>");
            case 7 -> zip("xl/workbook.xml", " ".repeat(3_000_000));
            default -> ("<html>" + "<table><tr><td>".repeat(2_000)).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] random(byte[] begin) {
        byte[] bytes = new byte[begin.length + chance.nextInt(4_000)];
        chance.nextBytes(bytes);
        System.arraycopy(begin, 0, bytes, 0, begin.length);
        return bytes;
    }

    private static byte[] zip(String name, String content) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] workbook() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet("Biểu").createRow(0).createCell(0).setCellValue("Xã");
            book.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] document() throws Exception {
        try (XWPFDocument word = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            word.createParagraph().createRun().setText("KẾ HOẠCH");
            word.write(out);
            return out.toByteArray();
        }
    }
}
