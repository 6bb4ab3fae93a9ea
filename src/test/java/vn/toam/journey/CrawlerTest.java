package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Signs in as every role at every level, follows every link, and looks at each kind of page as a demanding visitor. */
class CrawlerTest extends BrowserTest {

    /** One account for each role and level; which of two provinces it is makes no other page. */
    private static final List<String> VISITORS = List.of(
            "ministry",
            "admin",
            "planner.haiphong",
            "reviewer.haiphong",
            "leader.haiphong",
            "police.haiphong",
            "reporter.anlao",
            "leader.anlao",
            "village.anlao",
            "admin.haiphong",
            "planner.bn");

    /** Pages that each role opens, one of a kind, nearest to the overview first; all roles together must reach every route. */
    private static final int PAGES = 22;

    private static final Pattern ID = Pattern.compile("/([0-9a-f]{8}-[0-9a-f-]{27}|\\d+)(?=/|$)");
    private static final Pattern DOWNLOAD =
            Pattern.compile("\\.(docx|xlsx|pdf|json|csv|txt|yaml|\\{kind:[a-z|]+})$|/download|/files/");

    /** GET routes that no link of a demo installation leads to, and why. */
    private static final Map<String, String> UNLINKED = Map.ofEntries(
            Map.entry("/favicon.ico", "for browsers"),
            Map.entry("/villages/{province}/{id}", "of villages; VillagePagesTest opens it"),
            Map.entry("/villages/{province}/{id}/edit", "of villages; VillagePagesTest opens it"),
            Map.entry("/villages/{province}/{id}/{act:end|split|pass}", "of villages; VillagePagesTest opens it"),
            Map.entry("/units/{unit:\\d+}/villages", "of villages; VillagePagesTest opens it"),
            Map.entry("/units/{unit:\\d+}/villages/new", "of villages; VillagePagesTest opens it"),
            Map.entry("/units/{unit:\\d+}/villages/table", "of villages; VillagePagesTest opens it"),
            Map.entry("/units/{unit:\\d+}/villages/merge", "of villages; VillagePagesTest opens it"),
            Map.entry("/households", "of the book; BookPagesTest opens it"),
            Map.entry("/units/{unit:\\d+}/households", "of the book; BookPagesTest opens it"),
            Map.entry("/units/{unit:\\d+}/households/list", "of the book; BookPagesTest opens it"),
            Map.entry("/units/{unit:\\d+}/households/import", "of the book; HouseholdImportTest opens it"),
            Map.entry("/units/{unit:\\d+}/households/years/{year}", "of the book; BookPagesTest opens it"),
            Map.entry("/units/{unit:\\d+}/households/new", "of the book; BookPagesTest opens it"),
            Map.entry("/units/{unit:\\d+}/households/marks", "of a village's book; BookPagesTest opens it"),
            Map.entry("/units/{unit:\\d+}/households/sheet", "of a village's book; BookPagesTest opens it"),
            Map.entry("/units/{unit:\\d+}/households/{id}", "of a household; BookPagesTest opens it"),
            Map.entry("/units/{unit:\\d+}/households/{id}/{act}", "of a household; BookPagesTest opens it"),
            Map.entry("/campaigns/{observance}", "of a year's campaigns; CampaignTest opens it"),
            Map.entry("/campaigns", "of the register of campaigns; CampaignTest opens it"),
            Map.entry("/difficulties", "of the register of difficulties; DifficultiesTest opens it"),
            Map.entry("/difficulties/new", "of the register of difficulties; DifficultiesTest opens it"),
            Map.entry("/difficulties/{unit:\\d+}/{id}", "of a difficulty; DifficultiesTest opens it"),
            Map.entry("/registers/own", "of own registers; behind the first pages of an account"),
            Map.entry("/registers/own/new", "of own registers; behind the first pages of an account"),
            Map.entry("/registers/own/{id}/{version}", "of own registers; behind the first pages of an account"),
            Map.entry("/registers/{register}/import", "of who keeps a register; RegisterImportTest opens it"),
            Map.entry("/registers/{register}/grid", "of who keeps a register; RecordGridTest opens it"),
            Map.entry("/registers/{register}/{unit:\\d+}/{id}", "of a record; RegisterPagesTest opens it"),
            Map.entry("/registers/{register}/{unit:\\d+}/{id}/edit", "of a record; RegisterPagesTest opens it"),
            Map.entry("/accounts/requests/{id}", "after a form was sent; TwoPersonsTest asks for it"),
            Map.entry("/accounts/{id}/link", "after a form was sent; TwoPersonsTest asks for it"),
            Map.entry("/accounts/{id}/password", "after a form was sent; TwoPersonsTest asks for it"),
            Map.entry("/collection/rounds/ad-hoc", "after a form was refused; LanguageLinkTest asks for it"),
            Map.entry("/collection/rounds/{id}/accept-all", "of what a form makes; tests of its module open it"),
            Map.entry(
                    "/collection/forms/{round}/{unit}/versions/{version}",
                    "of returns sent by hand; made-up ones have no steps"),
            Map.entry("/ownform/{form}/{version}", "of own forms; OwnFormPagesTest opens it"),
            Map.entry("/ownform/{form}/{version}/change", "of own forms; OwnFormPagesTest opens it"),
            Map.entry(
                    "/indicators/targets/{plan}/{target}/evidence/{result}",
                    "of typed results; TargetMeasureTest opens it"),
            Map.entry("/plans/new/{token}", "of texts that are asked about; PlanUploadsTest opens it"),
            Map.entry("/plans/tasks/confirm", "of tasks ticked in a form; DutyListsTest opens it"),
            Map.entry("/plans/tasks/urge", "of tasks ticked in a form; DutyListsTest opens it"),
            Map.entry("/search", "by the box of every page; SearchTest opens it"),
            Map.entry("/sign-in/forgotten", "only before signing in; BulkAccountsTest opens it"),
            Map.entry("/sign-in/reset", "only before signing in; BulkAccountsTest opens it"),
            Map.entry("/error", "the container's"),
            Map.entry("/sign-in", "only before signing in"),
            Map.entry("/setup", "only without any account; SetupTest opens it"),
            Map.entry("/accounts/me/password", "at the first sign-in with a one-time password"),
            Map.entry("/exchange/imports/{id}", "of files sent; ExchangePagesTest opens it"),
            Map.entry("/imports/{id}", "of files sent; ImportTargetTest opens it"),
            Map.entry("/plans/{id}/review", "of drafts; the journeys open it"),
            Map.entry("/plans/{id}/issue", "of drafts; the journeys open it"),
            Map.entry("/plans/{id}/receivers", "of drafts; the journeys open it"),
            Map.entry("/plans/{id}/issued", "after issuing; the journeys open it"),
            Map.entry("/plans/{id}/amend", "of amendments being drafted; PlanChangesTest makes them"),
            Map.entry("/plans/{id}/tasks/{element}/reassign", "of plans of one's own unit; PlanChangesTest opens it"),
            Map.entry("/units/reorganisations/{id}", "of drafts; made and read in ReorganisationTest"),
            Map.entry("/units/reorganisations/{id}/edit", "of drafts; made and changed in ReorganisationTest"),
            Map.entry("/collection/forms/kept", "on devices that keep a form; OfflineJourneyTest opens it"));

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final Set<String> reached = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    /** Kinds of pages that somebody has seen: beyond {@link #PAGES} an account goes on with new ones only. */
    private final Set<String> known = new HashSet<>();

    private final Look look = new Look();

    @Test
    void everyRoleFindsEveryPageInOrder() {
        assertThat(rolesOf(VISITORS)).as("roles that visit").isEqualTo(rolesOf(accounts()));
        for (String account : VISITORS) {
            enterAs(account);
            crawl(account);
        }
        assertThat(faults).isEmpty();
        assertThat(unreached()).as("routes that no role reaches by links").isEmpty();
    }

    private void crawl(String account) {
        Deque<String> waiting = new ArrayDeque<>(List.of("/"));
        Set<String> seen = new HashSet<>(waiting);
        Set<String> kinds = new HashSet<>();
        while (!waiting.isEmpty()) {
            String address = waiting.poll();
            String kind = kind(address);
            if (kinds.contains(kind) || kinds.size() >= PAGES && known.contains(kind)) {
                continue;
            }
            kinds.add(kind);
            known.add(kind);
            APIResponse response = page.request().get(address);
            reached.add(address.replaceAll("\\?.*", ""));
            if (response.status() >= 400) {
                faults.add(account + " " + address + " answered " + response.status());
                continue;
            }
            Document document = Jsoup.parse(response.text(), response.url());
            look(account, address, kind, document);
            links(document).stream().filter(seen::add).forEach(waiting::add);
        }
    }

    /** A page is read as it was sent; the browser opens it when it is new to all that were seen before. */
    private void look(String account, String address, String kind, Document document) {
        List<String> found = Look.read(document);
        if (look.isNew(document, kind)) {
            page.navigate(address);
            found = Look.at(page);
        }
        found.forEach(fault -> faults.add(account + " " + address + " " + fault));
    }

    /** Two addresses are of a kind when only ids and parameters differ. */
    private static String kind(String address) {
        return ID.matcher(address.replaceAll("\\?.*", ""))
                .replaceAll("/*")
                .replaceAll("/indicators/history/[a-z0-9-]+", "/indicators/history/*")
                .replaceAll("/indicators/(?!scorecard|trace|map|history)[a-z0-9-]+", "/indicators/*")
                .replaceAll("/registers/[a-z0-9-]+", "/registers/*")
                .replaceAll("/catalog/(forms|codes)/[a-z0-9-]+", "/catalog/$1/*");
    }

    private List<String> links(Document document) {
        String origin = "http://localhost:" + port;
        return document.select("a[href]:not([download])").stream()
                .map(link -> link.absUrl("href"))
                .filter(link -> link.startsWith(origin + "/"))
                .map(link -> link.substring(origin.length()).replaceAll("#.*", ""))
                .filter(link -> !DOWNLOAD.matcher(link.replaceAll("\\?.*", "")).find())
                .filter(link -> !link.contains("lang="))
                .toList();
    }

    private List<String> accounts() {
        page.navigate("/sign-in");
        return page.locator("form[action='/sign-in/demo'] button").all().stream()
                .map(button -> button.getAttribute("value"))
                .toList();
    }

    /** The roles of accounts as the sign-in page names them. */
    private Set<String> rolesOf(List<String> accounts) {
        page.navigate("/sign-in");
        Set<String> roles = new TreeSet<>();
        for (String account : accounts) {
            roles.add(page.locator("button[value='" + account + "'] .post-role")
                    .innerText()
                    .replaceAll(" ·.*", ""));
        }
        return roles;
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
                        && !route.startsWith("/api/")
                        && !UNLINKED.containsKey(route)
                        && !DOWNLOAD.matcher(route).find()) {
                    missing.add(route);
                }
            }
        });
        return missing;
    }
}
