package vn.toam.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.definition.Indicator.Better;
import vn.toam.plancontent.Comparison;
import vn.toam.plancontent.Direction;
import vn.toam.plancontent.Target;
import vn.toam.shared.Text;

/** Every kind of target, every outcome. Year asked about: 2024. */
class TargetRulesTest {

    private static final int YEAR = 2024;

    @ParameterizedTest(name = "{0} {1} {2}: {3} is {4} because {5}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // kind | asked | better | value | status | why
                "GE | 80 | HIGHER | 80    | MET     | met",
                "GE | 80 | HIGHER | 79.99 | BEHIND  | behind",
                "GT | 80 | HIGHER | 80    | BEHIND  | behind",
                "GT | 80 | HIGHER | 80.1  | MET     | met",
                "LE | 5  | LOWER  | 5     | MET     | met",
                "LE | 5  | LOWER  | 5.1   | BEHIND  | behind",
                "LT | 1  | LOWER  | 1     | BEHIND  | behind",
                "LT | 1  | LOWER  | 0.99  | MET     | met",
                "EQ | 100| HIGHER | 100   | MET     | met",
                "EQ | 100| HIGHER | 99    | BEHIND  | behind",
                "EQ | 80 | HIGHER | 90    | MET     | met",
                "EQ | 5  | LOWER  | 4     | MET     | met",
                "EQ | 5  | NONE   | 4     | BEHIND  | behind",
                "EQ | 1  | HIGHER | 1     | MET     | met",
                "GE | 80 | HIGHER | -     | NO_DATA | none",
                "YES| -  | HIGHER | 100   | MET     | yes",
                "YES| -  | HIGHER | 99    | BEHIND  | notAll",
                "TREND_NONE | - | LOWER | 0 | MET    | noneOccurred",
                "TREND_NONE | - | LOWER | 2 | BEHIND | someOccurred",
            })
    void aLevelIsReachedOrNotEveryYear(
            Aim.Kind kind, BigDecimal asked, Better better, BigDecimal value, TargetStatus status, String why) {
        expect(aim(kind, asked, better), readings(value, null), status, why);
    }

    @ParameterizedTest(name = "{0} {1} relative={2}: from {3} to {4} is {5}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "DECREASE_BY | 10 | true  | 100 | 90  | MET     | change",
                "DECREASE_BY | 10 | true  | 100 | 91  | BEHIND  | change",
                "DECREASE_BY | 10 | true  | 100 | 120 | BEHIND  | change",
                "DECREASE_BY | 10 | true  | 0   | 0   | MET     | stillNone",
                "DECREASE_BY | 10 | true  | 0   | 1   | BEHIND  | change",
                "DECREASE_BY | 10 | true  | -   | 5   | NO_DATA | noPrevious",
                "DECREASE_BY | 2  | false | 10  | 8   | MET     | change",
                "DECREASE_BY | 2  | false | 10  | 8.5 | BEHIND  | change",
                "INCREASE_BY | 5  | true  | 100 | 105 | MET     | change",
                "INCREASE_BY | 5  | true  | 100 | 104 | BEHIND  | change",
                "INCREASE_BY | 3  | false | 60  | 63  | MET     | change",
                "TREND_DOWN  | -  | false | 10  | 9   | MET     | trend",
                "TREND_DOWN  | -  | false | 10  | 10  | BEHIND  | trend",
                "TREND_DOWN  | -  | false | 0   | 0   | MET     | stillNone",
                "TREND_DOWN  | -  | false | -   | 9   | NO_DATA | noPrevious",
                "TREND_UP    | -  | false | 10  | 11  | MET     | trend",
                "TREND_UP    | -  | false | 10  | 9   | BEHIND  | trend",
            })
    void aChangeIsMeasuredOnTheYearBefore(
            Aim.Kind kind,
            BigDecimal size,
            boolean relative,
            BigDecimal previous,
            BigDecimal value,
            TargetStatus status,
            String why) {
        Aim aim = new Aim(kind, size, Text.of(""), relative, null, false, false, Better.LOWER);
        expect(aim, readings(value, previous), status, why);
    }

    @ParameterizedTest(name = "from {0} in {1} to 70 by 2030: {2} is {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // the line from 40 in 2020 to 70 in 2030 stands at 52 in 2024
                "40 | 2020 | 52   | ON_COURSE | ahead",
                "40 | 2020 | 51.9 | BEHIND    | late",
                "40 | 2020 | 70   | MET       | met",
                "30 | 2024 | 30   | ON_COURSE | begins",
                "-  | 2024 | 30   | ON_COURSE | begins",
            })
    void beforeItsYearATargetIsOnCourseWhenAheadOfTheStraightLine(
            BigDecimal first, int firstYear, BigDecimal value, TargetStatus status, String why) {
        Aim aim = new Aim(Aim.Kind.GE, BigDecimal.valueOf(70), Text.of(" %"), false, 2030, false, false, Better.HIGHER);
        expect(aim, new Readings(YEAR, value, null, null, firstYear, first), status, why);
    }

    @Test
    void theLineAlsoFalls() {
        Aim aim = new Aim(Aim.Kind.LE, BigDecimal.TEN, Text.of(""), false, 2025, false, false, Better.LOWER);

        expect(
                aim,
                new Readings(YEAR, BigDecimal.valueOf(12), null, null, 2021, BigDecimal.valueOf(18)),
                TargetStatus.ON_COURSE,
                "ahead");
        expect(
                aim,
                new Readings(YEAR, BigDecimal.valueOf(13), null, null, 2021, BigDecimal.valueOf(18)),
                TargetStatus.BEHIND,
                "late");
    }

    @Test
    void inItsYearAndAfterATargetIsReachedOrNot() {
        Aim aim = new Aim(Aim.Kind.GE, BigDecimal.valueOf(70), Text.of(" %"), false, YEAR, false, false, Better.HIGHER);

        expect(
                aim,
                new Readings(YEAR, BigDecimal.valueOf(69), null, null, 2020, BigDecimal.ONE),
                TargetStatus.BEHIND,
                "behind");
    }

    @Test
    void aChangeByAYearIsReckonedFromTheFirstFigure() {
        Aim aim = new Aim(
                Aim.Kind.DECREASE_BY, BigDecimal.valueOf(50), Text.of(""), true, 2030, false, false, Better.LOWER);

        expect(
                aim,
                new Readings(YEAR, BigDecimal.valueOf(80), null, null, 2020, BigDecimal.valueOf(100)),
                TargetStatus.ON_COURSE,
                "ahead");
        expect(
                aim,
                new Readings(YEAR, BigDecimal.valueOf(50), null, null, 2020, BigDecimal.valueOf(100)),
                TargetStatus.MET,
                "met");
        expect(
                aim,
                new Readings(YEAR, BigDecimal.valueOf(90), null, null, 2020, BigDecimal.valueOf(100)),
                TargetStatus.BEHIND,
                "late");
    }

    @ParameterizedTest(name = "{0} with parent {1} is {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "0.8 | 2.5 | MET     | metBetter",
                "0.8 | 0.8 | BEHIND  | notBetter",
                "0.8 | 0.5 | BEHIND  | notBetter",
                "0.8 | -   | NO_DATA | noParent",
                "1.2 | 2.5 | BEHIND  | behind",
            })
    void betterThanTheParentIsAskedOnTopOfTheLevel(
            BigDecimal value, BigDecimal parent, TargetStatus status, String why) {
        Aim aim = new Aim(Aim.Kind.LT, BigDecimal.ONE, Text.of(" %"), false, null, true, false, Better.LOWER);
        expect(aim, new Readings(YEAR, value, null, parent, YEAR, value), status, why);
    }

    @ParameterizedTest(name = "{0} after {1} is {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "85 | 84 | MET    | metKept",
                "85 | 85 | MET    | metKept",
                "85 | 90 | BEHIND | notKept",
                "85 | -  | MET    | met",
                "75 | 70 | BEHIND | behind",
            })
    void keepAndImproveMeansNotWorseThanLastYear(
            BigDecimal value, BigDecimal previous, TargetStatus status, String why) {
        Aim aim = new Aim(Aim.Kind.GE, BigDecimal.valueOf(80), Text.of(" %"), false, null, false, true, Better.HIGHER);
        expect(aim, readings(value, previous), status, why);
    }

    private static void expect(Aim aim, Readings readings, TargetStatus status, String why) {
        Verdict verdict = TargetRules.judge(aim, readings);
        assertThat(verdict.status()).isEqualTo(status);
        assertThat(verdict.why().key()).isEqualTo("target.why." + why);
    }

    private static Aim aim(Aim.Kind kind, BigDecimal value, Better better) {
        return new Aim(kind, value, Text.of(" %"), false, null, false, false, better);
    }

    private static Readings readings(BigDecimal value, BigDecimal previous) {
        return new Readings(YEAR, value, previous, null, YEAR, value);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,-,UP,HIGHER",
                "-,-,DOWN,LOWER",
                "-,-,NONE,LOWER",
                "GE,80,-,HIGHER",
                "LE,5,-,LOWER",
                "EQ,0,-,LOWER",
                "EQ,5,-,HIGHER",
                "EQ,-,-,HIGHER",
                "GE,0,-,HIGHER"
            })
    void whichWayIsGoodFollowsFromWhatIsAsked(
            @Nullable Comparison comparison, @Nullable BigDecimal value, @Nullable Direction trend, Better better) {
        Target target = new Target(
                new UUID(0, 1),
                new UUID(0, 2),
                "1",
                Text.of("Chỉ tiêu"),
                null,
                comparison,
                value,
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                trend,
                null,
                null);

        assertThat(TargetMeasures.better(target)).isEqualTo(better);
    }
}
