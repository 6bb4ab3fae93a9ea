package vn.toam.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.geography.Comparability;
import vn.toam.geography.Formation;
import vn.toam.geography.Level;
import vn.toam.geography.Link;
import vn.toam.geography.Share;
import vn.toam.geography.Unit;
import vn.toam.shared.ToamTest;

class SuccessionsTest extends ToamTest {

    static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    @Autowired
    UnitService units;

    @Autowired
    Successions successions;

    @Test
    void tanYenBecameFiveCommunesAndAPartOfPhuongDaMai() {
        int tanYen = district("216");
        assertThat(successions.transferTargets(tanYen))
                .extracting(u -> u.fullName().vi())
                .containsExactlyInAnyOrder(
                        "Xã Tân Yên", "Xã Nhã Nam", "Xã Phúc Hòa", "Xã Quang Trung", "Xã Ngọc Thiện", "Phường Đa Mai");
        assertThat(successions.successors(tanYen)).allMatch(l -> l.share() == Share.PART);
        Comparability comparable = successions.comparable(tanYen);
        assertThat(comparable.exact()).isFalse();
        assertThat(comparable.why().vi()).contains("phường Đa Mai").startsWith("Không so sánh");
    }

    @Test
    void konTumPassedToQuangNgaiAndStaysComparable() {
        int konTum = province("62", BEFORE);
        assertThat(successions.transferTargets(konTum))
                .extracting(u -> u.fullName().vi())
                .containsExactly("Tỉnh Quảng Ngãi");
        Link link = successions.successors(konTum).getFirst();
        assertThat(link.share()).isEqualTo(Share.FULL);
        assertThat(link.act()).isEqualTo("202/2025/QH15");
        Comparability comparable = successions.comparable(konTum);
        assertThat(comparable.exact()).isTrue();
        assertThat(comparable.with()).hasSize(40);
    }

    @Test
    void haiPhongHasThirtySevenSplitCommunes() {
        long split = units.communesBelow(province("31", BEFORE), BEFORE).stream()
                .filter(u -> successions.successors(u.id()).size() > 1)
                .count();
        assertThat(split).isEqualTo(37);
    }

    @Test
    void anUnchangedProvinceIsComparableAsItIs() {
        Comparability comparable = successions.comparable(province("11", AFTER));
        assertThat(comparable.exact()).isTrue();
        assertThat(successions.successors(province("11", AFTER))).isEmpty();
    }

    @Test
    void aNewCommuneNamesItsOldUnitsAndTheClauseThatFormedIt() {
        Unit tanYen = units.byCode(Level.COMMUNE, "07339", AFTER).orElseThrow();
        assertThat(successions.predecessors(tanYen.id()))
                .extracting(l -> l.unit().fullName().vi())
                .containsExactlyInAnyOrder("Thị trấn Cao Thượng", "Xã Cao Xá", "Xã Việt Lập", "Xã Ngọc Lý");
        Formation formation = successions.formation(tanYen.id()).orElseThrow();
        assertThat(formation.act()).isEqualTo("1658/NQ-UBTVQH15");
        assertThat(formation.words()).contains("xã Tân Yên");
        assertThat(successions.comparable(tanYen.id()).exact()).isTrue();
    }

    private int district(String code) {
        return units.byCode(Level.DISTRICT, code, BEFORE).orElseThrow().id();
    }

    private int province(String code, LocalDate date) {
        return units.byCode(Level.PROVINCE, code, date).orElseThrow().id();
    }
}
