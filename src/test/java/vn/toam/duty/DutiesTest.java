package vn.toam.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As;
import vn.toam.access.Posts;
import vn.toam.assignment.Coverage;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyStatus;
import vn.toam.assignment.Progress;
import vn.toam.assignment.Transfer;
import vn.toam.plan.PlanService;
import vn.toam.plan.ReceiverService;
import vn.toam.plan.ReviewService;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.IssueForm;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.Plan;
import vn.toam.shared.Conflict;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;

/** Duties are reported by those who owe them, urged by those above, passed on when a unit ends, carried down into lower plans. */
@Transactional
class DutiesTest extends ToamTest {

    @Autowired
    private PlanService plans;

    @Autowired
    private ReviewService review;

    @Autowired
    private ReceiverService receivers;

    @Autowired
    private DutyService duties;

    @Autowired
    private DutyReports reports;

    @Autowired
    private Urging urging;

    @Autowired
    private TransferService transfers;

    @Autowired
    private CascadeService cascade;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    private Plan plan(String key) {
        return as.role("ministry").get(() -> plans.ofProgramme(key).orElseThrow());
    }

    private Duty policeDuty() {
        return as.role("police.hp").get(() -> duties.mine(2026)).stream()
                .filter(d -> d.status() != DutyStatus.DONE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAgencyReportsItsOwnDutyWithEvidence() {
        Duty duty = policeDuty();
        DutyReports.File file = new DutyReports.File("bao-cao.pdf", "%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII));
        as.role("police.hp")
                .run(() ->
                        reports.report(duty.id(), duty.version(), DutyStatus.DONE, "Đã xử lý 12 vụ.", List.of(file)));
        Duty now = as.role("planner.hp").get(() -> duties.get(duty.id()));
        assertThat(now.status()).isEqualTo(DutyStatus.DONE);
        List<Progress> timeline = as.role("planner.hp").get(() -> duties.timeline(duty.id()));
        assertThat(timeline.getFirst().text()).isEqualTo("Đã xử lý 12 vụ.");
        assertThat(timeline.getFirst().files())
                .singleElement()
                .satisfies(f -> assertThat(f.mediaType()).isEqualTo("application/pdf"));

        UUID evidence = timeline.getFirst().files().getFirst().id();
        for (String reader : List.of("police.hp", "planner.hp", "leader.hp", "ministry")) {
            assertThat(as.role(reader).get(() -> duties.content(duty.id(), evidence)))
                    .as(reader)
                    .isEqualTo(file.bytes());
        }
        for (String other : List.of("reporter.hp", "planner.kt", "leader.ty", "reporter.tanyen")) {
            assertThatThrownBy(() -> as.role(other).run(() -> duties.file(duty.id(), evidence)))
                    .as(other)
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> as.role(other).run(() -> duties.content(duty.id(), evidence)))
                    .as(other)
                    .isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    void whatIsWrittenAboutADutyIsReadByThoseItConcernsOnly() throws Exception {
        Duty duty = policeDuty();
        String secret = "Đã xử lý 12 vụ ở phường thử nghiệm";
        as.role("police.hp")
                .run(() -> reports.report(duty.id(), duty.version(), DutyStatus.IN_PROGRESS, secret, List.of()));
        for (String reader : List.of("police.hp", "planner.hp", "reviewer.hp", "leader.hp", "ministry")) {
            assertThat(as.role(reader).get(() -> duties.timeline(duty.id())))
                    .as(reader)
                    .anyMatch(step -> step.text().equals(secret));
            assertThat(as.role(reader).get(() -> duties.get(duty.id())).lastText())
                    .as(reader)
                    .isEqualTo(secret);
        }
        for (String other : List.of("reporter.hp", "police.ty", "planner.kt", "leader.kt", "reporter.tanyen")) {
            assertThatThrownBy(() -> as.role(other).run(() -> duties.timeline(duty.id())))
                    .as(other)
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> as.role(other).run(() -> duties.extensions(duty.id())))
                    .as(other)
                    .isInstanceOf(NotAllowed.class);
            assertThat(as.role(other).get(() -> duties.get(duty.id())).lastText())
                    .as(other)
                    .isNull();
            assertThat(as.role(other).get(() -> duties.ofPlan(duty.plan(), duty.year())))
                    .as(other)
                    .noneMatch(one -> secret.equals(one.lastText()));
            assertThat(as.role(other).get(() -> duties.ofElement(duty.element(), duty.year())))
                    .as(other)
                    .noneMatch(one -> secret.equals(one.lastText()));
            for (String page : List.of(
                    "/plans/duties/" + duty.id(),
                    "/plans/" + duty.plan() + "/tasks/" + duty.element() + "?year=" + duty.year())) {
                mvc.perform(MockMvcRequestBuilders.get(page).with(as.request(other)))
                        .andExpect(MockMvcResultMatchers.status().isOk())
                        .andExpect(MockMvcResultMatchers.content().string(not(containsString("phường thử nghiệm"))));
            }
        }
    }

    @Test
    void onlyThoseBelowAPlanOrBoundByItMakeItConcrete() {
        UUID upper = plan("tan-yen-541").id();
        for (String other : List.of("planner.kt", "planner.hp", "planner.dbp", "reporter.hp")) {
            assertThat(as.role(other).get(() -> cascade.mayDraft(upper)))
                    .as(other)
                    .isFalse();
            assertThatThrownBy(() -> as.role(other).run(() -> cascade.draftLower(upper)))
                    .as(other)
                    .isInstanceOf(NotAllowed.class);
        }
        for (String below : List.of("planner.ty", "reporter.ty", "reporter.tanyen")) {
            assertThat(as.role(below).get(() -> cascade.mayDraft(upper)))
                    .as(below)
                    .isTrue();
        }
    }

    @Test
    void nothingIsReportedTwiceAtOnceNorWithoutAWord() {
        Duty duty = policeDuty();
        as.role("police.hp")
                .run(() -> reports.report(duty.id(), duty.version(), DutyStatus.IN_PROGRESS, "Đang làm", List.of()));
        assertThatThrownBy(() -> as.role("police.hp")
                        .run(() -> reports.report(duty.id(), duty.version(), DutyStatus.DONE, "Xong", List.of())))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> as.role("police.hp")
                        .run(() -> reports.report(duty.id(), duty.version() + 1, DutyStatus.DONE, " ", List.of())))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void othersNeitherReportNorUrgeWhatIsNotTheirs() {
        Duty duty = policeDuty();
        for (String other : List.of("health.hp", "planner.hp", "leader.hp", "planner.kt", "ministry")) {
            assertThatThrownBy(() -> as.role(other)
                            .run(() -> reports.report(duty.id(), duty.version(), DutyStatus.DONE, "x", List.of())))
                    .as(other)
                    .isInstanceOf(NotAllowed.class);
        }
        for (String other : List.of("police.hp", "health.hp", "reporter.hp", "planner.kt")) {
            assertThatThrownBy(() -> as.role(other).run(() -> urging.urge(duty.id(), "")))
                    .as(other)
                    .isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    void anUrgingStandsInTheListOfTheUrged() {
        Duty duty = policeDuty();
        as.role("planner.hp").run(() -> urging.urge(duty.id(), "Đề nghị báo cáo sớm"));
        assertThat(as.role("police.hp").get(() -> duties.mine(2026)))
                .filteredOn(d -> d.id().equals(duty.id()))
                .singleElement()
                .satisfies(d -> assertThat(d.urges()).isEqualTo(1));
    }

    @Test
    void theDistrictsDutiesPassToItsFiveCommunesAndTheWardThatTookAPart() {
        UUID plan = plan("tan-yen-541").id();
        List<Transfer> preview = as.role("ministry").get(() -> transfers.preview(plan));
        Transfer culture = preview.stream()
                .filter(t -> t.from().kind().equals("PVHTT"))
                .findFirst()
                .orElseThrow();
        assertThat(culture.ended()).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(culture.to())
                .hasSize(6)
                .allSatisfy(s -> assertThat(s.agency().fullName().vi()).contains("Văn hóa - Xã hội"));
        assertThat(culture.to())
                .anySatisfy(s -> assertThat(s.agency().fullName().vi()).contains("Đa Mai"));
        List<Integer> heirs = culture.to().stream().map(s -> s.agency().id()).toList();
        assertThatThrownBy(() -> as.role("planner.kt")
                        .run(() -> transfers.confirm(plan, culture.from().id(), heirs, "")))
                .isInstanceOf(NotAllowed.class);
        int opened = as.role("admin")
                .get(() -> transfers.confirm(plan, culture.from().id(), heirs, "NQ 1658/NQ-UBTVQH15"));
        assertThat(opened).isEqualTo(6 * culture.duties());
        assertThat(as.role("ministry").get(() -> transfers.passed(plan)))
                .hasSize(6)
                .allSatisfy(passed -> {
                    assertThat(passed.from().id()).isEqualTo(culture.from().id());
                    assertThat(passed.why()).isEqualTo("NQ 1658/NQ-UBTVQH15");
                });
        assertThat(as.role("ministry").get(() -> transfers.preview(plan)))
                .noneMatch(t -> t.from().id() == culture.from().id());
        assertThat(as.role("ministry").get(() -> duties.ofPlan(plan, 2026)))
                .noneMatch(d -> d.agency() == culture.from().id())
                .anyMatch(d -> heirs.contains(d.agency()));
    }

    @Test
    void aReceiverThatIsNoSuccessorIsRefused() {
        UUID plan = plan("tan-yen-541").id();
        int from = as.role("ministry")
                .get(() -> transfers.preview(plan))
                .getFirst()
                .from()
                .id();
        assertThatThrownBy(() -> as.role("admin").run(() -> transfers.confirm(plan, from, List.of(1), "")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void anAgencyCarriesThePlanDownAndEverybodySeesWhatItLeftOut() {
        UUID upper = plan("tan-yen-541").id();
        UUID lower = as.role("planner.ty").get(() -> cascade.draftLower(upper));
        as.role("planner.ty").run(() -> review.acceptCertain(lower));
        List<Element> elements = as.role("planner.ty").get(() -> plans.elements(lower));
        assertThat(elements).filteredOn(e -> e.kind() == ElementKind.TASK).hasSizeGreaterThan(5);
        Element poor = target(elements, "poor-household-rate");
        Element title = target(elements, "cultural-family-rate");
        as.role("planner.ty").run(() -> review.pass(poor.id(), poor.version(), ElementState.DROPPED));
        Item.Goal goal = (Item.Goal) title.item();
        Item.Goal weaker = new Item.Goal(
                goal.text(),
                goal.indicator(),
                goal.comparator(),
                goal.value().subtract(java.math.BigDecimal.TEN),
                null,
                goal.unit(),
                goal.population(),
                null,
                true,
                true,
                false,
                null);
        as.role("planner.ty").run(() -> review.edit(title.id(), title.version(), weaker));
        int successor = as.role("planner.ty")
                .get(() ->
                        Objects.requireNonNull(receivers.view(lower, null, "").ended()))
                .successors()
                .getFirst()
                .id();
        as.role("planner.ty").run(() -> receivers.issueFor(lower, successor));
        as.role("leader.ty").run(() -> plans.issue(lower, form()));
        List<Coverage> coverage = as.role("planner.ty").get(() -> cascade.coverage(upper));
        assertThat(coverage).singleElement().satisfies(c -> {
            assertThat(c.tasks()).isEmpty();
            assertThat(c.targets())
                    .extracting(g -> g.upper().indicator())
                    .containsExactly("cultural-family-rate", "poor-household-rate");
            assertThat(c.targets().getFirst().lower()).isNotNull();
            assertThat(c.targets().getLast().lower()).isNull();
        });
    }

    @Test
    void anAgencyThatIssuedItsOwnPlanBelowIsSeenToHaveOne() {
        Plan upper = plan("dien-bien-99");
        CascadeService.Planner one = as.role("ministry").get(() -> cascade.planners(upper.id())).stream()
                .filter(p -> p.agency().unit() == upper.unit()
                        && p.agency().validity().on(LocalDate.of(2026, 11, 30)))
                .findFirst()
                .orElseThrow();
        As.Somebody planner = Posts.at("PLANNER", upper.unit(), one.agency().id());
        UUID lower = planner.get(() -> cascade.draftLower(upper.id()));
        planner.run(() -> review.acceptCertain(lower));
        IssueForm form = new IssueForm(
                "Kế hoạch của sở",
                "02/KH-S",
                LocalDate.of(2026, 1, 20),
                one.agency().fullName().vi(),
                "",
                "",
                one.agency().name(),
                2026,
                2026,
                "");
        Posts.at("LEADER", upper.unit()).run(() -> plans.issue(lower, form));
        assertThat(as.role("ministry").get(() -> cascade.planners(upper.id())))
                .filteredOn(CascadeService.Planner::has)
                .extracting(p -> p.agency().id())
                .containsExactly(one.agency().id());
    }

    @Test
    void dutiesAreOpenedForAYearOfThePlanOnly() {
        Plan plan = plan("dien-bien-99");
        As.Somebody leader = Posts.at("LEADER", plan.unit());
        for (int outside : List.of(plan.periodFrom() - 1, plan.periodTo() + 1)) {
            assertThatThrownBy(() -> leader.run(() -> duties.openYear(plan.id(), outside)))
                    .isInstanceOf(Rejected.class);
        }
        leader.run(() -> duties.openYear(plan.id(), plan.periodTo()));
        assertThat(as.role("ministry").get(() -> duties.ofPlan(plan.id(), plan.periodTo())))
                .isNotEmpty();
    }

    private static Element target(List<Element> elements, String indicator) {
        return elements.stream()
                .filter(e -> e.item() instanceof Item.Goal goal && indicator.equals(goal.indicator()))
                .findFirst()
                .orElseThrow();
    }

    private static IssueForm form() {
        return new IssueForm(
                "Kế hoạch của phòng",
                "01/KH-UBND",
                LocalDate.of(2026, 1, 20),
                "Phòng Văn hóa và Thông tin huyện Tân Yên",
                "",
                "",
                "Phòng Văn hóa và Thông tin huyện",
                2026,
                2030,
                "");
    }
}
