package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Calendar;
import vn.toam.geography.Level;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.submission.TypedReturn;
import vn.toam.unit.UnitService;

/** Quarters and half-years: windows of the calendars, figures that add up to the year, own earlier days. Cà Mau, years nobody else uses. */
class PartsTest extends ToamTest {

    private static final String FORM = "dv-family-commune";

    @Autowired
    private RoundService rounds;

    @Autowired
    private CollectionService collection;

    @Autowired
    private CollectionFigures figures;

    @Autowired
    private SubmissionRepository submissions;

    @Autowired
    private UnitService units;

    @Autowired
    private Catalog catalog;

    @Test
    void everyWindowBeginsAndEndsAsItsRegulationSays() {
        assertThat(window("tt07", 2026, 0)).isEqualTo("2025-12-01 2026-12-01 2026-12-05");
        assertThat(window("nd09-year", 2026, 0)).isEqualTo("2025-12-15 2026-12-14 2026-12-16");
        assertThat(window("nd09-half-year", 2026, 5)).isEqualTo("2025-12-15 2026-06-14 2026-06-16");
        assertThat(window("nd09-quarter", 2026, 1)).isEqualTo("2025-12-15 2026-03-14 2026-03-16");
        assertThat(window("nd09-quarter", 2026, 3)).isEqualTo("2026-06-15 2026-09-14 2026-09-16");
        assertThat(window("statistics-quarter", 2026, 4))
                .as("due in the next year")
                .isEqualTo("2026-10-01 2026-12-31 2027-01-05");
        assertThat(catalog.calendar("five-year-review").forYear(2027)).isEmpty();
        assertThat(catalog.calendar("five-year-review").forYear(2030)).isPresent();
        assertThat(catalog.calendar("nd09-quarter").parts()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aStateIsThatOfTheLastQuarterEventsAddUpAndTheYearIsNotAskedBesides() {
        int province = province();
        int unit = units.idsBelow(province, Level.COMMUNE, LocalDate.of(2035, 6, 1))
                .get(30);
        Somebody reviewer = Posts.at("REVIEWER", province);
        for (int part = 1; part <= 2; part++) {
            int quarter = part;
            Round round = reviewer.get(() -> rounds.open(FORM, 2035, quarter, province, "statistics-quarter", null));
            Somebody reporter = Posts.at("REPORTER", unit);
            Map<String, String> typed = Map.of(
                    "households_total", "100",
                    "households_couple", "100",
                    "dv_households", "1",
                    "dv_cases", String.valueOf(quarter),
                    "dv_cases_physical", String.valueOf(quarter),
                    "victims", String.valueOf(quarter),
                    "victims_female", String.valueOf(quarter));
            reporter.run(() -> collection.nilReturn(
                    round.id(), unit, 0, new TypedReturn(typed, Map.of(), Map.of()), "q" + quarter));
            assertThat(submissions.figures(submissions.find(round.id(), unit).orElseThrow(), new int[] {unit}))
                    .as("a quarter is checked against itself, not against its neighbours")
                    .containsEntry("households_total", BigDecimal.valueOf(100));
            reporter.run(() -> collection.submit(round.id(), unit, 1, "s" + quarter));
            reviewer.run(() -> collection.accept(round.id(), unit, "a" + quarter));
        }
        assertThat(reviewer.get(() -> figures.facts(unit, 2035)))
                .as("100 households at the end of each of two quarters are 100 households")
                .containsEntry("households_total", BigDecimal.valueOf(100))
                .containsEntry("dv_cases", BigDecimal.valueOf(3));

        assertThatThrownBy(() -> reviewer.run(() -> rounds.open(FORM, 2035, province, "")))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> reviewer.run(() -> rounds.open(FORM, 2035, 5, province, "nd09-half-year", null)))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> reviewer.run(() -> rounds.open(FORM, 2035, 3, province, "tt07", null)))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void aFormWhoseColumnsAreNotConfirmedIsNotAskedFor() {
        int province = province();
        assertThatThrownBy(() ->
                        Posts.at("REVIEWER", province).run(() -> rounds.open("health-dv-facility", 2036, province, "")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void aPlaceMaySetAnEarlierDayButNoLaterOne() {
        int province = province();
        Somebody reviewer = Posts.at("REVIEWER", province);
        for (LocalDate wrong : new LocalDate[] {LocalDate.of(2036, 12, 6), LocalDate.of(2036, 11, 30)}) {
            assertThatThrownBy(() -> reviewer.run(() -> rounds.open(FORM, 2036, 0, province, "", wrong)))
                    .isInstanceOf(Rejected.class);
        }
        LocalDate own = LocalDate.of(2036, 12, 3);
        assertThat(reviewer.get(() -> rounds.open(FORM, 2036, 0, province, "", own))
                        .due())
                .isEqualTo(own);
    }

    private String window(String calendar, int year, int part) {
        Calendar.RuleSet rule = catalog.calendar(calendar).forYear(year, part).orElseThrow();
        return rule.window().start(year) + " " + rule.cutOff().atYear(year) + " "
                + rule.due("COMMUNE", year).orElseThrow();
    }

    private int province() {
        return units.byCode(Level.PROVINCE, "96", LocalDate.of(2035, 6, 1))
                .orElseThrow()
                .id();
    }
}
