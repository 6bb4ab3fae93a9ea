package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issuer, number, date, title and period from letterheads, from titles without one and from reports. */
class HeadersTest {
    private static String line(PlanDraft plan) {
        PlanDraft.Header h = plan.header();
        return String.join(
                " / ",
                java.util.stream.Stream.of(h.issuer(), h.number(), h.date(), h.title())
                        .map(f -> f.value() == null ? "–" : f.value())
                        .toList());
    }

    @Test
    void readsALetterheadBesideTheMotto() {
        PlanDraft plan = Reading.of("""
                ỦY BAN NHÂN DÂN HUYỆN HOA LƯ       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                TRƯỜNG THCS HOA MAI                Độc lập – Tự do – Hạnh phúc

                Số:136 /KH-THCS                    Hoa Lư, ngày 06 tháng 12 năm 2022

                KẾ HOẠCH
                Phòng, chống bạo lực học đường
                """);
        assertThat(line(plan))
                .isEqualTo("Trường THCS Hoa Mai / 136/KH-THCS / 2022-12-06 / Phòng, chống bạo lực học đường");
    }

    @Test
    void readsALetterheadInALostTable() {
        PlanDraft plan = Reading.of(
                "|\n**ỦY BAN NHÂN\nDÂN **\nTỈNH SÔNG XANH\n-------\n|\n**CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n|\n|\nSố: 12/KH-UBND\n|\n*Sông Xanh,\nngày 3 tháng 4 năm 2022*\n|\n\n**KẾ HOẠCH**\n\nVỀ CÔNG TÁC\nGIA ĐÌNH NĂM 2022\n");
        assertThat(line(plan))
                .isEqualTo("Ủy ban nhân dân tỉnh Sông Xanh / 12/KH-UBND / 2022-04-03 / VỀ CÔNG TÁC GIA ĐÌNH NĂM 2022");
    }

    @Test
    void aBlankNumberStaysBlank() {
        PlanDraft plan = Reading.of(
                "ỦY BAN NHÂN DÂN XÃ HOA\nSố:      /KH-UBND\nHoa, ngày    tháng 4 năm 2024\n\nKẾ HOẠCH\nThực hiện Nghị quyết số 13-NQ/TU\n");
        assertThat(line(plan)).isEqualTo("Ủy ban nhân dân xã Hoa / – / – / Thực hiện Nghị quyết số 13-NQ/TU");
    }

    @Test
    void readsAReportOnAPlanAndGuessesNoYear() {
        PlanDraft plan = Reading.of(
                "Ngày 12/01, UBND tỉnh Sông Xanh ban hành Kế hoạch số 99/KH-UBND về việc thực hiện công tác gia đình.\n\nKế hoạch nhằm nâng cao nhận thức.\n");
        assertThat(line(plan))
                .isEqualTo("Ủy ban nhân dân tỉnh Sông Xanh / 99/KH-UBND / – / thực hiện công tác gia đình");
        assertThat(plan.header().datePartial().value()).isEqualTo("01-12");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Kế hoạch 56/KH-UBND về công tác gia đình ra sao?⏎Ngày 22 tháng 10 năm 2025, UBND tỉnh Mẫu đã có Kế hoạch 56/KH-UBND về công tác gia đình. | 56/KH-UBND 2025-10-22
            Kế hoạch số 56/KH-UBND ngày 22/10/2025 về công tác gia đình | 56/KH-UBND 2025-10-22
            Kế hoạch công tác gia đình tỉnh Mẫu (Kế hoạch 103/KH-UBND)⏎Ngày 01/12/2025, UBND tỉnh Mẫu đã ban hành Kế hoạch 103/KH-UBND về gia đình. | 103/KH-UBND 2025-12-01
            Sáng nay, Sở Mẫu đã có Kế hoạch số 7/KH-SVH ngày 05/11/2025 về ngày hội gia đình. | 7/KH-SVH 2025-11-05
            KẾ HOẠCH⏎Thực hiện Kế hoạch số 9/KH-UBND ngày 01/02/2025 của UBND tỉnh | – –
            KẾ HOẠCH⏎Công tác gia đình⏎Căn cứ Kế hoạch số 9/KH-UBND ngày 01/02/2025 của UBND tỉnh; | – –
            Số:     /KH-UBND⏎KẾ HOẠCH⏎Công tác gia đình (Kế hoạch 9/KH-UBND) | – –
            """)
    void aNumberInTheTextCountsWhereThePlanItselfIsCalledByIt(String text, String expected) {
        PlanDraft.Header h = Reading.of(text.replace("⏎", "\n") + "\n\nI. MỤC ĐÍCH\nNâng cao nhận thức.\n")
                .header();

        assertThat((h.number().value() == null ? "–" : h.number().value()) + " "
                        + (h.date().value() == null ? "–" : h.date().value()))
                .isEqualTo(expected);
        assertThat(java.util.stream.Stream.of(h.number(), h.date())
                        .filter(f -> f.evidence() != null)
                        .allMatch(f -> f.evidence().confidence() < 0.9))
                .isTrue();
    }

    @Test
    void aDecisionGivesNumberAndDateToThePlanBehindIt() {
        PlanDraft plan = Reading.of(
                "ỦY BAN NHÂN DÂN\nTỈNH SÔNG XANH\n\nSố: 48/QĐ-UBND\n\nSông Xanh, ngày 31 tháng 12 năm 2021\n\nQUYẾT ĐỊNH\nPHÊ DUYỆT KẾ HOẠCH PHÒNG CHỐNG THIÊN TAI\n\nCăn cứ Luật Phòng, chống thiên tai ngày 19/6/2013;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt Kế hoạch.\n\nNơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Văn Mẫu\n\nKẾ HOẠCH\nPHÒNG CHỐNG THIÊN TAI GIAI ĐOẠN 2022-2025\n(Kèm theo Quyết định số 48/QĐ-UBND ngày 31/12/2021)\n\nI. MỤC TIÊU\n- Giảm 10% thiệt hại.\n");
        assertThat(line(plan))
                .startsWith(
                        "Ủy ban nhân dân tỉnh Sông Xanh / 48/QĐ-UBND / 2021-12-31 / PHÒNG CHỐNG THIÊN TAI GIAI ĐOẠN 2022-2025");
        assertThat(Reading.recipients(plan)).containsExactly("Như Điều 3", "Lưu: VT");
        assertThat(plan.signature().signer().value()).isEqualTo("Trần Văn Mẫu");
        assertThat(Reading.citations(plan)).startsWith("Luật Phòng, chống thiên tai 2013-06-19");
    }

    @Test
    void whatThePlanIsAttachedToIsNotItsTitle() {
        PlanDraft.Header header = Reading.of(
                        "KẾ HOẠCH\nThực hiện Chiến lược gia đình đến năm 2030\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 01/02/2023)\n\nI. MỤC ĐÍCH\n- Nâng cao.\n")
                .header();

        assertThat(header.title().value()).isEqualTo("Thực hiện Chiến lược gia đình đến năm 2030");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Thực hiện Chỉ thị về gia đình (giai đoạn 2021-2030) | 2021 | 2030
            Công tác gia đình năm 2022 trên địa bàn tỉnh | 2022 | 2022
            Thực hiện Chiến lược gia đình đến năm 2030 | | 2030
            Thực hiện Chương trình giai đoạn 2021-2025, định hướng đến năm 2030 | 2021 | 2025
            Phòng, chống bạo lực học đường năm học 2022 – 2023 | 2022 | 2023
            Thực hiện Chiến lược bình đẳng giới giai đoạn 2021 - 2030 năm 2024 | 2024 | 2024
            Thực hiện Chỉ thị số 03/CT-TTg ngày 30/01/2026 | |
            """)
    void readsThePeriodFromTheTitle(String title, String from, String to) {
        PlanDraft.Header h = Reading.of("KẾ HOẠCH\n" + title + "\n\nI. MỤC ĐÍCH\n- Nâng cao.\n")
                .header();
        assertThat(h.periodFrom().value()).isEqualTo(from);
        assertThat(h.periodTo().value()).isEqualTo(to);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ỦY BAN NHÂN DÂN⏎XÃ MẪU A⏎Số:     /KH-UBND | Ủy ban nhân dân xã Mẫu A |
            UBND XÃ MẪU A⏎Số: ....../KH-UBND | Ủy ban nhân dân xã Mẫu A |
            UBND PHƯỜNG MẪU B⏎SỐ:  /KH - UBND | Ủy ban nhân dân phường Mẫu B |
            ỦY BAN NHÂN DÂN TỈNH MẪU⏎SỞ Y TẾ⏎Số      /KH-SYT | Sở Y tế tỉnh Mẫu |
            ỦY BAN NHÂN DÂN⏎HUYỆN MẪU⏎-------⏎Số: … /KH-UBND | Ủy ban nhân dân huyện Mẫu |
            ỦY BAN NHÂN DÂN⏎XÃ MẪU A⏎Số: 05/KH-UBND | Ủy ban nhân dân xã Mẫu A | 05/KH-UBND
            """)
    void aBlankNumberIsNoPartOfTheIssuer(String head, String issuer, String number) {
        PlanDraft.Header h = Reading.of(
                        head.replace("⏎", "\n")
                                + "\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nMẫu, ngày 02 tháng 02 năm 2026\n\nKẾ HOẠCH\nCông tác gia đình năm 2026\n")
                .header();

        assertThat(h.issuer().value()).isEqualTo(issuer);
        assertThat(h.number().value()).isEqualTo(number);
        assertThat(h.date().value()).isEqualTo("2026-02-02");
    }

    @Test
    void aDecisionThatIssuesAPlanIsADecision() {
        PlanDraft plan = Reading.of(
                "THỦ TƯỚNG CHÍNH PHỦ\nSố: 5/QĐ-TTg\nHà Nội, ngày 27 tháng 11 năm 2025\n\nQUYẾT ĐỊNH\nPHÊ DUYỆT ĐỀ ÁN GIA ĐÌNH\n\nTHỦ TƯỚNG CHÍNH PHỦ\nCăn cứ Luật Trẻ em;\nĐiều 1. Phê duyệt Đề án.\n");

        assertThat(line(plan)).isEqualTo("Thủ tướng Chính phủ / 5/QĐ-TTg / 2025-11-27 / PHÊ DUYỆT ĐỀ ÁN GIA ĐÌNH");
        assertThat(plan.header().docType().value()).isEqualTo("Quyết định");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            THỦ TƯỚNG⏎CHÍNH PHỦ | THỦ TƯỚNG CHÍNH PHỦ | triển khai Luật Trẻ em | Thủ tướng Chính phủ - –..–
            THỦ TƯỚNG CHÍNH PHỦ | THỦ TƯỚNG CHÍNH PHỦ | triển khai Luật Trẻ em đến năm 2030 | Thủ tướng Chính phủ - –..2030
            THỦ TƯỚNG CHÍNH PHỦ | THỦ TƯỚNG CHÍNH PHỦ | công tác gia đình năm 2026 | Thủ tướng Chính phủ - 2026..2026
            BỘ Y TẾ | BỘ TRƯỞNG BỘ Y TẾ | truyền thông giai đoạn 2026 - 2028 | Bộ Y tế - 2026..2028
            BỘ Y TẾ | BỘ TRƯỞNG BỘ Y TẾ | truyền thông về dân số | Bộ Y tế - –..–
            BỘ VĂN HÓA, THỂ THAO⏎VÀ DU LỊCH | BỘ TRƯỞNG BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH | kiểm tra công tác gia đình | Bộ Văn hóa, Thể thao và Du lịch - –..–
            ỦY BAN NHÂN DÂN⏎TỈNH HÒA AN | CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH | phòng ngừa bạo lực | Ủy ban nhân dân tỉnh Hòa An - –..–
            ỦY BAN NHÂN DÂN⏎TỈNH HÒA AN | ỦY BAN NHÂN DÂN TỈNH HÒA AN | phòng ngừa bạo lực từ năm 2026 đến năm 2029 | Ủy ban nhân dân tỉnh Hòa An - 2026..2029
            ỦY BAN NHÂN DÂN⏎XÃ TÂN LẬP | CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ | cai nghiện tại cộng đồng | Ủy ban nhân dân xã Tân Lập - –..–
            ỦY BAN NHÂN DÂN⏎PHƯỜNG HÒA THÀNH | CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG | cai nghiện tại cộng đồng năm 2027 | Ủy ban nhân dân phường Hòa Thành - 2027..2027
            HỘI ĐỒNG NHÂN DÂN⏎TỈNH HÒA AN | THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN TỈNH | giám sát chuyên đề | Hội đồng nhân dân tỉnh Hòa An - –..–
            ỦY BAN DÂN TỘC | BỘ TRƯỞNG, CHỦ NHIỆM ỦY BAN DÂN TỘC | giảm tảo hôn | Ủy ban Dân tộc - –..–
            """)
    void aDecisionThatCarriesAPlanHasItsIssuerAndThePlansOwnYears(
            String letterhead, String authority, String subject, String expected) {
        PlanDraft plan = Reading.of(
                letterhead.replace("⏎", "\n")
                        + "\nSố: 12/QĐ-ABC\nHòa An, ngày 3 tháng 4 năm 2026\n\nQUYẾT ĐỊNH\nBan hành Kế hoạch " + subject
                        + "\n\n"
                        + authority
                        + "\n\nCăn cứ Luật Trẻ em;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch "
                        + subject
                        + ".\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. CHỦ TỊCH\nLê Văn Mẫu\n\nKẾ HOẠCH\n" + subject
                        + "\n(Kèm theo Quyết định số 12/QĐ-ABC ngày 3/4/2026)\n\nI. NỘI DUNG\n1. Truyền thông\n- Phát tờ rơi.\n- Thời gian thực hiện: Năm 2026 và các năm tiếp theo.\n");
        PlanDraft.Header h = plan.header();
        assertThat(h.docType().value()).isEqualTo("Quyết định");
        assertThat(h.issuer().value() + " - " + year(h.periodFrom()) + ".." + year(h.periodTo()))
                .isEqualTo(expected);
    }

    private static String year(PlanDraft.Field field) {
        return field.value() == null ? "–" : field.value();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Tân Lập, ngày 24/6/2026 | 2026-06-24
            Tân Lập, ngày 4/02/2026 | 2026-02-04
            Tân Lập, ngày 28-2-2026 | 2026-02-28
            Tân Lập, ngày 15.11.2026 | 2026-11-15
            Tân Lập, ngày 05 tháng 9 năm 2026 | 2026-09-05
            Tân Lập, ngày  5  tháng  9  năm  2026 | 2026-09-05
            Tân Lập, ngày    tháng 9 năm 2026 | –
            Tân Lập, ngày   /9/2026 | –
            Tân Lập, ngày      tháng     năm 2026 | –
            Tân Lập, tháng 9 năm 2026 | –
            Xã Tân Lập, ngày 01 tháng 12 năm 2025 | 2025-12-01
            Tân Lập ngày 7 tháng 3 năm 2025 | 2025-03-07
            """)
    void theDayBesideThePlaceInWordsAndFigures(String line, String expected) {
        PlanDraft plan = Reading.of("ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\nSố: 9/KH-UBND\n" + line
                + "\n\nKẾ HOẠCH\nCông tác gia đình\n\nI. MỤC ĐÍCH\n- Nâng cao nhận thức.\n");
        assertThat(year(plan.header().date())).isEqualTo(expected);
    }
}
