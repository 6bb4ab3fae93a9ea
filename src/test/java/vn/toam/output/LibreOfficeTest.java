package vn.toam.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second office program opens the files and prints what we meant: the pages of the document, the cells of the workbook. */
@Tag("office")
class LibreOfficeTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void officeIsThere() {
        assumeTrue(onPath("soffice") && onPath("pdftotext"), "LibreOffice and poppler are not installed");
    }

    @Test
    void thePrintedDocumentNumbersItsPagesFromTheSecondAndRepeatsTableHeads() throws Exception {
        String[] pages = printed(SampleReport.full());

        assertThat(pages).hasSize(3);
        assertThat(pages[0])
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BÁO CÁO")
                .doesNotContainPattern("(?m)^\\s*1\\s*$");
        assertThat(pages[1].lines().findFirst().orElse("").strip()).isEqualTo("2");
        assertThat(pages[1]).contains("Mức phải", "Kết quả (%)");
        assertThat(pages).allMatch(page -> page.contains("Số liệu giả định để dùng thử"));
    }

    @Test
    void anAnnexStandsBehindTheSignatureWithItsHeadOnEveryPage() throws Exception {
        String[] pages = printed(ReportLayoutTest.report(List.of(), List.of(), 111));

        assertThat(pages).hasSizeBetween(4, 7);
        assertThat(pages[0] + pages[1]).contains("chi tiết tại Phụ lục I");
        for (int page = 2; page < pages.length; page++) {
            assertThat(pages[page]).contains("Nội dung", "141/167");
        }
    }

    /** The pages of the Word file as LibreOffice prints them. */
    private String[] printed(Report report) throws Exception {
        Files.write(folder.resolve("report.docx"), FileKind.DOCX.write(report));
        run(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString(),
                folder.resolve("report.docx").toString());
        run("pdftotext", "-layout", folder.resolve("report.pdf").toString());
        return Files.readString(folder.resolve("report.txt")).split("\f");
    }

    @Test
    void theWorkbookOpensWithItsNumbers() throws Exception {
        Files.write(folder.resolve("report.xlsx"), ExcelReport.write(SampleReport.full()));
        run(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2",
                "--outdir",
                folder.toString(),
                folder.resolve("report.xlsx").toString());
        List<Path> sheets;
        try (var files = Files.list(folder)) {
            sheets = files.filter(file -> file.toString().endsWith(".csv")).toList();
        }
        assertThat(sheets).hasSize(1);
        assertThat(Files.readString(sheets.getFirst(), StandardCharsets.UTF_8))
                .contains("Tổng số hộ gia đình,hộ,45873,46210,337,21,22");
    }

    private void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS))
                .as("%s ends", command[0])
                .isTrue();
        assertThat(process.exitValue()).as("exit of %s", command[0]).isZero();
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
