package vn.toam.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pages are built from the kit in {@code src/main/jte/shared}, shown at {@code /style}; templates stay short and narrow. */
class PageKitTest {

    private static final int COLUMNS = 120;
    private static final int LINES = 120; // nineteen of twenty templates; the longest: LimitsTest

    /** What only the kit writes, and the part to use instead. */
    private static final Map<String, Pattern> PARTS = Map.of(
            "table", Pattern.compile("<table\\b"),
            "filters or switcher", Pattern.compile("method=\"get\""),
            "timeline", Pattern.compile("class=\"timeline"),
            "empty", Pattern.compile("class=\"empty"),
            "card", Pattern.compile("class=\"card\\b"),
            "chart", Pattern.compile("<figure\\b"),
            "dialog", Pattern.compile("<dialog\\b|class=\"(?:card )?dialog"));

    private static final Pattern BROKEN = Pattern.compile("[\\s\"][a-z-]+=\"[^\"]*\\$\\{(?:[^\"{}]|\"[^\"\\n]*\")*\\n");

    /** Forms that fetch a page and filter no list: picking one agency; naming the rows of a bulk action. */
    private static final Set<String> OTHER_FORMS = Set.of("plan/receiver.jte", "duty/lists.jte");

    /** The living page shows each part. */
    private static final List<String> SHOWN = List.of(
            "table",
            "filters",
            "switcher",
            "timeline",
            "event",
            "empty",
            "card",
            "chart",
            "dialog",
            "field",
            "choice",
            "area",
            "pager",
            "keyset");

    @Test
    void onlyTheKitWritesItsParts() {
        List<String> own = new ArrayList<>();
        for (Path file : templates()) {
            String name = name(file);
            if (!name.startsWith("shared/")) {
                own.addAll(ownParts(name, SourceTree.read(file)));
            }
        }
        assertThat(own).isEmpty();
    }

    @Test
    void theLivingPageShowsEveryPart() {
        String page = SourceTree.read(SourceTree.TEMPLATES.resolve("shared/style.jte"));
        assertThat(SHOWN).allSatisfy(part -> assertThat(page).contains("@template.shared." + part + "("));
    }

    @Test
    void linesOfTemplatesAreNarrow() {
        List<String> wide = new ArrayList<>();
        templates().forEach(file -> wide.addAll(wideLines(name(file), SourceTree.read(file))));
        assertThat(wide).isEmpty();
    }

    /** JTE writes such an expression out as it stands instead of its value. */
    @Test
    void noExpressionInAnAttributeRunsOverALine() {
        List<String> broken = new ArrayList<>();
        for (Path file : templates()) {
            brokenAttributes(SourceTree.read(file)).forEach(found -> broken.add(name(file) + ": " + found));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void nineteenOfTwentyTemplatesAreShort() {
        List<Long> lengths = templates().stream()
                .map(file -> SourceTree.read(file).lines().count())
                .sorted()
                .toList();
        assertThat(lengths.get((int) Math.ceil(lengths.size() * 0.95) - 1)).isLessThanOrEqualTo(LINES);
    }

    @Test
    void onlyOneScriptPutsAPartOfAPageInPlace() {
        List<String> others = SourceTree.files(SourceTree.RESOURCES.resolve("static"), ".js").stream()
                .filter(file -> SourceTree.read(file).contains("DOMParser"))
                .map(file -> file.getFileName().toString())
                .toList();
        assertThat(others)
                .as("part.js replaces a part, kept.js only reads how its forms stand")
                .containsExactly("kept.js", "part.js");
    }

    @Test
    void plantedMistakesAreCaught() {
        assertThat(ownParts("plan/a.jte", "<div class=\"empty\"><p>–</p></div><table class=\"x\">"))
                .containsExactlyInAnyOrder("plan/a.jte: use shared.empty", "plan/a.jte: use shared.table");
        assertThat(brokenAttributes("<a href=\"${one\n + two}\" title=\"${two}\">"))
                .hasSize(1);
        assertThat(wideLines("a.jte", "x".repeat(COLUMNS) + "\n" + "x".repeat(COLUMNS + 1)))
                .containsExactly("a.jte:2 has 121 columns");
    }

    private static List<String> ownParts(String name, String source) {
        return PARTS.entrySet().stream()
                .filter(part -> part.getValue().matcher(source).find())
                .filter(part -> !(part.getKey().startsWith("filters") && OTHER_FORMS.contains(name)))
                .map(part -> name + ": use shared." + part.getKey())
                .toList();
    }

    private static List<String> brokenAttributes(String source) {
        return BROKEN.matcher(source).results().map(MatchResult::group).toList();
    }

    private static List<String> wideLines(String name, String source) {
        List<String> wide = new ArrayList<>();
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int columns = lines.get(i).codePointCount(0, lines.get(i).length());
            if (columns > COLUMNS) {
                wide.add(name + ":" + (i + 1) + " has " + columns + " columns");
            }
        }
        return wide;
    }

    private static List<Path> templates() {
        return SourceTree.files(SourceTree.TEMPLATES, ".jte");
    }

    private static String name(Path file) {
        return SourceTree.TEMPLATES.relativize(file).toString();
    }
}
