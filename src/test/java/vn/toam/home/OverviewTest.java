package vn.toam.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As;
import vn.toam.assignment.DutyFilter;
import vn.toam.duty.DutyLists;
import vn.toam.shared.Access;
import vn.toam.shared.ToamTest;

/** The first page answers what each must know now, with links to exactly the rows behind each figure. */
@Transactional
class OverviewTest extends ToamTest {

    private static final Pattern FIGURE = Pattern.compile("<li><a href=\"(/plans/tasks\\?[^\"]*)\"><b>([0-9.]+)</b>");

    @Autowired
    private OverviewReader overview;

    @Autowired
    private DutyLists lists;

    @Autowired
    private vn.toam.target.ScorecardService scorecards;

    @Autowired
    private Access access;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    @Test
    void everyRoleHasItsPage() throws Exception {
        for (String who : List.of(
                "ministry",
                "admin",
                "planner.hp",
                "leader.hp",
                "police.hp",
                "reporter.hp",
                "leader.ty",
                "reporter.tanyen")) {
            mvc.perform(get("/overview").with(as.request(who))).andExpect(status().isOk());
        }
    }

    @Test
    void aLeaderSeesTheOwnUnitsPlansTargetsAndLateAgenciesNotOthersPlans() {
        Overview view = as.role("leader.hp").get(() -> overview.mine(null));
        int unit = as.role("leader.hp").get(() -> access.me().unit());
        assertThat(view.plans())
                .isNotEmpty()
                .allSatisfy(card -> assertThat(card.plan().unit()).isIn(unit, 1));
        Overview.Given given = view.given();
        assertThat(given).isNotNull();
        assertThat(given.boxes().all()).isPositive();
        assertThat(view.targets()).isNotEmpty();
        assertThat(view.owed()).as("a leader owes no duty").isNull();
        assertThat(given.oldest()).hasSizeLessThanOrEqualTo(3);
        if (given.boxes().overdue() > 0) {
            assertThat(given.owing()).isNotEmpty();
        }
    }

    @Test
    void everyTargetIsInOneOfTheNumbersThatALeaderSees() {
        for (String who : List.of("leader.hp", "leader.db", "leader.bn", "planner.kt")) {
            as.role(who)
                    .get(() -> overview.mine(null))
                    .targets()
                    .forEach(targets -> assertThat(targets.targets().values().stream()
                                    .mapToInt(n -> n)
                                    .sum())
                            .as(who)
                            .isEqualTo(as.role(who)
                                    .get(() ->
                                            scorecards.scorecard(targets.plan().id(), null, null))
                                    .lines()
                                    .size()));
        }
    }

    @Test
    void recordedViolenceStandsWithItsCoverageAndIsComparedOnlyWhereAllReported() throws Exception {
        String page = mvc.perform(get("/overview").with(as.request("leader.db")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("Đây là số ghi nhận được, không phải số xảy ra")
                .containsPattern("tính trên \\d+/\\d+ đơn vị")
                .contains("href=\"/plans/tasks\"");
        Overview.Recorded recorded =
                as.role("leader.db").get(() -> overview.mine(null)).recorded();
        assertThat(recorded).isNotNull();
        assertThat(recorded.comparable())
                .isEqualTo(recorded.before() != null
                        && recorded.before().year() == recorded.now().year() - 1
                        && recorded.now().complete()
                        && recorded.before().complete());
        assertThat(as.role("police.hp").get(() -> overview.mine(null)).recorded())
                .as("only for those who lead")
                .isNull();
    }

    @Test
    void daysAheadAreThoseOfTheNextTwoMonthsAndThoseThatAreOn() {
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(as.role("leader.hp").get(() -> overview.mine(null)).ahead()).allSatisfy(day -> {
            assertThat(day.to()).isAfterOrEqualTo(today);
            assertThat(day.from()).isBeforeOrEqualTo(today.plusDays(60));
        });
    }

    @Test
    void aPlannersPageIsNotFullOfRoundsLongPast() {
        LocalDate today = LocalDate.now();
        for (String who : List.of("planner.hp", "planner.bn", "leader.hp", "reporter.tanyen")) {
            assertThat(as.role(who).get(() -> overview.mine(null)).rounds())
                    .as(who)
                    .allSatisfy(item -> assertThat(item.round().due()).isAfter(today.minusDays(92)));
        }
    }

    @Test
    void everyFigureOpensTheListItCounts() throws Exception {
        String page = mvc.perform(get("/overview").with(as.request("planner.hp")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher figures = FIGURE.matcher(page);
        int seen = 0;
        while (figures.find()) {
            String address = figures.group(1).replace("&amp;", "&");
            if (address.contains("show=OPEN") && !address.contains("to=")) {
                continue;
            }
            String list = mvc.perform(get(address).with(as.request("planner.hp")))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(figures.group(2))
                    .as("nothing that needs no look is shown")
                    .isNotEqualTo("0");
            assertThat(list).as(address).contains("<strong>" + figures.group(2) + " việc</strong>");
            seen++;
        }
        assertThat(seen).isGreaterThanOrEqualTo(5);
    }

    @Test
    void theSecondVisitSaysWhatIsNewSinceTheFirst() throws Exception {
        Cookie first = mvc.perform(get("/overview").with(as.request("leader.hp")))
                .andReturn()
                .getResponse()
                .getCookie("visits");
        assertThat(first).isNotNull();
        String later = mvc.perform(get("/overview")
                        .cookie(new Cookie("visits", "2026-01-05"))
                        .with(as.request("leader.hp")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(later).contains("Từ lần xem trước (05/01/2026)");
        mvc.perform(get("/overview").cookie(new Cookie("visits", "'; drop")).with(as.request("leader.hp")))
                .andExpect(status().isOk());
    }

    @Test
    void thePageAndTheListCountTheSame() {
        Overview.Given given =
                as.role("leader.hp").get(() -> overview.mine(null)).given();
        assertThat(given).isNotNull();
        assertThat(as.role("leader.hp")
                        .get(() -> lists.count(DutyFilter.of(DutyFilter.Side.GIVEN, DutyFilter.Show.OVERDUE))))
                .isEqualTo(given.boxes().overdue());
    }
}
