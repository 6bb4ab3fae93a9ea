package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plan 82 of the steering committee of Điện Biên for 2022: days to mark, training, and the coordination regulation in four parts. */
@DisplayName("Ban Chỉ đạo Điện Biên: Quy chế phối hợp liên ngành tập trung vào bốn nội dung cơ bản")
class DienBienCommitteeJourneyTest extends Journey {

    static Stream<Path> papers() {
        return papers("dien-bien-82.txt");
    }

    @ParameterizedTest
    @MethodSource("papers")
    @DisplayName("Phòng ngừa; bảo vệ, hỗ trợ nạn nhân; thống kê, báo cáo; thanh tra, kiểm tra")
    void thePaperBecomesAProgramme(Path paper) {
        enterAs("planner.db");
        upload(paper);
        assertThat(coloursInThePaper())
                .contains("k-observance", "k-citation")
                .anyMatch(colour -> colour.startsWith("k-task"));

        acceptReading(30);
        issue(
                "Ban Chỉ đạo Điện Biên 2022 " + paper.getNameCount(),
                "82/KH-BCĐ",
                "2022-01-14",
                2022,
                2022,
                "Sở Văn hóa, Thể thao và Du lịch",
                "");

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
}
