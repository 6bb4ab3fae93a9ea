package vn.toam.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.geography.Level;
import vn.toam.geography.Share;
import vn.toam.geography.Unit;
import vn.toam.geography.UnitType;
import vn.toam.geography.Validity;
import vn.toam.reorganisation.Reorganisation.Line;
import vn.toam.reorganisation.ReorganisationRules.Kept;
import vn.toam.reorganisation.ReorganisationRules.Resolved;
import vn.toam.reorganisation.ReorganisationRules.Target;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Text;

/** What a table of a reorganisation comes to, and every way in which it can be wrong: two provinces with three communes each. */
class ReorganisationRulesTest {

    private static final LocalDate ON = LocalDate.of(2026, 7, 1);
    private static final String ACT = "NQ 1/2026";

    /** One line: old code; new code; name; type; share; households; parent. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "three become one | 00011;00019;Xã Mới / 00012;00019 / 00013;00019 | -",
                "a part and the rest | 00011;00012;;;phần còn lại / 00011;00013;;;một phần / 00012;00012 / 00013;00013 | -",
                "two parts and the rest | 00011;00018;Xã Tám;;một phần / 00011;00012;;;một phần / 00011;00013;;;phần còn lại / 00012;00012 / 00013;00013 | -",
                "a code taken over without a name | 00011;00018;Xã Tám / 00012;00011 | newName-2 name; newType-2 type.missing",
                "no line | | file empty",
                "an unknown old unit | 00099;00019;Xã Mới | oldCode-1 old",
                "no old unit | ;00019;Xã Mới | oldCode-1 old.missing",
                "the country | 00;00019;Xã Mới | oldCode-1 old",
                "no new unit | 00011;;Xã Mới | newCode-1 new.missing",
                "a code of six digits | 00011;000191;Xã Mới | newCode-1 code",
                "an unknown share | 00011;00019;Xã Mới;;nửa | share-1 share",
                "a part alone | 00011;00019;Xã Mới;;một phần | share-1 rest",
                "a remainder alone | 00011;00019;Xã Mới;;phần còn lại | share-1 rest",
                "the same link twice | 00011;00019;Xã Mới;;một phần / 00011;00019;;;phần còn lại | newCode-2 twice",
                "whole and yet in parts | 00011;00019;Xã Mới;;toàn bộ / 00011;00018;Xã Khác;;phần còn lại | share-1 full",
                "parts without remainder | 00011;00019;Xã Mới;;một phần / 00011;00018;Xã Khác;;một phần | share-1 remainder",
                "two remainders | 00011;00019;Xã Mới;;phần còn lại / 00011;00018;Xã Khác;;phần còn lại | share-1 remainder",
                "households of some | 00011;00019;Xã Mới;;một phần;10 / 00011;00018;Xã Khác;;phần còn lại | households-2 households.some",
                "households of all | 00011;00019;Xã Mới;;một phần;10 / 00011;00018;Xã Khác;;phần còn lại;20 | -",
                "households in words | 00011;00019;Xã Mới;;;mười | households-1 households",
                "too many households | 00011;00019;Xã Mới;;;123456789 | households-1 households",
                "eight digits of households | 00011;00019;Xã Mới;;;12.345.678 | -",
                "two names | 00011;00019;Xã Mới / 00012;00019;Xã Khác | newName-2 names",
                "two types | 00011;00019;Xã Mới / 00012;00019;Phường Mới | newName-2 names",
                "no name | 00011;00019;;xã | newName-1 name",
                "no type | 00011;00019;Mới | newType-1 type.missing",
                "the type of a province | 00011;00019;Mới;tỉnh | newType-1 type; newType-1 type.missing",
                "a code that goes on elsewhere | 00011;00021;Xã Mới | newCode-1 taken",
                "over a province's border | 00011;00019;Xã Mới / 00021;00019 | oldCode-1 provinces; parent-1 parent.missing",
                "a parent that is none | 00011;00019;Xã Mới;;;;03 | parent-1 parent",
                "two parents | 00011;00019;Xã Mới;;;;01 / 00012;00019;;;;;02 | parent-1 parent",
                "a commune as parent | 00011;00019;Xã Mới;;;;00012 | parent-1 parent",
                "the parent typed | 00011;00019;Xã Mới;;;;01 | -",
                "a parent for what goes on | 00011;00011;Xã Một;;;;01 | parent-1 parent.kept",
                "twins | 00011;00018;Xã Mới / 00012;00019;Xã Mới | newName-2 twin",
                "zeros dropped | 11;00019;Xã Mới | oldCode-1 old",
                "two zeros dropped | 011;00019;Xã Mới | -"
            })
    void everyFaultIsNamedByItsRowAndColumn(String what, @Nullable String lines, @Nullable String problems) {
        assertThat(said(resolve(lines))).isEqualTo(problems == null ? "" : problems);
    }

    @Test
    void threeCommunesThatBecomeOneEndAndTheNewOneStandsInTheirPlace() {
        Resolved resolved = resolve("00011;00011;Xã Một;phường / 00012;00011 / 00013;00011");

        assertThat(resolved.problems()).isEmpty();
        assertThat(resolved.targets()).containsExactly(new Target("00011", Level.COMMUNE, "WARD", "Một", 1, "01", ACT));
        assertThat(resolved.ended()).extracting(Unit::id).containsExactly(11, 12, 13);
        assertThat(resolved.heirs())
                .containsOnly(Map.entry(11, "00011"), Map.entry(12, "00011"), Map.entry(13, "00011"));
        assertThat(resolved.links())
                .hasSize(3)
                .allSatisfy(link -> assertThat(link.share()).isEqualTo(Share.FULL));
        assertThat(resolved.kept()).isEmpty();
    }

    @Test
    void anotherSpellingOfTheSameUnitIsNoNewUnit() {
        Resolved resolved = resolve("00011;00011;Xã Mốt");

        assertThat(resolved.problems()).isEmpty();
        assertThat(resolved.kept())
                .containsExactly(new Kept(unit(11, Level.COMMUNE, 1, 1, "00011", "COMMUNE", "Một"), "Mốt", ACT));
        assertThat(resolved.ended()).isEmpty();
        assertThat(resolved.targets()).isEmpty();
        assertThat(resolved.links()).isEmpty();
    }

    @Test
    void whatIsSplitIsInheritedByWhoeverTakesTheRest() {
        Resolved resolved = resolve("00011;00018;Xã Tám;;một phần / 00011;00019;Xã Chín;;phần còn lại");

        assertThat(resolved.problems()).isEmpty();
        assertThat(resolved.heirs()).containsOnly(Map.entry(11, "00019"));
        assertThat(resolved.links())
                .extracting(ReorganisationRules.Linked::share)
                .containsExactly(Share.PART, Share.REMAINDER);
    }

    @Test
    void communesOfAProvinceThatEndsLieInWhatItBecame() {
        Resolved resolved = resolve("01;03;Tỉnh Ba / 00011;00019;Xã Mới");

        assertThat(resolved.problems()).isEmpty();
        assertThat(resolved.targets())
                .extracting(Target::code, Target::parent)
                .containsExactly(tuple("03", ""), tuple("00019", "03"));
        assertThat(resolved.heirs()).containsOnly(Map.entry(1, "03"), Map.entry(11, "00019"));
    }

    @Test
    void householdsThatMovedAreKeptWithTheirLink() {
        assertThat(resolve("00011;00018;Xã Tám;;một phần;1.250 / 00011;00019;Xã Chín;;phần còn lại;20")
                        .links())
                .extracting(ReorganisationRules.Linked::households)
                .containsExactly(1250, 20);
        assertThat(resolve("00011;00019;Xã Mới").links())
                .extracting(ReorganisationRules.Linked::households)
                .containsOnlyNulls();
    }

    @Test
    void aProblemSaysItsRowAndWhatWasTypedAndWhatIsPossible() {
        assertThat(resolve("00011;00019;Mới;tỉnh").problems().getFirst().arguments())
                .containsExactly(1, "tỉnh", "xã, phường");
        assertThat(resolve("00011;00019;Xã Mới / 00099;00019")
                        .problems()
                        .getFirst()
                        .arguments())
                .containsExactly(2, "00099", ON.minusDays(1));
    }

    private static Resolved resolve(@Nullable String lines) {
        List<String> each = lines == null || lines.isBlank() ? List.of() : Arrays.asList(lines.split(" / "));
        return new ReorganisationRules(before(), types(), ON, ACT)
                .resolve(IntStream.range(0, each.size())
                        .mapToObj(i -> line(i + 1, each.get(i)))
                        .toList());
    }

    private static Line line(int row, String written) {
        String[] cell = Arrays.copyOf(written.split(";", -1), 7);
        return new Line(
                row,
                cell(cell, 0),
                cell(cell, 1),
                cell(cell, 2),
                cell(cell, 3),
                cell(cell, 4),
                cell(cell, 5),
                cell(cell, 6),
                "",
                "");
    }

    private static String cell(String[] cells, int number) {
        return cells[number] == null ? "" : cells[number].strip();
    }

    private static String said(Resolved resolved) {
        return String.join(
                "; ",
                resolved.problems().stream().map(ReorganisationRulesTest::said).toList());
    }

    private static String said(Problem problem) {
        return problem.field() + " " + problem.key().replace("reorganisation.problem.", "");
    }

    private static List<Unit> before() {
        return List.of(
                unit(100, Level.COUNTRY, 0, null, "00", "COUNTRY", "Việt Nam"),
                unit(1, Level.PROVINCE, 1, 100, "01", "PROVINCE", "Nhất"),
                unit(2, Level.PROVINCE, 2, 100, "02", "PROVINCE", "Hai"),
                unit(11, Level.COMMUNE, 1, 1, "00011", "COMMUNE", "Một"),
                unit(12, Level.COMMUNE, 1, 1, "00012", "COMMUNE", "Hai"),
                unit(13, Level.COMMUNE, 1, 1, "00013", "COMMUNE", "Ba"),
                unit(21, Level.COMMUNE, 2, 2, "00021", "COMMUNE", "Bốn"));
    }

    private static Unit unit(
            int id, Level level, int province, @Nullable Integer parent, String code, String type, String name) {
        return new Unit(
                id,
                level,
                province,
                parent,
                code,
                type,
                false,
                name,
                new Text(type + " " + name, name),
                new Validity(LocalDate.of(2025, 7, 1), LocalDate.MAX));
    }

    private static List<UnitType> types() {
        return List.of(
                new UnitType("PROVINCE", new Text("Tỉnh", "Province")),
                new UnitType("COMMUNE", new Text("Xã", "Commune")),
                new UnitType("WARD", new Text("Phường", "Ward")));
    }
}
