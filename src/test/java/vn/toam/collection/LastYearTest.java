package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.geography.Level;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.ToamTest;
import vn.toam.unit.UnitService;

/** "Last year" is what was accepted, read in the borders of today, of the same part of the year. Điện Biên, years nobody else uses. */
class LastYearTest extends ToamTest {

    private static final String FORM = "dv-family-commune";

    @Autowired
    private RoundService rounds;

    @Autowired
    private CollectionService collection;

    @Autowired
    private CollectionFigures figures;

    @Autowired
    private LastYear lastYear;

    @Autowired
    private Officers officers;

    @Autowired
    private UnitService units;

    @Test
    void whatWasTypedOrSentButNotAcceptedIsNotLastYear() {
        int unit = unit(0);
        Round before = open(2044, 0, "");
        Round now = open(2045, 0, "");
        send(before, unit, 100);
        assertThat(of(now, unit)).isEmpty();

        accept(before, unit);
        assertThat(of(now, unit)).containsEntry("households_total", BigDecimal.valueOf(100));
        assertThat(reviewer().get(() -> figures.facts(unit, 2044)))
                .as("the same figure as every page shows")
                .containsEntry("households_total", BigDecimal.valueOf(100));
    }

    @Test
    void aQuarterIsHeldAgainstTheSameQuarter() {
        int unit = unit(1);
        Round first = open(2046, 1, "statistics-quarter");
        Round second = open(2046, 2, "statistics-quarter");
        send(first, unit, 100);
        accept(first, unit);
        send(second, unit, 120);
        accept(second, unit);

        assertThat(of(open(2047, 1, "statistics-quarter"), unit))
                .containsEntry("households_total", BigDecimal.valueOf(100));
        assertThat(of(open(2047, 2, "statistics-quarter"), unit))
                .containsEntry("households_total", BigDecimal.valueOf(120));
    }

    private Map<String, BigDecimal> of(Round round, int unit) {
        return lastYear.of(round, List.of(unit)).getOrDefault(unit, Map.of());
    }

    private Round open(int year, int part, String calendar) {
        return reviewer().get(() -> rounds.open(FORM, year, part, province(), calendar, null));
    }

    private void send(Round round, int unit, int households) {
        Map<String, String> typed = officers.lines(
                round,
                Map.of(
                        "households_total", String.valueOf(households),
                        "households_couple", String.valueOf(households)));
        Map<String, String> notes = new HashMap<>();
        typed.keySet().forEach(field -> notes.put(field, "giả định"));
        officers.save(round, Officers.of(unit), unit, typed, notes);
        officers.submit(round, Officers.of(unit), unit);
    }

    private void accept(Round round, int unit) {
        reviewer().run(() -> collection.accept(round.id(), unit, "accept" + round.id()));
    }

    private Somebody reviewer() {
        return Posts.at("REVIEWER", province());
    }

    private int unit(int index) {
        return units.idsBelow(province(), Level.COMMUNE, LocalDate.of(2044, 12, 1)).stream()
                .sorted()
                .skip(index)
                .findFirst()
                .orElseThrow();
    }

    private int province() {
        return units.byCode(Level.PROVINCE, "11", LocalDate.of(2044, 12, 1))
                .orElseThrow()
                .id();
    }
}
