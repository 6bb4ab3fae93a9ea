package vn.toam.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A country of nine units, without a database: province 10 with district 20 and communes 31–33, of which 33 was split between 41 and 42. */
class GeographyTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final LocalDate OLD = REFORM.minusDays(1);
    private static final int ALWAYS = Integer.MIN_VALUE;
    private static final int EVER = Integer.MAX_VALUE;
    private static final int DAY = EpochDays.of(REFORM);

    private static final Geography GEOGRAPHY = new Geography(new GeographyRows(
            7,
            new GeographyRows.Units(
                    new int[] {1, 10, 20, 31, 32, 33, 41, 42, 50},
                    new String[] {
                        "COUNTRY",
                        "PROVINCE",
                        "DISTRICT",
                        "COMMUNE",
                        "COMMUNE",
                        "COMMUNE",
                        "COMMUNE",
                        "COMMUNE",
                        "VILLAGE"
                    },
                    new int[] {0, 5, 5, 5, 5, 5, 5, 5, 5},
                    new int[] {ALWAYS, ALWAYS, ALWAYS, ALWAYS, ALWAYS, ALWAYS, DAY, DAY, ALWAYS},
                    new int[] {EVER, EVER, DAY, EVER, DAY, DAY, EVER, EVER, EVER}),
            names(),
            new GeographyRows.Parents(
                    new int[] {10, 20, 31, 31, 32, 33, 41, 42, 50, 50},
                    new int[] {ALWAYS, ALWAYS, ALWAYS, DAY, ALWAYS, ALWAYS, DAY, DAY, ALWAYS, DAY},
                    new int[] {EVER, DAY, DAY, EVER, DAY, DAY, EVER, EVER, DAY, EVER},
                    new int[] {1, 10, 20, 10, 20, 20, 10, 10, 32, 41}),
            new GeographyRows.Links(
                    new int[] {32, 33, 33},
                    new int[] {41, 41, 42},
                    new String[] {"FULL", "PART", "REMAINDER"},
                    new int[] {DAY, DAY, DAY},
                    new int[] {200, 300, 700},
                    new String[] {"1/NQ", "1/NQ", ""},
                    new String[] {"", "", ""}),
            Map.of(
                    "COUNTRY", new GeographyRows.Type("", "", false, false),
                    "UNIT", new GeographyRows.Type("Xã", "Commune", false, false),
                    "TOWN", new GeographyRows.Type("Phường", "Ward", false, true),
                    "VILLAGE", new GeographyRows.Type("Thôn", "Village", true, false)),
            Map.of("1/NQ", LocalDate.of(2025, 6, 16))));

    private static GeographyRows.Names names() {
        int[] unit = {1, 10, 20, 31, 31, 32, 33, 41, 42, 50};
        int[] from = {ALWAYS, ALWAYS, ALWAYS, ALWAYS, DAY, ALWAYS, ALWAYS, DAY, DAY, ALWAYS};
        int[] to = {EVER, EVER, DAY, DAY, EVER, DAY, DAY, EVER, EVER, EVER};
        String[] code = {"", "05", "055", "00031", "00031", "00032", "00033", "00032", "00042", ""};
        String[] other = {"", "", "", "", "00039", "", "", "", "", ""};
        String[] type = {"COUNTRY", "UNIT", "UNIT", "UNIT", "TOWN", "UNIT", "UNIT", "UNIT", "UNIT", "VILLAGE"};
        String[] name = {"Việt Nam", "Năm", "Hai Mươi", "An", "An", "Bình", "Đức", "Ba Bể", "7", "Hạ"};
        String[] act = {"", "", "", "", "1/NQ", "", "", "1/NQ", "", ""};
        int[] rank = {9, 8, 7, 2, 2, 4, 6, 3, 1, 5};
        return new GeographyRows.Names(unit, from, to, code, other, type, name, act, rank);
    }

    @Test
    void whatLiesAboveAndBelowFollowsTheDay() {
        assertThat(GEOGRAPHY.ancestors(31, OLD)).extracting(Unit::id).containsExactly(20, 10, 1);
        assertThat(GEOGRAPHY.ancestors(31, REFORM)).extracting(Unit::id).containsExactly(10, 1);
        assertThat(GEOGRAPHY.below(10, Level.COMMUNE, OLD)).containsExactlyInAnyOrder(31, 32, 33);
        assertThat(GEOGRAPHY.below(10, Level.COMMUNE, REFORM)).containsExactlyInAnyOrder(31, 41, 42);
        assertThat(GEOGRAPHY.below(31, Level.COMMUNE, REFORM)).as("itself").containsExactly(31);
        assertThat(GEOGRAPHY.below(41, Level.COMMUNE, OLD)).as("not yet").isEmpty();
        assertThat(GEOGRAPHY.countBelow(1, Level.DISTRICT, OLD)).isEqualTo(1);
        assertThat(GEOGRAPHY.countBelow(1, Level.DISTRICT, REFORM)).isZero();
        assertThat(GEOGRAPHY.countInProvince(5, Level.COMMUNE, OLD)).isEqualTo(3);
        assertThat(GEOGRAPHY.isWithin(50, 20, OLD)).isTrue();
        assertThat(GEOGRAPHY.isWithin(50, 41, REFORM)).isTrue();
        assertThat(GEOGRAPHY.isWithin(50, 20, REFORM)).isFalse();
        assertThat(GEOGRAPHY.isWithin(41, 10, OLD)).as("did not exist").isFalse();
    }

    @Test
    void aUnitIsReadAsOnTheNearestDayOfItsLife() {
        Unit ended = GEOGRAPHY.find(33, REFORM.plusYears(1)).orElseThrow();
        assertThat(ended.fullName().vi()).isEqualTo("Xã Đức");
        assertThat(ended.parent()).isEqualTo(20);
        assertThat(ended.validity()).isEqualTo(new Validity(LocalDate.MIN, REFORM));
        assertThat(GEOGRAPHY.find(41, OLD).orElseThrow().parent()).isEqualTo(10);
        assertThat(GEOGRAPHY.find(99, REFORM)).isEmpty();
        assertThat(GEOGRAPHY.level(99)).isEmpty();
        assertThat(GEOGRAPHY.province(1)).contains(0);
    }

    @Test
    void namesAndCodesAreThoseOfTheDay() {
        assertThat(GEOGRAPHY.find(31, OLD).orElseThrow().fullName().vi()).isEqualTo("Xã An");
        assertThat(GEOGRAPHY.find(31, REFORM).orElseThrow().fullName().vi()).isEqualTo("Phường An");
        assertThat(GEOGRAPHY.find(31, REFORM).orElseThrow().fullName().en()).isEqualTo("An Ward");
        assertThat(GEOGRAPHY.find(42, REFORM).orElseThrow().fullName().en())
                .as("a number")
                .isEqualTo("Commune 7");
        assertThat(GEOGRAPHY.find(50, REFORM).orElseThrow().fullName().en()).isEqualTo("Village Hạ");
        assertThat(GEOGRAPHY.byCode(Level.COMMUNE, "00032", OLD)).contains(32);
        assertThat(GEOGRAPHY.byCode(Level.COMMUNE, "00032", REFORM)).contains(41);
        assertThat(GEOGRAPHY.byCode(Level.COMMUNE, "00039", REFORM))
                .as("a variant")
                .contains(31);
        assertThat(GEOGRAPHY.byCode(Level.DISTRICT, "00032", REFORM)).isEmpty();
        assertThat(GEOGRAPHY.byCode(Level.VILLAGE, "", REFORM))
                .as("no code is no code")
                .isEmpty();
        assertThat(GEOGRAPHY.children(10, REFORM))
                .extracting(Unit::id)
                .as("towns first")
                .containsExactly(31, 42, 41);
        assertThat(GEOGRAPHY.places(List.of(50, 10), OLD)).isEqualTo(Map.of(50, "xã Bình, xã Hai Mươi, xã Năm"));
        assertThat(GEOGRAPHY.names(31)).extracting(UnitName::act).containsExactly(null, "1/NQ");
        assertThat(GEOGRAPHY.names(31).getLast().adopted()).isEqualTo(LocalDate.of(2025, 6, 16));
    }

    @Test
    void whatAUnitIsMadeOfDependsOnTheRule() {
        assertThat(GEOGRAPHY.madeOf(41, Origin.MAIN)).containsExactlyInAnyOrder(41, 32);
        assertThat(GEOGRAPHY.madeOf(42, Origin.MAIN)).containsExactlyInAnyOrder(42, 33);
        assertThat(GEOGRAPHY.madeOf(41, Origin.ENDED)).containsExactlyInAnyOrder(41, 32, 33);
        assertThat(GEOGRAPHY.madeOf(41, Origin.ANY)).containsExactlyInAnyOrder(41, 32, 33);
        assertThat(GEOGRAPHY.madeOf(31, Origin.ANY)).containsExactly(31);
        assertThat(GEOGRAPHY.madeOf(99, Origin.ANY)).as("unknown: itself alone").containsExactly(99);
        assertThat(GEOGRAPHY.becameOf(List.of(33))).isEqualTo(Map.of(41, REFORM, 42, REFORM));
    }

    @Test
    void rightsReachWhatWentIntoAPlace() {
        assertThat(GEOGRAPHY.isOrBecame(33, 42)).isTrue();
        assertThat(GEOGRAPHY.isOrBecame(32, 42)).isFalse();
        assertThat(GEOGRAPHY.belongsTo(33, 41)).isTrue();
        assertThat(GEOGRAPHY.belongsTo(33, 20)).as("a district of before").isTrue();
        assertThat(GEOGRAPHY.belongsTo(50, 20))
                .as("lay there when the district ended")
                .isTrue();
        assertThat(GEOGRAPHY.belongsTo(41, 20)).isFalse();
        assertThat(GEOGRAPHY.belongsTo(99, 1)).isFalse();
        assertThat(GEOGRAPHY.belonging(20)).containsExactly(20, 31, 32, 33, 50);
        assertThat(GEOGRAPHY.belonging(41)).containsExactly(32, 33, 41, 50);
    }

    @Test
    void aDistrictWentToTheCommunesOnItsLand() {
        assertThat(GEOGRAPHY.succession().successors(20))
                .extracting(SuccessionGraph.Step::unit)
                .containsExactlyInAnyOrder(31, 41, 42);
        assertThat(GEOGRAPHY.succession().successors(20)).allMatch(step -> step.share() == Share.PART);
        assertThat(GEOGRAPHY.succession().successors(31)).as("goes on").isEmpty();
        assertThat(GEOGRAPHY.succession().predecessors(42))
                .containsExactly(new SuccessionGraph.Step(33, Share.REMAINDER, REFORM, "", ""));
    }
}
