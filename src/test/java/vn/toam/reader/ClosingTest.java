package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
