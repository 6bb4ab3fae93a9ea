package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of Kon Tum province, 2021–2025: levels by 2025, a change each year, and aims that only point a way. */
@DisplayName("Kon Tum: mỗi năm giảm 10% số vụ bạo lực gia đình")
class KonTumJourneyTest extends ReturnJourney {

    private static final String COMMUNE = "Xã Ngọk Bay";

    static Stream<Path> papers() {
        return papers("kon-tum.txt");
    }

    private void programme(Path paper, String name) {
        enterAs("planner.kt");
        upload(paper);
        assertThat(coloursInThePaper()).contains("k-target", "k-trend", "k-observance");
        acceptReading(30);
        issue(name, "4002/KH-UBND", "2021-11-08", 2021, 2025, "Sở Văn hóa, Thể thao và Du lịch", "");
    }

    @ParameterizedTest
    @MethodSource("papers")
    @DisplayName("Chỉ tiêu đến năm 2025, mức giảm hằng năm và những điều chỉ nêu chiều hướng")
    void thePaperBecomesAProgramme(Path paper) {
        programme(paper, "Công tác gia đình Kon Tum " + paper.getNameCount());

        assertThat(targets())
                .anySatisfy(target -> assertThat(target)
                        .contains("−10%")
                        .contains("mỗi năm, so với năm trước")
                        .contains("bạo lực gia đình"))
                .anySatisfy(target ->
                        assertThat(target).contains("80%").contains("mô hình").contains("đến năm 2025"))
                .anySatisfy(target -> assertThat(target).contains("1 lần/năm").contains("câu lạc bộ"));
        assertThat(targets().stream()
                        .filter(target -> target.contains("giảm dần"))
                        .toList())
                .as("aims without a number")
                .anySatisfy(target -> assertThat(target).contains("ly hôn"))
                .anySatisfy(target -> assertThat(target).contains("tảo hôn"))
                .anySatisfy(target -> assertThat(target).contains("xâm hại trẻ em"));

        tab("Lịch");
        assertThat(words()).contains("20 tháng 3").contains("28 tháng 6").contains("25 tháng 11");
    }

    @Test
    @DisplayName(
            "Từ giấy đến báo cáo Word: 20 vụ năm 2021, 18 vụ năm 2022 là giảm đúng 10%; ly hôn giảm, tảo hôn không giảm")
    void fromThePaperToTheReportInWord() throws IOException {
        String name = "Kế hoạch công tác gia đình tỉnh Kon Tum 2021–2025";
        enterAs("planner.kt");
        for (int year = 2021; year <= 2022; year++) {
            askFor(VIOLENCE_RETURN, year, "Theo quy định của biểu");
            askFor(PLAN_RETURN, year, "Theo quy định của biểu");
        }

        Map<String, Integer> violence = violence(1262, 18);
        Map<String, Integer> plan = plan(1190, 5, 4, 3);
        enterAs("reporter.kt");
        report(VIOLENCE_RETURN, 2021, violence(1250, 20));
        report(PLAN_RETURN, 2021, plan(1180, 7, 5, 3));
        report(VIOLENCE_RETURN, 2022, violence);
        report(PLAN_RETURN, 2022, plan);

        enterAs("planner.kt");
        for (int year = 2021; year <= 2022; year++) {
            accept(VIOLENCE_RETURN, year, COMMUNE);
            accept(PLAN_RETURN, year, COMMUNE);
        }
        theCommuneItselfIsWhole();
        ReportInWord report = reportInWord(name, 2022);
        violence.keySet().removeIf(line -> line.matches("V.*"));
        violence.forEach((line, figure) ->
                assertThat(report.figures().get(line)).as(line).isEqualTo(new ReportInWord.Figure(figure, "1/102")));
        plan.forEach((line, figure) ->
                assertThat(report.figures().get(line)).as(line).isEqualTo(new ReportInWord.Figure(figure, "1/102")));
        assertThat(report.target("giảm 10")).isEqualTo(new ReportInWord.Score("20 vụ", "18 vụ", "tạm tính"));
        assertThat(report.target("ly hôn")).isEqualTo(new ReportInWord.Score("7 vụ", "5 vụ", "tạm tính"));
        assertThat(report.target("tảo hôn")).isEqualTo(new ReportInWord.Score("3 vụ", "3 vụ", "tạm tính"));
    }

    /** One of 102 communes says nothing of the province; of itself it says all. */
    private void theCommuneItselfIsWhole() {
        enterAs("reporter.kt");
        page.navigate("/indicators/scorecard?year=2022");
        assertThat(words()).contains(COMMUNE);
        assertThat(verdict("giảm 10"))
                .contains("Đạt")
                .contains("20 vụ")
                .contains("18 vụ")
                .contains("1/1");
        assertThat(verdict("ly hôn")).contains("Đạt").contains("1/1");
        assertThat(verdict("tảo hôn")).contains("Chậm").contains("1/1");
        enterAs("planner.kt");
    }

    private String verdict(String target) {
        return page.locator("#targets tr", new Page.LocatorOptions().setHasText(target))
                .first()
                .innerText()
                .replaceAll("\\s+", " ");
    }

    private void report(String form, int year, Map<String, Integer> figures) {
        openReturn(form, year);
        enter(figures);
        nothingElseHappened();
        send();
    }

    private static Map<String, Integer> violence(int households, int cases) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        figures.put("Tổng số hộ gia đình", households);
        figures.put("Hộ 2 thế hệ, đủ cha mẹ và con", households);
        figures.put("Số vụ bạo lực gia đình", cases);
        figures.put("Vụ có bạo lực thân thể", cases);
        figures.put("Số người có hành vi bạo lực", cases);
        figures.put("Nam", cases);
        figures.put("Số người bị bạo lực", cases);
        figures.put("V1.2", cases);
        return figures;
    }

    private static Map<String, Integer> plan(int registered, int divorces, int separations, int childMarriages) {
        return Map.of(
                "Hộ đăng ký", registered,
                "Hộ được bình xét", registered - 20,
                "Hộ được công nhận", registered - 150,
                "Hộ nghèo", 101,
                "Số vụ ly hôn", divorces,
                "Số vụ ly thân", separations,
                "Số vụ tảo hôn", childMarriages);
    }
}
