package vn.toam.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As;
import vn.toam.agency.AgencyService;
import vn.toam.drafting.PlanUploads;
import vn.toam.plan.AmendmentService;
import vn.toam.plan.ChangeForm;
import vn.toam.plan.PlanService;
import vn.toam.plan.ReceiverService;
import vn.toam.plan.ReviewService;
import vn.toam.plan.SigningService;
import vn.toam.plancontent.Change;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Frequency;
import vn.toam.plancontent.IssueForm;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.PlanStatus;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.shared.ToamTest;

/** Who drafts does not issue; a plan in force is amended, withdrawn, gives a task to another agency – and the duties follow. */
@Transactional
class PlanChangesTest extends ToamTest {

    private static final String PLAN = """
            ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN
            Số: 951/KH-UBND
            Điện Biên, ngày 05 tháng 01 năm 2026
            KẾ HOẠCH
            Công tác gia đình năm 2026
            I. MỤC TIÊU
            - Phấn đấu 90% trở lên hộ gia đình thực hiện bộ tiêu chí ứng xử trong gia đình.
            II. NHIỆM VỤ
            1. Tuyên truyền
            - Sở Y tế chủ trì truyền thông về gia đình trước ngày 28/02/2026.
            - Sở Tư pháp chủ trì biên soạn tài liệu trước ngày 30/6/2026.
            """;

    @Autowired
    private PlanService plans;

    @Autowired
    private PlanUploads uploads;

    @Autowired
    private ReviewService review;

    @Autowired
    private ReceiverService receivers;

    @Autowired
    private AmendmentService amendments;

    @Autowired
    private SigningService signing;

    @Autowired
    private ReassignService reassigning;

    @Autowired
    private AgencyService agencies;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    private UUID plan = new UUID(0, 0);

    @BeforeEach
    void issue() {
        plan = as.role("planner.db").get(() -> uploads.keep(uploads.pasted(PLAN), true));
        acceptAll(plan);
        as.role("leader.db").run(() -> plans.issue(plan, form()));
    }

    private void acceptAll(UUID draft) {
        as.role("planner.db").get(() -> plans.elements(draft)).stream()
                .filter(e -> e.state() == ElementState.SUGGESTED)
                .forEach(e -> as.role("planner.db").run(() -> review.pass(e.id(), e.version(), ElementState.ACCEPTED)));
    }

    private static IssueForm form() {
        return new IssueForm(
                "Kế hoạch thử",
                "951/KH-UBND",
                LocalDate.of(2026, 1, 5),
                "Ủy ban nhân dân tỉnh Điện Biên",
                "",
                "",
                "Sở Văn hóa, Thể thao và Du lịch",
                2026,
                2026,
                "");
    }

    private static ChangeForm because(String reason) {
        return new ChangeForm(reason, "17/QĐ-UBND", LocalDate.of(2026, 3, 1), false);
    }

    private Element task(UUID of, String begins) {
        return as.role("planner.db").get(() -> plans.elements(of)).stream()
                .filter(e ->
                        e.kind() == ElementKind.TASK && e.item().text().vi().startsWith(begins))
                .findFirst()
                .orElseThrow();
    }

    private String stage(String label) {
        return jdbc.sql("""
                        select string_agg(d.stage || ' ' || d.due, ',' order by d.due) from duty.duty d
                        join duty.assignment s on s.id = d.assignment where d.plan = ? and s.agency_label = ?""").params(plan, label).query(String.class).single();
    }

    @Test
    void whoDraftsSubmitsAndTheLeaderIssuesOrReturnsWithAReason() {
        UUID draft = as.role("planner.db").get(() -> uploads.keep(uploads.pasted(PLAN + "\n"), true));
        acceptAll(draft);
        IssueForm other = new IssueForm(
                "Kế hoạch khác",
                "952/KH-UBND",
                LocalDate.of(2026, 1, 6),
                "Ủy ban nhân dân tỉnh Điện Biên",
                "",
                "",
                "Sở Văn hóa, Thể thao và Du lịch",
                2026,
                2026,
                "");
        assertThatThrownBy(() -> as.role("planner.db").run(() -> plans.issue(draft, other)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        r -> assertThat(r.problems().getFirst().key()).isEqualTo("plan.sign.leader"));
        as.role("planner.db").run(() -> signing.submit(draft, other));
        assertThat(as.role("leader.db").get(() -> signing.waiting()))
                .extracting(p -> p.id())
                .containsExactly(draft);
        Element task = task(draft, "Sở Y tế");
        assertThatThrownBy(() ->
                        as.role("planner.db").run(() -> review.pass(task.id(), task.version(), ElementState.DROPPED)))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> as.role("leader.db").run(() -> signing.giveBack(draft, " ")))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> as.role("leader.qn").run(() -> signing.giveBack(draft, "x")))
                .isInstanceOf(NotAllowed.class);
        as.role("leader.db").run(() -> signing.giveBack(draft, "Thiếu kinh phí"));
        assertThat(as.role("planner.db").get(() -> signing.returned(draft)).reason())
                .isEqualTo("Thiếu kinh phí");
        as.role("planner.db").run(() -> signing.submit(draft, other));
        as.role("leader.db").run(() -> plans.issue(draft, other));
        assertThat(as.role("planner.db").get(() -> plans.get(draft)).status()).isEqualTo(PlanStatus.ISSUED);
        assertThat(as.role("planner.db").get(() -> amendments.history(draft)))
                .extracting(Change::kind)
                .containsExactly(
                        Change.Kind.ISSUED, Change.Kind.SUBMITTED, Change.Kind.RETURNED, Change.Kind.SUBMITTED);
    }

    @Test
    void anAmendmentOpensMovesAndCancelsDutiesAndKeepsWhatIsDone() {
        UUID draft = as.role("planner.db").get(() -> amendments.draft(plan));
        assertThat(as.role("planner.db").get(() -> amendments.draft(plan))).isEqualTo(draft);
        assertThat(as.role("planner.db").get(() -> amendments.lines(draft))).isEmpty();
        Element health = task(draft, "Sở Y tế");
        Element justice = task(draft, "Sở Tư pháp");
        as.role("planner.db")
                .run(() -> receivers.schedule(health.id(), health.version(), Frequency.ONCE, "31/12/2026"));
        as.role("planner.db").run(() -> review.pass(justice.id(), justice.version(), ElementState.DROPPED));
        Item added = new Item.Work(
                Text.of("Công an tỉnh rà soát số liệu"),
                java.util.Map.of(vn.toam.plancontent.Role.LEAD, List.of("Công an tỉnh")),
                Frequency.ONCE,
                "2026-12-20",
                null,
                null);
        as.role("planner.db").run(() -> review.add(draft, added, ElementKind.TASK, null, null, null));
        assertThatThrownBy(() -> as.role("planner.db").run(() -> amendments.apply(draft, because("Đổi"))))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> as.role("leader.db").run(() -> amendments.apply(draft, because(" "))))
                .isInstanceOf(Rejected.class);
        as.role("leader.db").run(() -> amendments.apply(draft, because("Bố trí lại thời gian")));
        assertThat(stage("Sở Y tế")).isEqualTo("NEW 2026-12-31");
        assertThat(stage("Sở Tư pháp")).isEqualTo("CANCELLED 2026-06-30");
        assertThat(stage("Công an tỉnh")).isEqualTo("NEW 2026-12-20");
        assertThat(as.role("planner.db").get(() -> amendments.history(plan)).getFirst())
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(Change.Kind.AMENDED);
                    assertThat(change.reason()).isEqualTo("Bố trí lại thời gian");
                    assertThat(change.lines()).hasSize(3);
                });
        assertThatThrownBy(() -> as.role("planner.db").get(() -> plans.get(draft)))
                .isInstanceOf(vn.toam.shared.NotFound.class);
    }

    @Test
    void targetsFollowAnAmendment() {
        UUID draft = as.role("planner.db").get(() -> amendments.draft(plan));
        Element target = as.role("planner.db").get(() -> plans.elements(draft)).stream()
                .filter(e -> e.kind() == ElementKind.TARGET)
                .findFirst()
                .orElseThrow();
        as.role("planner.db").run(() -> review.pass(target.id(), target.version(), ElementState.DROPPED));
        as.role("leader.db").run(() -> amendments.apply(draft, because("Bỏ chỉ tiêu")));
        assertThat(as.role("planner.db").get(() -> plans.targets(plan))).isEmpty();
    }

    @Test
    void aWithdrawnPlanIsOwedNoLonger() throws Exception {
        assertThatThrownBy(() -> as.role("planner.db").run(() -> amendments.withdraw(plan, because("x"))))
                .isInstanceOf(Rejected.class);
        mvc.perform(post("/plans/" + plan + "/withdraw").with(as.request("leader.db")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(Matchers.containsString("Hãy ghi lý do.")));
        as.role("leader.db").run(() -> amendments.withdraw(plan, because("Thay bằng kế hoạch khác")));
        assertThat(stage("Sở Y tế")).startsWith("CANCELLED");
        assertThat(as.role("planner.db").get(() -> plans.issued())).noneMatch(p -> p.id().equals(plan));
        mvc.perform(get("/plans/" + plan + "/changes").with(as.request("planner.db")))
                .andExpect(content().string(Matchers.containsString("Thay bằng kế hoạch khác")))
                .andExpect(content().string(Matchers.containsString("17/QĐ-UBND")));
    }

    @Test
    void aTaskIsGivenToAnotherAgencyWithItsDayAndAReason() throws Exception {
        Element task = task(plan, "Sở Y tế");
        int unit = as.role("planner.db").get(() -> plans.get(plan)).unit();
        LocalDate day = LocalDate.of(2026, 11, 30);
        int health = agencies.ofKind(unit, "SYT", day).orElseThrow().id();
        int police = agencies.ofKind(unit, "CA", day).orElseThrow().id();
        assertThatThrownBy(() ->
                        as.role("planner.db").run(() -> reassigning.reassign(plan, task.id(), health, police, "")))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() ->
                        as.role("planner.qn").run(() -> reassigning.reassign(plan, task.id(), health, police, "x")))
                .isInstanceOf(NotAllowed.class);
        as.role("planner.db").run(() -> reassigning.reassign(plan, task.id(), health, police, "Đúng chức năng hơn"));
        assertThat(jdbc.sql(
                                "select agency || ' ' || stage || ' ' || due from duty.duty where plan = ? and agency in (?, ?) order by stage")
                        .params(plan, health, police)
                        .query(String.class)
                        .list())
                .containsExactly(health + " CANCELLED 2026-02-28", police + " NEW 2026-02-28");
        mvc.perform(get("/plans/" + plan + "/tasks/" + task.id() + "/reassign?q=so tu phap dien bien")
                        .with(as.request("planner.db")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Chuyển nhiệm vụ cho cơ quan khác")));
    }
}
