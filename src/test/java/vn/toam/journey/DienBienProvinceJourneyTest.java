package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plan 99 of Điện Biên province, to 2030: six tasks, and a plan of its own every year for each agency and district. */
@DisplayName("Điện Biên: các sở, ngành và huyện xây dựng kế hoạch hằng năm của mình")
class DienBienProvinceJourneyTest extends Journey {

    static Stream<Path> papers() {
        return papers("dien-bien-99.txt");
    }

    @ParameterizedTest
    @MethodSource("papers")
    @DisplayName("Sáu nhiệm vụ của tỉnh, mỗi cơ quan một kế hoạch hằng năm")
    void thePaperBecomesAProgramme(Path paper) {
        enterAs("planner.db");
        upload(paper);
        assertThat(coloursInThePaper()).contains("k-task", "k-citation");

        acceptReading(30);
        add(
                "Việc của cơ quan",
                "Xây dựng kế hoạch hằng năm của cơ quan, đơn vị, địa phương",
                "hằng năm",
                "Ủy ban nhân dân các huyện, thị xã, thành phố");
        issue(
                "Công tác gia đình Điện Biên " + paper.getNameCount(),
                "99/KH-UBND",
                "2022-01-12",
                2022,
                2030,
                "Sở Văn hóa, Thể thao và Du lịch",
                "");

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
}
