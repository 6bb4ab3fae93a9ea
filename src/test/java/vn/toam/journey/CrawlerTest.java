package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Signs in as every role, follows every link, and looks at each kind of page as a demanding visitor: no error, nothing inaccessible. */
class CrawlerTest extends BrowserTest {

    /** Pages of the same kind that each role opens. */
    private static final int OF_A_KIND = 2;

    private static final Pattern ID = Pattern.compile("/([0-9a-f]{8}-[0-9a-f-]{27}|\\d+)(?=/|$)");
    private static final Pattern DOWNLOAD = Pattern.compile("\\.(docx|xlsx|pdf|json|csv|txt)$|/download|/files/");

    /** GET routes that no link leads to in a demo installation, and why. */
    private static final Map<String, String> UNLINKED = Map.of(
            "/setup", "only a real installation without accounts has it",
            "/health", "for machines",
            "/error", "the container's",
            "/", "redirects to the overview");

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final Set<String> reached = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void everyRoleFindsEveryPageInOrder() {
        for (String account : demoAccounts()) {
            enterAs(account);
            crawl(account);
        }
        assertThat(faults).isEmpty();
        assertThat(unreached()).as("routes that no role reaches by links").isEmpty();
    }

    private void crawl(String account) {
        Deque<String> waiting = new ArrayDeque<>(List.of("/overview"));
        Set<String> seen = new HashSet<>(waiting);
        Map<String, Integer> kinds = new HashMap<>();
        while (!waiting.isEmpty()) {
            String address = waiting.poll();
            String kind = ID.matcher(address.replaceAll("\\?.*", "")).replaceAll("/*");
            if (kinds.merge(kind, 1, Integer::sum) > OF_A_KIND) {
                continue;
            }
            Response response = page.navigate(address);
            reached.add(address.replaceAll("\\?.*", ""));
            if (response == null || response.status() >= 400) {
                faults.add(account + " " + address + " answered " + (response == null ? "nothing" : response.status()));
                continue;
            }
            if (kinds.get(kind) == 1) {
                look(account, address);
            }
            for (String link : links()) {
                if (seen.add(link)) {
                    waiting.add(link);
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> links() {
        List<String> links = (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('a[href]')]
                  .filter(a => a.origin === location.origin && !a.hasAttribute('download'))
                  .map(a => a.pathname + a.search)""");
        return links.stream()
                .filter(link -> !DOWNLOAD.matcher(link.replaceAll("\\?.*", "")).find())
                .filter(link -> !link.contains("lang="))
                .toList();
    }

    private void look(String account, String address) {
        new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(v -> "serious".equals(v.getImpact()) || "critical".equals(v.getImpact()))
                        .forEach(v -> faults.add(account + " " + address + " axe " + v.getId() + ": "
                                + v.getNodes().getFirst().getHtml()));
        if (page.locator("h1").count() != 1) {
            faults.add(account + " " + address + " has " + page.locator("h1").count() + " main headings");
        }
    }

    private List<String> unreached() {
        List<String> missing = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((info, method) -> {
            boolean reads = info.getMethodsCondition().getMethods().isEmpty()
                    || info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
            if (!reads || !method.getBeanType().getPackageName().startsWith("vn.toam")) {
                return;
            }
            for (PathPattern pattern : info.getPathPatternsCondition().getPatterns()) {
                String route = pattern.getPatternString();
                boolean found = reached.stream().anyMatch(r -> pattern.matches(PathContainer.parsePath(r)));
                if (!found
                        && !UNLINKED.containsKey(route)
                        && !DOWNLOAD.matcher(route).find()) {
                    missing.add(route);
                }
            }
        });
        return missing;
    }
}
