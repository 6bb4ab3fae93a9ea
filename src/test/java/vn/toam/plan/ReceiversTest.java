package vn.toam.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencyService;
import vn.toam.drafting.PlanUploads;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.plancontent.ElementConflict;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Frequency;
import vn.toam.plancontent.IssueForm;
import vn.toam.plancontent.Receiver;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.unit.UnitService;

/** Before a plan is issued it is seen who receives what; nothing is issued to nobody unless somebody says so. */
@Transactional
class ReceiversTest extends ToamTest {

    static final String PLAN = """
            ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN
            Số: 912/KH-UBND
            Điện Biên, ngày 05 tháng 01 năm 2026
            KẾ HOẠCH
            Công tác gia đình năm 2026
            I. MỤC TIÊU
            - Phấn đấu 90% trở lên hộ gia đình thực hiện bộ tiêu chí ứng xử trong gia đình.
            II. NHIỆM VỤ
            1. Tuyên truyền
            - Sở Y tế chủ trì truyền thông về gia đình trước ngày 28/02/2026.
            - Viện Gia đình Mẫu chủ trì khảo sát hằng quý.
            III. TỔ CHỨC THỰC HIỆN
            1. Sở Văn hóa, Thể thao và Du lịch
            - Chủ trì triển khai Kế hoạch; báo cáo trước ngày 15/12 hằng năm.
            2. Sở Tư pháp
            - Phổ biến pháp luật về gia đình.
            3. UBND các xã, phường
            - Xây dựng kế hoạch thực hiện.
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
    private UnitService units;

    @Autowired
    private AgencyService agencies;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    private Somebody planner() {
        int unit = units.byCode(Level.PROVINCE, "11", LocalDate.of(2026, 1, 1))
                .orElseThrow()
                .id();
        return Posts.at("PLANNER", unit);
    }

    private Somebody leader() {
        int unit = units.byCode(Level.PROVINCE, "11", LocalDate.of(2026, 1, 1))
                .orElseThrow()
                .id();
        return Posts.at("LEADER", unit);
    }

    private UUID checked(Somebody who, String text) {
        UUID plan = who.get(() -> uploads.keep(uploads.pasted(text), true));
        who.get(() -> plans.elements(plan)).forEach(e -> who.run(() -> review.pass(e.id(), 0, ElementState.ACCEPTED)));
        return plan;
    }

    private static IssueForm form(String number, boolean unresolved) {
        return new IssueForm(
                "Kế hoạch 2026",
                number,
                LocalDate.of(2026, 1, 5),
                "Ủy ban nhân dân tỉnh Điện Biên",
                "",
                "",
                "Sở Văn hóa, Thể thao và Du lịch",
                2026,
                2026,
                "",
                unresolved,
                false);
    }

    private ReceiversView view(UUID plan) {
        return planner().get(() -> receivers.view(plan, null, ""));
    }

    private int count(String sql, Object... values) {
        return jdbc.sql(sql).params(values).query(Integer.class).single();
    }

    @Test
    void everyNameIsAnAgencyOfTodayOrStandsOnTopAsUnknown() {
        UUID plan = checked(planner(), PLAN);
        ReceiversView view = view(plan);
        assertThat(view.unresolved()).extracting(r -> r.getKey().label()).containsExactly("Viện Gia đình Mẫu");
        assertThat(view.open()).isEqualTo(1);
        LocalDate today = LocalDate.of(2026, 11, 30);
        assertThat(view.receivers().values())
                .filteredOn(Receiver::known)
                .allSatisfy(r -> assertThat(r.agencies())
                        .allSatisfy(a -> assertThat(a.validity().on(today)).isTrue()));
        assertThat(view.receivers().get("UBND các xã, phường").agencies()).hasSizeGreaterThan(40);
        assertThat(view.tasks())
                .filteredOn(t -> t.element().item().text().vi().startsWith("Sở Y tế"))
                .singleElement()
                .satisfies(t -> {
                    assertThat(t.due()).isEqualTo("2026-02-28");
                    assertThat(t.opens()).isEqualTo(1);
                });
    }

    @Test
    void aPlanIsNotIssuedPastATaskThatNobodyReceivesUnlessSomebodySaysSo() {
        UUID plan = checked(planner(), PLAN);
        assertThatThrownBy(() -> leader().run(() -> plans.issue(plan, form("912/KH-UBND", false))))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        r -> assertThat(r.problems()).singleElement().satisfies(p -> {
                            assertThat(p.field()).isEqualTo("unresolved");
                            assertThat(p.arguments()).containsExactly(1L);
                        }));
        assertThat(planner().get(() -> plans.get(plan)).draft()).isTrue();
        leader().run(() -> plans.issue(plan, form("912/KH-UBND", true)));
        assertThat(count("select count(*) from duty.assignment where plan = ? and not resolved", plan))
                .isEqualTo(1);
        assertThat(count("select count(*) from duty.duty where plan = ?", plan))
                .isEqualTo(view(plan).opens());
    }

    @Test
    void whomAPersonChoosesGetsTheTaskFourTimesAYearFromThePlansDayOn() {
        UUID plan = checked(planner(), PLAN);
        int unit = planner().get(() -> plans.get(plan)).unit();
        Agency health = agencies.ofKind(unit, "SYT", LocalDate.of(2026, 6, 1)).orElseThrow();
        planner().run(() -> receivers.choose(plan, "Viện Gia đình Mẫu", List.of(health.id())));
        assertThat(view(plan).unresolved()).isEmpty();
        leader().run(() -> plans.issue(plan, form("912/KH-UBND", false)));
        assertThat(jdbc.sql("""
                        select d.due from duty.duty d join duty.assignment s on s.id = d.assignment
                        where d.plan = ? and s.agency_label = 'Viện Gia đình Mẫu' order by 1""").param(plan).query(LocalDate.class).list())
                .containsExactly(
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 6, 30),
                        LocalDate.of(2026, 9, 30),
                        LocalDate.of(2026, 12, 31));
    }

    @ParameterizedTest
    @CsvSource({
        "so y te dien bien, Sở Y tế",
        "Sở Y tế Điện Biên, Sở Y tế",
        "dien bien y te, Sở Y tế",
        "cong an tinh dien bien, Công an",
        "ubnd muong phang, Ủy ban nhân dân"
    })
    void anAgencyIsFoundByWordsWithOrWithoutMarks(String words, String name) {
        UUID plan = checked(planner(), PLAN);
        assertThat(planner()
                        .get(() -> receivers.view(plan, "Viện Gia đình Mẫu", words))
                        .found())
                .extracting(a -> a.fullName().vi())
                .anyMatch(found -> found.startsWith(name));
    }

    @Test
    void anAgencyThatEndedIsNotChosen() {
        UUID plan = checked(planner(), PLAN);
        int ended = jdbc.sql("select id from agency.agency where valid_to < date '2026-01-01' limit 1")
                .query(Integer.class)
                .single();
        assertThatThrownBy(() -> planner().run(() -> receivers.choose(plan, "Viện Gia đình Mẫu", List.of(ended))))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void othersNeitherSeeNorChoose() {
        UUID plan = checked(planner(), PLAN);
        for (String other : List.of("planner.kt", "police.hp", "reporter.db")) {
            assertThatThrownBy(() -> as.role(other).get(() -> receivers.view(plan, null, "")))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> as.role(other).run(() -> receivers.choose(plan, "x", List.of())))
                    .isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    void theDayAndTheRhythmOfATaskAreChangedHere() {
        UUID plan = checked(planner(), PLAN);
        ReceiversView.Task task = view(plan).tasks().getFirst();
        UUID id = task.element().id();
        planner().run(() -> receivers.schedule(id, task.element().version(), Frequency.HALF_YEARLY, "20/6"));
        ReceiversView.Task now = view(plan).tasks().getFirst();
        assertThat(now.frequency()).isEqualTo(Frequency.HALF_YEARLY);
        assertThat(now.due()).isEqualTo("06-20");
        assertThat(now.opens()).isEqualTo(2);
        assertThatThrownBy(() -> planner().run(() -> receivers.schedule(id, 99, Frequency.ONCE, "")))
                .isInstanceOf(ElementConflict.class);
        assertThatThrownBy(() -> planner()
                        .run(() -> receivers.schedule(id, now.element().version(), Frequency.ONCE, "30/02/2026")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void thePlanOfAUnitThatEndedIsIssuedForItsSuccessorOnlyWhenAsked() {
        Unit old =
                units.byCode(Level.PROVINCE, "31", LocalDate.of(2024, 12, 31)).orElseThrow();
        Somebody there = Posts.at("PLANNER", old.id());
        String text = PLAN.replace("TỈNH ĐIỆN BIÊN", "THÀNH PHỐ HẢI PHÒNG").replace("Điện Biên,", "Hải Phòng,");
        UUID plan = checked(there, text);
        assertThat(there.get(() -> receivers.view(plan, null, "")).ended()).isNotNull();
        assertThatThrownBy(() -> Posts.at("LEADER", old.id()).run(() -> plans.issue(plan, form("913/KH-UBND", true))))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        r -> assertThat(r.problems().getFirst().key()).isEqualTo("plan.issue.ended"));
        assertThatThrownBy(() -> there.run(() -> receivers.issueFor(plan, UnitService.COUNTRY)))
                .isInstanceOf(Rejected.class);
        Unit now = units.byCode(Level.PROVINCE, "31", LocalDate.of(2026, 1, 1)).orElseThrow();
        there.run(() -> receivers.issueFor(plan, now.id()));
        Posts.at("LEADER", old.id()).run(() -> plans.issue(plan, form("913/KH-UBND", true)));
        assertThat(as.role("ministry").get(() -> plans.get(plan)).unit()).isEqualTo(now.id());
        assertThat(count("""
                        select count(*) from duty.duty d join agency.agency a on a.id = d.agency
                        where d.plan = ? and a.valid_to <= date '2026-11-30'""", plan)).isZero();
        assertThat(count("select count(*) from duty.duty where plan = ?", plan)).isPositive();
    }

    @Test
    void thePagesSayWhatWillHappenAndWhatDid() throws Exception {
        UUID plan = as.role("planner.db").get(() -> uploads.keep(uploads.pasted(PLAN), true));
        as.role("planner.db").run(() -> review.acceptCertain(plan));
        mvc.perform(get("/plans/" + plan + "/receivers?q=so y te&label=Viện Gia đình Mẫu")
                        .with(as.request("planner.db")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("nhiệm vụ chưa có nơi nhận")))
                .andExpect(content().string(Matchers.containsString("Sở Y tế tỉnh Điện Biên")));
        mvc.perform(issue(plan, "914/KH-UBND").with(as.request("leader.db")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(Matchers.containsString("name=\"unresolved\"")));
        mvc.perform(issue(plan, "914/KH-UBND").param("unresolved", "on").with(as.request("leader.db")))
                .andExpect(redirectedUrl("/plans/" + plan + "/issued"));
        mvc.perform(get("/plans/" + plan + "/issued").with(as.request("planner.db")))
                .andExpect(content().string(Matchers.containsString("1 nhiệm vụ chưa có nơi nhận.")))
                .andExpect(content()
                        .string(Matchers.matchesRegex("(?s).*Đã giao \\d+ việc của năm 2026 cho \\d+ cơ quan;.*")));
        UUID twin = as.role("planner.db").get(() -> uploads.keep(uploads.pasted(PLAN + "\n"), true));
        as.role("planner.db").run(() -> review.acceptCertain(twin));
        mvc.perform(issue(twin, "914 / kh-ubnd").param("unresolved", "on").with(as.request("leader.db")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(Matchers.containsString("name=\"another\"")));
        mvc.perform(issue(twin, "914/KH-UBND")
                        .param("unresolved", "on")
                        .param("another", "on")
                        .with(as.request("leader.db")))
                .andExpect(redirectedUrl("/plans/" + twin + "/issued"));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder issue(
            UUID plan, String number) {
        return post("/plans/" + plan + "/issue")
                .param("name", "Kế hoạch 2026")
                .param("number", number)
                .param("issuedOn", "2026-01-05")
                .param("issuer", "Ủy ban nhân dân tỉnh  Điện Biên")
                .param("standing", "Sở Văn hóa, Thể thao và Du lịch")
                .param("periodFrom", "2026")
                .param("periodTo", "2026");
    }
}
