package vn.toam.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toam.letter.Block;
import vn.toam.letter.Citation;
import vn.toam.letter.Letter;
import vn.toam.output.Report.Figure;
import vn.toam.output.Report.Progress;
import vn.toam.output.Report.Prose;
import vn.toam.output.Report.TaskGroup;
import vn.toam.submission.SubmissionStatus;

/** The report as a strict registry clerk reads it: no sentence that the data does not carry, every result with its task, who and when. */
class ReportLayoutTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void whatNobodyWroteIsSaidToBeUnwrittenAndClaimsNothing() {
        assertThat(said(report(List.of(), List.of(), 0)))
                .contains("[Phần này chưa viết.]")
                .doesNotContain("Chưa ghi nhận khó khăn", "Không có đề xuất", "không đặt chỉ tiêu");
    }

    @Test
    void whatAgenciesReportedAsDifficultyStandsAmongTheDifficulties() {
        Progress blocked =
                new Progress("Mở lớp tập huấn", "Sở Y tế tỉnh Điện Biên", "gặp vướng mắc", "Chưa có kinh phí.", DAY);

        assertThat(said(report(List.of(), List.of(blocked), 0)))
                .contains("báo cáo 1 vướng mắc", "Sở Y tế tỉnh Điện Biên: Chưa có kinh phí (nhiệm vụ “Mở lớp tập huấn”")
                .satisfies(text -> assertThat(text.substring(text.indexOf("1. Khó khăn"), text.indexOf("2. Đề xuất")))
                        .contains("Chưa có kinh phí")
                        .doesNotContain("chưa viết"));
    }

    @Test
    void aResultNamesItsTaskWhoAndWhen() {
        Progress done = new Progress(
                "Tổ chức Ngày Gia đình Việt Nam;",
                "Sở Văn hóa",
                "hoàn thành",
                "Đã tổ chức 12 buổi\nvới 900 người.",
                DAY);

        assertThat(said(report(List.of(new TaskGroup("Truyền thông", none("group:1"), List.of(done))), List.of(), 0)))
                .contains(
                        "Tổ chức Ngày Gia đình Việt Nam",
                        "Sở Văn hóa – Đã tổ chức 12 buổi; với 900 người; hoàn thành",
                        "20/11/2026");
    }

    @Test
    void aLongTableStandsInAnAnnexWithItsHead() throws IOException {
        Report report = report(List.of(), List.of(), 111);

        assertThat(said(report)).contains("chi tiết tại Phụ lục I").doesNotContain("Dòng 111");
        assertThat(word(report)).contains("Phụ lục I", "(Kèm theo Báo cáo số", "Dòng 111");
        assertThat(word(report).indexOf("Phụ lục I\n"))
                .isGreaterThan(word(report).indexOf("Nơi nhận"));
        assertThat(ReportLayout.letter(report(List.of(), List.of(), 20)).annexes())
                .isEmpty();
    }

    @Test
    void theSignersNameStandsUnderThePost() throws IOException {
        Report full = report(List.of(), List.of(), 1);

        assertThat(word(full)).contains("PHÓ CHỦ TỊCH").contains("(Họ và tên mẫu)");
    }

    @ParameterizedTest
    @EnumSource(SubmissionStatus.class)
    void everyStateOfAReturnHasItsWords(SubmissionStatus status) {
        assertThat(ReportWords.say("state." + status)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(vn.toam.assignment.DutyStatus.class)
    void everyStateOfADutyHasItsWords(vn.toam.assignment.DutyStatus status) {
        assertThat(ReportWords.say("duty." + status)).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Luật | 13/2022/QH15 | 2022-11-14 | Quốc hội | Luật Phòng, chống bạo lực gia đình | Luật Phòng, chống bạo lực gia đình số 13/2022/QH15 ngày 14/11/2022 của Quốc hội",
                "Luật | - | - | - | Hôn nhân và gia đình | Luật Hôn nhân và gia đình",
                "Bộ luật | 91/2015/QH13 | 2015-11-24 | Quốc hội | Bộ luật Dân sự | Bộ luật Dân sự số 91/2015/QH13 ngày 24/11/2015 của Quốc hội",
                "Nghị định | 76/2023/NĐ-CP | 2023-11-01 | Chính phủ | Quy định chi tiết một số điều của Luật Phòng, chống bạo lực gia đình | Nghị định số 76/2023/NĐ-CP ngày 01/11/2023 của Chính phủ quy định chi tiết một số điều của Luật Phòng, chống bạo lực gia đình",
                "Quyết định | 2238/QĐ-TTg | 2021-12-30 | Thủ tướng Chính phủ | Quyết định phê duyệt Chiến lược phát triển gia đình Việt Nam đến năm 2030 | Quyết định số 2238/QĐ-TTg ngày 30/12/2021 của Thủ tướng Chính phủ phê duyệt Chiến lược phát triển gia đình Việt Nam đến năm 2030",
                "Chỉ thị | 06-CT/TW | 2021-06-24 | Ban Bí thư | Về tăng cường sự lãnh đạo của Đảng | Chỉ thị số 06-CT/TW ngày 24/6/2021 của Ban Bí thư về tăng cường sự lãnh đạo của Đảng",
                "Thông tư | 07/2017/TT-BVHTTDL | - | - | - | Thông tư số 07/2017/TT-BVHTTDL",
                "Kế hoạch | - | - | - | Kế hoạch công tác gia đình năm 2026 | Kế hoạch về công tác gia đình năm 2026",
            })
    void papersAreCitedWithTheirNameOrSubjectOnce(
            String type, String number, LocalDate date, String issuer, String title, String cited) {
        assertThat(new Citation(type, number, date, issuer, title).full()).isEqualTo(cited);
    }

    private static String said(Report report) {
        StringBuilder text = new StringBuilder();
        for (Block block : ReportLayout.letter(report).body()) {
            text.append(
                            switch (block) {
                                case Block.Heading heading -> heading.text();
                                case Block.Paragraph paragraph -> paragraph.text();
                                case Block.Item item -> item.text();
                                case Block.Passage passage -> String.join("\n", passage.paragraphs());
                                case Block.Grid grid -> grid.rows().toString();
                                case Block.Picture picture -> picture.caption();
                            })
                    .append('\n');
        }
        return text.toString();
    }

    private static String word(Report report) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(FileKind.DOCX.write(report)));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    @Test
    void whatRegistersKeepIsSaidWithTheTasksAndWithTheDifficulties() {
        Report.Kept kept = new Report.Kept(
                List.of("Ngày Gia đình Việt Nam: 1 đợt đã tổ chức."),
                List.of("Thiếu người: 20 đơn vị nêu; đã trả lời."));
        List<String> said = ReportLayout.letter(report(List.of(), List.of(), 1, kept)).body().stream()
                .map(Object::toString)
                .toList();
        int tasks = at(said, "II. KẾT QUẢ");
        int campaign = at(said, "Ngày Gia đình Việt Nam: 1 đợt đã tổ chức.");
        int scores = at(said, "III. KẾT QUẢ");
        int difficulties = at(said, "V. KHÓ KHĂN");
        int raised = at(said, "Thiếu người: 20 đơn vị nêu; đã trả lời.");
        assertThat(List.of(tasks, campaign, scores, difficulties, raised))
                .isSorted()
                .doesNotContain(-1);
    }

    private static int at(List<String> blocks, String words) {
        return (int) blocks.stream().takeWhile(block -> !block.contains(words)).count() == blocks.size()
                ? -1
                : (int) blocks.stream()
                        .takeWhile(block -> !block.contains(words))
                        .count();
    }

    private static Prose none(String section) {
        return new Prose(section, "", 0);
    }

    /** A report with these results and difficulties and a table of so many rows. */
    static Report report(List<TaskGroup> groups, List<Progress> obstacles, int rows) {
        return report(groups, obstacles, rows, Report.Kept.NOTHING);
    }

    private static Report report(List<TaskGroup> groups, List<Progress> obstacles, int rows, Report.Kept kept) {
        Report full = SampleReport.full();
        List<Figure> figures = IntStream.rangeClosed(1, rows)
                .mapToObj(i -> new Figure("Hộ", "Dòng " + i, "hộ", new BigDecimal(i), null, null, 141, 167))
                .toList();
        return new Report(
                full.slug(),
                full.year(),
                full.letterhead(),
                full.subject(),
                full.plan(),
                full.basis(),
                none("overview"),
                groups,
                List.of(),
                null,
                figures,
                full.received(),
                obstacles,
                kept,
                none("difficulties"),
                none("proposals"),
                none("directions"),
                full.recipients(),
                new Letter.Signature(
                        full.signature().authority(), full.signature().post(), "(Họ và tên mẫu)"),
                full.sources(),
                true);
    }
}
