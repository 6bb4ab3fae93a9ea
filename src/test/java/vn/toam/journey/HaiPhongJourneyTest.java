package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of Hải Phòng city, 2022–2030: no figures, twelve groups of agencies, one report a year. */
@DisplayName("Hải Phòng: tổng hợp, báo cáo Ủy ban nhân dân thành phố và Bộ trước ngày 15/12 hằng năm")
class HaiPhongJourneyTest extends ReturnJourney {

    static Stream<Path> papers() {
        return papers("hai-phong.txt");
    }

    @ParameterizedTest
    @MethodSource("papers")
    @DisplayName("Mười hai nhóm cơ quan nhận việc của mình, báo cáo trước ngày 15/12")
    void thePaperBecomesAProgramme(Path paper) {
        enterAs("planner.hp");
        upload(paper);
        assertThat(coloursInThePaper()).contains("k-agency", "k-duty", "k-deadline", "k-citation");

        acceptReading(30);
        issue(
                "Công tác gia đình Hải Phòng " + paper.getNameCount(),
                "100/KH-UBND",
                "2022-04-13",
                2022,
                2030,
                "Sở Văn hóa và Thể thao",
                "");
        assertThat(words()).contains("Kế hoạch không đặt chỉ tiêu bằng số");

        tab("Nhiệm vụ");
        assertThat(groups())
                .as("groups of agencies")
                .contains(
                        "Sở Văn hóa và Thể thao",
                        "Sở Giáo dục và Đào tạo",
                        "Sở Lao động - Thương binh và Xã hội",
                        "Sở Y tế",
                        "Sở Tư pháp",
                        "Sở Thông tin và Truyền thông",
                        "Sở Tài chính",
                        "Công an thành phố",
                        "Báo Hải Phòng",
                        "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố",
                        "Các Sở, ngành thành phố",
                        "Ủy ban nhân dân các quận, huyện");
        tab("Lịch");
        assertThat(words()).contains("15 tháng 12");
        tab("Căn cứ");
        assertThat(words()).contains("06-CT/TW").contains("2074/QĐ-TTg").contains("76-KH/TU");
    }
}
