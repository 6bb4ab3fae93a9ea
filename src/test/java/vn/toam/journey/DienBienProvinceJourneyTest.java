package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Year;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.toam.shared.Numbers;

/** Plan 99 of Điện Biên province, to 2030: six tasks, and a plan of its own every year for each agency and district. */
@DisplayName("Điện Biên: các sở, ngành và xã xây dựng kế hoạch hằng năm của mình")
class DienBienProvinceJourneyTest extends ReturnJourney {

    static Stream<Path> papers() {
        return papers("dien-bien-99.txt");
    }

    private static final int YEAR = Year.now(Numbers.ZONE).getValue();

    private void programme(Path paper, String name) {
        enterAs("planner.db");
        upload(paper);
        assertThat(coloursInThePaper()).contains("k-task", "k-citation");
        acceptReading(30);
        add(
                "Việc của cơ quan",
                "Xây dựng kế hoạch hằng năm của cơ quan, đơn vị, địa phương",
                "hằng năm",
                "Ủy ban nhân dân các xã, phường");
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
        ReportInWord before = reportInWord(name, YEAR);
        reportTask(name, YEAR, "", "Đã tổ chức 12 lớp tập huấn");

        enterAs("reporter.muongphang");
        openReturn(PLAN_RETURN, YEAR);
        enter(figures);
        nothingElseHappened();
        send();

        enterAs("planner.db");
        accept(PLAN_RETURN, YEAR, "Xã Mường Phăng");
        ReportInWord report = reportInWord(name, YEAR);
        assertEntered(before, figures, report);
        assertThat(report.text())
                .contains("ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN", "99/KH-UBND", "Đã tổ chức 12 lớp tập huấn");
    }

    @Test
    @DisplayName(
            "Xã Mường Phăng soạn kế hoạch năm của mình từ kế hoạch tỉnh, lãnh đạo xã ban hành; tỉnh thấy ai đã có, ai chưa")
    void aCommuneDraftsItsOwnYearlyPlanFromTheProvinces() {
        String name = "Điện Biên, các xã có kế hoạch riêng";
        programme(paper("dien-bien-99.txt"), name);

        enterAs("reporter.muongphang");
        open(name);
        tab("Cấp dưới");
        press("Soạn kế hoạch của cơ quan tôi");
        page.waitForURL("**/review");
        acceptReading(30);
        String draft = page.url();
        String own = "Kế hoạch riêng năm nay của xã Mường Phăng";
        enterAs("leader.muongphang");
        page.navigate(draft);
        issue(own, "17/KH-UBND", YEAR + "-01-16", YEAR, YEAR, "Phòng Văn hóa - Xã hội", "");
        tab("Nhiệm vụ");
        assertThat(words()).contains("Xây dựng kế hoạch hằng năm");

        enterAs("planner.db");
        open(name);
        tab("Cấp dưới");
        assertThat(words()).contains(own).containsPattern("1/\\d+ cơ quan phải có kế hoạch riêng đã ban hành");
    }
}
