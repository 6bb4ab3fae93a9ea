package vn.toam.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As;
import vn.toam.drafting.PlanUploads;
import vn.toam.plancontent.Comparison;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementConflict;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.IssueForm;
import vn.toam.plancontent.Item;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Text;
import vn.toam.shared.ToamTest;

/** A paper is pasted, checked and issued; two people at the same element never overwrite each other. */
@Transactional
class ReviewTest extends ToamTest {

    private static final String PLAN = """
            ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN
            Số: 12/KH-UBND
            Điện Biên, ngày 05 tháng 01 năm 2026
            KẾ HOẠCH
            Công tác gia đình năm 2026
            I. MỤC TIÊU
            - Phấn đấu 90% trở lên hộ gia đình thực hiện bộ tiêu chí ứng xử trong gia đình.
            - Phấn đấu 75% hộ gia đình được cung cấp kiến thức, kỹ năng gia đình.
            II. NHIỆM VỤ
            1. Tuyên truyền
            - Tổ chức truyền thông về gia đình.
            - Tập huấn cho cán bộ.
            III. TỔ CHỨC THỰC HIỆN
            1. Sở Văn hóa, Thể thao và Du lịch
            - Chủ trì, phối hợp với các sở, ngành triển khai Kế hoạch; báo cáo trước ngày 15/12 hằng năm.
            2. Sở Tư pháp
            - Phổ biến pháp luật về gia đình.
            """;

    @Autowired
    private PlanService plans;

    @Autowired
    private PlanUploads uploads;

    @Autowired
    private ReviewService review;

    @Autowired
    private SigningService signing;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    private UUID plan = new UUID(0, 0);

    @BeforeEach
    void paste() {
        plan = as.role("planner.db").get(() -> uploads.keep(uploads.pasted(PLAN), true));
    }

    private List<Element> elements() {
        return as.role("planner.db").get(() -> plans.elements(plan));
    }

    private Element first(ElementKind kind) {
        return elements().stream().filter(e -> e.kind() == kind).findFirst().orElseThrow();
    }

    private void act(Runnable code) {
        as.role("planner.db").run(code);
    }

    @Test
    void whatIsReadWaitsWithItsPlaceInThePaper() {
        Element target = first(ElementKind.TARGET);
        assertThat(target.state()).isEqualTo(ElementState.SUGGESTED);
        String text = as.role("planner.db").get(() -> plans.text(plan));
        assertThat(text.substring(target.start(), target.end())).contains("90%");
        assertThat(target.item()).isInstanceOfSatisfying(Item.Goal.class, goal -> {
            assertThat(goal.comparator()).isEqualTo(Comparison.GE);
            assertThat(goal.value()).isEqualByComparingTo("90");
            assertThat(goal.indicator()).isEqualTo("conduct-criteria-rate");
        });
    }

    @Test
    void whoSavesAnOlderVersionSeesBothAndOverwritesNothing() {
        Element seen = first(ElementKind.TARGET);
        act(() -> review.edit(seen.id(), seen.version(), seen.item().withText(Text.of("Bản của người thứ nhất"))));
        Item second = seen.item().withText(Text.of("Bản của người thứ hai"));
        assertThatThrownBy(() -> act(() -> review.edit(seen.id(), seen.version(), second)))
                .isInstanceOfSatisfying(ElementConflict.class, conflict -> {
                    assertThat(conflict.theirs().item().text().vi()).isEqualTo("Bản của người thứ nhất");
                    assertThat(conflict.yours()).isEqualTo(second);
                });
        assertThat(first(ElementKind.TARGET).item().text().vi()).isEqualTo("Bản của người thứ nhất");
        assertThat(first(ElementKind.TARGET).state()).isEqualTo(ElementState.ACCEPTED);
    }

    @Test
    void aDroppedElementCanBeRestored() {
        Element seen = first(ElementKind.TARGET);
        act(() -> review.pass(seen.id(), seen.version(), ElementState.DROPPED));
        act(() -> review.pass(seen.id(), seen.version() + 1, ElementState.SUGGESTED));
        assertThat(first(ElementKind.TARGET).state()).isEqualTo(ElementState.SUGGESTED);
        assertThat(first(ElementKind.TARGET).version()).isEqualTo(seen.version() + 2);
    }

    private List<Element> tasks(Element like) {
        return elements().stream()
                .filter(e -> e.kind() == ElementKind.TASK && e.state() != ElementState.DROPPED)
                .filter(e -> Objects.equals(e.parent(), like.parent()))
                .toList();
    }

    @Test
    void splitAndJoinAreEachOthersUndoing() {
        Element task = first(ElementKind.TASK);
        int before = tasks(task).size();
        act(() -> review.split(task.id(), task.version(), List.of("Tổ chức truyền thông", "về gia đình")));
        assertThat(tasks(task)).hasSize(before + 1);
        assertThat(tasks(task)).extracting(e -> e.item().text().vi()).startsWith("Tổ chức truyền thông", "về gia đình");
        act(() -> review.joinNext(task.id(), task.version() + 1));
        assertThat(tasks(task))
                .hasSize(before)
                .anyMatch(e -> e.item().text().vi().equals("Tổ chức truyền thông; về gia đình"));
    }

    @Test
    void splittingIntoOneIsRefused() {
        Element seen = first(ElementKind.TARGET);
        assertThatThrownBy(() -> act(() -> review.split(seen.id(), seen.version(), List.of("một", " "))))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void onlyAcceptedElementsAreInForceOnceIssued() {
        Element dropped = first(ElementKind.TARGET);
        act(() -> review.pass(dropped.id(), dropped.version(), ElementState.DROPPED));
        act(() -> review.acceptCertain(plan));
        elements().stream()
                .filter(Element::open)
                .forEach(e -> act(() -> review.pass(e.id(), e.version(), ElementState.ACCEPTED)));
        as.role("leader.db").run(() -> plans.issue(plan, form()));
        assertThat(as.role("planner.db").get(() -> plans.targets(plan)))
                .singleElement()
                .satisfies(t -> assertThat(t.value()).isEqualByComparingTo("75"));
        assertThatThrownBy(() -> act(() -> review.acceptCertain(plan))).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> as.role("leader.db").run(() -> plans.issue(plan, form())))
                .isInstanceOf(Rejected.class);
    }

    private String reviewPage(String who) throws Exception {
        return mvc.perform(get("/plans/" + plan + "/review?edit="
                                + first(ElementKind.TASK).id())
                        .with(as.request(who)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void thePageOffersOnlyWhatTheServiceTakes() throws Exception {
        assertThat(reviewPage("planner.db")).contains("/review/add", "/review/certain", "/accept", "item-form");
        assertThat(reviewPage("leader.db")).doesNotContain("/review/add", "/review/certain", "/accept", "item-form");

        act(() -> review.acceptCertain(plan));
        act(() -> signing.submit(plan, form()));
        for (String who : List.of("planner.db", "leader.db")) {
            assertThat(reviewPage(who))
                    .contains("đang chờ ký")
                    .doesNotContain("/review/add", "/review/certain", "/accept", "/drop", "item-form");
        }
        String overview = mvc.perform(get("/overview").with(as.request("leader.db")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(overview).contains("Chờ ký", "href=\"/plans/" + plan + "/issue\"");
        assertThat(mvc.perform(get("/overview").with(as.request("planner.db")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("id=\"to-sign\"");
    }

    private static IssueForm form() {
        return new IssueForm(
                "Kế hoạch 2026",
                "12/KH-UBND",
                LocalDate.of(2026, 1, 5),
                "Ủy ban nhân dân tỉnh Điện Biên",
                "",
                "",
                "Sở Văn hóa, Thể thao và Du lịch",
                2026,
                2026,
                "Như trên\nLưu: VT");
    }

    @Test
    void aDraftBelongsToItsUnit() {
        for (String stranger : List.of("planner.hp", "police.hp", "leader.kt", "reporter.db")) {
            assertThatThrownBy(() -> as.role(stranger).run(() -> plans.elements(plan)))
                    .as(stranger)
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> as.role(stranger).run(() -> review.acceptCertain(plan)))
                    .as(stranger)
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> as.role(stranger).run(() -> plans.issue(plan, form())))
                    .as(stranger)
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> plans.list(SearchWords.of(""))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as.role("police.hp").run(() -> uploads.keep(uploads.pasted("x"), true)))
                .isInstanceOf(NotAllowed.class);
    }
}
