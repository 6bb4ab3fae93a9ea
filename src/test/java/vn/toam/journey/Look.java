package vn.toam.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a demanding visitor sees at once: barriers (WCAG 2.2 AA), a missing main heading, raw codes, a page wider than a phone. */
final class Look {

    /** What no reader should ever meet: message keys, database ids, constants of the code, unfilled places, "null". */
    private static final Pattern RAW = Pattern.compile(
            "\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}\\b|\\b[A-Z]{3,}_[A-Z_]{2,}\\b|\\{\\d\\}|\\bnull\\b|\\bundefined\\b|\\bNaN\\b"
                    + "|\\b(?!village\\.anlao\\b)(?:" + modules()
                    + ")\\.[a-z][A-Za-z.]+\\b"); // but for the name of an account

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Set<String> kinds = new HashSet<>();
    private final Set<String> parts = new HashSet<>();

    /** Whether a page is of a new kind, or has a kind of element that no page before it had: then it is worth the slow look of {@link #at}. */
    boolean isNew(Element main, String kind) {
        boolean newKind = kinds.add(kind);
        return parts.addAll(partsOf(main)) || newKind;
    }

    /** What a page says, without a browser. */
    static List<String> read(Document document) {
        Element main = document.selectFirst("main");
        return words(document.select("h1").size(), main == null ? "" : main.text());
    }

    /** Looks at the page that is open in the browser. */
    static List<String> at(Page page) {
        page.waitForLoadState();
        List<String> faults =
                words(page.locator("h1").count(), page.locator("main").innerText());
        barriers(page, faults);
        width(page, faults);
        return faults;
    }

    private static List<String> words(int headings, String text) {
        List<String> faults = new ArrayList<>();
        if (headings != 1) {
            faults.add(headings + " main headings");
        }
        Matcher raw = RAW.matcher(text);
        if (raw.find()) {
            faults.add("shows " + raw.group());
        }
        return faults;
    }

    private static void barriers(Page page, List<String> faults) {
        new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .filter(v -> "serious".equals(v.getImpact()) || "critical".equals(v.getImpact()))
                        .forEach(v -> faults.add("axe " + v.getId() + ": "
                                + v.getNodes().getFirst().getHtml().replaceAll("\\s+", " ")));
    }

    private static void width(Page page, List<String> faults) {
        page.setViewportSize(390, 844);
        Object wide = page.evaluate("document.documentElement.scrollWidth");
        page.setViewportSize(1440, 900);
        if (((Number) wide).intValue() > 390) {
            faults.add("is " + wide + " px wide on a phone of 390 px");
        }
    }

    /** Modules with words for users: each key begins with its module. */
    private static String modules() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_en.properties"))
                    .map(name -> name.replace("_en.properties", ""))
                    .collect(Collectors.joining("|"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kinds of element in a page: tags, and the classes they bear. */
    private static Set<String> partsOf(Element main) {
        Set<String> parts = new HashSet<>();
        for (Element element : main.getAllElements()) {
            parts.add(element.normalName());
            parts.addAll(element.classNames());
        }
        return parts;
    }
}
