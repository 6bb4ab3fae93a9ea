package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.paper.TextExtractor;

/** Extra: real plans beside the repository, compared with what a person read in them; skipped where they are absent. */
class SharedPlansTest {
    private static final Path SHARED = Path.of("..", "shared");

    private static double f1(List<JsonNode> gold, List<JsonNode> read, BiPredicate<JsonNode, JsonNode> same) {
        List<JsonNode> left = new ArrayList<>(read);
        int hits = 0;
        int binding = 0;
        for (JsonNode g : gold) {
            boolean optional = g.path("optional").asBoolean(false);
            JsonNode hit =
                    left.stream().filter(p -> same.test(g, p)).findFirst().orElse(null);
            if (hit != null) {
                left.remove(hit);
                hits += optional ? 0 : 1;
            }
            binding += optional ? 0 : 1;
        }
        int all = 2 * hits + left.size() + binding - hits;
        return all == 0 ? 1 : 2.0 * hits / all;
    }

    private static Stream<Path> files(Path folder, String end) throws IOException {
        return Files.isDirectory(folder)
                ? Files.list(folder).filter(p -> p.toString().endsWith(end))
                : Stream.empty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"targets", "citations"})
    void realPlansReadAsAPersonReadsThem(String what) throws Exception {
        Path gold = SHARED.resolve("reader/gold");
        assumeTrue(Files.isDirectory(gold), "no annotated plans beside the repository");
        List<Path> texts = Stream.concat(
                        files(SHARED.resolve("sources"), ".txt"), files(SHARED.resolve("reader/texts"), ".txt"))
                .toList();
        for (Path text : texts) {
            String name = text.getFileName().toString().replace(".txt", ".json");
            if (Files.exists(gold.resolve(name))) {
                JsonNode g = JsonMapper.shared().readTree(Files.readString(gold.resolve(name)));
                JsonNode p = JsonMapper.shared()
                        .readTree(PlanJson.write(PlanReader.standard().read(TextExtractor.extract(text))));
                BiPredicate<JsonNode, JsonNode> same =
                        what.equals("targets") ? ConfidenceTable::sameTarget : ConfidenceTable::sameCitation;
                assertThat(f1(ConfidenceTable.list(g, what), ConfidenceTable.list(p, what), same))
                        .as(what + " of " + name)
                        .isGreaterThanOrEqualTo(0.95);
            }
        }
    }
}
