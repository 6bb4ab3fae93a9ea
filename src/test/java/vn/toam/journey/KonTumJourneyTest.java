package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of Kon Tum province, 2021–2025: levels by 2025, a change each year, and aims that only point a way. */
@DisplayName("Kon Tum: mỗi năm giảm 10% số vụ bạo lực gia đình")
class KonTumJourneyTest extends Journey {

    static Stream<Path> papers() {
        return papers("kon-tum.txt");
    }

    @ParameterizedTest
    @MethodSource("papers")
    @DisplayName("Chỉ tiêu đến năm 2025, mức giảm hằng năm và những điều chỉ nêu chiều hướng")
    void thePaperBecomesAProgramme(Path paper) {
        enterAs("planner.kt");
        upload(paper);
        assertThat(coloursInThePaper()).contains("k-target", "k-trend", "k-observance");

        acceptReading(30);
        issue(
                "Công tác gia đình Kon Tum " + paper.getNameCount(),
                "4002/KH-UBND",
                "2021-11-08",
                2021,
                2025,
                "Sở Văn hóa, Thể thao và Du lịch",
                "");

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
}
