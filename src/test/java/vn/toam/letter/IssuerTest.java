package vn.toam.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Letterheads and citations as the five programmes need them. */
class IssuerTest {

    @Test
    void aPeoplesCommitteeNamesNoBodyAboveIt() {
        Issuer issuer = Issuer.of("Ủy ban nhân dân huyện Tân Yên", "huyện Tân Yên", null, null);

        assertThat(issuer)
                .isEqualTo(new Issuer(
                        "", "ỦY BAN NHÂN DÂN\nHUYỆN TÂN YÊN", "UBND", List.of("TM. ỦY BAN NHÂN DÂN"), "CHỦ TỊCH"));
    }

    @Test
    void aCitySignsAsItsPlanWasSignedButNeverWithTheName() {
        Issuer issuer = Issuer.of(
                "Ủy ban nhân dân thành phố Hải Phòng",
                "thành phố Hải Phòng",
                "100/KH-UBND",
                "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH");

        assertThat(issuer.authority()).containsExactly("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH");
        assertThat(issuer.post()).isEqualTo("PHÓ CHỦ TỊCH");
    }

    @Test
    void aSteeringCommitteeStandsUnderItsPeoplesCommittee() {
        Issuer issuer = Issuer.of("Ban Chỉ đạo công tác gia đình tỉnh Điện Biên", "tỉnh Điện Biên", "82/KH-BCĐ", null);

        assertThat(issuer)
                .isEqualTo(new Issuer(
                        "UBND TỈNH ĐIỆN BIÊN",
                        "BAN CHỈ ĐẠO CÔNG TÁC GIA ĐÌNH",
                        "BCĐ",
                        List.of("TM. BAN CHỈ ĐẠO"),
                        "TRƯỞNG BAN"));
    }

    @Test
    void aDepartmentIsAbbreviatedByItsInitials() {
        assertThat(Issuer.of("Sở Văn hóa, Thể thao và Du lịch tỉnh Kon Tum", "tỉnh Kon Tum", null, null)
                        .code())
                .isEqualTo("SVHTTDL");
    }

    @Test
    void documentsAreCitedWithNumberDayIssuerAndTitle() {
        Citation directive = new Citation(
                "Chỉ thị", "06-CT/TW", LocalDate.of(2021, 6, 24), "Ban Bí thư", "Tăng cường sự lãnh đạo của Đảng");

        assertThat(directive.full())
                .isEqualTo("Chỉ thị số 06-CT/TW ngày 24/6/2021 của Ban Bí thư về tăng cường sự lãnh đạo của Đảng");
        assertThat(directive.clear()).isEqualTo("Chỉ thị số 06-CT/TW ngày 24/6/2021 của Ban Bí thư");
        assertThat(new Citation("Kế hoạch", null, null, null, "Triển khai Chỉ thị 06-CT/TW").clear())
                .isEqualTo("Kế hoạch triển khai Chỉ thị 06-CT/TW");
        assertThat(Citation.day(LocalDate.of(2022, 2, 5))).isEqualTo("05/02/2022");
    }
}
