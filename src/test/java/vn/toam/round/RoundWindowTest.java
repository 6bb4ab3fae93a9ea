package vn.toam.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.shared.ToamTest;

/** Of which days a round asks: what happened on them is counted into its returns, and nothing else. */
class RoundWindowTest extends ToamTest {

    @Autowired
    private Rounds rounds;

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource({
        "tt07-two-tier,    0, 2026, 2026-12-01, 2025-12-01, 2026-11-30",
        "nd09-half-1,      5, 2026, 2026-06-14, 2025-12-15, 2026-06-14",
        "nd09-half-2,      6, 2026, 2026-12-14, 2026-06-15, 2026-12-14",
        "statistics-quarter-1, 1, 2026, 2026-03-31, 2026-01-01, 2026-03-31",
        "statistics-quarter-4, 4, 2026, 2026-12-31, 2026-10-01, 2026-12-31",
        "statistics-year,  0, 2026, 2026-12-31, 2026-01-01, 2026-12-31",
    })
    void theDaysOfItsYearOrPart(String rules, int part, int year, LocalDate cutOff, LocalDate first, LocalDate last) {
        assertThat(rounds.window(round(rules, part, year, cutOff, null))).isEqualTo(new Rounds.Window(first, last));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "tt07-two-tier, 2026-06-30, 2025-12-01",
        "tt07-two-tier, 2026-11-30, 2025-12-01",
        "tt07-two-tier, 2026-12-01, 2026-12-01",
        "statistics-year, 2026-06-30, 2026-01-01",
    })
    void askedBesideTheYearlyOnesFromTheSameFirstDayUpToItsCutOff(String rules, LocalDate cutOff, LocalDate first) {
        assertThat(rounds.window(round(rules, 0, cutOff.getYear(), cutOff, "Rà soát theo công văn")))
                .isEqualTo(new Rounds.Window(first, cutOff));
    }

    private static Round round(String rules, int part, int year, LocalDate cutOff, @Nullable String occasion) {
        return new Round(
                UUID.randomUUID(),
                "chess-year",
                1,
                year,
                part,
                0,
                "COMMUNE",
                rules,
                cutOff,
                cutOff,
                cutOff,
                cutOff,
                null,
                occasion,
                false);
    }
}
