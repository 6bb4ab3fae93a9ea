package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.language.Evidence;

/** Whether a text is a plan, and what it is otherwise; nothing read from another kind of text is sure. */
class RecogniserTest {
    private static final String BODY =
            "\n- 90% hộ gia đình đạt danh hiệu gia đình văn hóa.\nSở Y tế chủ trì, phối hợp với Công an tỉnh báo cáo trước ngày 15/12 theo Luật Trẻ em.\n";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            BÁO CÁO⏎Kết quả công tác gia đình năm 2025⏎I. KẾT QUẢ | REPORT
            THÔNG TƯ⏎Quy định chế độ báo cáo⏎Điều 1. Phạm vi | CIRCULAR
            NGHỊ ĐỊNH⏎Quy định chi tiết⏎Điều 1. Phạm vi | CIRCULAR
            LUẬT⏎TRẺ EM⏎Chương I⏎Điều 1. Phạm vi | LAW
            CHỈ THỊ⏎Về tăng cường phòng, chống bạo lực gia đình | DIRECTIVE
            CÔNG ĐIỆN⏎Về ứng phó mưa lũ | TELEGRAM
            TỜ TRÌNH⏎Về việc ban hành Kế hoạch năm 2026 | SUBMISSION
            THÔNG BÁO⏎Kết luận của Chủ tịch | NOTICE
            GIẤY MỜI⏎Dự hội nghị triển khai kế hoạch | INVITATION
            BIÊN BẢN⏎Họp thôn | MINUTES
            HỢP ĐỒNG⏎Thuê nhà | CONTRACT
            ĐƠN XIN LY HÔN⏎Kính gửi: Tòa án nhân dân | FORM
            PHIẾU THU THẬP THÔNG TIN⏎Họ và tên: | FORM
            DANH SÁCH⏎Hộ gia đình văn hóa | LIST
            THỜI KHÓA BIỂU⏎Thứ hai: Toán, Văn | LIST
            QUY CHẾ⏎Làm việc của Ban Chỉ đạo | RULES
            QUYẾT ĐỊNH⏎Về việc bổ nhiệm cán bộ⏎Điều 1. Bổ nhiệm | DECISION
            BÀI PHÁT BIỂU⏎Tại lễ kỷ niệm | SPEECH
            V/v báo cáo số liệu⏎Kính gửi: Sở Y tế | LETTER
            Trời sáng dần. Bà cụ ngồi bên bếp lửa, kể chuyện ngày xưa cho lũ trẻ nghe. | OTHER
            Chợ phiên họp vào sáng chủ nhật, người bán kẻ mua tấp nập. | OTHER
            BÁO CÁO⏎Sơ kết 6 tháng⏎I. KẾT QUẢ⏎II. PHƯƠNG HƯỚNG⏎KẾ HOẠCH⏎1. Mục tiêu | REPORT
            """)
    void otherDocumentsAreNamedAndNothingInThemIsSure(String head, Recognition.Kind kind) {
        PlanDraft draft = Reading.of(head.replace("⏎", "\n") + BODY);

        assertThat(draft.kind().kind()).isEqualTo(kind);
        assertThat(draft.kind().plan()).isFalse();
        assertThat(draft.warnings().getFirst().key()).isEqualTo(draft.kind().messageKey());
        assertThat(confidences(draft)).isNotEmpty().allMatch(c -> c < 0.5);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            KẾ HOẠCH⏎Công tác gia đình năm 2026⏎I. MỤC TIÊU⏎1. Mục tiêu cụ thể
            UBND XÃ MẪU A⏎Số: 5/KH-UBND⏎Mẫu A, ngày 02 tháng 02 năm 2026⏎KẾ HOẠCH⏎Công tác gia đình
            Số: 5/KH-UBND⏎Mẫu A, ngày 02 tháng 02 năm 2026⏎CÔNG TÁC GIA ĐÌNH NĂM 2026⏎I. MỤC TIÊU⏎II. NHIỆM VỤ⏎1. Tuyên truyền⏎III. TỔ CHỨC THỰC HIỆN
            CHƯƠNG TRÌNH HÀNH ĐỘNG⏎Thực hiện Nghị quyết về gia đình⏎I. MỤC TIÊU
            CHƯƠNG TRÌNH⏎Phòng, chống bạo lực gia đình⏎I. MỤC ĐÍCH
            ĐỀ ÁN⏎Nâng cao chất lượng gia đình⏎I. MỤC TIÊU
            PHƯƠNG ÁN⏎Ứng phó thiên tai⏎I. MỤC ĐÍCH
            KẾ HOẠCH LIÊN TỊCH⏎Phối hợp công tác gia đình⏎I. MỤC ĐÍCH
            KẾ HOẠCH HÀNH ĐỘNG⏎Về bình đẳng giới⏎I. MỤC TIÊU
            QUYẾT ĐỊNH⏎Ban hành Kế hoạch công tác gia đình⏎Điều 1. Ban hành kèm theo⏎KẾ HOẠCH⏎Công tác gia đình⏎I. MỤC TIÊU
            TRƯỜNG THCS MẪU⏎Số: 7/KH-THCS⏎Mẫu, ngày 02 tháng 02 năm 2026⏎KẾ HOẠCH⏎Phòng, chống bạo lực học đường
            NGHỊ QUYẾT⏎Thông qua kế hoạch⏎Điều 1. Thông qua⏎KẾ HOẠCH⏎Phát triển gia đình⏎I. MỤC TIÊU
            UBND tỉnh Mẫu vừa ban hành Kế hoạch số 9/KH-UBND về công tác gia đình năm 2026.
            """)
    void plansAreTakenForPlans(String head) {
        PlanDraft draft = Reading.of(head.replace("⏎", "\n") + BODY);

        assertThat(draft.kind().plan()).isTrue();
        assertThat(confidences(draft)).anyMatch(c -> c >= 0.9);
    }

    static Stream<Double> confidences(PlanDraft d) {
        return Stream.of(
                        d.targets().stream().map(PlanDraft.Target::evidence),
                        d.citations().stream().map(PlanDraft.Citation::evidence),
                        d.agencies().stream().map(PlanDraft.Agency::evidence),
                        d.deadlines().stream().map(PlanDraft.Deadline::evidence),
                        d.taskGroups().stream().map(PlanDraft.TaskGroup::evidence),
                        d.sections().stream().map(PlanDraft.Section::evidence))
                .flatMap(s -> s)
                .map(Evidence::confidence);
    }
}
