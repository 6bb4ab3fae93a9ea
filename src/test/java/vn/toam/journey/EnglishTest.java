package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** English is a whole language of the product: once chosen, no word of the Vietnamese screens is left. */
class EnglishTest extends BrowserTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final String WORDS =
            "nav a, main h1, main h2, main h3, main button, main label, main th, main summary, main legend, .tabs a, .badge";

    @Test
    void anEnglishScreenSpeaksNoVietnameseOfOurOwn() throws IOException {
        Set<String> vietnamese = vietnameseOnly();
        enterAs("planner.ty");
        page.navigate("/units?lang=en");
        assertThat(page.locator(".who a[href='/accounts/me']").innerText())
                .isEqualTo("Officer, Division of Culture and Information, Tân Yên");
        Set<String> left = new TreeSet<>();
        for (String address : addresses()) {
            page.navigate(address);
            assertThat(page.locator("html").getAttribute("lang")).as(address).isEqualTo("en");
            page.locator(WORDS).allInnerTexts().stream()
                    .map(String::strip)
                    .filter(vietnamese::contains)
                    .forEach(word -> left.add(address + ": " + word));
        }
        assertThat(left).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private List<String> addresses() {
        List<String> addresses = (List<String>)
                page.evaluate("() => [...document.querySelectorAll('nav a, main a')].map(a => a.pathname + a.search)");
        Set<String> some = new TreeSet<>();
        addresses.stream().filter(a -> a.startsWith("/units/")).limit(3).forEach(some::add);
        addresses.stream().filter(a -> !a.startsWith("/units/")).forEach(some::add);
        return List.copyOf(some);
    }

    /** Vietnamese messages that are no English message at the same time. */
    private static Set<String> vietnameseOnly() throws IOException {
        Set<String> vietnamese = new HashSet<>();
        Set<String> english = new HashSet<>();
        try (Stream<Path> files = Files.list(MESSAGES)) {
            for (Path file : files.toList()) {
                Properties messages = new Properties();
                try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    messages.load(reader);
                }
                (file.toString().endsWith("_en.properties") ? english : vietnamese)
                        .addAll(messages.stringPropertyNames().stream()
                                .map(messages::getProperty)
                                .toList());
            }
        }
        vietnamese.removeAll(english);
        return vietnamese;
    }
}
