package vn.toam.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Programme;
import vn.toam.paper.TextExtractor;
import vn.toam.reader.PlanDraft;
import vn.toam.reader.PlanReader;
import vn.toam.shared.ToamTest;

/**
 * What is read from each of the five papers agrees with its programme in the catalog, which people wrote; every difference is listed in
 * {@code plan/reading-differences.txt}. Needs the papers in {@code ../shared}, which are not part of the repository.
 */
class ReadingAgreesTest extends ToamTest {

    private static final List<Path> SOURCES =
            List.of(Path.of("..", "shared", "sources"), Path.of("..", "..", "shared", "sources"));
    private static final Path KNOWN = Path.of("src/test/resources/plan/reading-differences.txt");
    private static final Path FOUND = Path.of("target/reading-differences.txt");
    private static final Map<String, String> PAPERS = new TreeMap<>(Map.of(
            "hai-phong-100",
            "hai-phong",
            "tan-yen-541",
            "tan-yen",
            "dien-bien-99",
            "dien-bien-99",
            "dien-bien-82",
            "dien-bien-82",
            "kon-tum-4002",
            "kon-tum"));

    @Autowired
    private Catalog catalog;

    @Test
    void readingAndProgrammeDifferOnlyWhereWeKnow() throws Exception {
        Path sources = SOURCES.stream().filter(Files::isDirectory).findFirst().orElse(Path.of("none"));
        assumeTrue(Files.isDirectory(sources), "the five papers are not here: nothing to compare");
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, String> paper : PAPERS.entrySet()) {
            String text = Files.readString(sources.resolve(paper.getValue() + ".txt"));
            PlanDraft draft = PlanReader.standard().read(TextExtractor.fromPasted(text));
            differences(catalog.programme(paper.getKey()), draft).forEach(d -> found.add(paper.getKey() + ": " + d));
        }
        Files.write(FOUND, found);
        assertThat(found).containsExactlyElementsOf(Files.readAllLines(KNOWN));
    }

    private static List<String> differences(Programme p, PlanDraft d) {
        List<String> all = new ArrayList<>();
        PlanDraft.Header h = d.header();
        compare(
                all,
                "number",
                List.of(text(p.header().number())),
                List.of(text(h.number().value())));
        compare(
                all,
                "date",
                List.of(text(p.header().date())),
                List.of(text(h.date().value())));
        compare(
                all,
                "period",
                List.of(text(p.header().periodFrom()), text(p.header().periodTo())),
                List.of(text(h.periodFrom().value()), text(h.periodTo().value())));
        compare(
                all,
                "citations",
                strings(p.citations(), Programme.Citation::number),
                strings(d.citations(), PlanDraft.Citation::number));
        compare(
                all,
                "targets",
                strings(
                        p.targets(),
                        t -> t.comparator() + " "
                                + t.value().stripTrailingZeros().toPlainString()),
                strings(
                        d.targets(),
                        t -> t.comparator() + " "
                                + t.value().stripTrailingZeros().toPlainString()));
        compare(
                all,
                "deadlines",
                strings(p.deadlines(), x -> x.kind() + " " + text(x.date()).replace("--", "")),
                strings(d.deadlines(), x -> x.kind() + " " + text(x.date())));
        compare(
                all,
                "tasks by group",
                strings(p.taskGroups(), g -> g.ref() + " " + g.tasks().size()),
                strings(d.taskGroups(), g -> text(g.no()) + " " + g.tasks().size()));
        compare(
                all,
                "agencies",
                strings(p.agencies(), a -> a.name().toLowerCase(Locale.ROOT)),
                strings(d.agencies(), a -> a.name().toLowerCase(Locale.ROOT)));
        compare(
                all,
                "recipients",
                List.of(String.valueOf(p.header().recipients().size())),
                List.of(String.valueOf(d.recipients().size())));
        compare(
                all,
                "budget",
                strings(p.budget(), Programme.Money::code),
                strings(d.budgetSources(), PlanDraft.Budget::code));
        return all;
    }

    private static <T> List<String> strings(List<T> items, Function<T, @Nullable String> text) {
        return items.stream().map(text).filter(Objects::nonNull).distinct().toList();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "–" : value.toString();
    }

    private static void compare(
            List<String> all, String what, Collection<String> programme, Collection<String> reading) {
        Map<String, Long> counts = Stream.concat(
                        programme.stream().map(x -> Map.entry(x, 1L)),
                        reading.stream().map(x -> Map.entry(x, -1L)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.summingLong(Map.Entry::getValue)));
        counts.forEach((value, n) -> {
            if (n != 0) {
                all.add(what + " " + (n > 0 ? "only in the programme: " : "only in the reading: ") + value);
            }
        });
    }
}
