package vn.toam.output;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.letter.Letter;
import vn.toam.letter.Series;
import vn.toam.output.Report.Figure;
import vn.toam.output.Report.Progress;
import vn.toam.output.Report.Prose;
import vn.toam.output.Report.Score;
import vn.toam.output.Report.Source;
import vn.toam.output.Report.Standing;
import vn.toam.output.Report.TaskGroup;

/** A report with everything in it, in the shape of the Tân Yên programme; its figures are made up. */
final class SampleReport {

    static final String PLAN =
            "Kế hoạch triển khai thực hiện Chỉ thị số 06-CT/TW ngày 24/6/2021 của Ban Bí thư về tăng cường"
                    + " sự lãnh đạo của Đảng đối với công tác xây dựng gia đình trong tình hình mới (giai đoạn 2021-2030)";

    private SampleReport() {}

    static Report full() {
        return new Report(
                "tan-yen",
                2024,
                new Letter.Letterhead(
                        "",
                        "ỦY BAN NHÂN DÂN\nHUYỆN TÂN YÊN",
                        "Ủy ban nhân dân huyện Tân Yên",
                        "",
                        "BC-UBND",
                        "Tân Yên",
                        null),
                "kết quả công tác gia đình trên địa bàn huyện Tân Yên năm 2024",
                PLAN,
                List.of(
                        "Kế hoạch số 541/KH-UBND ngày 12/02/2022 của Ủy ban nhân dân tỉnh Bắc Giang",
                        "Kế hoạch số 49-KH/HU ngày 30/9/2021 của Huyện ủy Tân Yên"),
                new Prose(
                        "overview",
                        "Năm 2024, công tác gia đình tiếp tục được các cấp ủy đảng, chính quyền quan tâm chỉ đạo."
                                + " Ban Chỉ đạo được kiện toàn từ huyện đến cơ sở.\nCác xã, thị trấn đã đưa mục tiêu xây dựng"
                                + " gia đình vào kế hoạch phát triển kinh tế - xã hội của địa phương.",
                        3),
                groups(),
                scores(),
                new Series(
                        "Tỷ lệ hộ đạt danh hiệu Gia đình văn hóa",
                        "%",
                        List.of(
                                point("2020", "84.1"),
                                point("2021", "85.6"),
                                point("2022", null),
                                point("2023", "88.2"),
                                point("2024", "90.35")),
                        new BigDecimal("80")),
                figures(),
                new Report.Received(21, 22, LocalDate.of(2024, 12, 1), List.of()),
                List.of(),
                Report.Kept.NOTHING,
                new Prose(
                        "difficulties",
                        "Người làm công tác gia đình ở cơ sở kiêm nhiệm, hay thay đổi; kinh phí còn hạn chế.",
                        1),
                new Prose("proposals", "", 0),
                new Prose(
                        "directions",
                        "Tiếp tục tuyên truyền pháp luật về gia đình, nhân rộng mô hình phòng, chống bạo lực gia đình.",
                        1),
                List.of("UBND tỉnh Bắc Giang", "Sở VHTTDL tỉnh", "TT Huyện ủy, HĐND huyện", "Lưu: VT, VHTT"),
                new Letter.Signature(List.of("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", ""),
                List.of(
                        new Source(
                                "Xã An Dương",
                                "Mẫu số 03",
                                "Đã chấp nhận",
                                LocalDate.of(2024, 11, 28),
                                "/collection/1"),
                        new Source("Xã Cao Xá", "Mẫu số 03", "Chưa gửi", null, "")),
                true);
    }

    /** The same programme before anybody has written or reported anything. */
    static Report empty() {
        Report full = full();
        return new Report(
                full.slug(),
                full.year(),
                new Letter.Letterhead(
                        "UBND TỈNH ĐIỆN BIÊN",
                        "BAN CHỈ ĐẠO CÔNG TÁC GIA ĐÌNH",
                        "Ban Chỉ đạo công tác gia đình tỉnh Điện Biên",
                        "7",
                        "BC-BCĐ",
                        "Điện Biên",
                        LocalDate.of(2025, 2, 5)),
                "kết quả công tác gia đình năm 2024",
                "Kế hoạch số 82/KH-BCĐ",
                List.of(),
                blank("overview"),
                List.of(new TaskGroup("Tuyên truyền", blank("group:1"), List.of())),
                List.of(),
                null,
                List.of(),
                new Report.Received(0, 10, LocalDate.of(2024, 12, 1), List.of()),
                List.of(),
                Report.Kept.NOTHING,
                blank("difficulties"),
                blank("proposals"),
                blank("directions"),
                List.of("Như trên", "Lưu: VT"),
                new Letter.Signature(List.of("TM. BAN CHỈ ĐẠO"), "TRƯỞNG BAN", ""),
                List.of(),
                false);
    }

    private static Prose blank(String section) {
        return new Prose(section, "", 0);
    }

    private static Series.Point point(String label, @Nullable String value) {
        return new Series.Point(label, value == null ? null : new BigDecimal(value));
    }

    private static List<TaskGroup> groups() {
        return List.of(
                new TaskGroup(
                        "Tuyên truyền nâng cao nhận thức, ý thức trách nhiệm về công tác xây dựng gia đình",
                        new Prose("group:III.1", "Công tác tuyên truyền được đổi mới về hình thức.", 1),
                        List.of(
                                new Progress(
                                        "Đổi mới hình thức tuyên truyền",
                                        "Trung tâm Văn hóa - Thông tin và Thể thao",
                                        "đang thực hiện",
                                        "Phát 48 chuyên mục trên hệ thống truyền thanh.",
                                        LocalDate.of(2024, 10, 4)),
                                new Progress(
                                        "Tuyên truyền tại trường học",
                                        "Phòng Giáo dục và Đào tạo",
                                        "hoàn thành",
                                        "=Đưa kiến thức gia đình vào ngoại khóa ở 100% trường",
                                        LocalDate.of(2024, 11, 20)))),
                new TaskGroup(
                        "Tăng cường lãnh đạo, chỉ đạo đối với công tác xây dựng gia đình",
                        blank("group:III.2"),
                        List.of()));
    }

    private static List<Score> scores() {
        return List.of(
                new Score(
                        "Hộ được công nhận và giữ vững danh hiệu Gia đình văn hóa",
                        "≥ 80%",
                        "%",
                        new BigDecimal("90.35"),
                        new BigDecimal("88.2"),
                        Standing.MET,
                        "90,35% không thấp hơn 80%.",
                        21,
                        22,
                        false),
                new Score(
                        "Tỷ lệ hộ nghèo dưới 1% và thấp hơn bình quân của tỉnh",
                        "< 1%",
                        "%",
                        new BigDecimal("1.2"),
                        new BigDecimal("1.46"),
                        Standing.BEHIND,
                        "1,2% chưa thấp hơn 1%.",
                        22,
                        22,
                        false),
                new Score(
                        "Trường học đưa kiến thức về gia đình vào hoạt động ngoại khóa",
                        "100%",
                        "%",
                        null,
                        null,
                        Standing.NO_DATA,
                        "chưa đơn vị nào gửi số liệu.",
                        0,
                        22,
                        false));
    }

    private static List<Figure> figures() {
        return List.of(
                figure("Hộ gia đình", "Tổng số hộ gia đình", "hộ", "46210", "45873", "337"),
                figure("Hộ gia đình", "Hộ chỉ có cha hoặc mẹ và con", "hộ", "3811", null, null),
                figure("Bạo lực gia đình", "Số vụ bạo lực gia đình", "vụ", "5", "9", "-1"),
                figure("Bạo lực gia đình", "Người bị bạo lực được tư vấn", "người", "0", "2", "-2"));
    }

    private static Figure figure(
            String group,
            String label,
            String unit,
            @Nullable String value,
            @Nullable String lastYear,
            @Nullable String change) {
        return new Figure(
                group,
                label,
                unit,
                value == null ? null : new BigDecimal(value),
                lastYear == null ? null : new BigDecimal(lastYear),
                change == null ? null : new BigDecimal(change),
                21,
                22);
    }
}
