package vn.toam.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No library that ops/known-vulnerable.txt names is carried in a version that it names; what that does not prove stands in that file. */
class KnownVulnerableTest {

    private static final Path LIST = Path.of("ops/known-vulnerable.txt");
    private static final Pattern JAR = Pattern.compile("([a-z0-9.-]+?)-(\\d[\\w.]*(?:-[A-Za-z]\\w*)?)\\.jar");

    @Test
    void noLibraryIsOlderThanItsFirstSoundVersion() throws Exception {
        List<String> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> Path.of(path).getFileName().toString())
                .filter(name -> name.endsWith(".jar"))
                .toList();
        assertThat(jars)
                .anyMatch(name -> name.startsWith("tomcat-embed-core-"))
                .anyMatch(name -> name.startsWith("bcprov-"));
        assertThat(vulnerable(jars)).isEmpty();
    }

    @Test
    void aPlantedOldLibraryIsCaught() throws Exception {
        assertThat(vulnerable(
                        List.of("tomcat-embed-core-11.0.24.jar", "bcprov-jdk18on-1.81.jar", "commons-io-2.22.0.jar")))
                .hasSize(2);
    }

    private static List<String> vulnerable(List<String> jars) throws Exception {
        List<String> found = new ArrayList<>();
        try (Stream<String> lines = Files.lines(LIST)) {
            for (String[] line : lines.filter(text -> !text.startsWith("#") && !text.isBlank())
                    .map(text -> text.split("\\s+", 3))
                    .toList()) {
                for (String jar : jars) {
                    Matcher name = JAR.matcher(jar);
                    if (name.matches() && name.group(1).equals(line[0]) && older(name.group(2), line[1])) {
                        found.add(jar + " is older than " + line[1] + ": " + line[2]);
                    }
                }
            }
        }
        return found;
    }

    private static boolean older(String version, String sound) {
        String[] left = version.split("[.-]");
        String[] right = sound.split("[.-]");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = Integer.compare(number(left, i), number(right, i));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    private static int number(String[] parts, int at) {
        return at < parts.length && parts[at].matches("\\d{1,9}") ? Integer.parseInt(parts[at]) : 0;
    }
}
