package vn.toam.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoundTest {

    @Test
    void theSameAskingAboutAnotherYearKeepsItsBordersAndMovesItsDays() {
        Round earlier = round(2026).about(2024);

        assertThat(earlier.year()).isEqualTo(2024);
        assertThat(earlier.opens()).isEqualTo("2024-11-15");
        assertThat(earlier.cutOff()).isEqualTo("2024-11-30");
        assertThat(earlier.due()).isEqualTo("2024-12-05");
        assertThat(earlier.geography()).isEqualTo("2026-11-30");
        assertThat(round(2026).about(2027).due()).isEqualTo("2027-12-05");
        assertThat(earlier.open()).isTrue();
        assertThat(earlier.closed(Instant.EPOCH).open()).isFalse();
    }

    @Test
    void aYearlyRoundAsksForItsPartAndAnAdHocOneForItsOccasion() {
        Round yearly = round(2026);
        Round adHoc = round(2026, "Rà soát sau bão");

        assertThat(yearly.adHoc()).isFalse();
        assertThat(yearly.period()).isEqualTo("collection.period.0");
        assertThat(yearly.says()).containsExactly("2026", "", "30/11/2026");
        assertThat(adHoc.adHoc()).isTrue();
        assertThat(adHoc.period()).isEqualTo("collection.period.adHoc");
        assertThat(adHoc.says()).containsExactly("2026", "Rà soát sau bão", "30/11/2026");
        assertThat(yearly.due(LocalDate.of(2026, 12, 9)).due()).isEqualTo("2026-12-09");
    }

    private static Round round(int year) {
        return round(year, null);
    }

    private static Round round(int year, @Nullable String occasion) {
        return new Round(
                new UUID(0, 1),
                "form",
                1,
                year,
                0,
                1,
                "COMMUNE",
                "rules",
                LocalDate.of(year, 11, 30),
                LocalDate.of(year, 11, 15),
                LocalDate.of(year, 11, 30),
                LocalDate.of(year, 12, 5),
                null,
                occasion,
                false);
    }
}
