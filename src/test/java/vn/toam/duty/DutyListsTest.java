package vn.toam.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyFilter;
import vn.toam.assignment.DutyFilter.Show;
import vn.toam.assignment.DutyFilter.Side;
import vn.toam.assignment.DutyFilter.Sort;
import vn.toam.assignment.DutyStatistics;
import vn.toam.catalog.Catalog;
import vn.toam.plan.PlanService;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Slice;
import vn.toam.shared.ToamTest;

/** Ten thousand duties of one plan: narrowed, sorted, paged, counted and acted on. */
@Transactional
class DutyListsTest extends ToamTest {

    private static final int MANY = 10_000;

    @Autowired
    private DutyLists lists;

    @Autowired
    private Urging urging;

    @Autowired
    private PlanService plans;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Access access;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    private UUID plan;
    private DutyFilter all;

    @BeforeEach
    void tenThousand() {
        plan = as.role("planner.hp")
                .get(() -> lists.choices(DutyFilter.of(Side.GIVEN, Show.ALL)))
                .plans()
                .keySet()
                .iterator()
                .next();
        jdbc.sql("update duty.duty set stage = 'CANCELLED', status = 'NOT_STARTED' where plan = ?")
                .param(plan)
                .update();
        jdbc.sql("""
                        insert into duty.duty (plan, assignment, agency, year, part, due, due_effective, stage, status, submitted_on)
                        select s.plan, s.id, g.agency, 2026, 200 + n, due, due, stage,
                            case stage when 'SUBMITTED' then 'DONE' when 'BLOCKED' then 'BLOCKED' else 'NOT_STARTED' end,
                            case stage when 'SUBMITTED' then due + 1 end
                        from (select id, plan from duty.assignment where plan = :plan and role <> 'REQUESTED' and answers
                                and exists (select from duty.assignment_agency a where a.assignment = assignment.id and a.agency <> :own)
                                order by position limit 10) s
                        cross join lateral (select agency from duty.assignment_agency
                            where assignment = s.id and agency <> :own order by agency limit 1) g
                        cross join generate_series(1, 1000) n
                        cross join lateral (select cast(date '2026-01-05' + n as date) as due,
                            (array['NEW', 'SUBMITTED', 'BLOCKED', 'IN_PROGRESS'])[1 + n % 4] as stage) d""")
                .param("plan", plan)
                .param("own", as.role("planner.hp").get(() -> access.me().agency()))
                .update();
        jdbc.sql("analyze duty.duty").update();
        all = DutyFilter.of(Side.GIVEN, Show.ALL).of(plan);
    }

    @Test
    void everyStateCountsItsOwnAndPagesHoldFifty() {
        Slice<Duty> first = page(all);
        assertThat(first.total()).isEqualTo(MANY);
        assertThat(first.items()).hasSize(50).isSortedAccordingTo(Comparator.comparing(Duty::due));
        assertThat(count(all.with(Show.NEW))).isEqualTo(MANY / 4);
        assertThat(count(all.with(Show.BLOCKED))).isEqualTo(MANY / 4);
        assertThat(count(all.with(Show.WAITING))).isEqualTo(MANY / 4);
        assertThat(count(all.with(Show.OPEN))).isEqualTo(MANY * 3 / 4);
        assertThat(count(all.with(Show.LATE))).isEqualTo(MANY / 4);
        DutyStatistics boxes = as.role("planner.hp").get(() -> lists.boxes(all));
        assertThat(boxes.all()).isEqualTo(MANY);
        assertThat(boxes.late()).isEqualTo(MANY / 4);
        assertThat(boxes.overdue()).isEqualTo(count(all.with(Show.OVERDUE)));
    }

    @Test
    void aListIsNarrowedByAgencyUnitDueDaysAndLateness() {
        Duty one = page(all).items().getFirst();
        assertThat(page(all.ofAgency(one.agency())).items())
                .allSatisfy(duty -> assertThat(duty.agency()).isEqualTo(one.agency()));
        LocalDate from = LocalDate.of(2026, 3, 1);
        LocalDate to = LocalDate.of(2026, 3, 31);
        assertThat(page(all.until(from, to)).items())
                .isNotEmpty()
                .allSatisfy(duty -> assertThat(duty.due()).isBetween(from, to));
        int unit = jdbc.sql("select unit from agency.agency where id = ?")
                .param(one.agency())
                .query(Integer.class)
                .single();
        assertThat(count(new DutyFilter(
                        Side.GIVEN, Show.ALL, plan, null, unit, null, null, null, null, Sort.DUE, false, 1)))
                .isPositive();
        LocalDate today = LocalDate.now();
        assertThat(page(new DutyFilter(
                                Side.GIVEN, Show.OPEN, plan, null, null, null, null, null, 100, Sort.DUE, false, 1))
                        .items())
                .allSatisfy(
                        duty -> assertThat(duty.late(catalog.workDays(), today)).isGreaterThanOrEqualTo(100));
        int overdue = count(all.with(Show.OVERDUE));
        assertThat(count(late(0))).as("no lateness asked").isEqualTo(count(all.with(Show.OPEN)));
        assertThat(count(late(1)))
                .as("what is overdue is late by a working day")
                .isEqualTo(overdue);
    }

    private DutyFilter late(int days) {
        return new DutyFilter(Side.GIVEN, Show.OPEN, plan, null, null, null, null, null, days, Sort.DUE, false, 1);
    }

    @Test
    void theOrderTurnsRoundAndTheLastPageIsTheLast() {
        DutyFilter down =
                new DutyFilter(Side.GIVEN, Show.ALL, plan, null, null, null, null, null, null, Sort.DUE, true, 1);
        assertThat(page(down).items())
                .isSortedAccordingTo(Comparator.comparing(Duty::due).reversed());
        DutyFilter far = new DutyFilter(
                Side.GIVEN, Show.ALL, plan, null, null, null, null, null, null, Sort.AGENCY, false, Integer.MAX_VALUE);
        Slice<Duty> last = page(far);
        assertThat(last.number()).isEqualTo(MANY / 50);
        assertThat(last.items()).hasSize(50);
    }

    @Test
    void theWholeFilteredListIsUrgedOnceAndThenRests() {
        List<UUID> ids = as.role("planner.hp").get(() -> lists.ids(all.with(Show.NEW)));
        assertThat(ids).hasSize(MANY / 4);
        List<UUID> some = ids.subList(0, 22);
        List<UUID> urgedBefore = some.subList(0, 4);
        assertThat(as.role("planner.hp").get(() -> urging.urgeAll(urgedBefore, "")))
                .isEqualTo(4);
        Urging.Preview preview = as.role("planner.hp").get(() -> urging.preview(some));
        assertThat(preview.send()).hasSize(18);
        assertThat(preview.skipped()).containsEntry(Urging.Skip.URGED, 4).hasSize(1);
        assertThat(as.role("planner.hp").get(() -> urging.urgeAll(some, "Đề nghị báo cáo")))
                .isEqualTo(18);
        assertThat(as.role("planner.hp").get(() -> urging.urgeAll(some, ""))).isZero();
        assertThat(count(all.with(Show.URGED))).isEqualTo(22);
    }

    @Test
    void theListIsTakenAwayAsAWorkbookWithItsFilterAndOrder() throws Exception {
        DutyFilter filter = new DutyFilter(
                Side.GIVEN, Show.OVERDUE, plan, null, null, null, null, null, null, DutyFilter.Sort.AGENCY, false, 1);
        byte[] bytes = mvc.perform(get(filter.file()).with(as.request("planner.hp")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        List<Duty> shown = page(filter).items();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            XSSFSheet sheet = book.getSheetAt(0);
            List<String> tasks = new ArrayList<>();
            List<String> words = new ArrayList<>();
            sheet.forEach(row -> {
                words.add(row.getCell(0) == null ? "" : row.getCell(0).toString());
                if (row.getCell(3) != null && row.getRowNum() > 0) {
                    tasks.add(row.getCell(0).toString());
                }
            });
            assertThat(tasks.removeFirst()).isEqualTo("Nhiệm vụ");
            assertThat(tasks).hasSize(Math.min(count(filter), 5000));
            assertThat(tasks.subList(0, shown.size()))
                    .containsExactlyElementsOf(
                            shown.stream().map(duty -> duty.text().vi()).toList());
            assertThat(words.subList(tasks.size(), words.size()))
                    .contains("Danh sách: Việc giao cho các cơ quan; trạng thái: Quá hạn");
        }
    }

    @Test
    void whoGivesNothingSeesNoListOfWhatWasGiven() {
        assertThatThrownBy(() -> as.role("police.hp").run(() -> lists.page(all)))
                .isInstanceOf(NotAllowed.class);
        assertThat(as.role("planner.kt").get(() -> lists.page(all)).total())
                .as("another province's plan")
                .isZero();
        assertThatThrownBy(() -> as.role("leader.hp").run(() -> lists.page(DutyFilter.of(Side.MINE, Show.ALL))))
                .isInstanceOf(NotAllowed.class);
        assertThat(as.role("planner.hp").get(() -> plans.get(plan)).draft()).isFalse();
    }

    private Slice<Duty> page(DutyFilter filter) {
        return as.role("planner.hp").get(() -> lists.page(filter));
    }

    private int count(DutyFilter filter) {
        return as.role("planner.hp").get(() -> lists.count(filter));
    }
}
