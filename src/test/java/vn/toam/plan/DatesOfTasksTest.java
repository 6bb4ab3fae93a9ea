package vn.toam.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.catalog.Catalogs;
import vn.toam.drafting.DraftFindings;
import vn.toam.paper.TextExtractor;
import vn.toam.plancontent.Bindings;
import vn.toam.plancontent.DueDayParser;
import vn.toam.plancontent.DutyKind;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.Finding;
import vn.toam.plancontent.Frequency;
import vn.toam.plancontent.Item;
import vn.toam.plancontent.Role;
import vn.toam.reader.PlanDraft;
import vn.toam.reader.PlanReader;

/** A date in a plan belongs to the task whose words hold it, and a task is answered for as often as its words say. */
class DatesOfTasksTest {

    private static final String HEAD = """
            ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN
            Số: 12/KH-UBND
            Điện Biên, ngày 05 tháng 01 năm 2026
            KẾ HOẠCH
            Công tác gia đình năm 2026
            """;

    private static List<Finding> findings(String body) throws Exception {
        var source = TextExtractor.fromPasted(HEAD + body);
        PlanDraft draft = PlanReader.standard().read(source);
        return DraftFindings.of(draft, source.text(), Catalogs.standard());
    }

    private static Item.Work only(String task) throws Exception {
        List<Finding> found = findings("II. NHIỆM VỤ\n1. Tuyên truyền\n- " + task
                + "\n- Việc khác không có ngày.\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Thực hiện Kế hoạch.\n");
        assertThat(found).noneMatch(f -> f.kind() == ElementKind.DEADLINE);
        assertThat(found)
                .filteredOn(
                        f -> f.item() instanceof Item.Work w && w.text().vi().startsWith("Việc khác"))
                .allSatisfy(f -> assertThat(((Item.Work) f.item()).due()).isNull());
        return found.stream()
                .filter(f -> f.kind() == ElementKind.TASK)
                .map(f -> (Item.Work) f.item())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Tổ chức truyền thông về gia đình trước ngày 28/02/2026., ONCE, 2026-02-28",
                "Hoàn thành khảo sát chậm nhất ngày 15/3/2026., ONCE, 2026-03-15",
                "Trước ngày 30/6/2026 ban hành tài liệu., ONCE, 2026-06-30",
                "Tổ chức Ngày hội gia đình trước ngày 28/6 hằng năm., YEARLY, 06-28",
                "Tập huấn cho cán bộ hằng quý., QUARTERLY, -",
                "Phát thanh mỗi tháng về bình đẳng giới., MONTHLY, -",
                "Định kỳ 6 tháng kiểm tra các câu lạc bộ., HALF_YEARLY, -",
                "Kiểm tra 6 tháng một lần., HALF_YEARLY, -",
                "Hàng năm tổ chức tuyên dương gia đình tiêu biểu., YEARLY, -",
                "Hỗ trợ nạn nhân khi xảy ra bạo lực gia đình., ON_EVENT, -",
                "Tuyên truyền sâu rộng trong Nhân dân., STANDING, -",
                "Đối thoại với thanh niên theo quý., QUARTERLY, -"
            })
    void theDateAndTheRhythmOfATask(String task, Frequency frequency, @Nullable String due) throws Exception {
        Item.Work work = only(task);
        assertThat(work.frequency()).isEqualTo(frequency);
        assertThat(work.due()).isEqualTo(due);
    }

    @Test
    void aDateInAHeadingHoldsForTheUndatedTasksBelowAndIsLookedAt() throws Exception {
        List<Finding> found = findings("""
                II. NHIỆM VỤ (hoàn thành trước ngày 30/11/2026)
                1. Tuyên truyền
                - Tổ chức truyền thông về gia đình trước ngày 28/02/2026.
                - Viết tin bài.
                III. TỔ CHỨC THỰC HIỆN
                1. Sở Y tế
                - Thực hiện Kế hoạch.
                """);
        assertThat(found).noneMatch(f -> f.kind() == ElementKind.DEADLINE);
        List<Finding> tasks =
                found.stream().filter(f -> f.kind() == ElementKind.TASK).toList();
        assertThat(tasks).extracting(f -> ((Item.Work) f.item()).due()).containsExactly("2026-02-28", "2026-11-30");
        assertThat(Objects.requireNonNull(tasks.getLast().evidence()).confidence())
                .isLessThan(Element.CERTAIN);
    }

    @Test
    void aReportOfAnAgencyIsOneThingWithItsDuty() throws Exception {
        List<Finding> found = findings("""
                II. TỔ CHỨC THỰC HIỆN
                1. Sở Y tế
                - Tổng hợp báo cáo của các đơn vị trước ngày 20 hằng tháng.
                """);
        Finding deadline = found.stream()
                .filter(f -> f.kind() == ElementKind.DEADLINE)
                .findFirst()
                .orElseThrow();
        assertThat(deadline.parent()).isGreaterThanOrEqualTo(0);
        assertThat(found.get(deadline.parent()).kind()).isEqualTo(ElementKind.DUTY);
    }

    @Test
    void anAgencyThatATaskChargesLeadsIt() throws Exception {
        Item.Work work = only("Sở Y tế chủ trì, phối hợp với Sở Tư pháp xây dựng tài liệu trước ngày 15/3/2026.");
        assertThat(work.agencies().get(Role.LEAD)).containsExactly("Sở Y tế");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "MONTHLY, --20, 12, 2026-01-20, 2026-12-20",
                "MONTHLY, -, 12, 2026-01-31, 2026-12-31",
                "QUARTERLY, -, 4, 2026-03-31, 2026-12-31",
                "QUARTERLY, 03-25, 4, 2026-03-25, 2026-12-25",
                "QUARTERLY, 12-15, 4, 2026-03-15, 2026-12-15",
                "HALF_YEARLY, -, 2, 2026-06-30, 2026-12-31",
                "HALF_YEARLY, 06-15, 2, 2026-06-15, 2026-12-15",
                "HALF_YEARLY, 06-30, 2, 2026-06-30, 2026-12-31",
                "MONTHLY, --31, 12, 2026-01-31, 2026-12-31",
                "ON_EVENT, -, 1, 2026-12-10, 2026-12-10"
            })
    void whatRecursWithinAYearHasADayForEachTime(
            Frequency frequency, @Nullable String due, int times, LocalDate first, LocalDate last) {
        List<LocalDate> days = Bindings.days(DutyKind.TASK, frequency, due, 2026, MonthDay.of(12, 10));
        assertThat(days).hasSize(times).isSorted();
        assertThat(days.getFirst()).isEqualTo(first);
        assertThat(days.getLast()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "28/02/2026, 2026-02-28",
                "28-2-2026, 2026-02-28",
                "2026-02-28, 2026-02-28",
                "28 / 2 / 2026, 2026-02-28",
                "15/12, 12-15",
                "11/2026, 2026-11",
                "2030, 2030",
                "20, --20",
                "' ', -",
                "30/02/2026, sai",
                "32, sai",
                "ngày mai, sai",
                "13/13, sai",
                "0/5, sai"
            })
    void aDayIsReadAsPeopleTypeIt(String typed, @Nullable String kept) {
        try {
            assertThat(DueDayParser.read(typed)).isEqualTo(kept);
        } catch (java.time.DateTimeException e) {
            assertThat(kept).isEqualTo("sai");
        }
    }
}
