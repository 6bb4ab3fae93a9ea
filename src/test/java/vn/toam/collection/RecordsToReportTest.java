package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.drafting.PlanUploads;
import vn.toam.output.FileKind;
import vn.toam.output.ReportService;
import vn.toam.plan.PlanService;
import vn.toam.plan.ReviewService;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.IssueForm;
import vn.toam.register.KeptRecords;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.ToamTest;
import vn.toam.target.ScorecardService;
import vn.toam.target.ScorecardView;
import vn.toam.target.TargetMeasureService;
import vn.toam.unit.TestGround;

/**
 * From the record to the sentence in Word: for each row of the five plans' targets that a register feeds, records are kept, counted into the form,
 * sent, accepted, judged and reported. Rows whose source comes later are not here: households informed, pledged, skilled and applying the code of
 * conduct (marks of the household book), titles (their own reviews), cases of violence, divorces and child marriages (other agencies' forms).
 */
@Transactional
class RecordsToReportTest extends ToamTest {

    /** The year that lies behind for the most part, so that what is dated in March has happened. */
    private static final int YEAR = LocalDate.now().minusMonths(6).getYear();

    private static final String MARCH = YEAR + "-03-01";

    /**
     * A row.
     *
     * @param target as a plan says it; blank: the plan names no number, the figure itself is reported
     * @param indicator that measures it; blank: none
     * @param keep the records of a year
     * @param filled lines of the form and what has to stand in them without anybody typing
     * @param value of the indicator
     * @param sentence what the report says
     */
    record Row(
            String name,
            String form,
            String target,
            String indicator,
            Consumer<KeptRecords.Place> keep,
            Map<String, Integer> filled,
            String value,
            List<String> sentence) {

        @Override
        public String toString() {
            return name;
        }
    }

    @Autowired
    private KeptRecords records;

    @Autowired
    private RoundService rounds;

    @Autowired
    private LineCounts counts;

    @Autowired
    private CollectionService collection;

    @Autowired
    private Officers officers;

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
    private ReportService reports;

    @Autowired
    private TestGround grounds;

    static Stream<Row> rows() {
        String plan = "family-plan-commune";
        return Stream.of(
                new Row(
                        "schools that teach family subjects outside class",
                        plan,
                        "Hằng năm, từ 70% trường học trở lên đưa kiến thức gia đình vào ngoại khóa.",
                        "schools-teaching-family-rate",
                        RecordsToReportTest::schools,
                        Map.of("schools_total", 4, "schools_teaching_family", 3),
                        "75",
                        List.of("1 chỉ tiêu đạt", "75")),
                new Row(
                        "staff trained, by the sheets they signed",
                        plan,
                        "Hằng năm, 100% người làm công tác gia đình được tập huấn.",
                        "family-staff-trained-rate",
                        RecordsToReportTest::staff,
                        Map.of("family_staff", 2, "family_staff_trained", 1),
                        "50",
                        List.of("50%, chưa đạt yêu cầu 100%")),
                new Row(
                        "each DV club trained once a year",
                        plan,
                        "Hằng năm, 100% câu lạc bộ phòng, chống bạo lực gia đình được tập huấn.",
                        "dv-clubs-trained-rate",
                        RecordsToReportTest::clubs,
                        Map.of("dv_clubs", 2, "dv_clubs_trained", 2, "trainings", 1, "training_attendances", 40),
                        "100",
                        List.of("1 chỉ tiêu đạt", "100")),
                new Row(
                        "communes with a model",
                        "dv-family-commune",
                        "Hằng năm, từ 80% xã trở lên có mô hình phòng, chống bạo lực gia đình.",
                        "communes-with-dv-model",
                        place -> place.move(
                                place.keep(
                                        "dv-model",
                                        "",
                                        Map.of("name", "Mô hình", "standard", "MINISTRY", "founded", "2024-01-01")),
                                "ACTIVE",
                                "2024-02-01"),
                        Map.of("dv_models", 1, "dv_models_ministry", 1),
                        "100",
                        List.of("1 chỉ tiêu đạt", "100")),
                figures(
                        "provisions reviewed",
                        RecordsToReportTest::provisions,
                        Map.of("provisions_reviewed", 2, "proposals_sent", 1),
                        "được rà soát có vấn đề\tquy định\t–\t2"),
                figures(
                        "inspections and what they found",
                        RecordsToReportTest::inspection,
                        Map.of("inspections", 1, "findings", 1, "findings_remedied_in_time", 1),
                        "Cuộc kiểm tra, giám sát, thanh tra\tcuộc\t–\t1"),
                figures(
                        "events",
                        RecordsToReportTest::exchange,
                        Map.of("exchanges", 1, "attendances", 20),
                        "Buổi tọa đàm, giao lưu\tcuộc\t–\t1"),
                figures(
                        "products",
                        place -> place.move(
                                place.keep(
                                        "media-product",
                                        "",
                                        Map.of(
                                                "kind",
                                                "LEAFLET",
                                                "title",
                                                "Tờ rơi",
                                                "date",
                                                MARCH,
                                                "publisher",
                                                "&",
                                                "quantity",
                                                "500")),
                                "ISSUED",
                                MARCH),
                        Map.of("media_printed", 500),
                        "áp phích, sách\tsản phẩm\t–\t500"),
                figures(
                        "money",
                        place -> place.move(
                                place.keep(
                                        "budget-line",
                                        "",
                                        Map.of(
                                                "starts",
                                                YEAR + "-01-01",
                                                "plan",
                                                "Kế hoạch",
                                                "content",
                                                "Tuyên truyền",
                                                "source",
                                                "STATE_BUDGET",
                                                "area",
                                                "NONE",
                                                "allotted",
                                                "40000000",
                                                "spent",
                                                "31000000")),
                                "ALLOTTED",
                                MARCH),
                        Map.of("budget_allotted", 40_000_000, "budget_spent", 31_000_000),
                        "Kinh phí được giao\tđồng\t–\t40.000.000"));
    }

    private static Row figures(
            String name, Consumer<KeptRecords.Place> keep, Map<String, Integer> filled, String sentence) {
        return new Row(name, "family-plan-commune", "", "", keep, filled, "", List.of(sentence));
    }

    private static void schools(KeptRecords.Place place) {
        for (int number = 1; number <= 4; number++) {
            place.keep(
                    "school",
                    "school" + number,
                    Map.of("name", "Trường " + number, "level", "THCS", "from", "2000-09-01"));
            UUID year = place.keep(
                    "school-year",
                    "",
                    Map.of("school", "=school" + number, "year", "2025–2026", "reported", MARCH, "outside_class", "1"));
            if (number < 4) {
                place.prove(year);
            }
        }
    }

    private static void staff(KeptRecords.Place place) {
        for (String name : List.of("một", "hai")) {
            place.keep(
                    "family-worker",
                    name,
                    Map.of(
                            "person",
                            "Cán bộ " + name,
                            "sex",
                            "FEMALE",
                            "role",
                            "STAFF",
                            "culture",
                            "1",
                            "appointed",
                            "2024-01-01"));
        }
        place.prove(event(place, "TRAINING", "20", Map.of("sheet.0.person", "Cán bộ một", "sheet.0.worker", "=một")));
    }

    private static void clubs(KeptRecords.Place place) {
        for (String name : List.of("một", "hai")) {
            place.keep(
                    "community-group",
                    name,
                    Map.of(
                            "name",
                            "Câu lạc bộ " + name,
                            "class",
                            "CLUB",
                            "kind",
                            "DV_PREVENTION",
                            "village",
                            "#1",
                            "founded",
                            "2024-01-01",
                            "rhythm",
                            "MONTHLY"));
        }
        place.prove(event(place, "TRAINING", "40", Map.of("groups", "=một;=hai")));
    }

    private static void exchange(KeptRecords.Place place) {
        event(place, "EXCHANGE", "20", Map.of());
    }

    private static UUID event(KeptRecords.Place place, String kind, String attended, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of(
                "kind",
                kind,
                "title",
                "Hoạt động",
                "from",
                MARCH,
                "organiser",
                "&",
                "attendance",
                "SHEET",
                "attended",
                attended));
        values.putAll(more);
        UUID event = place.keep("event", "", values);
        place.move(event, "HELD", MARCH);
        return event;
    }

    private static void provisions(KeptRecords.Place place) {
        for (String provision : List.of("Điều 1", "Điều 2")) {
            UUID found = place.keep(
                    "policy-review",
                    "",
                    Map.of(
                            "reviewed",
                            "12/2020/QĐ-UBND",
                            "provision",
                            provision,
                            "found",
                            MARCH,
                            "finding",
                            "Không còn cấp huyện",
                            "class",
                            "AREA_ABOLISHED",
                            "proposal",
                            "AMEND",
                            "sent_to",
                            "Sở",
                            "sent_on",
                            MARCH));
            if (provision.endsWith("2")) {
                place.move(found, "PROPOSED", MARCH);
                place.move(found, "SENT", MARCH);
            }
        }
    }

    private static void inspection(KeptRecords.Place place) {
        UUID inspection = place.keep(
                "inspection",
                "",
                Map.of(
                        "kind",
                        "CHECK",
                        "subject",
                        "Trường",
                        "from",
                        MARCH,
                        "minutes.number",
                        "01/BB",
                        "findings.0.text",
                        "Thiếu sổ",
                        "findings.0.recommendation",
                        "Lập sổ",
                        "findings.0.responsible",
                        "Trường",
                        "findings.0.due",
                        YEAR + "-04-01",
                        "findings.0.remedied",
                        YEAR + "-03-20",
                        "findings.0.outcome",
                        "REMEDIED"));
        place.move(inspection, "UNDER_WAY", MARCH);
        place.move(inspection, "CONCLUDED", MARCH);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsKeptReachesTheReport(Row row) throws IOException {
        TestGround.Ground ground = grounds.take();
        int commune = ground.commune();
        row.keep().accept(records.at(commune));
        Somebody reviewer = Posts.at("REVIEWER", ground.province());
        Round round = reviewer.get(() -> rounds.open(row.form(), YEAR, ground.province(), ""));
        counts.countOpened(List.of(round));

        Map<String, BigDecimal> figures = officers.find(round, commune).figures();
        row.filled()
                .forEach((line, figure) ->
                        assertThat(figures.get(line)).as(line).isEqualByComparingTo(String.valueOf(figure)));
        Map<String, String> typed = new HashMap<>(officers.lines(round, Map.of()));
        figures.forEach((line, figure) -> typed.put(line, figure.toPlainString()));
        officers.save(round, Officers.of(commune), commune, typed, Map.of());
        officers.submit(round, Officers.of(commune), commune);
        reviewer.run(
                () -> collection.accept(round.id(), commune, UUID.randomUUID().toString()));

        Somebody planner = Posts.at("REPORTER", commune);
        UUID plan = plan(planner, commune, row.target());
        if (!row.indicator().isEmpty()) {
            ScorecardView.Line line = line(planner, plan, commune);
            if (line.indicator() == null || !line.indicator().id().equals(row.indicator())) {
                planner.run(() -> targets.choose(plan, line.target().id(), row.indicator(), "Cùng nội dung"));
            }
            ScorecardView.Line judged = line(planner, plan, commune);
            assertThat(judged.value().value()).isEqualByComparingTo(row.value());
            assertThat(judged.value().coverage().received()).isEqualTo(1);
            assertThat(judged.value().coverage().expected()).isEqualTo(1);
        }
        byte[] word = planner.get(() -> reports.content(reports.make(plan, YEAR, FileKind.DOCX)));
        try (XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
            assertThat(text.getText()).contains(row.sentence());
        }
    }

    private ScorecardView.Line line(Somebody planner, UUID plan, int unit) {
        return planner.get(() -> scorecards.lines(plan, unit, YEAR)).getFirst();
    }

    private UUID plan(Somebody planner, int commune, String target) {
        String paper =
                """
                ỦY BAN NHÂN DÂN XÃ
                Số: 7/KH-UBND
                Ngày 05 tháng 01 năm %1$d
                KẾ HOẠCH
                Công tác gia đình giai đoạn %1$d - %2$d
                I. MỤC TIÊU
                - %3$s
                II. NHIỆM VỤ
                1. Tuyên truyền
                - Trạm Y tế xã chủ trì truyền thông về gia đình trước ngày 28/02/%2$d.
                """.formatted(YEAR, YEAR + 2, target.isEmpty() ? "Nâng cao nhận thức của các gia đình." : target);
        UUID plan = planner.get(() -> uploads.keep(uploads.pasted(paper), true));
        planner.get(() -> plans.elements(plan)).stream()
                .filter(each -> each.state() == ElementState.SUGGESTED)
                .forEach(each -> planner.run(() -> review.pass(each.id(), each.version(), ElementState.ACCEPTED)));
        Posts.at("LEADER", commune)
                .run(() -> plans.issue(
                        plan,
                        new IssueForm(
                                "Kế hoạch của xã",
                                "7/KH-UBND",
                                LocalDate.of(YEAR, 1, 5),
                                "Ủy ban nhân dân xã",
                                "",
                                "",
                                "Phòng Văn hóa - Xã hội",
                                YEAR,
                                YEAR + 2,
                                "",
                                true,
                                true)));
        return plan;
    }
}
