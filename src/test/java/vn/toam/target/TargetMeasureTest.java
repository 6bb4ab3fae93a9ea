package vn.toam.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As;
import vn.toam.audit.Audit;
import vn.toam.collection.CollectionFigures;
import vn.toam.definition.Indicator;
import vn.toam.drafting.PlanUploads;
import vn.toam.indicator.OwnMeasure;
import vn.toam.indicator.SelfCheck;
import vn.toam.indicator.Value;
import vn.toam.output.FileKind;
import vn.toam.output.ReportService;
import vn.toam.plan.PlanService;
import vn.toam.plan.ReviewService;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.IssueForm;
import vn.toam.plancontent.Target;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;

/** Targets that no indicator measures: one is chosen or defined, or the result is typed, with evidence and for what it is. */
@Transactional
class TargetMeasureTest extends ToamTest {

    private static final int YEAR = 2024;
    private static final int DIEN_BIEN = 1011;

    private static final String PLAN = """
            ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN
            Số: 962/KH-UBND
            Điện Biên, ngày 05 tháng 01 năm 2024
            KẾ HOẠCH
            Công tác gia đình giai đoạn 2024 - 2026
            I. MỤC TIÊU
            - Hằng năm, từ 95% hộ gia đình trở lên ký cam kết không để xảy ra bạo lực.
            - Trên 60% bản có tủ sách gia đình.
            - Tỷ lệ hộ nghèo giảm còn dưới 30%.
            II. NHIỆM VỤ
            1. Tuyên truyền
            - Sở Y tế chủ trì truyền thông về gia đình trước ngày 28/02/2024.
            """;

    @Autowired
    private PlanService plans;

    @Autowired
    private PlanUploads uploads;

    @Autowired
    private ReviewService review;

    @Autowired
    private TargetMeasureService targets;

    @Autowired
    private ScorecardService scorecards;

    @Autowired
    private SelfCheck selfCheck;

    @Autowired
    private CollectionFigures figures;

    @Autowired
    private ReportService reports;

    @Autowired
    private Audit audit;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    private UUID plan = new UUID(0, 0);

    @BeforeEach
    void issue() {
        plan = as.role("planner.db").get(() -> uploads.keep(uploads.pasted(PLAN), true));
        as.role("planner.db").get(() -> plans.elements(plan)).stream()
                .filter(e -> e.state() == ElementState.SUGGESTED)
                .forEach(e -> as.role("planner.db").run(() -> review.pass(e.id(), e.version(), ElementState.ACCEPTED)));
        as.role("leader.db")
                .run(() -> plans.issue(
                        plan,
                        new IssueForm(
                                "Kế hoạch thử",
                                "962/KH-UBND",
                                LocalDate.of(2024, 1, 5),
                                "Ủy ban nhân dân tỉnh Điện Biên",
                                "",
                                "",
                                "Sở Văn hóa, Thể thao và Du lịch",
                                2024,
                                2026,
                                "",
                                true,
                                true)));
    }

    private Target target(String words) {
        return as.role("planner.db").get(() -> plans.targets(plan)).stream()
                .filter(t -> t.text().vi().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private ScorecardView.Line line(String words) {
        return as.role("planner.db").get(() -> scorecards.lines(plan, DIEN_BIEN, YEAR)).stream()
                .filter(l -> l.target().text().vi().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static ResultForm result(String seen, String value, String reason) {
        return new ResultForm(
                seen,
                value,
                LocalDate.of(2024, 12, 1),
                "Báo cáo số 88/BC-SVHTTDL",
                reason,
                "bao-cao.pdf",
                "%PDF-1.4\n%%EOF".getBytes());
    }

    private List<String> problems(Runnable refused) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(
                        Rejected.class, () -> as.role("planner.db").run(refused))
                .problems()
                .stream()
                .map(p -> p.field() + " " + p.key())
                .toList();
    }

    @Test
    void theIndicatorMostAlikeInWordsIsOfferedFirstAndChosenItShowsReceivedAndExpected() {
        Target pledged = target("ký cam kết");
        if (pledged.indicator() != null) {
            as.role("planner.db").run(() -> targets.choose(plan, pledged.id(), "", "Thử từ đầu"));
        }
        TargetMeasureView view = as.role("planner.db").get(() -> targets.view(plan, pledged.id(), null, YEAR));
        assertThat(view.measure()).isNull();
        assertThat(view.offered().getFirst().id()).isEqualTo("households-pledged-rate");
        assertThat(view.offered()).extracting(Indicator::id).doesNotContain("dv-cases", "child-marriages");

        as.role("planner.db").run(() -> targets.choose(plan, pledged.id(), "households-pledged-rate", "Cùng nội dung"));

        Value value = line("ký cam kết").value();
        assertThat(value).isNotNull();
        assertThat(value.coverage().expected()).isPositive();
        assertThat(as.role("planner.db")
                        .get(() -> targets.view(plan, pledged.id(), null, YEAR))
                        .links())
                .isNotEmpty()
                .first()
                .satisfies(link -> assertThat(link.indicator()).isEqualTo("households-pledged-rate"));
    }

    @Test
    void anIndicatorOfAnotherUnitIsRefusedAndAChangeNeedsAReason() {
        UUID poor = target("hộ nghèo").id();
        assertThat(problems(() -> targets.choose(plan, poor, "child-marriages", "Thử")))
                .containsExactly("indicator target.link.units");
        assertThat(problems(() -> targets.choose(plan, poor, "households-pledged-rate", " ")))
                .containsExactly("reason target.link.reason.missing");
        assertThat(problems(() -> targets.choose(plan, poor, "no-such", "Thử")))
                .containsExactly("indicator target.link.missing");
    }

    @Test
    void aShareOfTwoLinesIsAddedUpFromWhatIsAcceptedAndFollowsTheNightlyCheck() {
        UUID target = target("tủ sách").id();
        MeasureForm form = new MeasureForm(
                "Tỷ lệ hộ cận nghèo trên hộ nghèo",
                OwnMeasure.Kind.SHARE,
                "",
                Indicator.Better.HIGHER,
                "cultural_kept",
                "cultural_recognised");
        String id = as.role("planner.db").get(() -> targets.define(plan, target, form, ""));

        ScorecardView.Line own = line("tủ sách");
        ScorecardView view = as.role("planner.db").get(() -> scorecards.scorecard(plan, DIEN_BIEN, YEAR));
        Value same = as.role("planner.db")
                .get(() -> view.others().stream()
                        .filter(other -> other.indicator().id().equals("cultural-family-kept-rate"))
                        .findFirst()
                        .orElseThrow()
                        .value());
        assertThat(own.value()).isNotNull();
        assertThat(own.indicator().id()).isEqualTo(id);
        assertThat(own.value().numerator()).isEqualByComparingTo(same.numerator());
        assertThat(own.value().base()).isEqualByComparingTo(same.base());
        assertThat(own.value().coverage()).isEqualTo(same.coverage());
        assertThat(figures.withFacts())
                .allSatisfy(each -> assertThat(selfCheck.differences(each)).isEmpty());
    }

    @Test
    void whatIsWrongWithANewIndicatorIsSaidFieldByField() {
        UUID target = target("tủ sách").id();
        assertThat(problems(() -> targets.define(
                        plan,
                        target,
                        new MeasureForm(
                                "", OwnMeasure.Kind.SHARE, "", Indicator.Better.HIGHER, "poor_households", "victims"),
                        "")))
                .containsExactly("name target.define.name", "denominator target.define.sameUnit");
        assertThat(problems(() -> targets.define(
                        plan,
                        target,
                        new MeasureForm(
                                "Số hộ nghèo", OwnMeasure.Kind.SUM, "", Indicator.Better.LOWER, "poor_households", ""),
                        "")))
                .containsExactly("kind target.link.units");
        assertThat(problems(() -> targets.define(
                        plan,
                        target,
                        new MeasureForm("Bản có tủ sách", OwnMeasure.Kind.TYPED, "", Indicator.Better.HIGHER, "", ""),
                        "")))
                .containsExactly("code target.define.code");
    }

    @Test
    void theNameOfANewIndicatorHasTwoHundredCharactersAtMost() {
        UUID target = target("tủ sách").id();
        assertThat(problems(() -> targets.define(plan, target, typed("x".repeat(200)), "")))
                .containsExactly("code target.define.code");
        assertThat(problems(() -> targets.define(plan, target, typed("x".repeat(201)), "")))
                .contains("name target.define.name");
    }

    private static MeasureForm typed(String name) {
        return new MeasureForm(name, OwnMeasure.Kind.TYPED, "", Indicator.Better.HIGHER, "", "");
    }

    @Test
    void whereATypedResultComesFromAndWhyItIsCorrectedTakeFiveHundredCharacters() {
        UUID target = target("tủ sách").id();
        assertThat(problems(() -> targets.type(plan, target, DIEN_BIEN, YEAR, from("", "x".repeat(501), ""))))
                .containsExactly("source target.typed.source.missing");
        as.role("planner.db").run(() -> targets.type(plan, target, DIEN_BIEN, YEAR, from("", "x".repeat(500), "")));
        String seen = view(target).now().id().toString();
        assertThat(problems(() -> targets.type(plan, target, DIEN_BIEN, YEAR, from(seen, "x", "y".repeat(501)))))
                .containsExactly("reason target.typed.reason.missing");
        as.role("planner.db").run(() -> targets.type(plan, target, DIEN_BIEN, YEAR, from(seen, "x", "y".repeat(500))));
    }

    private static ResultForm from(String seen, String source, String reason) {
        return new ResultForm(
                seen, "50", LocalDate.of(2024, 12, 1), source, reason, "bao-cao.pdf", "%PDF-1.4\n%%EOF".getBytes());
    }

    @Test
    void aTypedResultIsShownAsTypedByWhomWhenAndFromWhatAndNeverAsCollected() throws Exception {
        UUID target = target("tủ sách").id();
        assertThat(line("tủ sách").verdict().status()).isEqualTo(TargetStatus.NO_DATA);

        as.role("planner.db").run(() -> targets.type(plan, target, DIEN_BIEN, YEAR, result("", "62,5", "")));

        ScorecardView.Line typed = line("tủ sách");
        assertThat(typed.value()).isNull();
        assertThat(typed.indicator()).isNull();
        assertThat(typed.typed()).isNotNull();
        assertThat(typed.typed().now().value()).isEqualByComparingTo("62.5");
        assertThat(typed.verdict().status()).isEqualTo(TargetStatus.MET);
        assertThat(typed.verdict().why().key()).isEqualTo("target.why.typed");
        mvc.perform(get("/indicators/scorecard?plan=" + plan + "&unit=" + DIEN_BIEN + "&year=" + YEAR)
                        .with(as.request("planner.db")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("nhập tay")))
                .andExpect(content().string(Matchers.containsString("Báo cáo số 88/BC-SVHTTDL")));
        String word = word();
        assertThat(word)
                .contains("62,5%", "nhập tay", "Báo cáo số 88/BC-SVHTTDL", "không phải số thu thập từ báo cáo")
                .doesNotContain("0/0");
    }

    @Test
    void aCorrectionKeepsWhatWasSaidBeforeAndNeedsAReason() {
        UUID target = target("tủ sách").id();
        as.role("planner.db").run(() -> targets.type(plan, target, DIEN_BIEN, YEAR, result("", "62,5", "")));
        String seen = view(target).now().id().toString();
        assertThat(problems(() -> targets.type(plan, target, DIEN_BIEN, YEAR, result(seen, "58", ""))))
                .containsExactly("reason target.typed.reason.missing");
        assertThat(problems(() -> targets.type(plan, target, DIEN_BIEN, YEAR, result("", "58", "Đếm lại"))))
                .containsExactly(" target.typed.meanwhile");
        ResultForm withoutFile = new ResultForm(
                seen, "58", LocalDate.of(2024, 12, 5), "Báo cáo số 90/BC-SVHTTDL", "Đếm lại", "", new byte[0]);
        as.role("planner.db").run(() -> targets.type(plan, target, DIEN_BIEN, YEAR, withoutFile));

        assertThat(line("tủ sách").verdict().status()).isNotEqualTo(TargetStatus.MET);
        assertThat(view(target).results()).hasSize(2);
        assertThat(view(target).now().fileName()).isEqualTo("bao-cao.pdf");

        String now = view(target).now().id().toString();
        as.role("planner.db").run(() -> targets.takeBack(plan, target, DIEN_BIEN, YEAR, now, "Nhầm chỉ tiêu"));
        assertThat(view(target).now()).isNull();
        assertThat(view(target).results()).hasSize(3);
        assertThat(line("tủ sách").verdict().status()).isEqualTo(TargetStatus.NO_DATA);
        assertThat(audit.timeline("plan", plan, 50))
                .extracting(entry -> entry.action())
                .contains("indicator.audit.type", "indicator.audit.takeBack");
    }

    private TargetMeasureView view(UUID target) {
        return as.role("planner.db").get(() -> targets.view(plan, target, DIEN_BIEN, YEAR));
    }

    @Test
    void aResultWithoutEvidenceOrWithAFigureThatCanBeReadTwoWaysIsRefusedNamingThePlace() {
        UUID target = target("tủ sách").id();
        ResultForm empty = new ResultForm("", "", null, "", "", "", new byte[0]);
        assertThat(problems(() -> targets.type(plan, target, DIEN_BIEN, YEAR, empty)))
                .containsExactly(
                        "value target.typed.value.missing",
                        "dated target.typed.dated",
                        "source target.typed.source.missing",
                        "file target.typed.file.missing");
        for (String unclear : List.of("7,000", "6o", "-3", "NaN", "1e400", "62,5%")) {
            assertThat(problems(() -> targets.type(plan, target, DIEN_BIEN, YEAR, result("", unclear, ""))))
                    .as(unclear)
                    .hasSize(1)
                    .allSatisfy(p -> assertThat(p).startsWith("value "));
        }
        assertThat(problems(() -> targets.type(plan, target, DIEN_BIEN, YEAR, result("", "105", ""))))
                .containsExactly("value target.typed.over");
        assertThat(problems(() -> targets.type(plan, target, DIEN_BIEN, 2021, result("", "50", ""))))
                .containsExactly("year target.typed.year");
        assertThat(view(target).results()).isEmpty();
    }

    @Test
    void whereCollectedFiguresMeasureTheTargetNothingIsTyped() {
        UUID poor = target("hộ nghèo").id();
        assertThat(line("hộ nghèo").indicator()).isNotNull();
        assertThat(problems(() -> targets.type(plan, poor, DIEN_BIEN, YEAR, result("", "20", ""))))
                .containsExactly(" target.typed.collected");
    }

    @Test
    void onlyWhoDraftsThereMayChooseOrTypeAndEverybodyElseReads() throws Exception {
        UUID target = target("tủ sách").id();
        for (String other : List.of("planner.kt", "reviewer.db", "leader.db")) {
            assertThatThrownBy(
                            () -> as.role(other).run(() -> targets.choose(plan, target, "households-pledged-rate", "")))
                    .as(other)
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() ->
                            as.role(other).run(() -> targets.type(plan, target, DIEN_BIEN, YEAR, result("", "50", ""))))
                    .as(other)
                    .isInstanceOf(NotAllowed.class);
        }
        mvc.perform(get("/indicators/targets/" + plan + "/" + target + "?year=" + YEAR)
                        .with(as.request("leader.db")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.not(Matchers.containsString("/type\""))));
    }

    @Test
    void thePageKeepsWhatWasTypedWhenItIsRefusedAndGivesTheEvidenceBack() throws Exception {
        String address = "/indicators/targets/" + plan + "/" + target("tủ sách").id();
        mvc.perform(multipart(address + "/type")
                        .param("unit", String.valueOf(DIEN_BIEN))
                        .param("year", String.valueOf(YEAR))
                        .param("value", "7,000")
                        .param("source", "Báo cáo số 91/BC-SVHTTDL")
                        .with(as.request("planner.db")))
                .andExpect(status().is(422))
                .andExpect(content().string(Matchers.containsString("Báo cáo số 91/BC-SVHTTDL")))
                .andExpect(content().string(Matchers.containsString("value=\"7,000\"")));
        mvc.perform(multipart(address + "/type")
                        .file(new MockMultipartFile(
                                "file", "so-lieu.pdf", "application/pdf", "%PDF-1.4\n%%EOF".getBytes()))
                        .param("unit", String.valueOf(DIEN_BIEN))
                        .param("year", String.valueOf(YEAR))
                        .param("value", "70")
                        .param("dated", "2024-11-30")
                        .param("source", "Báo cáo số 91/BC-SVHTTDL")
                        .with(as.request("planner.db")))
                .andExpect(status().is3xxRedirection());
        UUID result = view(target("tủ sách").id()).now().id();
        mvc.perform(get(address + "/evidence/" + result + "?unit=" + DIEN_BIEN).with(as.request("leader.db")))
                .andExpect(status().isOk());
        mvc.perform(post(address + "/choose")
                        .param("unit", String.valueOf(DIEN_BIEN))
                        .param("year", String.valueOf(YEAR))
                        .param("indicator", "")
                        .with(as.request("planner.db")))
                .andExpect(status().is(422));
        mvc.perform(post(address + "/define")
                        .param("unit", String.valueOf(DIEN_BIEN))
                        .param("year", String.valueOf(YEAR))
                        .param("name", "Bản có tủ sách gia đình")
                        .param("kind", "SHARE")
                        .with(as.request("planner.db")))
                .andExpect(status().is(422))
                .andExpect(content().string(Matchers.containsString("Bản có tủ sách gia đình")));
    }

    private String word() {
        UUID file = as.role("planner.db").get(() -> reports.make(plan, YEAR, FileKind.DOCX));
        byte[] bytes = as.role("planner.db").get(() -> reports.content(file));
        try (XWPFWordExtractor read = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(bytes)))) {
            return read.getText();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
