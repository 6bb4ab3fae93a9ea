package vn.toam.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.geography.Level;
import vn.toam.shared.ToamTest;
import vn.toam.unit.UnitService;

class AgencyServiceTest extends ToamTest {

    static final LocalDate PLAN = LocalDate.of(2022, 1, 1);
    static final LocalDate NOW = LocalDate.of(2026, 11, 22);

    @Autowired
    AgencyService agencies;

    @Autowired
    UnitService units;

    @Test
    void theLabourDepartmentWasDividedAmongOthers() {
        int dienBien = units.byCode(Level.PROVINCE, "11", PLAN).orElseThrow().id();
        assertThat(followers(agencies.ofKind(dienBien, "SLDTBXH", PLAN).orElseThrow()))
                .contains("Sở Nội vụ tỉnh Điện Biên", "Sở Y tế tỉnh Điện Biên");
    }

    @Test
    void aDepartmentOfAMergedProvinceIsFollowedByThatOfTheNewOne() {
        int konTum = units.byCode(Level.PROVINCE, "62", PLAN).orElseThrow().id();
        assertThat(followers(agencies.ofKind(konTum, "SVHTTDL", PLAN).orElseThrow()))
                .containsExactly("Sở Văn hóa, Thể thao và Du lịch tỉnh Quảng Ngãi");
        assertThat(followers(agencies.ofKind(konTum, "SLDTBXH", PLAN).orElseThrow()))
                .contains("Sở Nội vụ tỉnh Quảng Ngãi", "Sở Y tế tỉnh Quảng Ngãi");
    }

    @Test
    void aDistrictDivisionIsFollowedByTheDivisionsOfItsCommunes() {
        int tanYen = units.byCode(Level.DISTRICT, "216", PLAN).orElseThrow().id();
        assertThat(followers(agencies.ofKind(tanYen, "PVHTT", PLAN).orElseThrow()))
                .hasSize(6)
                .contains("Phòng Văn hóa - Xã hội xã Nhã Nam", "Phòng Văn hóa - Xã hội phường Đa Mai");
        assertThat(followers(agencies.ofKind(tanYen, "CA", PLAN).orElseThrow()))
                .containsExactly("Công an tỉnh Bắc Ninh");
    }

    @Test
    void thePeoplesCommitteeOfADistrictPassesToThoseOfItsCommunes() {
        int tanYen = units.byCode(Level.DISTRICT, "216", PLAN).orElseThrow().id();
        assertThat(followers(agencies.peoplesCommittee(tanYen, PLAN)))
                .hasSize(6)
                .contains("Ủy ban nhân dân xã Tân Yên");
    }

    @Test
    void haiPhongHadADepartmentOfCultureAndSportsThenOneWithTourism() {
        int haiPhong = units.byCode(Level.PROVINCE, "31", PLAN).orElseThrow().id();
        Agency old = agencies.ofKind(haiPhong, "SVHTTDL", PLAN).orElseThrow();
        assertThat(old.name()).isEqualTo("Sở Văn hóa và Thể thao");
        assertThat(followers(old)).containsExactly("Sở Văn hóa, Thể thao và Du lịch thành phố Hải Phòng");
    }

    @Test
    void ministriesMergedInMarch2025() {
        Agency molisa = agencies.ofKind(UnitService.COUNTRY, "MOLISA", PLAN).orElseThrow();
        assertThat(followers(molisa)).contains("Bộ Nội vụ", "Bộ Y tế");
        assertThat(agencies.identifiers(molisa.id()))
                .extracting(Agency.Identifier::code)
                .containsExactly("G07");
    }

    private List<String> followers(Agency agency) {
        return agencies.successorsOf(agency.id(), NOW).stream()
                .map(s -> s.agency().fullName().vi())
                .distinct()
                .toList();
    }
}
