package vn.toam.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyStatus;
import vn.toam.notice.Notice;
import vn.toam.notice.Notices;
import vn.toam.shared.Access;
import vn.toam.shared.ToamTest;

/** Both sides of a duty hear at once what the other did, once for each act, and nobody of the own acts. */
@Transactional
class DutyNoticesTest extends ToamTest {

    @Autowired
    private DutyService duties;

    @Autowired
    private DutyReports reports;

    @Autowired
    private DutyDecisions decisions;

    @Autowired
    private Urging urging;

    @Autowired
    private Notices notices;

    @Autowired
    private Access access;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    @Test
    void theUrgedAgencyFindsTheUrgingUnderItsBellWithTheLink() {
        Duty duty = open("police.hp").getFirst();
        int before = unread("police.hp");
        int others = unread("health.hp");
        as.role("planner.hp").run(() -> urging.urge(duty.id(), "Đề nghị báo cáo trước thứ Sáu"));

        assertThat(unread("police.hp")).isEqualTo(before + 1);
        assertThat(unread("health.hp")).isEqualTo(others);
        Notice newest = newest("police.hp");
        assertThat(newest.text().vi()).startsWith("Đôn đốc").contains("trước thứ Sáu");
        assertThat(newest.link()).isEqualTo("/plans/duties/" + duty.id());
    }

    @Test
    void manyDutiesUrgedAtOnceAreOneNotice() {
        List<UUID> two = open("police.hp").stream().limit(2).map(Duty::id).toList();
        assertThat(two).hasSize(2);
        int before = unread("police.hp");
        assertThat(as.role("planner.hp").get(() -> urging.urgeAll(two, ""))).isEqualTo(2);
        assertThat(unread("police.hp")).isEqualTo(before + 1);
        assertThat(newest("police.hp").text().vi()).startsWith("Đôn đốc 2 việc");
        assertThat(as.role("planner.hp").get(() -> urging.urgeAll(two, ""))).isZero();
    }

    @Test
    void difficultiesAndResultsReachWhoeverGaveTheDutyAndAnswersComeBack() {
        Duty duty = open("police.hp").getFirst();
        int giver = unread("planner.hp");
        int owner = unread("police.hp");
        as.role("police.hp")
                .run(() -> reports.report(
                        duty.id(),
                        duty.version(),
                        DutyStatus.BLOCKED,
                        "Chưa có kinh phí cho cộng tác viên",
                        List.of()));
        assertThat(unread("planner.hp")).isEqualTo(giver + 1);
        assertThat(unread("police.hp")).as("nobody hears of the own act").isEqualTo(owner);
        assertThat(newest("planner.hp").text().vi()).contains("vướng mắc").contains("kinh phí");

        as.role("planner.hp").run(() -> decisions.answer(duty.id(), "Đã bố trí"));
        assertThat(unread("police.hp")).isEqualTo(owner + 1);
        assertThat(unread("planner.hp")).isEqualTo(giver + 1);

        as.role("police.hp")
                .run(() -> reports.report(duty.id(), duty.version() + 1, DutyStatus.DONE, "Đã xong", List.of()));
        assertThat(newest("planner.hp").text().vi()).contains("chờ xác nhận");
        as.role("planner.hp").run(() -> decisions.sendBack(duty.id(), "Thiếu biểu"));
        assertThat(newest("police.hp").text().vi()).startsWith("Yêu cầu làm lại");
    }

    @Test
    void aUrgedCommuneIsEverybodyWhoWorksThere() {
        int commune = as.role("reporter.tanyen").get(() -> access.me().unit());
        UUID duty = jdbc.sql("""
                        insert into duty.duty (plan, assignment, agency, year, part, due)
                        select a.plan, a.id, g.id, 2026, 120, date '2026-11-30' from duty.assignment a
                        join plan.plan p on p.id = a.plan, agency.agency g
                        where g.unit = ? and g.kind = 'UBND' and p.programme_key = 'tan-yen-541' and a.role <> 'REQUESTED'
                        limit 1 returning id""").param(commune).query(UUID.class).single();
        int before = unread("reporter.tanyen");
        as.role("planner.bn").run(() -> urging.urge(duty, ""));
        assertThat(unread("reporter.tanyen")).isEqualTo(before + 1);
        as.role("reporter.tanyen").run(() -> reports.receive(duty, 0));
    }

    @Test
    void theListFiltersPreviewsAndUrgesThroughTheBrowser() throws Exception {
        Duty duty = open("police.hp").getFirst();
        mvc.perform(get("/plans/tasks")
                        .param("side", "GIVEN")
                        .param("show", "OPEN")
                        .param("agency", String.valueOf(duty.agency()))
                        .param("late", "")
                        .param("from", "")
                        .param("plan", duty.plan().toString())
                        .with(as.request("planner.hp")))
                .andExpect(status().isOk());
        mvc.perform(get("/plans/tasks/urge")
                        .param("side", "GIVEN")
                        .param("chosen", duty.id().toString())
                        .with(as.request("planner.hp")))
                .andExpect(status().isOk());
        int before = unread("police.hp");
        mvc.perform(post("/plans/tasks/urge")
                        .param("side", "GIVEN")
                        .param("chosen", duty.id().toString())
                        .param("text", "Sớm")
                        .with(as.request("planner.hp")))
                .andExpect(status().is3xxRedirection());
        assertThat(unread("police.hp")).isEqualTo(before + 1);
        mvc.perform(get("/plans/tasks/confirm")
                        .param("side", "GIVEN")
                        .param("all", "true")
                        .with(as.request("leader.hp")))
                .andExpect(status().isOk());
        for (String who : List.of("police.hp", "planner.hp", "leader.hp", "health.hp", "planner.kt")) {
            mvc.perform(get("/plans/duties/" + duty.id()).with(as.request(who))).andExpect(status().isOk());
            mvc.perform(get("/plans/tasks").with(as.request(who))).andExpect(status().isOk());
        }
        mvc.perform(get("/plans/tasks").param("show", "NONSENSE").with(as.request("planner.hp")))
                .andExpect(status().is4xxClientError());
    }

    private List<Duty> open(String account) {
        return as.role(account).get(() -> duties.mine(2026)).stream()
                .filter(duty -> duty.stage().running() && !duty.requested())
                .toList();
    }

    private int unread(String account) {
        return as.role(account).get(() -> notices.unread());
    }

    private Notice newest(String account) {
        return as.role(account).get(() -> notices.page(1)).items().getFirst();
    }
}
