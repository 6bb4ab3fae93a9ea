package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            II. NỘI DUNG⏎1. Phạm vi⏎Cơ chế thực hiện⏎Chương trình sử dụng ngân sách của tỉnh.⏎2. Thời gian⏎Cả năm.⏎III. TỔ CHỨC THỰC HIỆN | II NỘI DUNG[1 Phạm vi, 2 Thời gian]; III TỔ CHỨC THỰC HIỆN[]
            II. NỘI DUNG⏎1. Truyền thông⏎Phần mềm do Sở Y tế cung cấp.⏎2. Tập huấn⏎- Mở lớp. | II NỘI DUNG[1 Truyền thông, 2 Tập huấn]
            CHƯƠNG II⏎NHIỆM VỤ⏎1. Truyền thông⏎- Tổ chức hội thi. | CHƯƠNG II NHIỆM VỤ[1 Truyền thông]
            II. NHIỆM VỤ⏎1.⏎Công tác vệ sinh⏎- Thu gom rác.⏎2.⏎Công tác truyền thông⏎- Truyền thông. | II NHIỆM VỤ[1 Công tác vệ sinh, 2 Công tác truyền thông]
            II.⏎NHIỆM VỤ⏎1. Truyền thông⏎- Tổ chức hội thi. | II NHIỆM VỤ[1 Truyền thông]
            II. THỜI GIAN VÀ PHẠM VI⏎1. Thời gian: từ nay đến năm 2031.⏎2. Phạm vi: toàn tỉnh. | II THỜI GIAN VÀ PHẠM VI[1 Thời gian, 2 Phạm vi]
            II. NHIỆM VỤ⏎1. Tổ chức hội thi tìm hiểu pháp luật.⏎2. In tờ rơi gồm các loại: lớn, nhỏ.⏎3. Tập huấn cho cán bộ. | II NHIỆM VỤ[]
            II. NHIỆM VỤ⏎1. Tiếp tục thực hiện Chương trình giai đoạn 2021⏎- 2030 trên địa bàn tỉnh.⏎2. Tập huấn cho cán bộ. | II NHIỆM VỤ[]
            II. NHIỆM VỤ⏎1. Tiếp tục thực hiện Chương trình giai đoạn 2021 -⏎2030 trên địa bàn tỉnh.⏎2. Tập huấn cho cán bộ. | II NHIỆM VỤ[]
            II. NHIỆM VỤ⏎- Ưu tiên các địa bàn cấp độ⏎1. Cấp ngay nhu yếu phẩm cho dân.⏎- Tập huấn. | II NHIỆM VỤ[]
            II. NHIỆM VỤ⏎1. Truyền thông⏎- Phối hợp với Sở Lao động⏎- Thương binh và Xã hội tập huấn.⏎- Tổ chức hội thi. | II NHIỆM VỤ[1 Truyền thông]
            II. NHIỆM VỤ⏎1. Rà soát.⏎2. Tập huấn.⏎3. Truyền thông.⏎(Chi tiết tại Phụ lục kèm theo) | II NHIỆM VỤ[]
            III. TỔ CHỨC THỰC HIỆN⏎1. Đề nghị các cấp ủy Đảng và các tổ chức chính trị - xã hội của tỉnh trên địa bàn toàn tỉnh: Phối hợp.⏎2. Sở Y tế: Hướng dẫn. | III TỔ CHỨC THỰC HIỆN[1 Đề nghị các cấp ủy Đảng và các tổ chức chính trị - xã hội của tỉnh trên địa bàn toàn tỉnh, 2 Sở Y tế]
            """)
    void headingsAreToldByTheirPlaceNotByTheirFirstWord(String lines, String expected) {
        assertThat(sections(Reading.year2026(lines))).isEqualTo("I MỤC ĐÍCH[]; " + expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            II. NHIỆM VỤ⏎1. Về dữ liệu⏎a) Nhiệm vụ:⏎- Rà soát dữ liệu.⏎- Chuẩn hóa dữ liệu.⏎b) Cơ quan thực hiện: Sở Y tế.⏎c) Thời gian thực hiện: Thường xuyên. ; II.1 2
            II. NHIỆM VỤ⏎1. Về dữ liệu⏎a) Nhiệm vụ: Rà soát dữ liệu.⏎b) Cơ quan thực hiện: Sở Y tế. ; II.1 1
            II. NỘI DUNG⏎|STT|Nội dung|Thời gian|Đơn vị chủ trì|⏎|1|Kiểm tra tại xã A|Tháng 8/2026|Sở Y tế|⏎|2|Kiểm tra tại xã B|Tháng 9/2026|Sở Y tế| ; II 2
            II. NỘI DUNG⏎1. Phạm vi: toàn tỉnh.⏎2. Truyền thông⏎- Hội thi.⏎- Tờ rơi.⏎3. Tập huấn⏎- Mở lớp. ; II.2 2, II.3 1
            II. TÌNH HÌNH THỰC HIỆN NHIỆM VỤ NĂM 2025⏎1. Kết quả⏎- Đã tổ chức 5 lớp.⏎III. NHIỆM VỤ NĂM 2026⏎1. Tập huấn⏎- Mở lớp. ; III.1 1
            II. NHIỆM VỤ⏎1. Truyền thông⏎- Tiếp tục thực hiện giai đoạn 2021⏎- 2030.⏎- Hội thi. ; II.1 2
            """)
    void groupsHoldTasksAndNothingElse(String lines, String expected) {
        assertThat(Reading.year2026(lines).taskGroups().stream()
                        .map(g -> g.no() + " " + g.tasks().size())
                        .toList())
                .containsExactly(expected.split(", "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            II. NỘI DUNG⏎|STT|Nội dung|Thời gian|Đơn vị chủ trì|Đơn vị phối hợp|⏎|1|Hội thi|Tháng 8/2026|Sở Y tế|Công an tỉnh, Sở Tư pháp| ; {LEAD=[Sở Y tế], COORDINATE=[Công an tỉnh, Sở Tư pháp]} Tháng 8/2026
            II. NHIỆM VỤ⏎1. Truyền thông⏎- Hội thi.⏎Đơn vị chủ trì: Sở Y tế.⏎Thời gian thực hiện: Quý II/2026.⏎- Tờ rơi. ; {LEAD=[Sở Y tế]} Quý II/2026
            II. NHIỆM VỤ⏎1. Truyền thông⏎- Nội dung: Hội thi.⏎- Cơ quan thực hiện: Sở Y tế.⏎- Thời gian thực hiện: Năm 2026. ; {ASSIGNED=[Sở Y tế]} Năm 2026
            II. NHIỆM VỤ⏎1. Truyền thông⏎a) Nhiệm vụ:⏎- Hội thi.⏎b) Cơ quan chủ trì: Sở Y tế.⏎c) Thời gian thực hiện: Quý II/2026. ; {LEAD=[Sở Y tế]} Quý II/2026
            II. NHIỆM VỤ⏎1. Truyền thông⏎- Hội thi.⏎- Tờ rơi. ; {} null
            """)
    void aTaskHasTheAgenciesAndTheTimeOfItsOwnLines(String lines, String expected) {
        PlanDraft.Task task =
                Reading.year2026(lines.strip()).taskGroups().getFirst().tasks().getFirst();
        assertThat(task.agencies() + " " + task.schedule()).isEqualTo(expected);
    }

    @Test
    void aSectionOfAgenciesIsNoGroupOfTasksBesideOthers() {
        String agencies = "NHIỆM VỤ CỤ THỂ⏎1. Sở Y tế⏎- Hướng dẫn.⏎2. Sở Tư pháp⏎- Tập huấn.";

        assertThat(Reading.year2026("II. GIẢI PHÁP⏎1. Truyền thông⏎- Hội thi.⏎III. " + agencies)
                        .taskGroups())
                .extracting(PlanDraft.TaskGroup::no)
                .containsExactly("II.1");
        assertThat(Reading.year2026("II. " + agencies).taskGroups())
                .extracting(PlanDraft.TaskGroup::byAgency)
                .containsExactly(true, true);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            I. KHEN⏎1. Cấp tỉnh: Sở Nội vụ trình.⏎2. Cấp xã⏎- Xét khen.⏎3. Giấy khen của đơn vị; của xã: Tự xét theo thẩm quyền. | I KHEN[1 Cấp tỉnh, 2 Cấp xã, 3 Giấy khen của đơn vị; của xã]
            I. NHIỆM VỤ⏎1. Nhiệm vụ 1: Truyền thông⏎- Phát tờ rơi.⏎2. Nhiệm vụ 2: Tư vấn⏎- Mở điểm. | I NHIỆM VỤ[1 Nhiệm vụ 1: Truyền thông, 2 Nhiệm vụ 2: Tư vấn]
            I. NHIỆM VỤ⏎1. Nội dung 1: Phát tờ rơi cho các hộ trong xã.⏎2. Nội dung 2: Mở điểm tư vấn. | I NHIỆM VỤ[1 Nội dung 1, 2 Nội dung 2]
            I. DỰ ÁN⏎1. Tiểu dự án 1: Nhà ở⏎- Sửa nhà.⏎2. Tiểu dự án 2: Nước sạch⏎- Đặt ống. | I DỰ ÁN[1 Tiểu dự án 1: Nhà ở, 2 Tiểu dự án 2: Nước sạch]
            I- MỤC ĐÍCH⏎1- Nâng cao nhận thức⏎Người dân hiểu luật.⏎2- Huy động lực lượng⏎Các ngành tham gia. | I MỤC ĐÍCH[1 Nâng cao nhận thức, 2 Huy động lực lượng]
            I. MỤC ĐÍCH⏎1- Mục đích⏎- Hiểu luật.⏎2- Yêu cầu⏎- Thiết thực. | I MỤC ĐÍCH[1 Mục đích, 2 Yêu cầu]
            I. MỤC ĐÍCH⏎- Giúp 5- 10 hộ thoát nghèo.⏎- Hiểu luật. | I MỤC ĐÍCH[]
            Phần thứ nhất⏎TÌNH HÌNH⏎I. ĐẶC ĐIỂM⏎- Xã đông dân.⏎Phần thứ hai⏎NỘI DUNG⏎I. NHIỆM VỤ⏎- Phát tờ rơi. | Phần thứ nhất TÌNH HÌNH[I ĐẶC ĐIỂM]; Phần thứ hai NỘI DUNG[I NHIỆM VỤ]
            I. TỔ CHỨC THỰC HIỆN⏎1. Trạm Y tế⏎- Tư vấn.⏎2. Công an xã⏎- Bảo vệ.⏎3. Trường học⏎- Dạy.⏎4. Người dân các thôn tham gia cùng chính quyền trong mọi việc từ tuyên truyền, vận động, hòa giải đến giúp đỡ người bị bạo lực ở nơi mình sống và làm việc. | I TỔ CHỨC THỰC HIỆN[1 Trạm Y tế, 2 Công an xã, 3 Trường học]
            I. TỔ CHỨC THỰC HIỆN⏎1. Trạm Y tế⏎- Tư vấn.⏎2. Công an xã⏎- Bảo vệ.⏎3. Trường học: Dạy kỹ năng. | I TỔ CHỨC THỰC HIỆN[1 Trạm Y tế, 2 Công an xã, 3 Trường học]
            I. NHIỆM VỤ⏎1. Truyền thông: Phát tờ rơi.⏎2. Tư vấn: Mở điểm. | I NHIỆM VỤ[1 Truyền thông, 2 Tư vấn]
            I. YÊU CẦU⏎1. Bảo đảm thiết thực, đúng luật.⏎2. Tránh hình thức, lãng phí. | I YÊU CẦU[]
            """)
    void headingsByTheirPlaceAndTheirNeighbours(String lines, String expected) {
        assertThat(sections(Reading.of("KẾ HOẠCH\nThử nghiệm\n\n" + lines.replace("⏎", "\n") + "\n")))
                .isEqualTo(expected);
    }
}
