package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How plans name documents. */
class CitationsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Căn cứ Quyết định số 2074/QĐ- TTg ngày 10/12/2021 của Thủ tướng Chính phủ; | 2074/QĐ-TTg 2021-12-10
            Căn cứ Nghị định số 78/2021/NĐ -CP ngày 01 tháng 8 năm 2021 của Chính phủ; | 78/2021/NĐ-CP 2021-08-01
            Thực hiện Kế hoạch số 76-KH/TU ngày 15/9/2021 của Ban Thường vụ Thành ủy; | 76-KH/TU 2021-09-15
            Thực hiện Chỉ thị số 06 CT/TW ngày 24 tháng 6 năm 2021 của Ban Bí thư; | 06-CT/TW 2021-06-24
            Thực hiện Công văn số 8935/BNV-CTTN&BĐG ngày 03 tháng 10 năm 2025 của Bộ Nội vụ; | 8935/BNV-CTTN&BĐG 2025-10-03
            Xét đề nghị của Sở Y tế tại Tờ trình số 9512/TTr- SNN-CCTL ngày 12/ 4/2010, | 9512/TTr-SNN-CCTL 2010-04-12
            Căn cứ Thông tư liên tịch số 122/2011/TTLT-BTC-BTP ngày 17/8/2011; | 122/2011/TTLT-BTC-BTP 2011-08-17
            Căn cứ Kết luận số 23/KL-LNTPTW ngày 28-2-2022; | 23/KL-LNTPTW 2022-02-28
            Thực hiện Kế hoạch 5147 ngày 15/11/2023 của Ủy ban nhân dân tỉnh; | 5147 2023-11-15
            Căn cứ Luật Phòng, chống bạo lực gia đình số 13/2022/QH15 ngày 14 tháng 11 năm 2022; | 13/2022/QH15 2022-11-14
            Căn cứ Luật Bình đẳng giới ngày 29/11/2006; | Luật Bình đẳng giới 2006-11-29
            Căn cứ Luật Ngân sách nhà nước năm 2015; | Luật Ngân sách nhà nước năm 2015
            Theo Nghị quyết Đại hội XIII của Đảng đề ra; | Nghị quyết Đại hội XIII của Đảng
            Căn cứ Nghị quyết số 12/NQ-CP và Nghị quyết số 13/NQ-CP của Chính phủ; | 12/NQ-CP; 13/NQ-CP
            Căn cứ Đề án kèm theo Thông báo kết luận số 196-TB/TW ngày 16 tháng 3 năm 2015; | 196-TB/TW 2015-03-16
            Căn cứ Quyết định số 411/QĐ-TTg của Thủ tướng Chính phủ ngày 31/3/2022 phê duyệt Chiến lược quốc gia; | 411/QĐ-TTg 2022-03-31
            Căn cứ Luật Kinh doanh bất động sản số 29/2023/QH15 ngày 28/11/2023; | 29/2023/QH15 2023-11-28
            Căn cứ Luật Sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức ngày 25/11/2019; | Luật Sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức 2019-11-25
            Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14 ngày 17/6/2020; | 62/2020/QH14 2020-06-17
            Căn cứ các Nghị định quy định chi tiết Luật Quy hoạch (số 37/2019/NĐ-CP ngày 07/5/2019, số 58/2023/NĐ-CP ngày 12/8/2023); | Luật Quy hoạch; 37/2019/NĐ-CP 2019-05-07; 58/2023/NĐ-CP 2023-08-12
            Thực hiện Nghị quyết Đại hội lần thứ XIII của Đảng và Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng; | Nghị quyết Đại hội lần thứ XIII của Đảng
            Thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI với phương châm đổi mới; | Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI
            Triển khai Kế hoạch số 5147/KH- BGDĐT ngày 28 tháng 9 năm 2025; | 5147/KH-BGDĐT 2025-09-28
            """)
    void readsNumberAndDate(String sentence, String expected) {
        assertThat(Reading.citations(Reading.basis(sentence))).isEqualTo(expected);
    }

    @Test
    void aDocumentNamedTwiceIsOneCitation() {
        PlanDraft plan = Reading.basis(
                "Căn cứ Chỉ thị số 06-CT/TW ngày 24/6/2021; Kế hoạch số 9-KH/HU triển khai Chỉ thị số 06-CT/TW;");
        assertThat(Reading.citations(plan)).isEqualTo("06-CT/TW 2021-06-24; 9-KH/HU");
        assertThat(plan.citations()).allMatch(PlanDraft.Citation::basis);
    }

    @Test
    void thePlansOwnNumberIsNoCitation() {
        PlanDraft plan = Reading.of(
                "Số: 100 /KH-UBND\n\nKẾ HOẠCH\nThử nghiệm\n\nCăn cứ Quyết định số 5/QĐ-TTg;\n\nI. MỤC ĐÍCH\n- Kế hoạch số 100/KH-UBND này.\n");
        assertThat(plan.header().number().value()).isEqualTo("100/KH-UBND");
        assertThat(Reading.citations(plan)).isEqualTo("5/QĐ-TTg");
    }

    @Test
    void aReplacedDecisionSaysSo() {
        PlanDraft plan = Reading.basis(
                "Kế hoạch này thay thế Quyết định số 77/QĐ-UBND ngày 01/02/2019 của Ủy ban nhân dân tỉnh.");
        assertThat(plan.citations())
                .singleElement()
                .satisfies(c -> assertThat(c.relation()).isEqualTo("REPLACES"));
    }

    private static String whole(PlanDraft plan) {
        return plan.citations().stream()
                .filter(c -> c.number() != null)
                .map(c -> c.number() + " | " + c.date() + " | " + c.issuer() + " | " + c.subject())
                .collect(java.util.stream.Collectors.joining("; "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            Căn cứ Nghị định số 76/2023/NĐ-CP ngày 01 tháng 11 năm 2023 của Chính phủ quy định chi tiết một số điều của Luật Phòng, chống bạo lực gia đình; ~ 76/2023/NĐ-CP | 2023-11-01 | Chính phủ | quy định chi tiết một số điều của Luật Phòng, chống bạo lực gia đình
            Căn cứ Quyết định số 1644/QĐ-BXD ngày 30/9/2025 của Bộ trưởng Bộ Xây dựng ban hành Chiến lược chuyển đổi số; ~ 1644/QĐ-BXD | 2025-09-30 | Bộ trưởng Bộ Xây dựng | ban hành Chiến lược chuyển đổi số
            Thực hiện Quyết định số 03-QĐ/BCĐ ngày 13/8/2025 của Ban Chỉ đạo về chương trình công tác, Ủy ban nhân dân xã Mẫu A ban hành Kế hoạch như sau: ~ 03-QĐ/BCĐ | 2025-08-13 | Ban Chỉ đạo | về chương trình công tác
            Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo, Sở Khoa học và Công nghệ xây dựng Kế hoạch như sau: ~ 57-NQ/TW | 2024-12-22 | Bộ Chính trị | về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo
            Căn cứ Thông tư số 02/2024/TT-BVHTTDL ngày 5/4/2024 của Bộ Văn hóa, Thể thao và Du lịch quy định về tiêu chí gia đình văn hóa; ~ 02/2024/TT-BVHTTDL | 2024-04-05 | Bộ Văn hóa, Thể thao và Du lịch | quy định về tiêu chí gia đình văn hóa
            Căn cứ Nghị quyết số 204/2025/QH15 ngày 17/6/2025 của Quốc hội khoảng 110 tỷ đồng. ~ 204/2025/QH15 | 2025-06-17 | Quốc hội | null
            Căn cứ Công văn số 12/SNV-CCHC của Sở Nội vụ ngày 3/2/2026 về việc báo cáo. ~ 12/SNV-CCHC | 2026-02-03 | Sở Nội vụ | về việc báo cáo
            Căn cứ Chỉ thị số 06-CT/TW ngày 24/6/2021; ~ 06-CT/TW | 2021-06-24 | null | null
            Căn cứ Quyết định số 5/QĐ-UBND ngày 3/1/2026 của UBND tỉnh và Quyết định số 6/QĐ-UBND ngày 4/1/2026 của UBND huyện về giao kế hoạch; ~ 5/QĐ-UBND | 2026-01-03 | UBND tỉnh | null; 6/QĐ-UBND | 2026-01-04 | UBND huyện | về giao kế hoạch
            Căn cứ Quyết định số 1229/QĐ-UBND ngày 28/02/2025 của Chủ tịch UBND thành phố về việc phê duyệt "Chiến lược dữ liệu đến năm 2030"; ~ 1229/QĐ-UBND | 2025-02-28 | Chủ tịch UBND thành phố | về việc phê duyệt "Chiến lược dữ liệu đến năm 2030"
            """)
    void readsWhoIssuedItAndWhatItIsAbout(String sentence, String expected) {
        assertThat(whole(Reading.basis(sentence))).isEqualTo(expected);
    }

    private static final String SIGNED =
            "KẾ HOẠCH\nThử nghiệm\n\nI. MỤC ĐÍCH\n- Nâng cao nhận thức.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Văn Mẫu\n\n";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [1] Nghị định số 76/2023/NĐ-CP ngày 01/11/2023 của Chính phủ. | 76/2023/NĐ-CP 2023-11-01
            [1] Theo Quyết định số 5/QĐ-TTg ngày 3/1/2022;⏎[2] Luật Trẻ em. | 5/QĐ-TTg 2022-01-03; Luật Trẻ em
            1 Quyết định số 7/QĐ-TTg ngày 3/1/2022. | 7/QĐ-TTg 2022-01-03
            (1) Chỉ thị số 06-CT/TW ngày 24/6/2021 của Ban Bí thư. | 06-CT/TW 2021-06-24
            ¹ Kế hoạch số 9/KH-UBND ngày 3/1/2022. | 9/KH-UBND 2022-01-03
            2. Thông tư số 02/2024/TT-BVHTTDL ngày 5/4/2024. | 02/2024/TT-BVHTTDL 2024-04-05
            [3] Gồm Nghị quyết số 1/NQ-CP⏎ngày 3/1/2022 của Chính phủ và Nghị quyết số 2/NQ-CP. | 1/NQ-CP 2022-01-03; 2/NQ-CP
            PHỤ LỤC⏎Danh mục theo Quyết định số 99/QĐ-UBND⏎[1] Nghị quyết số 3/NQ-CP. | 3/NQ-CP
            PHỤ LỤC⏎1. Quyết định số 99/QĐ-UBND | ``
            [10] Công văn số 8935/BNV-CTTN&BĐG ngày 03/10/2025 của Bộ Nội vụ. | 8935/BNV-CTTN&BĐG 2025-10-03
            """)
    void documentsInFootnotesBehindTheSignatureAreRead(String lines, String expected) {
        PlanDraft plan = Reading.of(SIGNED + lines.replace("⏎", "\n") + "\n");

        assertThat(Reading.citations(plan)).isEqualTo(expected);
        assertThat(Reading.recipients(plan)).containsExactly("Như trên", "Lưu: VT");
        assertThat(plan.signature().signer().value()).isEqualTo("Trần Văn Mẫu");
        assertThat(plan.citations()).allMatch(c -> c.footnote() && !c.basis());
    }

    @Test
    void aDocumentOfTheTextAndOfAFootnoteIsOneAndNoFootnote() {
        PlanDraft plan = Reading.of(SIGNED.replace("- Nâng cao", "- Theo Nghị quyết số 1/NQ-CP nâng cao")
                + "[1] Nghị quyết số 1/NQ-CP ngày 3/1/2022.\n");

        assertThat(plan.citations()).singleElement().satisfies(c -> {
            assertThat(c.footnote()).isFalse();
            assertThat(c.date()).isEqualTo("2022-01-03");
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Căn cứ Nghị quyết số 66.2/2025/NQ-CP của Chính phủ; | 66.2/2025/NQ-CP
            Căn cứ Nghị quyết số 190.10/2025/QH15 của Quốc hội; | 190.10/2025/QH15
            Căn cứ mục 1.2 Quyết định số 15/QĐ-TTg; | 15/QĐ-TTg
            Căn cứ Quyết định số 2.074/QĐ-TTg; | ``
            Thực hiện Kế hoạch số 0129/KH-UBND; | 0129/KH-UBND
            Thực hiện Chỉ thị số 06 CT/TW của Ban Bí thư; | 06-CT/TW
            Thực hiện Nghị định số 78/2021/NĐ -CP; | 78/2021/NĐ-CP
            Thực hiện Tờ trình số 95/TTr- SVH-CC; | 95/TTr-SVH-CC
            Thực hiện các Công điện số 7/CĐ-UBND và số 8/CĐ-UBND; | 7/CĐ-UBND; 8/CĐ-UBND
            Đạt 2,1 con/phụ nữ và 12/15 xã; | ``
            Trực 24/7 tại Trung tâm; | ``
            Thực hiện Quy chế phối hợp 49/QCPH-UBND-HCTĐ; | 49/QCPH-UBND-HCTĐ
            """)
    void numbersAsTheyAreTyped(String sentence, String expected) {
        assertThat(Reading.citations(Reading.basis(sentence))).isEqualTo(expected);
    }
}
