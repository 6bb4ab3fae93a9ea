package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toam.encoding.Note;
import vn.toam.language.Evidence;

/** Damage to the text changes neither what is read nor where it stands. */
class RepairTest {
    private static final String PLAN = """
            Số: 12/KH-UBND

            KẾ HOẠCH
            Thực hiện công tác gia đình (giai đoạn 2021-2030)

            Căn cứ Chỉ thị số 06-CT/TW ngày 24/6/2021 của Ban Bí thư về tăng cường sự lãnh đạo của Đảng đối với công tác xây dựng gia đình; Ủy ban nhân dân tỉnh Sông Xanh ban hành Kế hoạch như sau:
            I. MỤC TIÊU
            1. Mục tiêu cụ thể
            Hằng năm, cần thực hiện các mục tiêu cụ thể sau:
            - Duy trì, nâng cao chất lượng từ 80% hộ gia đình trở lên được công nhận danh hiệu gia đình văn hóa trên địa bàn toàn tỉnh.
            - Tỷ lệ hộ nghèo duy trì dưới mức 1%, thấp hơn mức bình quân chung của cả nước trong cùng thời kỳ theo chuẩn nghèo hiện hành.
            - Từ 95% trở lên các hộ gia đình được phổ biến, tuyên truyền và cam kết thực hiện tốt chính sách, pháp luật về gia đình.
            II. TỔ CHỨC THỰC HIỆN
            1. Sở Văn hóa, Thể thao và Du lịch
            - Chủ trì, phối hợp với Sở Lao động - Thương binh và Xã hội và các cơ quan liên quan hướng dẫn triển khai thực hiện Kế hoạch.
            - Báo cáo Ủy ban nhân dân tỉnh (trước ngày 15/12 hằng năm) để tổng hợp, theo dõi và chỉ đạo kịp thời trong quá trình thực hiện.
            2. Sở Lao động - Thương binh và Xã hội
            - Phối hợp thực hiện các chính sách hỗ trợ hộ nghèo, hộ cận nghèo và gia đình có hoàn cảnh khó khăn trên địa bàn tỉnh Sông Xanh.
            """;

    private static String gist(PlanDraft plan) {
        return String.join(
                "\n",
                String.valueOf(plan.header().issuer().value()),
                Reading.citations(plan),
                Reading.targets(plan),
                Reading.roles(plan),
                Reading.deadlines(plan));
    }

    private static String wrap(String text, int width) {
        StringBuilder out = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            int length = 0;
            for (String word : line.split(" ")) {
                boolean fits = length == 0 || length + 1 + word.length() <= width;
                out.append(length == 0 ? "" : fits ? " " : "\n").append(word);
                length = fits ? length + (length == 0 ? 0 : 1) + word.length() : word.length();
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String damage(String kind) {
        return switch (kind) {
            case "wrapped" -> wrap(PLAN, 80);
            case "one line" -> PLAN.replaceAll("\\s*\n\\s*", " ");
            case "glued line ends" -> wrap(PLAN, 80).replaceAll("(?<=\\p{Ll})\n(?=\\p{Ll})", "");
            case "page numbers" -> wrap(PLAN, 80).replaceFirst("(?<=\\p{Ll})\n(?=\\p{Ll})", "\n\n3\n\n");
            case "bookmarks" ->
                PLAN.replace("Căn cứ", "[bookmark: bookmark2]Căn cứ").replace("- Từ 95%", "[bookmark: b4]- Từ 95%");
            case "bold marks" -> PLAN.replace("I. MỤC TIÊU", "**I. MỤC TIÊU**").replace("KẾ HOẠCH\n", "**KẾ HOẠCH**\n");
            case "old tone marks" ->
                PLAN.replace("óa", "oá").replace("òa", "oà").replace("Ủy", "Uỷ").replace("ủy", "uỷ");
            case "lone signs" -> PLAN.replace("được phổ biến", "\n\n✓\n\nđược phổ biến");
            default -> PLAN;
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrapped",
                "one line",
                "glued line ends",
                "page numbers",
                "bookmarks",
                "bold marks",
                "lone signs",
                "none"
            })
    void damageChangesNothing(String kind) {
        assertThat(gist(Reading.of(damage(kind)))).isEqualTo(gist(Reading.of(PLAN)));
    }

    @Test
    void oldToneMarksReadTheSame() {
        PlanDraft plan = Reading.of(damage("old tone marks"));
        assertThat(Reading.targets(plan)).isEqualTo(Reading.targets(Reading.of(PLAN)));
        assertThat(plan.agencies()).hasSameSizeAs(Reading.of(PLAN).agencies());
    }

    @Test
    void readsTheWholePlan() {
        assertThat(gist(Reading.of(PLAN))).isEqualTo("""
                Ủy ban nhân dân tỉnh Sông Xanh
                06-CT/TW 2021-06-24
                GE 80 percent yearly; LT 1 percent yearly; GE 95 percent yearly
                Sở Văn hóa, Thể thao và Du lịch=LA; Sở Lao động - Thương binh và Xã hội=CA
                annual_report 12-15""");
    }

    @Test
    void aTextWithoutDiacriticsIsReadWithAWarning() {
        String plain = Normalizer.normalize(PLAN, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
        PlanDraft plan = Reading.of(plain);
        assertThat(plan.warnings()).extracting(Note::key).contains("paper.noDiacritics");
        assertThat(Reading.targets(plan)).isEqualTo(Reading.targets(Reading.of(PLAN)));
        assertThat(Reading.citations(plan)).isEqualTo("06-CT/TW 2021-06-24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrapped", "one line", "glued line ends", "bookmarks", "none"})
    void everySpanPointsToItsOwnWords(String kind) {
        String source = damage(kind);
        PlanDraft plan = Reading.of(source);
        Stream<Evidence> spans = Stream.of(
                        plan.targets().stream().map(PlanDraft.Target::evidence),
                                plan.citations().stream().map(PlanDraft.Citation::evidence),
                        plan.agencies().stream().map(PlanDraft.Agency::evidence),
                                plan.deadlines().stream().map(PlanDraft.Deadline::evidence))
                .flatMap(s -> s);
        assertThat(spans).isNotEmpty().allSatisfy(e -> assertThat(e.start()).isBetween(0, e.end() - 1));
        List<String> words = plan.targets().stream()
                .map(t -> squeeze(
                        source.substring(t.evidence().start(), t.evidence().end())))
                .toList();
        assertThat(words)
                .isEqualTo(plan.targets().stream().map(t -> squeeze(t.text())).toList());
    }

    private static String squeeze(String s) {
        return s.replaceAll("\\s+|\\[bookmark[^]]*]", "");
    }

    @Test
    void everyDoubtSaysWhy() {
        PlanDraft plan = Reading.of(PLAN);
        Stream<Evidence> spans = Stream.concat(
                plan.targets().stream().map(PlanDraft.Target::evidence),
                plan.trends().stream().map(PlanDraft.Trend::evidence));
        assertThat(spans).allSatisfy(e -> assertThat(e.confidence() < 1).isEqualTo(e.why() != null));
    }
}
