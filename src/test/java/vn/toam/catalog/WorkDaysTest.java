package vn.toam.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.definition.WorkDays;
import vn.toam.definition.WorkYear;
import vn.toam.shared.Text;

/** Terms in working days, with the holidays and swapped days of 2025 to 2027. */
class WorkDaysTest {

    private static final List<WorkYear> YEARS = years();
    private static final WorkDays DAYS = new WorkDays(YEARS, null);

    @ParameterizedTest(name = "{0}: {1} + {2} working days is {3}")
    @CsvSource({
        "D1,2026-02-13,5,2026-02-27",
        "D2,2026-02-09,7,2026-02-25",
        "D3,2026-02-12,10,2026-03-05",
        "D4,2026-04-24,5,2026-05-06",
        "D5,2026-04-29,3,2026-05-06",
        "D8,2026-08-21,3,2026-08-25",
        "D9,2026-08-28,3,2026-09-07",
        "D10,2025-12-31,5,2026-01-09",
        "D10,2025-12-31,6,2026-01-10",
        "D11,2026-11-23,2,2026-11-26",
        "D13,2026-12-15,-10,2026-12-01",
        "D13,2026-12-15,-3,2026-12-10",
        "D13,2026-12-15,-1,2026-12-14",
        "D14,2026-11-25,-10,2026-11-10",
        "D14,2026-11-25,-3,2026-11-19",
        "D14,2026-11-25,-1,2026-11-23",
        "D15,2026-02-27,-10,2026-02-06",
        "D16,2027-02-02,5,2027-02-16",
        "D18,2026-04-28,2,2026-05-04",
        "D18,2026-04-28,5,2026-05-07",
        "D18,2026-04-28,10,2026-05-14",
        "D19,2026-07-22,-3,2026-07-17",
        "D19,2026-07-22,5,2026-07-29",
        "nothing,2026-07-22,0,2026-07-22"
    })
    void aTermInWorkingDaysEndsOnTheDayCounted(String rule, LocalDate given, int days, LocalDate last) {
        assertThat(DAYS.plus(given, days)).as(rule).isEqualTo(last);
    }

    @ParameterizedTest(name = "{0}: due {1}, sent {2} is {3} working days late")
    @CsvSource({
        "D6,2026-04-29,2026-05-05,2",
        "D7,2026-02-13,2026-02-23,1",
        "D12,2026-12-05,2026-12-08,1",
        "D12 on the day it rolls to,2026-12-05,2026-12-07,0",
        "D12 early,2026-12-05,2026-12-01,0",
        "D20 against the first due day,2026-12-15,2026-12-21,4",
        "own plans of the cascade,2026-03-15,2026-04-01,12"
    })
    void daysLateAreWorkingDaysAfterTheEffectiveDueDay(String rule, LocalDate due, LocalDate sent, int late) {
        assertThat(DAYS.late(due, sent)).as(rule).isEqualTo(late);
    }

    @ParameterizedTest(name = "{0}: due {1} is in time up to {2}")
    @CsvSource({
        "D12,2026-12-05,2026-12-07",
        "D12,2027-12-05,2027-12-06",
        "D17,2027-05-01,2027-05-04",
        "swapped Saturday,2026-01-10,2026-01-10",
        "a working day,2026-12-15,2026-12-15",
        "Culture Day,2026-11-24,2026-11-25",
        "eve of the swapped Friday,2026-01-01,2026-01-05"
    })
    void aFixedDayThatIsNoWorkingDayRollsToTheNext(String rule, LocalDate due, LocalDate effective) {
        assertThat(DAYS.effective(due)).as(rule).isEqualTo(effective);
    }

    @Test
    void withoutCultureDayTheTermEndsADayEarlier() {
        List<WorkYear> before = YEARS.stream()
                .map(year -> new WorkYear(
                        year.id(),
                        1,
                        year.name(),
                        List.of(),
                        year.year(),
                        null,
                        true,
                        year.off().stream()
                                .filter(day -> !day.from().equals(LocalDate.of(2026, 11, 24)))
                                .toList(),
                        year.on()))
                .toList();
        assertThat(new WorkDays(before, null).plus(LocalDate.of(2026, 11, 23), 2))
                .isEqualTo(LocalDate.of(2026, 11, 25));
    }

    @Test
    void calendarDaysRollOnlyAtTheirEnd() {
        assertThat(DAYS.plusDays(LocalDate.of(2026, 2, 6), 7)).isEqualTo(LocalDate.of(2026, 2, 13));
        assertThat(DAYS.plusDays(LocalDate.of(2026, 2, 6), 10)).isEqualTo(LocalDate.of(2026, 2, 23));
    }

    @Test
    void beforeADayMeansTheDayItselfUnlessConfiguredOtherwise() {
        LocalDate day = LocalDate.of(2026, 12, 15);
        assertThat(DAYS.before(day, WorkDays.Before.DAY_ITSELF)).isEqualTo(day);
        assertThat(DAYS.before(day, WorkDays.Before.DAY_BEFORE)).isEqualTo(LocalDate.of(2026, 12, 14));
    }

    @Test
    void theYear2026HasTwoHundredFortyNineWorkingDaysMonthByMonth() {
        List<Long> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            LocalDate first = LocalDate.of(2026, month, 1);
            months.add(first.datesUntil(first.plusMonths(1)).filter(DAYS::works).count());
        }
        assertThat(months).containsExactly(21L, 15L, 22L, 20L, 20L, 22L, 23L, 21L, 20L, 22L, 20L, 23L);
    }

    @Test
    void aTermThatTouchesAYearNotAnnouncedIsProvisional() {
        LocalDate today = LocalDate.of(2026, 12, 28);
        assertThat(DAYS.confirmed(today, today.plusDays(2))).isTrue();
        assertThat(DAYS.confirmed(today, LocalDate.of(2027, 1, 5))).isFalse();
        assertThat(DAYS.confirmed(LocalDate.of(2031, 1, 5), LocalDate.of(2031, 1, 9)))
                .isFalse();
    }

    @Test
    void aYearWithoutACalendarHasTheFixedHolidays() {
        assertThat(DAYS.works(LocalDate.of(2030, 4, 30))).isFalse();
        assertThat(DAYS.works(LocalDate.of(2031, 11, 24))).isFalse();
        assertThat(DAYS.works(LocalDate.of(2022, 11, 24))).isTrue();
        assertThat(DAYS.works(LocalDate.of(2030, 5, 3))).isTrue();
    }

    @Test
    void theDaysThatAProvinceLostToAFloodCountThereOnly() {
        LocalDate flood = LocalDate.of(2026, 10, 15);
        Text why = new Text("Nghỉ do lũ lụt", "Flood");
        List<WorkYear> all = new ArrayList<>(YEARS);
        all.add(new WorkYear(
                "flood", 1, why, List.of(), 2026, "38", true, List.of(new WorkYear.Days(flood, null, why)), List.of()));
        assertThat(new WorkDays(all, "38").works(flood)).isFalse();
        assertThat(new WorkDays(all, "31").works(flood)).isTrue();
        assertThat(new WorkDays(all, null).confirmed(flood, flood)).isTrue();
    }

    @Test
    void aDayOutsideItsYearIsRefused() {
        assertThatThrownBy(() -> CatalogReader.read(Map.of("catalog/workdays/2026.yaml", """
                        id: workdays-2026
                        version: 1
                        name: {vi: x, en: x}
                        year: 2026
                        confirmed: true
                        off: [{from: 2025-01-01, why: {vi: x, en: x}}]
                        """)))
                .hasMessageContaining("2025-01-01")
                .hasMessageContaining("outside the year 2026");
    }

    private static List<WorkYear> years() {
        try {
            return CatalogReader.read(CatalogConfiguration.files()).all(WorkYear.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
