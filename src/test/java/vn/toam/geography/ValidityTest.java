package vn.toam.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A period holds on its first day and no longer on the day of its end. */
class ValidityTest {

    private static final LocalDate FROM = LocalDate.of(2025, 7, 1);
    private static final LocalDate TO = LocalDate.of(2026, 7, 1);
    private static final Validity YEAR = new Validity(FROM, TO);

    @Test
    void itHoldsFromItsFirstDayToTheDayBeforeItsEnd() {
        assertThat(YEAR.on(FROM.minusDays(1))).isFalse();
        assertThat(YEAR.on(FROM)).isTrue();
        assertThat(YEAR.on(TO.minusDays(1))).isTrue();
        assertThat(YEAR.on(TO)).isFalse();
    }

    @Test
    void itsLastDayIsTheOneBeforeItsEndAndWhatIsOpenHasNone() {
        assertThat(YEAR.first()).isEqualTo(FROM);
        assertThat(YEAR.last()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(new Validity(LocalDate.MIN, TO).first()).isNull();
        assertThat(new Validity(FROM, LocalDate.MAX).last()).isNull();
    }

    @Test
    void twoPeriodsEndWithTheOneThatEndsFirst() {
        assertThat(YEAR.within(new Validity(FROM, TO.plusDays(1)))).isEqualTo(TO);
        assertThat(YEAR.within(new Validity(FROM, TO.minusDays(1)))).isEqualTo(TO.minusDays(1));
        assertThat(YEAR.within(YEAR)).isEqualTo(TO);
    }
}
