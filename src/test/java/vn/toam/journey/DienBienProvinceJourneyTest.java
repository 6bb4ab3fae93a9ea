package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plan 99 of Điện Biên province, to 2030: six tasks, and a plan of its own every year for each agency and district. */
@DisplayName("Điện Biên: các sở, ngành và huyện xây dựng kế hoạch hằng năm của mình")
class DienBienProvinceJourneyTest extends ReturnJourney {

    static Stream<Path> papers() {
        return papers("dien-bien-99.txt");
    }

    private void programme(Path paper, String name) {
        enterAs("planner.db");
        upload(paper);
        assertThat(coloursInThePaper()).contains("k-task", "k-citation");
        acceptReading(30);
        add(
                "Việc của cơ quan",
                "Xây dựng kế hoạch hằng năm của cơ quan, đơn vị, địa phương",
                "hằng năm",
                "Ủy ban nhân dân các huyện, thị xã, thành phố");
        issue(name, "99/KH-UBND", "2022-01-12", 2022, 2030, "Sở Văn hóa, Thể thao và Du lịch", "");
    }

    @ParameterizedTest
    @MethodSource("papers")
    @DisplayName("Sáu nhiệm vụ của tỉnh, mỗi cơ quan một kế hoạch hằng năm")
    void thePaperBecomesAProgramme(Path paper) {
        programme(paper, "Công tác gia đình Điện Biên " + paper.getNameCount());

        tab("Nhiệm vụ");
        assertThat(words())
                .contains("tuyên truyền")
                .contains("Nâng cao năng lực quản lý nhà nước về gia đình")
                .contains("danh mục dịch vụ công cơ bản")
                .contains("an sinh xã hội")
                .contains("Xây dựng kế hoạch hằng năm");
        tab("Cấp dưới");
        assertThat(words()).contains("cơ quan phải có kế hoạch riêng");
    }

    @Test
    @DisplayName("Từ giấy đến báo cáo Word: số của xã Mường Phăng và kết quả sáu nhiệm vụ")
    void fromThePaperToTheReportInWord() throws IOException {
        String name = "Điện Biên, từ giấy đến báo cáo";
        Map<String, Integer> figures = Map.of(
                "Hộ đăng ký", 1010,
                "Hộ được bình xét", 1002,
                "Hộ được công nhận", 731,
                "Hộ nghèo", 204,
                "Số vụ tảo hôn", 2);
        programme(paper("dien-bien-99.txt"), name);
        askFor(PLAN_RETURN, 2023, "Theo quy định của biểu");
        openTasks(name, 2023);
        reportTask(name, 2023, "", "Đã tổ chức 12 lớp tập huấn");

        enterAs("reporter.db");
        openReturn(PLAN_RETURN, 2023);
        enter(figures);
        nothingElseHappened();
        send();

        enterAs("planner.db");
        accept(PLAN_RETURN, 2023, "Xã Mường Phăng");
        ReportInWord report = reportInWord(name, 2023);
        figures.forEach((line, figure) ->
                assertThat(report.figures().get(line)).as(line).isEqualTo(new ReportInWord.Figure(figure, "1/129")));
        assertThat(report.text())
                .contains("ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN", "99/KH-UBND", "Đã tổ chức 12 lớp tập huấn");
    }

    @Test
    @DisplayName(
            "Thành phố Điện Biên Phủ soạn và ban hành kế hoạch năm của mình từ kế hoạch tỉnh; tỉnh thấy ai đã có, ai chưa")
    void aDistrictDraftsItsOwnYearlyPlanFromTheProvinces() {
        String name = "Điện Biên, các huyện có kế hoạch riêng";
        programme(paper("dien-bien-99.txt"), name);

        enterAs("planner.dbp");
        open(name);
        tab("Cấp dưới");
        press("Soạn kế hoạch của cơ quan tôi");
        page.waitForURL("**/review");
        acceptReading(30);
        String own = "Kế hoạch năm 2023 của thành phố Điện Biên Phủ";
        issue(own, "07/KH-VHTT", "2023-01-16", 2023, 2023, "Phòng Văn hóa và Thông tin", "");
        tab("Nhiệm vụ");
        assertThat(words()).contains("Xây dựng kế hoạch hằng năm");

        enterAs("planner.db");
        open(name);
        tab("Cấp dưới");
        assertThat(words()).contains(own).containsPattern("1/\\d+ cơ quan phải có kế hoạch riêng đã ban hành");
    }
}
