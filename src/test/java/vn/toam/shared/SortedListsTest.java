package vn.toam.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toam.access.As;
import vn.toam.geography.Level;
import vn.toam.round.RoundService;
import vn.toam.unit.UnitService;

/** Lists are sorted by links in their heads, which work without script and keep what narrows the list. */
class SortedListsTest extends ToamTest {

    private static final Pattern HEAD =
            Pattern.compile("<th scope=\"col\" class=\"sort[^>]*?(?: aria-sort=\"(\\w+)\")?><a href=\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("<th scope=\"row\">.*?>([^<]+)</a>", Pattern.DOTALL);
    private static int year = 2090;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private As as;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RoundService rounds;

    @Autowired
    private UnitService units;

    @ParameterizedTest
    @CsvSource({
        "admin, /accounts?q=a",
        "admin, /units/committees",
        "admin, /audit/visits",
        "planner.bn, /output",
        "ministry, /indicators/cultural-family-rate?unit=1&year=2024",
        "ministry, /indicators/trace?indicator=cultural-family-rate&unit=1&year=2024",
        "planner.bn, /plans/tasks?side=GIVEN&show=ALL"
    })
    void everyHeadSortsTheListBothWaysAndKeepsWhatNarrowsIt(String account, String list) throws Exception {
        bothWays(account, list);
    }

    @Test
    void theReturnsOfARoundAndTheBoardOfWhoIsLateAreSortedAndTakenAway() throws Exception {
        int province = units.byCode(Level.PROVINCE, "24", LocalDate.of(2026, 1, 1))
                .orElseThrow()
                .id();
        int of = year++;
        String round = as.role("planner.bn")
                .get(() -> rounds.open("family-plan-commune", of, province, ""))
                .id()
                .toString();

        bothWays("planner.bn", "/collection/rounds/" + round + "?unit=" + province + "&status=MISSING&words=xa");
        bothWays("planner.bn", "/coordination/rounds/" + round + "?unit=" + province + "&state=NOT_BEGUN");

        bothWays("admin", "/audit?kind=round");

        List<String> names = names(page("planner.bn", "/coordination/rounds/" + round + "?unit=" + province));
        assertThat(names)
                .as("a Vietnamese list, not one by code points")
                .isSortedAccordingTo((one, other) -> VietnameseOrder.NAMES.compare(bare(one), bare(other)));
        int communes = units.idsBelow(province, Level.COMMUNE, LocalDate.of(2026, 1, 1))
                .size();
        assertThat(rows("planner.bn", "/collection/rounds/" + round + "/returns.xlsx?unit=" + province))
                .hasSizeGreaterThan(communes)
                .anyMatch(line -> line.contains("0/" + communes));
        assertThat(rows("planner.bn", "/coordination/rounds/" + round + "/late.xlsx?unit=" + province))
                .hasSizeGreaterThan(communes);
    }

    @Test
    void theAccountsFoundAreTakenAwayAsAWorkbook() throws Exception {
        assertThat(rows("admin", "/accounts/accounts.xlsx?q=planner&sort=NAME&down=true"))
                .anyMatch(line -> line.contains("planner.bn"))
                .noneMatch(line -> line.contains("leader.bn"));
        assertThat(mvc.get().uri("/accounts/accounts.xlsx").with(as.request("planner.bn")))
                .hasStatus(403);
    }

    @ParameterizedTest
    @CsvSource({
        "admin, /accounts?q=khongcoai",
        "admin, /audit?name=khongcoai",
        "admin, /audit/visits?name=khongcoai",
        "planner.bn, /plans?q=khongconao",
        "planner.bn, /plans/tasks?side=GIVEN&show=ALL&from=2001-01-01&to=2001-01-02",
        "planner.bn, /collection?year=1999",
        "planner.bn, /exchange?year=1999",
        "planner.bn, /search?q=khongconao",
        "planner.bn, /units?q=khongconao",
        "admin, /units/reorganisations?page=99"
    })
    void aListWithoutRowsSaysWhy(String account, String list) throws Exception {
        String whole = page(account, list);
        String page = whole.substring(whole.indexOf("<main"));
        assertThat(page).containsAnyOf("class=\"empty\"", "<tbody>");
        assertThat(page).doesNotContain("{0}", "null");
        if (!page.contains("class=\"empty\"")) {
            assertThat(names(page)).as("an empty table says nothing").isNotEmpty();
        }
    }

    @Test
    void plansAreSortedByLinksAboveThem() throws Exception {
        List<String> names = plans(page("ministry", "/plans?sort=NAME&down=false&q=ke%20hoach"));

        assertThat(names).hasSizeGreaterThan(2).isSortedAccordingTo(VietnameseOrder.NAMES);
        assertThat(plans(page("ministry", "/plans?sort=NAME&down=true&q=ke%20hoach")))
                .isEqualTo(names.reversed());
        assertThat(page("ministry", "/plans?sort=NAME&down=false&q=ke%20hoach"))
                .contains("href=\"/plans?q=ke+hoach&amp;sort=OVERDUE&amp;down=false\"");
    }

    private static List<String> plans(String page) {
        return Pattern.compile("<h2><a href=\"/plans/[^\"]*\">([^<]+)</a>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void anUnknownColumnIsNotGuessed() {
        assertThat(mvc.get().uri("/accounts?sort=password").with(as.request("admin")))
                .hasStatus(404);
    }

    @Test
    void namesStandInTheOrderOfADictionaryAndNumbersByTheirValue() {
        List<String> names = new ArrayList<>(List.of(
                "Xã 10",
                "Đồng Tháp",
                "Xã 2",
                "Dương",
                "Ân Thi",
                "An Giang",
                "Đà Nẵng",
                "Ăn",
                "Bính",
                "Bình",
                "Bỉnh",
                "Xã 2a",
                "Hoà Bình",
                "Hòa Bình",
                "Ơn",
                "On",
                "Ôn",
                "Khu 3 xóm 12",
                "Khu 3 xóm 4"));

        names.sort(VietnameseOrder.NAMES);

        assertThat(names)
                .containsExactly(
                        "An Giang",
                        "Ăn",
                        "Ân Thi",
                        "Bình",
                        "Bỉnh",
                        "Bính",
                        "Dương",
                        "Đà Nẵng",
                        "Đồng Tháp",
                        "Hoà Bình",
                        "Hòa Bình",
                        "Khu 3 xóm 4",
                        "Khu 3 xóm 12",
                        "On",
                        "Ôn",
                        "Ơn",
                        "Xã 2",
                        "Xã 2a",
                        "Xã 10");
    }

    @Test
    void theDatabaseAndTheProgramSortTheSameWay() {
        List<String> names = jdbc.sql(
                        "select name from (select distinct name from unit.unit_name) n order by name collate public.vietnamese")
                .query(String.class)
                .list();

        assertThat(names).hasSizeGreaterThan(1000);
        List<String> again = new ArrayList<>(names);
        again.sort(VietnameseOrder.NAMES);
        for (int i = 0; i < names.size(); i++) {
            if (!java.text.Normalizer.normalize(names.get(i), java.text.Normalizer.Form.NFC)
                    .equals(java.text.Normalizer.normalize(again.get(i), java.text.Normalizer.Form.NFC))) {
                assertThat(names.get(i)).as("place " + i).isEqualTo(again.get(i));
            }
        }
    }

    private void bothWays(String account, String list) throws Exception {
        String first = page(account, list);
        List<String> heads = hrefs(first);
        assertThat(heads).as("heads of " + list).isNotEmpty();
        String narrowed = list.replaceFirst("^[^?]*[?]?", "");
        for (String head : heads) {
            if (!narrowed.isEmpty()) {
                assertThat(head.split("[?&]")).contains(narrowed.split("&"));
            }
            String once = page(account, head);
            MatchResult sorted = sorted(once);
            String other = page(account, unescape(sorted.group(2)));
            assertThat(sorted(other).group(1)).isNotEqualTo(sorted.group(1));
            assertThat(names(once)).hasSameSizeAs(names(other));
        }
    }

    private static MatchResult sorted(String page) {
        return HEAD.matcher(page)
                .results()
                .filter(head -> head.group(1) != null)
                .reduce((one, other) -> {
                    throw new AssertionError("two heads say that they sort the list");
                })
                .orElseThrow();
    }

    private static List<String> hrefs(String page) {
        return HEAD.matcher(page).results().map(head -> unescape(head.group(2))).toList();
    }

    private static List<String> names(String page) {
        return NAME.matcher(page).results().map(name -> name.group(1)).toList();
    }

    /** The name without its type: places are sorted by what they are called. */
    private static String bare(String name) {
        return name.replaceFirst("^(Xã|Phường|Thị trấn|Đặc khu) ", "");
    }

    private static String unescape(String html) {
        return html.replace("&amp;", "&");
    }

    private String page(String account, String address) throws Exception {
        MvcTestResult answer = mvc.get()
                .uri(java.net.URI.create(address))
                .with(as.request(account))
                .exchange();
        assertThat(answer).as(address).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private List<String> rows(String account, String address) throws IOException {
        MvcTestResult answer = mvc.get().uri(address).with(as.request(account)).exchange();
        assertThat(answer).as(address).hasStatusOk();
        List<String> rows = new ArrayList<>();
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (Row row : workbook.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell.toString()));
                rows.add(String.join(" | ", cells));
            }
        }
        return rows;
    }
}
