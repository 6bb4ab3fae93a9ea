package vn.toam.analysis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.definition.Indicator.Better;
import vn.toam.indicator.Coverage;
import vn.toam.shared.Text;
import vn.toam.submission.AsOf;
import vn.toam.target.Aim;
import vn.toam.target.Readings;
import vn.toam.target.Sentence;
import vn.toam.target.Strictest;

/** How much is received, how a series moves and which target is hardest: both sides of each boundary. */
class FigureRulesTest {

    @ParameterizedTest
    @CsvSource({
        "9,10,90,false",
        "8,10,90,true",
        "2989,3321,90,false",
        "2988,3321,90,true",
        "0,0,90,true",
        "0,0,0,true",
        "0,10,0,false",
        "10,10,100,false",
        "9,10,100,true"
    })
    void aFigureIsProvisionalBelowTheShareThatIsNeeded(int received, int expected, int least, boolean provisional) {
        assertThat(new Coverage(received, expected, least).provisional()).isEqualTo(provisional);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,0,false",
        "0,3,0,false",
        "1,3,33,false",
        "2,3,66,false",
        "3,3,100,true",
        "4,3,100,true",
        "3320,3321,99,false"
    })
    void aHundredPerCentMeansThatAllAreInIt(int received, int expected, int percent, boolean whole) {
        Coverage coverage = new Coverage(received, expected, 90);

        assertThat(coverage.percent()).isEqualTo(percent);
        assertThat(coverage.whole()).isEqualTo(whole);
    }

    @Test
    void unitsThatAreKnownToTheSamePartShareOneAsOf() {
        assertThat(new Coverage(1, 1, 90, new AsOf(3, 3)).asOfKey()).isEqualTo("indicator.asOf");
        assertThat(new Coverage(1, 1, 90, new AsOf(2, 3)).asOfKey()).isEqualTo("indicator.asOf.several");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "5 4 3 | fell | 2",
                "9 5 4 3 | fell | 3",
                "3 4 5 | rose | 2",
                "4 4 4 | same | 2",
                "5 4 | - | 0",
                "5 6 4 | - | 0",
                "4 | - | 0",
                "9 - 4 3 | - | 0"
            })
    void aRunIsTwoYearsInTheSameDirectionOrMore(String figures, @Nullable String way, int years) {
        Sentence run = Trends.run(series(figures), 2024);

        if (way == null) {
            assertThat(run).isNull();
        } else {
            assertThat(run).isEqualTo(Sentence.of("analysis.run." + way, years));
        }
    }

    @Test
    void aChangeIsSaidOnTheYearBeforeInItsOwnMeasure() {
        Text cases = Text.of(" vụ");

        assertThat(Trends.change(series("8 7"), 2024, cases, false))
                .isEqualTo(Sentence.of("analysis.change.fell", decimal("1"), cases, new BigDecimal("12.5"), "2023"));
        assertThat(Trends.change(series("8 9"), 2024, cases, false))
                .isEqualTo(Sentence.of("analysis.change.rose", decimal("1"), cases, new BigDecimal("12.5"), "2023"));
        assertThat(Trends.change(series("8 9"), 2024, cases, true))
                .isEqualTo(Sentence.of("analysis.change.rose.points", decimal("1"), "2023"));
        assertThat(Trends.change(series("0 3"), 2024, cases, false))
                .isEqualTo(Sentence.of("analysis.change.rose.fromNone", decimal("3"), cases, "2023"));
        assertThat(Trends.change(series("8 8"), 2024, cases, false))
                .isEqualTo(Sentence.of("analysis.change.same", "2023"));
        assertThat(Trends.change(series("8"), 2024, cases, false)).isNull();
        assertThat(Trends.change(series("8 -"), 2024, cases, false)).isNull();
    }

    @ParameterizedTest(name = "{0} before {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GE 90 - HIGHER | GE 80 - HIGHER",
                "LE 5 - LOWER | LE 6 - LOWER",
                "GT 80 - HIGHER | GE 80 - HIGHER",
                "LT 5 - LOWER | LE 5 - LOWER",
                "GE 80 - HIGHER | GE 90 2025 HIGHER",
                "GE 80 2024 HIGHER | GE 90 2025 HIGHER",
                "GE 90 2024 HIGHER | GE 80 - HIGHER",
                "GE 80 - HIGHER | GE 80 2024 HIGHER",
                "GE 80 2026 HIGHER | GE 80 2027 HIGHER",
                "YES - - HIGHER | GE 99 - HIGHER",
                "TREND_NONE - - LOWER | LE 1 - LOWER",
                "LE 5 - NONE | LE 6 - NONE",
                "GE 6 - NONE | GE 5 - NONE",
                "DECREASE_BY 60 - LOWER | LE 50 - LOWER",
                "LE 30 - LOWER | DECREASE_BY 60 - LOWER",
                "TREND_DOWN - - LOWER | LE 101 - LOWER",
                "LE 99 - LOWER | TREND_DOWN - - LOWER"
            })
    void theHardestTargetOfTheYearComesFirst(String first, String second) {
        Readings readings = new Readings(2024, decimal("90"), decimal("100"), null, 2020, decimal("200"));
        Aim one = aim(first);
        Aim other = aim(second);

        assertThat(Strictest.order(readings).compare(one, other)).isNegative();
        assertThat(Strictest.order(readings).compare(other, one)).isPositive();
    }

    @Test
    void aChangeComesToALevelFromTheYearBeforeOrByAYearFromTheFirst() {
        Readings readings = new Readings(2024, decimal("90"), decimal("100"), null, 2020, decimal("200"));

        assertThat(level("DECREASE_BY 10 - LOWER", readings)).isEqualByComparingTo("90");
        assertThat(level("INCREASE_BY 10 - HIGHER", readings)).isEqualByComparingTo("110");
        assertThat(level("DECREASE_BY 10 2030 LOWER", readings)).isEqualByComparingTo("180");
        assertThat(level("YES - - HIGHER", readings)).isEqualByComparingTo("100");
        assertThat(level("TREND_UP - - HIGHER", readings)).isEqualByComparingTo("100");
        assertThat(Strictest.level(aim("DECREASE_BY 10 - LOWER"), new Readings(2024, null, null, null, 2024, null)))
                .isNull();
    }

    private static BigDecimal level(String aim, Readings readings) {
        return requireNonNull(Strictest.level(aim(aim), readings));
    }

    /** "GE 80 2030 HIGHER": kind, value, by, better; changes are in per cent. */
    private static Aim aim(String written) {
        List<String> part = Arrays.asList(written.split(" "));
        Aim.Kind kind = Aim.Kind.valueOf(part.get(0));
        boolean change = kind == Aim.Kind.DECREASE_BY || kind == Aim.Kind.INCREASE_BY;
        return new Aim(
                kind,
                part.get(1).equals("-") ? null : decimal(part.get(1)),
                Text.of(""),
                change,
                part.get(2).equals("-") ? null : Integer.valueOf(part.get(2)),
                false,
                false,
                Better.valueOf(part.get(3)));
    }

    /** Figures of the years up to 2024; "-": none. */
    private static TreeMap<Integer, BigDecimal> series(String figures) {
        String[] each = figures.split(" ");
        TreeMap<Integer, BigDecimal> series = new TreeMap<>();
        for (int i = 0; i < each.length; i++) {
            if (!each[i].equals("-")) {
                series.put(2024 - each.length + 1 + i, decimal(each[i]));
            }
        }
        return series;
    }

    private static BigDecimal decimal(String written) {
        return new BigDecimal(written);
    }
}
