package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.paper.TextExtractor;

/** Of what the reader gives with a confidence of 0.9 or more, at least nine in ten are right, in every kind of finding. */
class ConfidenceTest {
    private static final Path OWN = Path.of("src/test/resources/reader");
    private static final Path SHARED = Path.of("..", "shared");
    private static final Path TABLE = Path.of("target", "confidence.md");

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static JsonNode read(String text) throws Exception {
        return json(PlanJson.write(PlanReader.standard().read(TextExtractor.fromPasted(text))));
    }

    private static void add(ConfidenceTable table, Path gold, Path text, boolean damaged) throws Exception {
        JsonNode right = json(Files.readString(gold));
        String written = Files.readString(text);
        table.add(right, read(written), false);
        if (damaged) {
            for (Map.Entry<String, String> copy : Damage.copies(written).entrySet()) {
                table.add(right, read(copy.getValue()), copy.getKey().equals("nodiacritics"));
            }
        }
    }

    private static void nineInTen(ConfidenceTable table) {
        for (String kind : ConfidenceTable.KINDS) {
            assertThat(table.sure(kind)).as(kind + "\n" + table.markdown()).matches(ConfidenceTable.Count::nineInTen);
            assertThat(table.sure(kind).all()).as(kind).isPositive();
        }
    }

    @Test
    void whatIsSureInOwnPlansAndTheirDamagedCopiesIsRight() throws Exception {
        ConfidenceTable table = new ConfidenceTable();
        for (String name : List.of("province", "commune")) {
            add(table, OWN.resolve(name + ".json"), OWN.resolve(name + ".txt"), true);
        }
        nineInTen(table);
    }

    @Test
    void nothingIsSureInAStory() throws Exception {
        JsonNode story = read("""
                Đêm trăng

                Năm 1975, ông Hai về làng. Sở Y tế khi ấy chưa có nhà, trước ngày 20 tháng 7 người ta vẫn họp dưới gốc đa.
                Hơn 80% trai làng đã đi xa; ông đếm được ít nhất 12 nóc nhà bỏ trống.
                - Bác về thật rồi! - cô Ba kêu lên.
                - Về thật - ông cười, phối hợp với Công an xã mà dựng lại cái cổng.
                Chương 2
                Trời mưa mãi đến tháng 9 năm 1976.
                """);
        for (String kind : ConfidenceTable.KINDS) {
            story.path(kind)
                    .forEach(found -> assertThat(found.path("confidence").asDouble(1))
                            .as(kind + " " + found)
                            .isLessThan(0.9));
        }
    }

    /** Also writes the table of docs/reading.md to target/confidence.md. */
    @Test
    void whatIsSureInRealPlansIsRight() throws Exception {
        Path gold = SHARED.resolve("reader/gold");
        assumeTrue(Files.isDirectory(gold), "no annotated plans beside the repository");
        ConfidenceTable table = new ConfidenceTable();
        for (Path folder : List.of(SHARED.resolve("sources"), SHARED.resolve("reader/texts"))) {
            try (Stream<Path> texts = Files.list(folder)) {
                for (Path text : texts.sorted().toList()) {
                    Path right = gold.resolve(text.getFileName().toString().replace(".txt", ".json"));
                    if (Files.exists(right)) {
                        String name = text.getFileName().toString();
                        add(table, right, text, name.startsWith("tan-yen") || name.startsWith("hai-phong"));
                    }
                }
            }
        }
        Files.writeString(TABLE, table.markdown());
        nineInTen(table);
    }
}
