package vn.toam.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.As;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;

/** What reads the same is one village, however it was typed. */
class VillageNameTest extends ToamTest {

    private static final LocalDate ON = LocalDate.of(2026, 2, 1);

    @Autowired
    private UnitService units;

    @Autowired
    private As as;

    @ParameterizedTest
    @CsvSource({
        "Hoà Bình, Hòa Bình",
        "Khoẻ, Khỏe",
        "Thuỵ An, Thụy An",
        "Thuỷ, Thủy",
        "HOÀ, HÒA",
        "Hòan Kiếm, Hoàn Kiếm",
        "Húynh, Huýnh",
        "Quý Hoá, Quý Hóa",
        "Quà, Quà",
        "Hoặc, Hoặc",
        "Hoằng Quỳ, Hoằng Quỳ",
        "Ngoài, Ngoài",
        "TDP 5, Tổ dân phố 5",
        "T.D.P. số 3, Tổ dân phố số 3"
    })
    void toneMarksStandInOnePlace(String typed, String written) {
        for (Normalizer.Form form : new Normalizer.Form[] {Normalizer.Form.NFC, Normalizer.Form.NFD}) {
            assertThat(VillageName.of(Normalizer.normalize("  " + typed + "\u200b ", form))
                            .written())
                    .isEqualTo(Normalizer.normalize(written, Normalizer.Form.NFC));
        }
    }

    @Test
    void aVillageTypedInAnotherSpellingIsTheOneThereIs() {
        int commune = commune();
        int village = add(commune, "VILLAGE", Normalizer.normalize("Hoà  Bình", Normalizer.Form.NFD));

        assertThat(units.find(village, ON).name()).isEqualTo("Hòa Bình");
        for (String again : new String[] {
            Normalizer.normalize("Hòa Bình", Normalizer.Form.NFC),
            Normalizer.normalize("Hòa Bình", Normalizer.Form.NFD),
            "Hoà Bình",
            "HÒA BÌNH",
            "thôn Hoà Bình",
            "Hòa\u00a0Bình"
        }) {
            assertRefused(commune, "VILLAGE", again, "unit.village.name.taken", "Hòa Bình");
        }
        int other = add(commune, "VILLAGE", "Bình Hoà");
        assertThatThrownBy(() ->
                        as.role("ministry").run(() -> units.rename(other, "VILLAGE", "Hoà Bình", ON.plusMonths(1))))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("unit.village.name.taken");
    }

    @Test
    void theKindTypedIntoTheNameIsItsKind() {
        int commune = commune();

        assertThat(units.find(add(commune, "HAMLET", "Bản 01"), ON).fullName().vi())
                .isEqualTo("Bản 01");
        assertRefused(commune, "HAMLET", "1", "unit.village.name.taken", "Bản 01");
        assertThat(units.find(add(commune, "VILLAGE", "Bản Vài"), ON).fullName().vi())
                .isEqualTo("Thôn Bản Vài");
        assertThat(units.find(add(commune, "NEIGHBOURHOOD", "TDP số 7"), ON)
                        .fullName()
                        .vi())
                .isEqualTo("Tổ dân phố số 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thôn 1", "Bản Thôn 1", "Xóm 3", "Khu phố Hòa Bình", "TDP 2"})
    void anotherKindThanTheChosenOneIsAsked(String typed) {
        assertRefused(commune(), "HAMLET", typed, "unit.village.name.kind", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200b", "thôn"})
    void aKindAloneIsNoName(String typed) {
        assertRefused(commune(), "VILLAGE", typed, "unit.village.name.missing", "");
    }

    @Test
    void villagesStandInTheOrderOfTheirNumbers() {
        int commune = commune();
        for (String number : new String[] {"210", "202", "201"}) {
            add(commune, "XOM", number);
        }

        assertThat(units.children(commune, ON).stream()
                        .filter(unit -> unit.type().equals("XOM"))
                        .map(Unit::name))
                .containsSubsequence("201", "202", "210");
    }

    private int commune() {
        return units.byCode(Level.COMMUNE, "07351", ON).orElseThrow().id();
    }

    private int add(int commune, String type, String name) {
        return as.role("ministry").get(() -> units.addVillage(commune, type, name, ON));
    }

    private void assertRefused(int commune, String type, String name, String key, String named) {
        assertThatThrownBy(() -> add(commune, type, name))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(key)
                .hasMessageContaining(named);
    }
}
