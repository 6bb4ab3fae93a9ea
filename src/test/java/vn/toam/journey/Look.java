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

    /** Looks at the page that is open; the slow checks only for a new kind of page, or one with a part that no page had before. */
    List<String> at(Page page, String kind) {
        page.waitForLoadState();
        List<String> faults = new ArrayList<>();
        int headings = page.locator("h1").count();
        if (headings != 1) {
            faults.add(headings + " main headings");
        }
        Matcher raw = RAW.matcher(page.locator("main").innerText());
        if (raw.find()) {
            faults.add("shows " + raw.group());
        }
        boolean newKind = kinds.add(kind.replaceAll("\\?.*", ""));
        if (parts.addAll(partsOf(page)) || newKind) {
            barriers(page, faults);
            width(page, faults);
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

    /** The kinds of element on the page: tags, and the classes they bear. */
    @SuppressWarnings("unchecked")
    private static List<String> partsOf(Page page) {
        return (List<String>) page.evaluate("""
                () => [...new Set([...document.querySelectorAll('main *')]
                  .flatMap(e => [e.tagName, ...e.classList]))]""");
    }
}
