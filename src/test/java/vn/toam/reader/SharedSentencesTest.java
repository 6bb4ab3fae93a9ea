package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Extra: the small plans beside the repository that were once read wrongly; skipped where they are absent. */
class SharedSentencesTest {
    private static final Path FILE = Path.of("..", "shared", "cases", "reader-sentences.jsonl");

    private static final Map<String, String> RIGHT = new HashMap<>(Map.ofEntries(
            Map.entry("T01b", "EQ 2.3 rate; LT 111 rate; EQ 24 percent"),
            Map.entry("T04", "EQ 100 percent; GE 75 percent; GE 60 percent"),
            Map.entry("T12b", "GT 75 percent 2031"),
            Map.entry("T05", "EQ 25 percent 2026; EQ 60 percent 2031"),
            Map.entry("T06", "EQ 350 money 2031; INCREASE_BY 9-12 percent yearly; EQ 55-65 percent"),
            Map.entry("T07", "GE 12 percent 2031; GE 14 percent 2031"),
            Map.entry("D01", "other 2026-09"),
            Map.entry("D02", "other 2026-05-05..2026-05-20; other 2026-06-10..2026-06-15"),
            Map.entry("D03", "quarterly_report null quarterly"),
            Map.entry("D03d", "other null daily"),
            Map.entry("D04", "other P15D after ngày nhận Kế hoạch này"),
            Map.entry("D05", "annual_report 11-20 yearly; other null on_request"),
            Map.entry("D09", "annual_report null yearly; final_review null after kết thúc Đề án"),
            Map.entry("D12", "other 2026-08; other 2026-09"),
            Map.entry(
                    "A01",
                    "Sở Y tế=LCA; Sở Tài chính=CAA; Sở Giáo dục và Đào tạo=A; Sở Văn hóa, Thể thao và Du lịch=CA; Báo và Phát thanh, Truyền hình Hòa An=CA"),
            Map.entry(
                    "A02",
                    "Sở Y tế=LA; Văn phòng Tỉnh ủy=R; các Ban xây dựng Đảng=R; Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh=R; Tòa án nhân dân tỉnh=R; Thuế tỉnh=R; Kho bạc Nhà nước khu vực VII=R"),
            Map.entry(
                    "A04",
                    "Báo và Phát thanh, Truyền hình tỉnh=L; Sở Tư pháp=L; Sở Khoa học và Công nghệ=C; Trung tâm Thông tin tỉnh=C; Sở Công Thương=LA; Sở Nội vụ=C; Các Sở, ngành, đơn vị=L; UBND cấp xã=L"),
            Map.entry("A06", "Sở Y tế=LA"),
            Map.entry("A10", "Vụ Pháp chế=LCA; Các đơn vị thuộc Bộ=CA; Văn phòng Bộ=A"),
            Map.entry("C01", "Người Ký Tên, 0 citations"),
            Map.entry("C03", "Người Ký Tên, 2211/QĐ-TTg and 09-CT/TU, footnotes"),
            Map.entry("H02", "Thủ tướng Chính phủ, Quyết định, 2412/QĐ-TTg, 2025-11-29, null, null"),
            Map.entry("S01", "I 1 2; II 1 2; III 1 2"),
            Map.entry("S02", "I 1 2; II 1 2; III 1"),
            Map.entry("S03", "I 1 2; II 1 2; III 1")));

    @Test
    void theSmallPlansBesideTheRepositoryAreReadAsAPersonReadsThem() throws Exception {
        assumeTrue(Files.exists(FILE), "no small plans beside the repository");
        Map<String, String> read = new HashMap<>();
        for (String line : Files.readAllLines(FILE)) {
            JsonNode plan = JsonMapper.shared().readTree(line);
            String id = plan.path("id").asString();
            if (RIGHT.containsKey(id)) {
                read.put(id, found(id.charAt(0), Reading.of(plan.path("text").asString())));
            }
        }
        assertThat(read).isEqualTo(RIGHT);
    }

    private static String closing(PlanDraft plan) {
        String signer = plan.signature().signer().value() + ", ";
        boolean notes = plan.citations().stream().allMatch(PlanDraft.Citation::footnote);
        return signer
                + (plan.citations().isEmpty()
                        ? "0 citations"
                        : plan.citations().stream()
                                        .map(PlanDraft.Citation::number)
                                        .collect(Collectors.joining(" and "))
                                + (notes ? ", footnotes" : ""));
    }

    private static String header(PlanDraft.Header h) {
        return Stream.of(h.issuer(), h.docType(), h.number(), h.date(), h.periodFrom(), h.periodTo())
                .map(f -> String.valueOf(f.value()))
                .collect(Collectors.joining(", "));
    }

    private static String found(char kind, PlanDraft plan) {
        return switch (kind) {
            case 'T' -> Reading.targets(plan);
            case 'D' -> Reading.dues(plan);
            case 'A' -> Reading.roles(plan);
            case 'C' -> closing(plan);
            case 'H' -> header(plan.header());
            default ->
                plan.sections().stream()
                        .map(s -> s.no()
                                + s.children().stream().map(c -> " " + c.no()).collect(Collectors.joining()))
                        .collect(Collectors.joining("; "));
        };
    }
}
