package vn.toam.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.shared.ToamTest;

class UnitServiceTest extends ToamTest {

    static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    @Autowired
    UnitService units;

    @ParameterizedTest
    @CsvSource({
        "PROVINCE, 46, 2024-12-31, Tỉnh Thừa Thiên Huế",
        "PROVINCE, 46, 2025-01-01, Thành phố Huế",
        "PROVINCE, 75, 2026-04-29, Tỉnh Đồng Nai",
        "PROVINCE, 75, 2026-04-30, Thành phố Đồng Nai",
        "PROVINCE, 24, 2025-06-30, Tỉnh Bắc Giang",
        "PROVINCE, 24, 2025-07-01, Tỉnh Bắc Ninh",
        "COMMUNE, 26368, 2026-04-29, Xã Long Thành",
        "COMMUNE, 26368, 2026-04-30, Phường Long Thành",
        "COMMUNE, 00004, 2025-06-30, Phường Trúc Bạch",
        "COMMUNE, 00004, 2025-07-01, Phường Ba Đình",
        "COMMUNE, 06970, 2025-07-01, Xã Ba Chẽ",
        "COMMUNE, 06978, 2025-07-01, Xã Ba Chẽ",
        "DISTRICT, 216, 2021-11-08, Huyện Tân Yên"
    })
    void aCodeMeansTheUnitThatBoreItOnThatDay(Level level, String code, LocalDate date, String name) {
        assertThat(units.byCode(level, code, date).orElseThrow().fullName().vi())
                .isEqualTo(name);
    }

    @Test
    void oneUnitKeepsItsIdentityThroughANewName() {
        assertThat(units.byCode(Level.PROVINCE, "46", BEFORE).orElseThrow().id())
                .isEqualTo(
                        units.byCode(Level.PROVINCE, "46", AFTER).orElseThrow().id());
        assertThat(units.byCode(Level.PROVINCE, "11", BEFORE).orElseThrow().id())
                .isEqualTo(
                        units.byCode(Level.PROVINCE, "11", AFTER).orElseThrow().id());
        assertThat(units.byCode(Level.PROVINCE, "31", BEFORE).orElseThrow().id())
                .isNotEqualTo(
                        units.byCode(Level.PROVINCE, "31", AFTER).orElseThrow().id());
    }

    @Test
    void aNameSaysWhereTheUnitLay() {
        Unit tanYen = units.byCode(Level.DISTRICT, "216", BEFORE).orElseThrow();
        assertThat(units.nameOn(tanYen.id(), BEFORE)).isEqualTo("Huyện Tân Yên, tỉnh Bắc Giang");
        Unit commune = units.byCode(Level.COMMUNE, "07339", AFTER).orElseThrow();
        assertThat(units.nameOn(commune.id(), AFTER)).isEqualTo("Xã Tân Yên, tỉnh Bắc Ninh");
        assertThat(commune.fullName().en()).isEqualTo("Tân Yên Commune");
    }

    @Test
    void theTreeOfADateHasOnlyUnitsOfThatDate() {
        Unit dienBien = units.byCode(Level.PROVINCE, "11", BEFORE).orElseThrow();
        assertThat(units.children(dienBien.id(), BEFORE)).hasSize(10).allMatch(u -> u.level() == Level.DISTRICT);
        assertThat(units.children(dienBien.id(), AFTER)).hasSize(45).allMatch(u -> u.level() == Level.COMMUNE);
        assertThat(units.communesBelow(dienBien.id(), BEFORE)).hasSize(129);
        assertThat(units.children(UnitService.COUNTRY, AFTER)).hasSize(34);
    }

    @Test
    void ancestorsFollowTheDate() {
        Unit commune = units.byCode(Level.COMMUNE, "03325", BEFORE)
                .orElseGet(() -> units.communesBelow(
                                units.byCode(Level.PROVINCE, "11", BEFORE)
                                        .orElseThrow()
                                        .id(),
                                BEFORE)
                        .getFirst());
        assertThat(units.ancestors(commune.id(), BEFORE))
                .extracting(Unit::level)
                .containsExactly(Level.DISTRICT, Level.PROVINCE, Level.COUNTRY);
    }

    @ParameterizedTest
    @CsvSource({
        "tan yen, Huyện Tân Yên",
        "TÂN YÊN, Huyện Tân Yên",
        "đien bien, Tỉnh Điện Biên",
        "hue, Tỉnh Thừa Thiên Huế"
    })
    void searchReadsWithAndWithoutDiacritics(String typed, String first) {
        assertThat(units.search(typed, LocalDate.of(2021, 1, 1), null, 1).items().stream()
                        .map(u -> u.fullName().vi()))
                .contains(first);
    }

    @Test
    void searchGivesAPageAndTheTotal() {
        var found = units.search("tan", AFTER, Level.COMMUNE, 2);
        assertThat(found.items()).hasSize(50);
        assertThat(found.total()).isGreaterThan(100);
    }

    @Test
    void theProvinceOfTodayNeverChangesForAUnit() {
        assertThat(units.byCode(Level.PROVINCE, "62", BEFORE).orElseThrow().province())
                .isEqualTo(51);
        assertThat(units.byCode(Level.DISTRICT, "216", BEFORE).orElseThrow().province())
                .isEqualTo(24);
    }
}
