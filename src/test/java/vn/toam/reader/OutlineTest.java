package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Headings, groups of tasks and what stands below them. */
class OutlineTest {
    private static String sections(PlanDraft plan) {
        return plan.sections().stream()
                .map(s -> s.no() + " " + s.title()
                        + s.children().stream()
                                .map(c -> c.no() + " " + c.title())
                                .toList())
                .collect(Collectors.joining("; "));
    }

    private static String groups(PlanDraft plan) {
        return plan.taskGroups().stream()
                .map(g -> g.no() + " " + g.title() + " " + g.tasks().size() + "/" + g.leafCount())
                .collect(Collectors.joining("; "));
    }

    @Test
    void numberedSentencesAreTasksAndNoHeadings() {
        PlanDraft plan = Reading.of("""
                KẾ HOẠCH
                Thử nghiệm

                I. MỤC ĐÍCH, YÊU CẦU
                1. Mục đích
                - Nâng cao nhận thức.
                2. Yêu cầu
                - Thiết thực.
                II. GIẢI PHÁP THỰC HIỆN
                1. Đẩy mạnh công tác truyền thông nâng cao nhận thức của cộng đồng.
                2. Ưu tiên bố trí ngân sách.
                III. KINH PHÍ: Từ ngân sách hằng năm.
                """);
        assertThat(sections(plan))
                .isEqualTo("I MỤC ĐÍCH, YÊU CẦU[1 Mục đích, 2 Yêu cầu]; II GIẢI PHÁP THỰC HIỆN[]; III KINH PHÍ[]");
        assertThat(groups(plan)).isEqualTo("II GIẢI PHÁP THỰC HIỆN 2/2");
    }

    @Test
    void tasksMayHaveItemsOfTheirOwn() {
        PlanDraft plan = Reading.of("""
                KẾ HOẠCH
                Thử nghiệm

                II. NHIỆM VỤ VÀ GIẢI PHÁP
                1. Truyền thông
                - Tổ chức hội thi.
                - Đa dạng hóa hình thức:
                + Xây dựng chuyên mục.
                + In tờ rơi.
                2. Tập huấn
                a) Tập huấn cho cán bộ xã.
                b) Tập huấn cho cộng tác viên.
                """);
        assertThat(groups(plan)).isEqualTo("II.1 Truyền thông 2/3; II.2 Tập huấn 2/2");
    }

    @Test
    void attributeLinesMakeOneTaskWithItsSchedule() {
        PlanDraft plan = Reading.of("""
                KẾ HOẠCH
                Thử nghiệm

                II. NỘI DUNG
                1. Phổ biến pháp luật
                - Nội dung thực hiện: Tổ chức phổ biến.
                - Cơ quan thực hiện: Sở Tư pháp.
                - Thời gian thực hiện: Năm 2025 và các năm tiếp theo.
                """);
        assertThat(groups(plan)).isEqualTo("II.1 Phổ biến pháp luật 1/1");
        assertThat(plan.taskGroups().getFirst().tasks().getFirst().schedule())
                .isEqualTo("Năm 2025 và các năm tiếp theo");
        assertThat(plan.header().periodFrom().value()).isEqualTo("2025");
    }

    @Test
    void aJumpInTheNumberingStaysAsWritten() {
        PlanDraft plan = Reading.of("""
                KẾ HOẠCH
                Thử nghiệm

                V. TỔ CHỨC THỰC HIỆN
                1. Sở Y tế: Hướng dẫn chuyên môn.
                2. Sở Tư pháp: Trợ giúp pháp lý.
                4. Công an tỉnh: Nắm tình hình.
                """);
        assertThat(sections(plan)).isEqualTo("V TỔ CHỨC THỰC HIỆN[1 Sở Y tế, 2 Sở Tư pháp, 4 Công an tỉnh]");
    }

    @Test
    void readsSourcesOfMoneyAndTheGeneralObjective() {
        PlanDraft plan = Reading.of("""
                KẾ HOẠCH
                Thử nghiệm

                I. MỤC TIÊU
                1. Mục tiêu chung: Xây dựng gia đình no ấm, tiến bộ, hạnh phúc và văn minh.
                2. Mục tiêu cụ thể
                - Từng bước giảm dần số vụ ly hôn.
                II. KINH PHÍ THỰC HIỆN
                Từ nguồn ngân sách hằng năm; lồng ghép các chương trình; nguồn xã hội hóa và nguồn tài trợ, viện trợ; nguồn hợp pháp khác.
                """);
        assertThat(plan.generalObjectives())
                .singleElement()
                .satisfies(p -> assertThat(p.text()).startsWith("Xây dựng gia đình no ấm"));
        assertThat(plan.trends())
                .singleElement()
                .satisfies(t -> assertThat(t.direction()).isEqualTo("DOWN"));
        assertThat(plan.budgetSources().stream().map(PlanDraft.Budget::code))
                .containsExactly("STATE_BUDGET", "INTEGRATED", "SOCIALIZED", "DONOR", "OTHER_LEGAL");
    }
}
