package vn.toam.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.catalog.Catalogs;
import vn.toam.drafting.DraftFindings;
import vn.toam.drafting.Rhythm;
import vn.toam.paper.TextExtractor;
import vn.toam.plancontent.Binding;
import vn.toam.plancontent.Bindings;
import vn.toam.plancontent.DueDayParser;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Finding;
import vn.toam.plancontent.Frequency;
import vn.toam.plancontent.Item;
import vn.toam.reader.PlanDraft;
import vn.toam.reader.PlanReader;

/** From the sentence of a plan to the days on which the duties that it opens fall due. */
class DueDaysTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM");
    private static final String HEAD = """
            ỦY BAN NHÂN DÂN TỈNH LÀO CAI
            Số: 12/KH-UBND
            Lào Cai, ngày 05 tháng 01 năm 2026
            KẾ HOẠCH
            Công tác gia đình giai đoạn 2026 - 2030
            """;

    private static List<Element> elements(String body) throws Exception {
        var source = TextExtractor.fromPasted(HEAD + body);
        PlanDraft draft = PlanReader.standard().read(source);
        List<Finding> found = DraftFindings.of(draft, source.text(), Catalogs.standard());
        List<UUID> ids = found.stream().map(f -> UUID.randomUUID()).toList();
        return IntStream.range(0, found.size())
                .mapToObj(i -> element(i, found.get(i), ids))
                .toList();
    }

    private static Element element(int i, Finding found, List<UUID> ids) {
        return new Element(
                ids.get(i),
                new UUID(0, 0),
                found.kind(),
                found.ref(),
                found.parent() < 0 ? null : ids.get(found.parent()),
                i,
                ElementState.ACCEPTED,
                found.item(),
                null,
                null,
                1,
                null,
                0,
                null,
                Instant.EPOCH);
    }

    /** The days of 2026, and of later years with their year, on which something of Sở Y tế falls due. */
    private static String days(String body) throws Exception {
        Bindings bindings = new Bindings(elements(body), "", 2026, 2030);
        List<LocalDate> days = new ArrayList<>();
        for (Binding b : bindings.all()) {
            int year = b.year() == null ? 2026 : b.year();
            days.addAll(Bindings.days(b.kind(), b.frequency(), b.due(), year, MonthDay.of(12, 31)));
        }
        return days.stream()
                .sorted()
                .map(day -> day.getYear() == 2026 ? DAY.format(day) : DAY.format(day) + "/" + day.getYear())
                .collect(Collectors.joining(" "));
    }

    private static String ofDuty(String sentence) throws Exception {
        return days("I. NHIỆM VỤ\n1. Tuyên truyền\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- " + sentence + "\n");
    }

    private static String ofTask(String sentence) throws Exception {
        return days("I. NHIỆM VỤ\n1. Tuyên truyền\n- " + sentence + "\nII. KINH PHÍ\nNgân sách nhà nước.\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 15/6 và trước ngày 15/12 hằng năm. | 15/06 15/12
            Báo cáo kết quả thực hiện trước ngày 15/6 và 15/12 hằng năm. | 15/06 15/12
            Định kỳ 6 tháng, hằng năm báo cáo Ủy ban nhân dân tỉnh trước ngày 15/6 và ngày 15/12. | 15/06 15/12
            Định kỳ 06 tháng (trước ngày 10/6), hằng năm (trước ngày 10/12) gửi báo cáo về Sở Nội vụ. | 10/06 10/12
            Gửi báo cáo 6 tháng trước ngày 20/6 và báo cáo năm trước ngày 20/11. | 20/06 20/11
            Báo cáo định kỳ 6 tháng một lần (trước ngày 20/6 và 20/12). | 20/06 20/12
            Báo cáo hai lần mỗi năm, trước ngày 15/5 và trước ngày 15/11. | 15/05 15/11
            Tổng hợp, báo cáo trước ngày 30 tháng 3 và ngày 30 tháng 9 hằng năm. | 30/03 30/09
            Báo cáo trước ngày 15 tháng 6, ngày 15 tháng 12 hằng năm. | 15/06 15/12
            Báo cáo trước ngày 10 tháng 6 hằng năm và trước ngày 10 tháng 12 hằng năm. | 10/06 10/12
            Chậm nhất ngày 15/6 và ngày 15/12 hằng năm báo cáo kết quả về Sở Văn hóa. | 15/06 15/12
            Báo cáo sơ kết 6 tháng trước ngày 12/6 và báo cáo tổng kết năm trước ngày 05/12. | 12/06 05/12
            Báo cáo quý trước các ngày 15/3, 15/6, 15/9 và 15/12. | 15/03 15/06 15/09 15/12
            Định kỳ hằng quý báo cáo trước ngày 20/3, ngày 20/6, ngày 20/9 và ngày 20/12. | 20/03 20/06 20/09 20/12
            Báo cáo trước ngày 15/12 hằng năm. | 15/12
            """)
    void severalDaysOfAReportAreItsDaysAndNoOthers(String sentence, String days) throws Exception {
        assertThat(ofDuty(sentence)).isEqualTo(days);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Báo cáo quý I, II, III trước ngày 25 tháng cuối quý. | 25/03 25/06 25/09
            Báo cáo quý I, II và III gửi trước ngày 25 của tháng cuối quý; báo cáo năm trước ngày 10/12. | 25/03 25/06 25/09 10/12
            Định kỳ hằng quý báo cáo trước ngày 25 tháng cuối quý. | 25/03 25/06 25/09 25/12
            Báo cáo hằng quý, trước ngày 15 của tháng cuối quý. | 15/03 15/06 15/09 15/12
            Báo cáo quý (trước ngày 05 tháng đầu của quý sau). | 05/01 05/04 05/07 05/10
            Báo cáo quý I, quý II và quý III trước ngày 10 của tháng cuối mỗi quý. | 10/03 10/06 10/09
            Báo cáo quý II, quý IV trước ngày 20 tháng cuối quý. | 20/06 20/12
            Gửi báo cáo định kỳ hằng quý về Sở Tư pháp. | 31/03 30/06 30/09 31/12
            Báo cáo về Công an tỉnh trước ngày 20 hằng tháng. | 20/01 20/02 20/03 20/04 20/05 20/06 20/07 20/08 20/09 20/10 20/11 20/12
            Báo cáo vào ngày 20 hàng tháng. | 20/01 20/02 20/03 20/04 20/05 20/06 20/07 20/08 20/09 20/10 20/11 20/12
            Gửi số liệu báo cáo trước ngày 05 của mỗi tháng. | 05/01 05/02 05/03 05/04 05/05 05/06 05/07 05/08 05/09 05/10 05/11 05/12
            Báo cáo trước ngày mùng 3 hằng tháng. | 03/01 03/02 03/03 03/04 03/05 03/06 03/07 03/08 03/09 03/10 03/11 03/12
            """)
    void quartersAndMonthsHaveTheirDay(String sentence, String days) throws Exception {
        assertThat(ofDuty(sentence)).isEqualTo(days);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Kiểm tra các cơ sở trợ giúp, hoàn thành trước ngày 15/6 và trước ngày 15/12 hằng năm. | 15/06 15/12
            Tổ chức nói chuyện chuyên đề trước ngày 20/3 và 20/10 hằng năm. | 20/03 20/10
            Rà soát danh sách nạn nhân, xong trước ngày 15/3, 15/6, 15/9 và 15/12. | 15/03 15/06 15/09 15/12
            Ban hành tài liệu tập huấn trước ngày 30/6/2026. | 30/06
            Trong năm 2026, xây dựng phần mềm quản lý vụ việc. | 31/12
            Hoàn thành số hóa hồ sơ trong năm 2027. | 31/12/2027
            Xây dựng cơ sở dữ liệu, hoàn thành trước năm 2028. | 31/12/2027
            Thành lập địa chỉ tin cậy tại các xã đến hết năm 2027. | 31/12/2027
            Hoàn thành biên soạn giáo trình trong năm học 2026 – 2027. | 31/05/2027
            Hoàn thành đầu tư nhà tạm lánh trong giai đoạn 2026 - 2028. | 31/12/2028
            Tuyên truyền Luật sâu rộng trong Nhân dân. | 31/12
            Phân tích số liệu đến hết năm 2024. | 31/12
            """)
    void aTaskHasItsDaysOrTheYearThatBindsIt(String sentence, String days) throws Exception {
        assertThat(ofTask(sentence)).isEqualTo(days);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            Năm 2026 | ONCE | 2026
            Năm 2026 - 2027 | ONCE | 2027
            Giai đoạn 2026 – 2030 | ONCE | 2030
            Trong năm 2026 | ONCE | 2026
            Đến hết năm 2027 | ONCE | 2027
            Trước năm 2028 | ONCE | 2027
            Năm học 2025 – 2026 | ONCE | 2026-05-31
            Từ năm 2026 đến năm 2028 | ONCE | 2028
            Hằng năm | YEARLY | -
            Hằng quý, giai đoạn 2026 – 2030 | QUARTERLY | -
            Năm 2026 và các năm tiếp theo | STANDING | -
            Thường xuyên | STANDING | -
            """)
    void theTimeLineOfATaskMayBeAYear(String time, Frequency frequency, @Nullable String due) throws Exception {
        Item.Work work = elements("I. NHIỆM VỤ\n1. Tuyên truyền\n- Xây dựng tài liệu truyền thông.\n"
                        + "+ Thời gian thực hiện: " + time + ".\nII. KINH PHÍ\nNgân sách nhà nước.\n")
                .stream()
                .filter(e -> e.kind() == ElementKind.TASK)
                .map(e -> (Item.Work) e.item())
                .findFirst()
                .orElseThrow();
        assertThat(work.frequency()).isEqualTo(frequency);
        assertThat(work.due()).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Hỗ trợ mỗi câu lạc bộ 95 triệu đồng/năm. | STANDING
            Hỗ trợ 95 triệu đồng mỗi năm cho nhà tạm lánh. | STANDING
            Hỗ trợ nạn nhân 500.000 đồng/người/tháng. | STANDING
            Hỗ trợ nạn nhân 500.000 đồng mỗi tháng. | STANDING
            Chi trả trợ cấp xã hội hằng tháng cho nạn nhân. | STANDING
            Mỗi năm không quá 20 triệu đồng cho một mô hình. | STANDING
            Bảo đảm kinh phí 1,2 tỷ đồng/năm. | STANDING
            Nâng thu nhập bình quân hằng tháng của phụ nữ. | STANDING
            Hỗ trợ 10 triệu đồng/mô hình/năm. | STANDING
            Hằng năm hỗ trợ mỗi câu lạc bộ 95 triệu đồng. | YEARLY
            Mỗi năm tổ chức 01 hội thi, kinh phí 95 triệu đồng. | YEARLY
            Hằng quý kiểm tra việc chi 95 triệu đồng/năm. | QUARTERLY
            """)
    void whatIsPaidEachYearIsNoRhythmOfTheTask(String task, Frequency frequency) {
        assertThat(Rhythm.of(task)).isEqualTo(frequency);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"15/06, 15/12 | 06-15,12-15", "15/12 và 15/6 | 06-15,12-15", "1/3; 1/6; 1/9 | 03-01,06-01,09-01"})
    void severalDaysAreTypedAsTheyAreShown(String typed, String kept) {
        assertThat(DueDayParser.read(typed)).isEqualTo(kept);
        assertThat(DueDayParser.read(Item.day(kept))).isEqualTo(kept);
    }
}
