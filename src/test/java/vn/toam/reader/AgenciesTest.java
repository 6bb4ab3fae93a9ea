package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and roles of agencies; roles by initial: Lead, Coordinate, Advise, Assigned (A too), Requested. */
class AgenciesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1. Sở Văn hóa, Thể thao và Du lịch⏎- Chủ trì, phối hợp với Sở Y tế và các đơn vị liên quan hướng dẫn.⏎2. Sở Y tế⏎- Hướng dẫn chuyên môn. | Sở Văn hóa, Thể thao và Du lịch=LA; Sở Y tế=CA
            1. Sở Lao động - Thương binh và Xã hội⏎- Chủ trì tham mưu triển khai chương trình. | Sở Lao động - Thương binh và Xã hội=LAA
            1. Sở Giáo dục và Đào tạo: Tăng cường sự phối hợp giữa gia đình và nhà trường.⏎2. Sở Y tế: Phối hợp với Công an tỉnh kiểm tra. | Sở Giáo dục và Đào tạo=A; Sở Y tế=CA; Công an tỉnh=C
            1. Sở Nội vụ chịu trách nhiệm theo dõi, đôn đốc.⏎2. Sở Tài chính có trách nhiệm bố trí kinh phí. | Sở Nội vụ=A; Sở Tài chính=A
            1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, Hội Nông dân tỉnh và các tổ chức thành viên của Mặt trận⏎- Tuyên truyền, vận động hội viên. | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh=R; Hội Nông dân tỉnh=R; các tổ chức thành viên của Mặt trận=R
            1. Báo và Phát thanh, Truyền hình Cần Thơ⏎- Mở chuyên mục. | Báo và Phát thanh, Truyền hình Cần Thơ=A
            1. Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh⏎- Nắm chắc tình hình. | Công an tỉnh=A; Bộ Chỉ huy Quân sự tỉnh=A
            1. Ủy ban nhân dân các xã, phường, đặc khu⏎- Bố trí nguồn lực.⏎2. Sở Y tế⏎- Phối hợp với Ủy ban nhân dân các phường, xã, đặc khu thực hiện. | Ủy ban nhân dân các xã, phường, đặc khu=CA; Sở Y tế=CA
            1. Phòng Văn hóa và Thông tin huyện⏎- Kiểm tra.⏎Giao Phòng VH&TT huyện chủ trì theo dõi. | Phòng Văn hóa và Thông tin huyện=LA
            1. Sở Nội vụ (Cơ quan thường trực Ban Vì sự tiến bộ phụ nữ):⏎- Tổng hợp báo cáo. | Sở Nội vụ=A
            1. Sở Y tế⏎- Hướng dẫn.⏎Trong quá trình thực hiện nếu có vướng mắc, đề nghị các đơn vị phản ánh về Sở Y tế. | Sở Y tế=A
            """)
    void readsWhoDoesWhat(String lines, String expected) {
        assertThat(Reading.roles(Reading.implementation(lines))).isEqualTo(expected);
    }

    @Test
    void workOnTheHeadingsOwnLineIsADuty() {
        PlanDraft plan = Reading.implementation(
                "1. Sở Nội vụ, Sở Tài chính: Bố trí kinh phí thực hiện kế hoạch.⏎2. Sở Y tế⏎- Hướng dẫn chuyên môn.");

        assertThat(plan.duties().getFirst().items())
                .extracting(PlanDraft.Passage::text)
                .containsExactly("Bố trí kinh phí thực hiện kế hoạch.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            - Cơ quan thực hiện: Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp, Ủy ban nhân dân phường, xã, đặc khu. | Sở Nội vụ=LA; Sở Tư pháp=C; Ủy ban nhân dân phường, xã, đặc khu=C
            - Cơ quan thực hiện: Sở Giáo dục và Đào tạo và Sở Y tế chủ trì. | Sở Giáo dục và Đào tạo=LA; Sở Y tế=LA
            - Đơn vị chủ trì: Sở Nội vụ, Sở Tài chính.⏎- Cơ quan phối hợp: Bảo hiểm xã hội tỉnh. | Sở Nội vụ=LA; Sở Tài chính=LA; Bảo hiểm xã hội tỉnh=C
            - Giao cho Trung tâm Văn hóa huyện xây dựng chuyên mục. | Trung tâm Văn hóa huyện=A
            """)
    void readsRolesInTasks(String lines, String expected) {
        PlanDraft plan = Reading.of(
                "KẾ HOẠCH\nThử nghiệm\n\nI. MỤC ĐÍCH\n- Nâng cao.\nII. NHIỆM VỤ\n1. Tuyên truyền\n- Nội dung: Phổ biến pháp luật.\n"
                        + lines.replace("⏎", "\n") + "\n");
        assertThat(Reading.roles(plan)).isEqualTo(expected);
    }
}
