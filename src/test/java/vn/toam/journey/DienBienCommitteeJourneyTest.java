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

/** Plan 82 of the steering committee of Điện Biên for 2022: days to mark, training, and the coordination regulation in four parts. */
@DisplayName("Ban Chỉ đạo Điện Biên: Quy chế phối hợp liên ngành tập trung vào bốn nội dung cơ bản")
class DienBienCommitteeJourneyTest extends ReturnJourney {

    static Stream<Path> papers() {
        return papers("dien-bien-82.txt");
    }

    private void programme(Path paper, String name) {
        enterAs("planner.db");
        upload(paper);
        assertThat(coloursInThePaper())
                .contains("k-observance", "k-citation")
                .anyMatch(colour -> colour.startsWith("k-task"));
        acceptReading(30);
        issue(name, "82/KH-BCĐ", "2022-01-14", 2022, 2022, "Sở Văn hóa, Thể thao và Du lịch", "");
    }

    @ParameterizedTest
    @MethodSource("papers")
    @DisplayName("Phòng ngừa; bảo vệ, hỗ trợ nạn nhân; thống kê, báo cáo; thanh tra, kiểm tra")
    void thePaperBecomesAProgramme(Path paper) {
        programme(paper, "Ban Chỉ đạo Điện Biên 2022 " + paper.getNameCount());

        tab("Nhiệm vụ");
        assertThat(words())
                .contains("Quy chế phối hợp liên ngành")
                .containsIgnoringCase("Phòng ngừa bạo lực gia đình")
                .containsIgnoringCase("bảo vệ, hỗ trợ nạn nhân")
                .containsIgnoringCase("Thống kê, báo cáo số liệu")
                .containsIgnoringCase("thanh tra, kiểm tra");
        tab("Lịch");
        assertThat(words()).contains("20 tháng 3").contains("28 tháng 6").contains("25 tháng 11");
    }

    @Test
    @DisplayName("Từ giấy đến báo cáo Word của Ban Chỉ đạo năm 2022: số của xã Mường Phăng vào đúng từng dòng")
    void fromThePaperToTheReportInWord() throws IOException {
        String name = "Ban Chỉ đạo, từ giấy đến báo cáo";
        Map<String, Integer> figures = Map.of(
                "Hộ đăng ký", 503,
                "Hộ được bình xét", 498,
                "Hộ được công nhận", 402,
                "Trong đó giữ vững danh hiệu từ năm trước", 377);
        programme(paper("dien-bien-82.txt"), name);
        ReportInWord before = reportInWord(name, 2022);
        reportTask(
                name, 2022, "Quy chế phối hợp liên ngành", "Đã hướng dẫn 10 huyện, thị xã, thành phố cả bốn nội dung");

        enterAs("reporter.db");
        openReturn(PLAN_RETURN, 2022);
        reopen();
        enter(figures);
        assertThat(blankCells()).as("an amended return has no blank line").isZero();
        send();

        enterAs("planner.db");
        accept(PLAN_RETURN, 2022, "Xã Mường Phăng");
        ReportInWord report = reportInWord(name, 2022);
        assertEntered(before, figures, report);
        assertThat(report.text())
                .contains("BAN CHỈ ĐẠO", "82/KH-BCĐ", "Đã hướng dẫn 10 huyện, thị xã, thành phố cả bốn nội dung");
    }
}
