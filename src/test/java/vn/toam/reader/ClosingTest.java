package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recipients and signature, whatever became of the two columns. */
class ClosingTest {
    private static final String BODY = "KẾ HOẠCH\nThử nghiệm\n\nI. MỤC ĐÍCH\n- Nâng cao nhận thức./.\n\n";

    @Test
    void oneColumnBehindTheOther() {
        PlanDraft plan = Reading.of(
                BODY
                        + "Nơi nhận:\n- Thường trực Tỉnh ủy (để b/c);\n- CT, các PCT. UBND tỉnh;\n- Lưu: VT.\n\n**TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**\n\n\nTrần Văn Mẫu\n");
        assertThat(Reading.recipients(plan))
                .containsExactly("Thường trực Tỉnh ủy (để b/c)", "CT, các PCT. UBND tỉnh", "Lưu: VT");
        assertThat(plan.signature().signer().value()).isEqualTo("Trần Văn Mẫu");
        assertThat(plan.signature().title().value()).isEqualTo("TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH");
    }

    @Test
    void columnsSideBySide() {
        PlanDraft plan = Reading.of(
                BODY
                        + "Nơi nhận:                         TM. ỦY BAN NHÂN DÂN\n- Như trên;                            CHỦ TỊCH\n- Lưu: VT.\n                                   Trần Văn Mẫu\n");
        assertThat(Reading.recipients(plan)).containsExactly("Như trên", "Lưu: VT");
        assertThat(plan.signature().signer().value()).isEqualTo("Trần Văn Mẫu");
    }

    @Test
    void recipientsWithoutDashesAndNoSignature() {
        PlanDraft plan = Reading.of(BODY + "Nơi nhận:\nSở GDĐT (báo cáo);\nLưu: VT.\n");
        assertThat(Reading.recipients(plan)).containsExactly("Sở GDĐT (báo cáo)", "Lưu: VT");
        assertThat(plan.signature().signer().value()).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            TM. ỦY BAN⏎NHÂN DÂN⏎CHỦ TỊCH⏎Trần Văn Mẫu | TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH | Trần Văn Mẫu
            TM. ỦY BAN NHÂN⏎DÂN⏎KT. CHỦ TỊCH⏎PHÓ CHỦ TỊCH⏎Trần Văn Mẫu | TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH | Trần Văn Mẫu
            TM. ỦY BAN NHÂN DÂN⏎TỈNH MẪU⏎CHỦ TỊCH⏎TRẦN VĂN MẪU | TM. ỦY BAN NHÂN DÂN TỈNH MẪU / CHỦ TỊCH | TRẦN VĂN MẪU
            T/M BAN THƯỜNG⏎VỤ⏎PHÓ BÍ THƯ⏎Trần Văn Mẫu | T/M BAN THƯỜNG VỤ / PHÓ BÍ THƯ | Trần Văn Mẫu
            KT. GIÁM ĐỐC⏎PHÓ GIÁM ĐỐC⏎(Đã ký)⏎Trần Thị Mẫu | KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC | Trần Thị Mẫu
            TL. CHỦ TỊCH⏎CHÁNH VĂN PHÒNG⏎Trần Văn Mẫu | TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG | Trần Văn Mẫu
            TUQ. GIÁM ĐỐC⏎TRƯỞNG PHÒNG⏎Trần Văn Mẫu | TUQ. GIÁM ĐỐC / TRƯỞNG PHÒNG | Trần Văn Mẫu
            Q. CHỦ TỊCH⏎Trần Văn Mẫu | Q. CHỦ TỊCH | Trần Văn Mẫu
            HIỆU TRƯỞNG⏎ThS. Trần Văn Mẫu | HIỆU TRƯỞNG | Trần Văn Mẫu
            TM. ỦY BAN NHÂN DÂN⏎CHỦ TỊCH⏎Signature Not Verified⏎Ký bởi: Ủy ban nhân dân tỉnh Mẫu⏎Thời gian ký: 02/02/2026⏎Trần Văn Mẫu | TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH | Trần Văn Mẫu
            CHỈ HUY TRƯỞNG⏎Đại tá Trần Văn Mẫu | CHỈ HUY TRƯỞNG | Trần Văn Mẫu
            TM. ỦY BAN NHÂN DÂN⏎KT. CHỦ TỊCH⏎PHÓ CHỦ⏎TỊCH⏎Trần Văn Mẫu | TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH | Trần Văn Mẫu
            """)
    void readsWhoSignedWhereverTheTitleIsCut(String lines, String title, String signer) {
        PlanDraft plan = Reading.of(BODY + "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n" + lines.replace("⏎", "\n") + "\n");

        assertThat(plan.signature().title().value()).isEqualTo(title);
        assertThat(plan.signature().signer().value()).isEqualTo(signer);
        assertThat(Reading.recipients(plan)).containsExactly("Như trên", "Lưu: VT");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            TM. ỦY BAN⏎NHÂN DÂN⏎CHỦ TỊCH⏎Người Ký Tên | Người Ký Tên
            TM. ỦY BAN⏎NHÂN DÂN⏎KT. CHỦ TỊCH⏎PHÓ CHỦ TỊCH⏎Lê Thị Mẫu | Lê Thị Mẫu
            TM. ỦY BAN NHÂN⏎DÂN XÃ⏎CHỦ TỊCH⏎Đỗ Văn Mẫu | Đỗ Văn Mẫu
            TM. HỘI ĐỒNG⏎NHÂN DÂN⏎CHỦ TỊCH⏎Hồ Thị Mẫu | Hồ Thị Mẫu
            TM. BAN THƯỜNG⏎VỤ⏎BÍ THƯ⏎Vũ Văn Mẫu | Vũ Văn Mẫu
            TM. BAN CHỈ⏎ĐẠO⏎TRƯỞNG BAN⏎Trịnh Văn Mẫu | Trịnh Văn Mẫu
            CHỦ TỊCH⏎Người ký: Cổng thông tin⏎Ngô Văn Mẫu | Ngô Văn Mẫu
            GIÁM ĐỐC⏎(Đã ký)⏎Dương Thị Mẫu | Dương Thị Mẫu
            PHÓ GIÁM⏎ĐỐC⏎Bùi Văn Mẫu | Bùi Văn Mẫu
            TM. ỦY BAN NHÂN DÂN⏎CHỦ TỊCH⏎(Đã ký) | ``
            THỦ TƯỚNG⏎Người Ký Tên | Người Ký Tên
            TM. ỦY BAN⏎NHÂN DÂN⏎CHỦ TỊCH | ``
            """)
    void theSignersNameWhereTheTitleIsCut(String lines, String signer) {
        PlanDraft plan = Reading.of(BODY + "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n" + lines.replace("⏎", "\n") + "\n");
        String read = plan.signature().signer().value();
        assertThat(read == null ? "" : read).isEqualTo(signer);
    }
}
