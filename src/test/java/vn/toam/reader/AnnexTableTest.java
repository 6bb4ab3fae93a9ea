package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.toam.paper.TextExtractor;

/** Tasks in a table of the body are read; that those of an annex are not is said. */
class AnnexTableTest {

    private static final String HEAD = """
            ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN
            Số: 77/KH-UBND
            Điện Biên, ngày 05 tháng 01 năm 2026
            KẾ HOẠCH
            Công tác gia đình năm 2026
            I. MỤC TIÊU
            - Từ 90% hộ gia đình trở lên thực hiện bộ tiêu chí ứng xử.
            II. NHIỆM VỤ
            """;
    private static final String TABLE = """
            | TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |
            | 1 | Tổ chức tập huấn cộng tác viên | Sở Y tế | 30/6/2026 |
            | 2 | Rà soát hương ước, quy ước | Sở Tư pháp | Quý III/2026 |
            """;
    private static final String CLOSING = """
            III. TỔ CHỨC THỰC HIỆN
            1. Sở Văn hóa, Thể thao và Du lịch
            - Theo dõi, đôn đốc.
            Nơi nhận:
            - Sở Y tế;
            - Lưu: VT.
            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH
            Nguyễn Văn Mẫu
            """;

    private static PlanDraft read(String text) throws Exception {
        return PlanReader.standard().read(TextExtractor.fromPasted(text));
    }

    @Test
    void aTableOfTheBodyIsRead() throws Exception {
        PlanDraft plan = read(HEAD + TABLE + CLOSING);
        assertThat(plan.taskGroups().stream().flatMap(group -> group.tasks().stream()))
                .extracting(task -> task.text())
                .contains("Tổ chức tập huấn cộng tác viên", "Rà soát hương ước, quy ước");
        assertThat(plan.warnings()).extracting(note -> note.key()).doesNotContain("reader.annexTable");
    }

    @Test
    void aTableBehindTheRecipientsIsTold() throws Exception {
        String annexed =
                HEAD + "Các nhiệm vụ theo Phụ lục kèm theo.\n" + CLOSING + "PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n" + TABLE;
        assertThat(read(annexed).warnings()).extracting(note -> note.key()).contains("reader.annexTable");
        assertThat(read(HEAD + CLOSING).warnings())
                .extracting(note -> note.key())
                .doesNotContain("reader.annexTable");
    }
}
