package vn.toam.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.toam.access.As;
import vn.toam.geography.Level;
import vn.toam.letter.Series;
import vn.toam.plan.PlanService;
import vn.toam.shared.Conflict;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.unit.UnitService;

/** Reports of the five programmes, gathered from what the demonstration holds. */
class ReportServiceTest extends ToamTest {

    @Autowired
    private ReportService reports;

    @Autowired
    private PlanService plans;

    @Autowired
    private UnitService units;

    @Autowired
    private As as;

    @Autowired
    private JdbcClient db;

    @Autowired
    private MockMvc mvc;

    private UUID plan(String account, String programme) {
        return as.role(account)
                .get(() -> plans.ofProgramme(programme).orElseThrow().id());
    }

    private ReportView view(String account, String programme, int year) {
        UUID plan = plan(account, programme);
        return as.role(account).get(() -> reports.view(plan, year));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            planner.hp | hai-phong-100 | 2024 | BC-UBND | BC-cong-tac-gia-dinh-hai-phong-2024.docx
            planner.ty | tan-yen-541   | 2024 | BC-UBND | BC-cong-tac-gia-dinh-tan-yen-2024.docx
            planner.db | dien-bien-99  | 2024 | BC-UBND | BC-cong-tac-gia-dinh-dien-bien-2024.docx
            planner.db | dien-bien-82  | 2022 | BC-BCĐ  | BC-cong-tac-gia-dinh-dien-bien-bcd-2022.docx
            planner.kt | kon-tum-4002  | 2024 | BC-UBND | BC-cong-tac-gia-dinh-kon-tum-2024.docx
            """)
    void everyProgrammeHasItsReport(String account, String programme, int year, String code, String file) {
        Report report = view(account, programme, year).report();

        assertThat(report.letterhead().code()).isEqualTo(code);
        assertThat(report.fileName("docx")).isEqualTo(file);
        assertThat(report.groups()).isNotEmpty();
        assertThat(report.figures()).isNotEmpty();
        assertThat(report.received().units())
                .isPositive()
                .isLessThanOrEqualTo(report.received().expected());
        assertThat(report.demo()).isTrue();
        assertThat(FileKind.DOCX.write(report)).isNotEmpty();
        assertThat(ExcelReport.write(report)).isNotEmpty();
    }

    @Test
    void theFiguresOfTheReportAreTheAcceptedFiguresAndNoOthers() {
        Report report = view("planner.ty", "tan-yen-541", 2024).report();
        int district = units.byCode(Level.DISTRICT, "216", LocalDate.of(2024, 12, 1))
                .orElseThrow()
                .id();
        BigDecimal accepted =
                db.sql("""
                select sum((s.figures ->> 'households_total')::numeric) from collection.submission s
                where s.year = 2024 and s.status = 'ACCEPTED' and s.form = 'dv-family-commune' and ? = any(s.above)
                """).param(district).query(BigDecimal.class).single();

        assertThat(report.figures())
                .filteredOn(figure -> figure.label().startsWith("Tổng số hộ"))
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isEqualByComparingTo(accepted));
    }

    @Test
    void targetsAreScoredAndTheFirstOneIsDrawnAgainstItsGoal() {
        Report report = view("planner.ty", "tan-yen-541", 2024).report();

        assertThat(report.scores()).hasSize(6).allSatisfy(score -> {
            assertThat(score.why()).doesNotContain("{", "indicator.");
            assertThat(score.received()).isLessThanOrEqualTo(score.expected());
        });
        Report.Score titles = report.scores().getFirst();
        assertThat(titles.wanted()).isEqualTo("≥ 80%");
        assertThat(titles.value()).isBetween(new BigDecimal("50"), new BigDecimal("100"));
        assertThat(titles.lastYear()).isNotNull();
        assertThat(titles.standing()).isNotEqualTo(Report.Standing.NO_DATA);
        assertThat(report.chart()).isNotNull().satisfies(chart -> {
            assertThat(chart.goal()).isEqualByComparingTo("80");
            assertThat(chart.drawn())
                    .hasSizeGreaterThan(10)
                    .extracting(Series.Point::label)
                    .contains("Cao Xá");
        });
    }

    @Test
    void aPassageIsKeptAndNeverOverwrittenUnseen() {
        UUID plan = plan("planner.ty", "tan-yen-541");
        As.Somebody writer = as.role("planner.ty");
        Narrative first = writer.get(() -> reports.save(plan, 2023, "directions", 0, "  Nhân rộng mô hình.\r\n"));

        assertThat(first.text()).isEqualTo("Nhân rộng mô hình.");
        assertThatThrownBy(() -> writer.run(() -> reports.save(plan, 2023, "directions", 0, "Khác")))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> writer.run(() -> reports.save(plan, 2023, "overview", 4, "Khác")))
                .isInstanceOf(Conflict.class);
        Narrative second =
                writer.get(() -> reports.save(plan, 2023, "directions", first.version(), "Nhân rộng 5 mô hình."));
        assertThat(second.version()).isEqualTo(2);
        assertThat(view("planner.ty", "tan-yen-541", 2023).report().directions().text())
                .isEqualTo("Nhân rộng 5 mô hình.");
    }

    @Test
    void whatCannotBeAPassageIsRefused() {
        UUID plan = plan("planner.ty", "tan-yen-541");
        As.Somebody writer = as.role("planner.ty");
        for (List<String> wrong : List.of(
                List.of("number", "12a"),
                List.of("date", "5/12/2024"),
                List.of("nothing", "x"),
                List.of("group:<script>", "x"))) {
            assertThatThrownBy(() -> writer.run(() -> reports.save(plan, 2023, wrong.getFirst(), 0, wrong.getLast())))
                    .isInstanceOf(Rejected.class);
        }
    }

    @Test
    void onlyThoseWhoWriteReportsOfThePlaceMayWriteAndOthersOfThePlaceMayRead() {
        UUID plan = plan("planner.ty", "tan-yen-541");

        assertThat(view("police.ty", "tan-yen-541", 2024).writes()).isFalse();
        assertThatThrownBy(() -> as.role("police.ty").run(() -> reports.save(plan, 2024, "overview", 0, "Không được")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as.role("planner.kt").run(() -> reports.view(plan, 2024)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as.role("police.ty").run(() -> reports.make(plan, 2024, FileKind.DOCX)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void anAbolishedUnitReportsOnNoYearThatItDidNotEnd() {
        UUID plan = plan("planner.ty", "tan-yen-541");

        assertThat(view("planner.ty", "tan-yen-541", 2024).years())
                .contains(2024, 2021)
                .doesNotContain(2025, 2026);
        assertThatThrownBy(() -> as.role("planner.ty").run(() -> reports.view(plan, 2026)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aFileIsKeptAsItWasHandedOut() {
        UUID plan = plan("planner.kt", "kon-tum-4002");
        As.Somebody writer = as.role("planner.kt");
        UUID first = writer.get(() -> reports.make(plan, 2023, FileKind.DOCX));
        byte[] sent = writer.get(() -> reports.content(first));

        assertThat(writer.get(() -> reports.make(plan, 2023, FileKind.DOCX))).isEqualTo(first);
        writer.run(() -> reports.save(plan, 2023, "overview", 0, "Viết thêm sau khi gửi."));
        UUID second = writer.get(() -> reports.make(plan, 2023, FileKind.DOCX));
        assertThat(second).isNotEqualTo(first);
        assertThat(writer.get(() -> reports.content(first))).isEqualTo(sent);
        assertThat(writer.get(() -> reports.view(plan, 2023)).files())
                .extracting(MadeFile::id)
                .containsExactly(second, first);
    }

    @Test
    void thePageSavesRefusesAndHandsOut() throws Exception {
        String address = "/output/" + plan("planner.hp", "hai-phong-100") + "/2023";
        mvc.perform(get("/output").with(as.request("planner.hp"))).andExpect(status().isOk());
        mvc.perform(post(address + "/passages")
                        .with(as.request("planner.hp"))
                        .param("section", "overview")
                        .param("version", "0")
                        .param("text", "Đánh giá"))
                .andExpect(redirectedUrlPattern("/output/*/2023#overview"));
        mvc.perform(post(address + "/passages")
                        .with(as.request("planner.hp"))
                        .param("section", "overview")
                        .param("version", "0")
                        .param("text", "Lời của người khác"))
                .andExpect(status().isConflict())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("Lời của người khác")));
        mvc.perform(post(address + "/passages")
                        .with(as.request("planner.hp"))
                        .param("section", "number")
                        .param("version", "0")
                        .param("text", "12a"))
                .andExpect(status().isUnprocessableContent());
        String file = mvc.perform(
                        post(address + "/files").with(as.request("planner.hp")).param("kind", "DOCX"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        mvc.perform(get(String.valueOf(file)).with(as.request("planner.hp")))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Disposition",
                                org.hamcrest.Matchers.startsWith(
                                        "attachment; filename=\"BC-cong-tac-gia-dinh-hai-phong-2023.docx\"")));
        mvc.perform(get(address + "/print").with(as.request("leader.hp"))).andExpect(status().isOk());
    }
}
