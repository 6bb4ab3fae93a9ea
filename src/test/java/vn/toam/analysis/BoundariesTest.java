package vn.toam.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.shared.Settings;

/** Maps from the operator's files: drawn when sound, refused in words when not; and the classes they are coloured by. */
class BoundariesTest {

    private static final String SQUARE = "[[[108,15],[109,15],[109,16],[108,15]]]";

    @TempDir
    private Path data;

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | json",
                "{'features':[]} | features",
                "{'features':[{'properties':{'code':'9'},'geometry':{'type':'Polygon','coordinates':SQUARE}}]} | code",
                "{'features':[{'properties':{'code':'20333'},'geometry':{'type':'LineString','coordinates':[]}}]} | geometry",
                "{'features':[{'properties':{'code':'20333'},'geometry':{'type':'Point','coordinates':[16,108]}}]} | point",
                "{'features':[{'properties':{'code':'20333'},'geometry':{'type':'Polygon','coordinates':[[[108,15]]]}}]} | ring",
                "{'features':[{'properties':{'code':'20333'},'geometry':{'type':'Polygon','coordinates':SQUARE}}]} | missing",
            })
    void aFileThatCannotBeDrawnIsRefusedInWords(String content, String why) throws IOException {
        write(content);

        Boundaries.Sheet sheet = sheet();

        assertThat(sheet.drawing()).isNull();
        assertThat(Objects.requireNonNull(sheet.problem()).key()).isEqualTo("analysis.map.problem." + why);
    }

    @Test
    void pointsAreDrawnAsDotsAndHoangSaInItsFrame() throws IOException {
        assertThat(sheet().problem()).isNull();
        write("""
                {'features':[{'properties':{'code':'20194'},'geometry':{'type':'Polygon','coordinates':SQUARE}},
                 {'properties':{'code':'20195'},'geometry':{'type':'Point','coordinates':[108.5,15.5]}},
                 {'properties':{'code':'20333'},'geometry':{'type':'Point','coordinates':[112,16.5]}}]}""");

        Boundaries.Sheet sheet = new Boundaries(new Settings(data, true, false, 0, 0, null, null))
                .communes("48", Set.of("20194", "20195", "20333"));

        Map<String, Drawing.Shape> shapes =
                Objects.requireNonNull(sheet.drawing()).shapes();
        assertThat(sheet.own()).isTrue();
        assertThat(sheet.drawing().frames())
                .singleElement()
                .extracting(Drawing.Frame::name)
                .isEqualTo("analysis.map.HOANG_SA");
        assertThat(shapes.get("20194").path()).startsWith("M");
        assertThat(shapes.get("20195").dots()).hasSize(1);
        assertThat(shapes.get("20333").dots()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest(name = "{0} falls into {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2 3 4 5 6 7 8 9 10 | 1-2:1 3-4:2 5-6:3 7-8:4 9-10:5",
                "0 0 0 0 0 0 0 0 1 9 | 0-0:1 1-1:3 9-9:5",
                "4 4 | 4-4:3",
                "1 1.0 2 | 1-1:1 2-2:5",
            })
    void classesHoldAboutEquallyManyAndNeverPartEqualFigures(String figures, String classes) {
        Shades shades =
                Shades.of(Arrays.stream(figures.split(" ")).map(BigDecimal::new).toList());

        assertThat(shades.classes().stream()
                        .map(shade -> shade.from().stripTrailingZeros().toPlainString() + "-"
                                + shade.to().stripTrailingZeros().toPlainString() + ":" + shade.style())
                        .toList())
                .containsExactly(classes.split(" "));
    }

    private Boundaries.Sheet sheet() {
        return new Boundaries(new Settings(data, true, false, 0, 0, null, null))
                .communes("48", Set.of("20194", "20333"));
    }

    private void write(String content) throws IOException {
        Path file = data.resolve("maps/communes/48.geojson");
        Files.createDirectories(file.getParent());
        Files.writeString(file, content.replace('\'', '"').replace("SQUARE", SQUARE));
    }
}
