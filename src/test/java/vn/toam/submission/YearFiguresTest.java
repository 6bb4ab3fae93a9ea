package vn.toam.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.shared.ToamTest;

/** How quarters and half-years make the year, line by line: states, events, yes and no, with parts missing. */
class YearFiguresTest extends ToamTest {

    @Autowired
    private YearFigures years;

    @Test
    void fourQuartersOfEventsAreTheYearAndTheStateIsThatOfTheLast() {
        Fact year = year(part(1, 1000, 2), part(2, 1010, 0), part(3, 1020, 5), part(4, 1030, 1));

        assertThat(year.figures()).containsAllEntriesOf(figures(1030, 8));
        assertThat(year.partial()).isEmpty();
    }

    @Test
    void threeOfFourQuartersAreAPartOfTheYearAndTheStateIsOfTheThird() {
        Fact year = year(part(1, 1000, 2), part(2, 1010, 0), part(3, 1020, 5));

        assertThat(year.figures()).containsAllEntriesOf(figures(1020, 7));
        assertThat(year.partial()).containsExactlyInAnyOrder("households_total", "dv_cases");
    }

    @Test
    void aQuarterMissingInTheMiddleMakesTheEventsAPartButNotTheState() {
        Fact year = year(part(4, 1030, 1), part(1, 1000, 2), part(3, 1020, 5));

        assertThat(year.figures()).containsAllEntriesOf(figures(1030, 8));
        assertThat(year.partial()).containsExactly("dv_cases");
    }

    @Test
    void halfYearsFollowTheSameRule() {
        assertThat(year(part(5, 900, 4), part(6, 950, 3)).figures()).containsAllEntriesOf(figures(950, 7));
        assertThat(year(part(5, 900, 4), part(6, 950, 3)).partial()).isEmpty();
        assertThat(year(part(5, 900, 4)).partial()).containsExactlyInAnyOrder("households_total", "dv_cases");
        assertThat(year(part(6, 950, 3)).partial()).containsExactly("dv_cases");
    }

    @Test
    void theOrderInWhichQuartersAreAcceptedDoesNotMatter() {
        List<YearFigures.Counted> quarters =
                List.of(part(3, 1020, 5), part(1, 1000, 2), part(4, 1030, 1), part(2, 1010, 0));

        assertThat(years.merge(quarters).getFirst().figures()).containsAllEntriesOf(figures(1030, 8));
        assertThat(years.merge(quarters.reversed()).getFirst().figures()).containsAllEntriesOf(figures(1030, 8));
    }

    @Test
    void aLineLeftBlankInTheLastQuarterIsKnownAsOfTheOneBefore() {
        YearFigures.Counted last = counted(4, false, false, Map.of("dv_cases", BigDecimal.ONE));
        Fact year = year(part(1, 1000, 2), part(2, 1010, 0), part(3, 1020, 5), last);

        assertThat(year.figures()).containsAllEntriesOf(figures(1020, 8));
        assertThat(year.partial()).containsExactly("households_total");
    }

    @Test
    void yesAtTheEndOfTheYearIsWhatTheLastPartSays() {
        Fact year = year(
                counted(5, false, false, Map.of("annual_plan_issued", BigDecimal.ZERO)),
                counted(6, false, false, Map.of("annual_plan_issued", BigDecimal.ONE)));

        assertThat(year.figures()).containsEntry("annual_plan_issued", BigDecimal.ONE);
    }

    @Test
    void theStateOfAUnitThatEndedNoLongerHoldsOnceOneThatFollowedReported() {
        Fact former = year(counted(1, false, true, figures(1000, 2)), counted(2, false, true, figures(10, 1)));
        Fact gone = year(counted(2, false, true, figures(10, 1)));

        assertThat(former.figures()).containsOnly(Map.entry("dv_cases", BigDecimal.valueOf(3)));
        assertThat(gone.figures()).containsOnly(Map.entry("dv_cases", BigDecimal.ONE));
        assertThat(gone.partial()).containsExactly("dv_cases");
    }

    @Test
    void whatReorganisationCarriedOverIsNotTheWholeOfItsUnit() {
        assertThat(year(counted(0, true, false, figures(500, 1))).partial())
                .containsExactlyInAnyOrder("households_total", "dv_cases");
        assertThat(year(counted(0, false, false, figures(500, 1))).partial()).isEmpty();
        assertThat(year(counted(1, true, false, figures(500, 1)), part(2, 1, 1), part(3, 1, 1), part(4, 1, 1))
                        .partial())
                .containsExactly("dv_cases");
    }

    private Fact year(YearFigures.Counted... parts) {
        return years.merge(List.of(parts)).getFirst();
    }

    private static YearFigures.Counted part(int part, int households, int cases) {
        return counted(part, false, false, figures(households, cases));
    }

    private static YearFigures.Counted counted(
            int part, boolean partial, boolean superseded, Map<String, BigDecimal> figures) {
        return new YearFigures.Counted(7, 2035, part, partial, superseded, List.of(7, 1), figures);
    }

    private static Map<String, BigDecimal> figures(int households, int cases) {
        return new HashMap<>(
                Map.of("households_total", BigDecimal.valueOf(households), "dv_cases", BigDecimal.valueOf(cases)));
    }
}
