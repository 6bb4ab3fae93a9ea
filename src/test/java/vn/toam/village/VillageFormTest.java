package vn.toam.village;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toam.geography.Validity;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.village.VillageListing.Asked;
import vn.toam.village.VillageListing.Column;
import vn.toam.village.VillageListing.Shown;

/** What may be typed of a village, and how a list of villages is narrowed and sorted; no database. */
class VillageFormTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource({"0, 0", "1234, 1234", "1.234, 1234", "'1,234', 1234", "1 234, 1234", "100.000, 100000"})
    void householdsAreReadTheWaysPeopleWriteThem(String typed, int households) {
        assertThat(VillageTyped.households(typed)).isEqualTo(households);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100001", "1000000", "-1", "12.34", "chừng trăm", "1.2345"})
    void whatIsNoNumberOfHouseholdsIsRefused(String typed) {
        assertThatThrownBy(() -> VillageTyped.households(typed)).isInstanceOf(Rejected.class);
    }

    @Test
    void nothingTypedIsNotKnown() {
        assertThat(VillageTyped.households("  ")).isNull();
    }

    private static VillageTyped typed(String... pairs) {
        Map<String, String> values = new HashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            values.put(pairs[at], pairs[at + 1]);
        }
        return VillageTyped.of(values, null);
    }

    @Test
    void aCorrectionHasNoDayAndAChangeHasTheOneThatWasTyped() {
        assertThat(typed("how", "correction", "on", "2026-03-02").form().from()).isNull();
        assertThat(typed("how", "change", "on", "2026-03-02").form().from()).isEqualTo(DAY);
        assertThat(typed("on", " ").form().from()).isNull();
        assertThat(typed("version", "7").form().version()).isEqualTo(7);
        assertThat(typed("version", "x").form().version()).isZero();
        assertThatThrownBy(() -> typed("on", "2026-02-30").form()).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> typed("decidedOn", "hôm qua").basis()).isInstanceOf(Rejected.class);
    }

    @Test
    void aSplitMakesFourAtMostAndBlankNamesMakeNone() {
        VillageTyped typed = typed(
                "name1", "A", "kind1", "THON", "name2", " ", "name3", "C", "kind3", "BAN", "name4", "D", "name5", "E");
        assertThat(typed.made()).extracting(VillageReshaping.Made::name).containsExactly("A", "C", "D");
        assertThat(typed.made()).extracting(VillageReshaping.Made::kind).containsExactly("THON", "BAN", "");
    }

    private static List<String> wrong(LocalDate on, String decision, LocalDate decided) {
        try {
            VillageRules.decided(new VillageChange.Basis(on, decision, decided));
            return List.of();
        } catch (Rejected rejected) {
            return rejected.problems().stream().map(Rejected.Problem::field).toList();
        }
    }

    @Test
    void aDecisionHasANumberAndIsMadeOnItsFirstDayAtTheLatest() {
        assertThat(wrong(DAY, "1/QĐ", DAY)).isEmpty();
        assertThat(wrong(DAY, "1/QĐ", null)).isEmpty();
        assertThat(wrong(DAY, "1/QĐ", DAY.plusDays(1))).containsExactly("decidedOn");
        assertThat(wrong(DAY, "a".repeat(200), DAY)).isEmpty();
        assertThat(wrong(DAY, "a".repeat(201), DAY)).containsExactly("decision");
        assertThat(wrong(null, " ", DAY)).containsExactly("on", "decision");
    }

    @Test
    void aVillageNamedTwiceIsSeen() {
        UUID one = UUID.randomUUID();
        assertThat(VillageRules.distinct(List.of(one, UUID.randomUUID()))).isTrue();
        assertThat(VillageRules.distinct(List.of(one, one))).isFalse();
    }

    @Test
    void theCodeOfAVillageIsThatOfItsCommuneAndThreeDigits() {
        assertThat(row(7, "THON", "Bảy", null, "", false).village().code("00004"))
                .isEqualTo("00004-007");
        assertThat(row(1234, "THON", "X", null, "", false).village().code("00004"))
                .isEqualTo("00004-1234");
    }

    private static VillageRow row(int no, String kind, String name, Integer households, String head, boolean ended) {
        Village village = new Village(
                UUID.randomUUID(),
                1,
                2,
                no,
                kind,
                name,
                Text.of((kind.equals("THON") ? "Thôn " : "Bản ") + name),
                Set.of(),
                new Validity(DAY, LocalDate.MAX),
                households,
                false);
        return new VillageRow(village, new VillageHeads(head, "", "", "", households, 1), ended);
    }

    @Test
    void aListIsNarrowedByKindEndAndWordsAndSortedWithTheUnknownFirst() {
        List<VillageRow> all = List.of(
                row(1, "THON", "Đông", 30, "Ông Mẫu", false),
                row(2, "BAN", "An", null, "", false),
                row(3, "THON", "Dừa", 0, "", true));
        assertThat(numbers(all, new Asked("", "", Shown.CURRENT, Column.NO, false)))
                .containsExactly(1, 2);
        assertThat(numbers(all, new Asked("", "", Shown.ENDED, Column.NO, false)))
                .containsExactly(3);
        assertThat(numbers(all, new Asked("", "", Shown.ALL, Column.NO, true))).containsExactly(3, 2, 1);
        assertThat(numbers(all, new Asked("", "THON", Shown.ALL, Column.NO, false)))
                .containsExactly(1, 3);
        assertThat(numbers(all, new Asked("mau", "", Shown.ALL, Column.NO, false)))
                .containsExactly(1);
        assertThat(numbers(all, new Asked("", "", Shown.ALL, Column.NAME, false)))
                .containsExactly(2, 3, 1);
        assertThat(numbers(all, new Asked("", "", Shown.ALL, Column.HOUSEHOLDS, false)))
                .containsExactly(2, 3, 1);
        assertThat(numbers(all, new Asked("", "", Shown.ALL, Column.HEAD, true)).getFirst())
                .isEqualTo(1);
        assertThat(VillageListing.totals(all)).isEqualTo(new VillageListing.Totals(3, 2, 30));
    }

    private static List<Integer> numbers(List<VillageRow> all, Asked asked) {
        return VillageListing.of(all, asked).stream()
                .map(row -> row.village().no())
                .toList();
    }
}
