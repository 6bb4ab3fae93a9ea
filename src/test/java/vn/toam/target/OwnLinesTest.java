package vn.toam.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.collection.CollectionFigures;
import vn.toam.collection.CollectionService;
import vn.toam.collection.Officers;
import vn.toam.drafting.PlanUploads;
import vn.toam.indicator.SelfCheck;
import vn.toam.indicator.Value;
import vn.toam.output.FileKind;
import vn.toam.output.ReportService;
import vn.toam.ownform.OwnForm;
import vn.toam.ownform.OwnFormService;
import vn.toam.ownregister.OwnRegister;
import vn.toam.ownregister.OwnRegisterService;
import vn.toam.plan.PlanService;
import vn.toam.plan.ReviewService;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.IssueForm;
import vn.toam.plancontent.Target;
import vn.toam.round.Round;
import vn.toam.shared.ToamTest;
import vn.toam.unit.Geographies;
import vn.toam.unit.TestGround;

/** A target that nothing measures, measured the same day: a register, a form that it fills, an indicator of its lines, all made on pages. */
@Transactional
class OwnLinesTest extends ToamTest {

    /** The year that lies behind for the most part, so that what is dated in March has happened. */
    private static final int YEAR = LocalDate.now().minusMonths(6).getYear();

    private static final String PLAN = """
            ỦY BAN NHÂN DÂN TỈNH
            Số: 77/KH-UBND
            Ngày 05 tháng 01 năm %1$d
            KẾ HOẠCH
            Công tác gia đình giai đoạn %1$d - %2$d
            I. MỤC TIÊU
            - Hằng năm, trên 60%% thôn, bản có tủ sách gia đình.
            II. NHIỆM VỤ
            1. Tuyên truyền
            - Sở Y tế chủ trì truyền thông về gia đình trước ngày 28/02/%2$d.
            """.formatted(YEAR, YEAR + 2);

    @Autowired
    private OwnRegisterService ownRegisters;

    @Autowired
    private OwnFormService ownForms;

    @Autowired
    private PlanUploads uploads;

    @Autowired
    private PlanService plans;

    @Autowired
    private ReviewService review;

    @Autowired
    private TargetMeasureService targets;

    @Autowired
    private ScorecardService scorecards;

    @Autowired
    private CollectionService collection;

    @Autowired
    private Officers officers;

    @Autowired
    private SelfCheck selfCheck;

    @Autowired
    private CollectionFigures figures;

    @Autowired
    private Geographies geographies;

    @Autowired
    private ReportService reports;

    @Autowired
    private TestGround grounds;

    @Autowired
    private MockMvc mvc;

    private int province;
    private int commune;
    private Somebody reviewer;
    private Somebody planner;
    private Somebody officer;

    @BeforeEach
    void ground() {
        TestGround.Ground ground = grounds.take();
        province = ground.province();
        commune = ground.commune();
        reviewer = Posts.at("REVIEWER", province);
        planner = Posts.at("PLANNER", province);
        officer = Posts.at("REPORTER", commune);
    }

    private String page(Somebody by, String address) throws Exception {
        return mvc.perform(get(address).with(by.request()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String post(Somebody by, String address, String... pairs) throws Exception {
        MockHttpServletRequestBuilder request =
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(address);
        for (int at = 0; at < pairs.length; at += 2) {
            request.param(pairs[at], pairs[at + 1]);
        }
        return mvc.perform(request.with(by.request()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getHeader("Location");
    }

    private OwnRegister register() throws Exception {
        post(
                reviewer,
                "/registers/own/new",
                "unit",
                String.valueOf(province),
                "name",
                "Tủ sách gia đình ở thôn, bản",
                "level",
                "COMMUNE",
                "counts",
                "STOCK",
                "name_1",
                "Tên tủ sách",
                "type_1",
                "TEXT",
                "required_1",
                "1",
                "name_2",
                "Ngày mở",
                "type_2",
                "DATE",
                "required_2",
                "1",
                "name_3",
                "Số sách",
                "type_3",
                "INTEGER");
        return reviewer.get(() -> ownRegisters.list(province)).getFirst();
    }

    private OwnForm form(OwnRegister register) throws Exception {
        assertThat(page(reviewer, "/ownform/new?unit=" + province))
                .as("what may fill a line is offered, the register of a moment ago among it")
                .contains("value=\"" + register.id() + ".records\"", "value=\"community-group.sustainable\"");
        String address = post(
                reviewer,
                "/ownform/new",
                "unit",
                String.valueOf(province),
                "name",
                "Tủ sách gia đình",
                "level",
                "COMMUNE",
                "name_1",
                "Số thôn, bản",
                "answer_1",
                "STOCK",
                "unit_1",
                "village",
                "name_2",
                "Thôn, bản có tủ sách gia đình",
                "answer_2",
                "STOCK",
                "unit_2",
                "village",
                "counted_2",
                register.id() + ".records");
        assertThat(page(reviewer, address)).contains("đếm từ Tủ sách gia đình ở thôn, bản");
        String[] parts = address.split("/");
        return reviewer.get(() -> ownForms.find(parts[2], Integer.parseInt(parts[3])));
    }

    private Round ask(OwnForm form) throws Exception {
        post(reviewer, form.path() + "/year", "year", String.valueOf(YEAR));
        Round round = reviewer.get(() -> ownForms.find(form.id(), form.version()))
                .rounds()
                .getFirst();
        assertThat(round.adHoc()).isFalse();
        return round;
    }

    private void keep(OwnRegister register, String name) throws Exception {
        List<String> fields =
                register.register().fields().stream().map(field -> field.id()).toList();
        post(
                officer,
                "/registers/" + register.id() + "/new",
                "unit",
                String.valueOf(commune),
                "_id",
                UUID.randomUUID().toString(),
                fields.get(0),
                name,
                fields.get(1),
                "01/03/" + YEAR);
    }

    private void send(Round round, Map<String, String> figures) {
        officers.save(round, officer, commune, figures, Map.of());
        officers.submit(round, officer, commune);
        reviewer.run(
                () -> collection.accept(round.id(), commune, UUID.randomUUID().toString()));
    }

    private UUID plan() {
        UUID plan = planner.get(() -> uploads.keep(uploads.pasted(PLAN), true));
        planner.get(() -> plans.elements(plan)).stream()
                .filter(each -> each.state() == ElementState.SUGGESTED)
                .forEach(each -> planner.run(() -> review.pass(each.id(), each.version(), ElementState.ACCEPTED)));
        Posts.at("LEADER", province)
                .run(() -> plans.issue(
                        plan,
                        new IssueForm(
                                "Kế hoạch tủ sách",
                                "77/KH-UBND",
                                LocalDate.of(YEAR, 1, 5),
                                "Ủy ban nhân dân tỉnh",
                                "",
                                "",
                                "Sở Văn hóa, Thể thao và Du lịch",
                                YEAR,
                                YEAR + 2,
                                "",
                                true,
                                true)));
        return plan;
    }

    private ScorecardView.Line line(UUID plan, int unit) {
        return planner.get(() -> scorecards.lines(plan, unit, YEAR)).stream()
                .filter(each -> each.target().text().vi().contains("tủ sách"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTargetThatNothingMeasuresIsMeasuredTheSameDay() throws Exception {
        UUID plan = plan();
        Target target = line(plan, province).target();
        assertThat(line(plan, province).verdict().status()).isEqualTo(TargetStatus.NO_DATA);

        OwnRegister register = register();
        OwnForm form = form(register);
        List<String> lines =
                form.form().fields().stream().map(field -> field.id()).toList();
        Round round = ask(form);
        for (String name : List.of("Tủ sách thôn 1", "Tủ sách thôn 2", "Tủ sách thôn 3")) {
            keep(register, name);
        }
        assertThat(page(officer, "/collection/forms/" + round.id() + "/" + commune))
                .as("filled, and where from")
                .contains("Đếm được 3 từ", "/registers/" + register.id() + "?unit=" + commune + "&amp;count=records");
        send(round, Map.of(lines.get(0), "4", lines.get(1), "3"));

        post(
                planner,
                "/indicators/targets/" + plan + "/" + target.id() + "/define",
                "unit",
                String.valueOf(province),
                "year",
                String.valueOf(YEAR),
                "name",
                "Tỷ lệ thôn, bản có tủ sách gia đình",
                "kind",
                "SHARE",
                "numerator",
                lines.get(1),
                "denominator",
                lines.get(0),
                "better",
                "HIGHER");

        Value value = line(plan, commune).value();
        assertThat(value.value()).isEqualByComparingTo("75");
        assertThat(line(plan, commune).verdict().status()).isEqualTo(TargetStatus.MET);
        Value whole = line(plan, province).value();
        assertThat(whole.value()).isEqualByComparingTo("75");
        assertThat(whole.coverage().received()).isEqualTo(1);
        assertThat(whole.coverage().expected()).isGreaterThan(20);
        assertThat(line(plan, province).verdict().status())
                .as("one commune does not speak for the province")
                .isNotEqualTo(TargetStatus.MET);

        String indicator = value.indicator();
        String trace =
                page(reviewer, "/indicators/trace?indicator=" + indicator + "&unit=" + commune + "&year=" + YEAR);
        assertThat(trace)
                .contains("Thôn, bản có tủ sách gia đình", "/collection/forms/" + round.id() + "/" + commune)
                .as("down to the records")
                .contains("/registers/" + register.id() + "?unit=" + commune);
        assertThat(page(reviewer, "/indicators/" + indicator + "?unit=" + province + "&year=" + YEAR))
                .contains("Tỷ lệ thôn, bản có tủ sách gia đình");
        assertThat(page(planner, "/search?q=tủ sách gia đình&in=INDICATOR")).contains("/indicators/" + indicator);

        byte[] word = planner.get(() -> reports.content(reports.make(plan, YEAR, FileKind.DOCX)));
        try (XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
            assertThat(text.getText()).contains("tủ sách gia đình", "75");
        }
        figures.withFacts().stream()
                .filter(each -> each.year() == YEAR && each.province() == geographies.province(province))
                .forEach(each -> assertThat(selfCheck.differences(each))
                        .as("the nightly check adds up the same")
                        .isEmpty());
    }
}
