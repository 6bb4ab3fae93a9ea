package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.toam.paper.TextExtractor;

/** Tasks in tables of the body and of the annexes; heading rows are no tasks. */
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

    private static final String ANNEX = """
            PHỤ LỤC
            DANH MỤC NHIỆM VỤ THỰC HIỆN KẾ HOẠCH
            """;

    private static String annex(String table) throws Exception {
        return lines(read(HEAD + TABLE + CLOSING + ANNEX + table).annex().groups());
    }

    private static String body(String table) throws Exception {
        return lines(read(HEAD + table + CLOSING).taskGroups());
    }

    private static String lines(List<PlanDraft.TaskGroup> groups) {
        return groups.stream()
                .map(g -> g.title() + "\n"
                        + g.tasks().stream()
                                .map(t -> "- " + t.text() + " " + t.agencies() + " " + t.schedule() + " " + t.product()
                                        + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    @Test
    void aRowWithNothingButItsWordsIsAHeadingOfTheTable() throws Exception {
        assertThat(body("""
                | TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |
                | I | Truyền thông | | |
                | 1 | Phát thanh | Sở Y tế | Tháng 6 |
                | II | Hỗ trợ nạn nhân | | |
                | 1 | Lập nhà tạm lánh | Công an tỉnh | Quý III/2026 |
                """)).isEqualTo("""
                Truyền thông
                - Phát thanh {LEAD=[Sở Y tế]} Tháng 6 null
                Hỗ trợ nạn nhân
                - Lập nhà tạm lánh {LEAD=[Công an tỉnh]} Quý III/2026 null
                """);
    }

    @Test
    void aRowAboveTheRowsNumberedBelowItIsAHeading() throws Exception {
        assertThat(body("""
                | STT | Nội dung công việc | Đơn vị thực hiện | Thời hạn |
                | 1 | Truyền thông | | |
                | 1.1 | Phát thanh | Sở Y tế | Tháng 6 |
                | 1.2 | Viết bài | Sở Tư pháp | Tháng 7 |
                | 2 | Kiểm tra | Sở Nội vụ | Tháng 8 |
                """)).isEqualTo("""
                Truyền thông
                - Phát thanh {ASSIGNED=[Sở Y tế]} Tháng 6 null
                - Viết bài {ASSIGNED=[Sở Tư pháp]} Tháng 7 null
                - Kiểm tra {ASSIGNED=[Sở Nội vụ]} Tháng 8 null
                """);
    }

    @Test
    void theTasksOfAnAnnexAreReadWithWhoWhenAndWhatComesOut() throws Exception {
        assertThat(annex("""
                | TT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Sản phẩm |
                | A | Truyền thông | | | | |
                | 1 | Xây dựng tài liệu | Sở Y tế | Sở Tư pháp, Công an tỉnh | Quý II/2026 | Bộ tài liệu |
                | 2 | Tổ chức tập huấn cộng tác viên | Sở Y tế | | 30/6/2026 | Lớp học |
                """)).isEqualTo("""
                Truyền thông
                - Xây dựng tài liệu {LEAD=[Sở Y tế], COORDINATE=[Sở Tư pháp, Công an tỉnh]} Quý II/2026 Bộ tài liệu
                """);
    }

    @Test
    void columnsAreKnownByTheirHeadsInAnyOrder() throws Exception {
        assertThat(annex("""
                | Số TT | Tên nhiệm vụ | Kết quả, sản phẩm đầu ra | Tiến độ | Đơn vị phối hợp | Đơn vị chủ trì |
                | 1 | Xây dựng tài liệu | Bộ tài liệu | Tháng 9/2026 | Sở Tư pháp | Sở Y tế |
                | 2 | Khảo sát hộ gia đình | Báo cáo khảo sát | 15/10/2026 | Các sở, ngành | Thống kê tỉnh |
                """)).startsWith("""
                DANH MỤC NHIỆM VỤ THỰC HIỆN KẾ HOẠCH
                - Xây dựng tài liệu {LEAD=[Sở Y tế], COORDINATE=[Sở Tư pháp]} Tháng 9/2026 Bộ tài liệu
                - Khảo sát hộ gia đình""");
    }

    @Test
    void aTableGoesOnBehindAPageWithItsHeadAgain() throws Exception {
        assertThat(annex("""
                | TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |
                | 1 | Xây dựng tài liệu truyền thông về | Sở Y tế | Tháng 9/2026 |
                | TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |
                |  | phòng, chống bạo lực gia đình | | |
                | 2 | Khảo sát hộ gia đình | Công an tỉnh | 15/10/2026 |
                """)).isEqualTo("""
                DANH MỤC NHIỆM VỤ THỰC HIỆN KẾ HOẠCH
                - Xây dựng tài liệu truyền thông về phòng, chống bạo lực gia đình {LEAD=[Sở Y tế]} Tháng 9/2026 null
                - Khảo sát hộ gia đình {LEAD=[Công an tỉnh]} 15/10/2026 null
                """);
    }

    @Test
    void aTaskOfAnAnnexHasItsPlaceInThePaperAndItsDay() throws Exception {
        String text = HEAD + CLOSING + ANNEX + TABLE;
        PlanDraft plan = read(text);
        PlanDraft.Task task = plan.annex().groups().getFirst().tasks().getFirst();
        assertThat(text.substring(task.evidence().start(), task.evidence().end()))
                .startsWith("Tổ chức tập huấn cộng tác viên")
                .contains("Sở Y tế");
        assertThat(plan.annex().deadlines())
                .extracting(PlanDraft.Deadline::lastDay)
                .containsExactly("2026-06-30", "2026-09-30");
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
