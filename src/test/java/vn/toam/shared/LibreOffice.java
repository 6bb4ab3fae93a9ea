package vn.toam.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another office program, without a window. One for each folder. */
public record LibreOffice(Path folder) {

    public static boolean installed() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice")));
    }

    /** The workbook as it shows it, first sheet, one value behind the other. */
    public byte[] csv(byte[] workbook) throws Exception {
        return converted(workbook, "csv:Text - txt - csv (StarCalc):44,34,76,1");
    }

    /** What it saves of a workbook that it opened. @param to the ending, and the filter behind a colon */
    public byte[] converted(byte[] workbook, String to) throws Exception {
        Path in = Files.write(folder.resolve("in.xlsx"), workbook);
        Path results = Files.createTempDirectory(folder, "results");
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
        try (Stream<Path> made = Files.list(results)) {
            return Files.readAllBytes(made.findFirst().orElseThrow());
        }
    }
}
