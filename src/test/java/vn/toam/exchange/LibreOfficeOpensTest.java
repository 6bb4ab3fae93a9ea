package vn.toam.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another office program opens our workbooks, and what it saves comes in again. */
@Tag("office")
class LibreOfficeOpensTest extends ExchangeTest {

    @TempDir
    private Path folder;

    @BeforeAll
    void open() {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice"))),
                "LibreOffice is not installed");
        open(2037);
    }

    @Test
    void aWorkbookSavedByAnotherProgramComesInWithoutADifference() throws Exception {
        Asked unit = communes.get(0);
        type(unit, Map.of("cultural_registered", "1.204", "annual_plan_issued", "1"));

        for (ExportService.Kind kind : new ExportService.Kind[] {ExportService.Kind.FORM, ExportService.Kind.XLSX}) {
            byte[] saved = converted(out(kind, unit.unit()), "xlsx:Calc MS Excel 2007 XML", "out.xlsx");
            ImportView view = view(receiver, in(receiver, "bang.xlsx", saved));
            assertThat(view.counts()).as("%s", kind).containsOnlyKeys(Entry.Status.SAME);
            assertThat(view.slice().items().getFirst().same()).isEqualTo(2);
        }
    }

    @Test
    void theSumBesideALineIsReckoned() throws Exception {
        String csv = new String(
                converted(
                        out(ExportService.Kind.FORM, communes.get(1).unit()),
                        "csv:Text - txt - csv (StarCalc):44,34,76,1",
                        "out.csv"),
                StandardCharsets.UTF_8);

        assertThat(csv)
                .contains(communes.get(1).fullName())
                .contains("Hộ đăng ký")
                .doesNotContain("#")
                .doesNotContain("Err:");
    }

    private byte[] converted(byte[] workbook, String to, String result) throws Exception {
        Path in = Files.write(folder.resolve("in.xlsx"), workbook);
        Path results = Files.createDirectories(folder.resolve("results"));
        Process process = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        to,
                        "--outdir",
                        results.toString(),
                        in.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readAllBytes(results.resolve(result.replace("out", "in")));
    }
}
