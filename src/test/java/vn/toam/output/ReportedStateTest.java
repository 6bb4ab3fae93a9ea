package vn.toam.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyStatus;
import vn.toam.drafting.PlanUploads;
import vn.toam.duty.DutyDecisions;
import vn.toam.duty.DutyReports;
import vn.toam.duty.DutyService;
import vn.toam.plan.PlanService;
import vn.toam.plan.ReviewService;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.IssueForm;
import vn.toam.shared.ToamTest;

/** The Word report calls a task done when whoever gave it has confirmed it, and not before. */
@Transactional
class ReportedStateTest extends ToamTest {

    private static final String PLAN = """
            %s
            Số: 971/%s
            %s, ngày 05 tháng 01 năm 2026
            KẾ HOẠCH
            Công tác gia đình năm 2026
            I. MỤC TIÊU
            - Từ 90%% hộ gia đình trở lên thực hiện bộ tiêu chí ứng xử trong gia đình.
            II. NHIỆM VỤ
            1. Tuyên truyền
            - %s chủ trì truyền thông về gia đình trước ngày 28/12/2026.
            """;

    @Autowired
    private PlanService plans;

    @Autowired
    private PlanUploads uploads;

    @Autowired
    private ReviewService review;

    @Autowired
    private DutyService duties;

    @Autowired
    private DutyReports work;

    @Autowired
    private DutyDecisions decisions;

    @Autowired
    private ReportService reports;

    @Autowired
    private As as;

    private UUID issue(String planner, String leader, String paper, String standing) {
        UUID plan = as.role(planner).get(() -> uploads.keep(uploads.pasted(paper), true));
        as.role(planner).get(() -> plans.elements(plan)).stream()
                .filter(e -> e.state() == ElementState.SUGGESTED)
                .forEach(e -> as.role(planner).run(() -> review.pass(e.id(), e.version(), ElementState.ACCEPTED)));
        IssueForm form = as.role(planner).get(() -> plans.issueForm(plan));
        as.role(leader)
                .run(() -> plans.issue(
                        plan,
                        new IssueForm(
                                "Kế hoạch thử",
                                form.number(),
                                LocalDate.of(2026, 1, 5),
                                form.issuer(),
                                "",
                                "",
                                standing,
                                2026,
                                2026,
                                "",
                                true,
                                true)));
        return plan;
    }

    private String word(String who, UUID plan) {
        UUID file = as.role(who).get(() -> reports.make(plan, 2026, FileKind.DOCX));
        byte[] bytes = as.role(who).get(() -> reports.content(file));
        try (XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(bytes)))) {
            return text.getText().replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aTaskIsDoneInTheReportOnlyWhenItIsConfirmed() {
        UUID plan = issue(
                "planner.db",
                "leader.db",
                PLAN.formatted("ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN", "KH-UBND", "Điện Biên", "Sở Y tế"),
                "Sở Văn hóa, Thể thao và Du lịch");
        Duty duty = as.role("planner.db").get(() -> duties.ofPlan(plan, 2026)).stream()
                .filter(d -> d.label().equals("Sở Y tế"))
                .findFirst()
                .orElseThrow();
        as.role("health.db")
                .run(() -> work.report(duty.id(), duty.version(), DutyStatus.DONE, "Đã phát 12 tin bài", List.of()));
        assertThat(word("planner.db", plan))
                .contains("Đã phát 12 tin bài; cơ quan báo hoàn thành, chờ xác nhận")
                .doesNotContain("; hoàn thành (");
        as.role("planner.db").run(() -> decisions.sendBack(duty.id(), "Thiếu danh mục tin bài"));
        assertThat(word("planner.db", plan)).contains("yêu cầu làm lại, chưa hoàn thành");

        Duty again = as.role("planner.db").get(() -> duties.get(duty.id()));
        as.role("health.db")
                .run(() -> work.report(again.id(), again.version(), DutyStatus.IN_PROGRESS, "Đang bổ sung", List.of()));
        Duty last = as.role("planner.db").get(() -> duties.get(duty.id()));
        as.role("health.db")
                .run(() -> work.report(last.id(), last.version(), DutyStatus.DONE, "Đã bổ sung", List.of()));
        as.role("planner.db").run(() -> decisions.confirm(duty.id()));
        assertThat(word("planner.db", plan)).contains("Đã bổ sung; hoàn thành (");
    }

    @Test
    void aPlanOfTheWholeCountryHasItsReportToo() {
        UUID plan = issue(
                "ministry",
                "ministry",
                PLAN.formatted("BAN CHỈ ĐẠO CÔNG TÁC GIA ĐÌNH", "KH-BCĐ", "Hà Nội", "Bộ Y tế"),
                "Bộ Văn hóa, Thể thao và Du lịch");
        assertThat(word("ministry", plan))
                .contains("trên phạm vi cả nước", "Hà Nội, ngày", "Thủ tướng Chính phủ")
                .doesNotContain("UBND VIỆT NAM", "địa bàn Việt Nam");
    }
}
