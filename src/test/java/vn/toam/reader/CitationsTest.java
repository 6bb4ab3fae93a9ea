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
}
