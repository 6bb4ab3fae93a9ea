package vn.toam.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures as officials write them. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1234.5 | 1.234,5", "0.125 | 0,13", "0.135 | 0,14", "2.5 | 2,5", "-7.005 | −7,01", "3321 | 3.321"})
    void aHalfIsRoundedUp(BigDecimal figure, String written) {
        assertThat(Numbers.number(figure)).isEqualTo(written);
        assertThat(Numbers.number(Numbers.shown(figure))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1234.5 | 1,234.5", "0.125 | 0.13", "-7.005 | −7.01", "3321 | 3,321", "1234567.891 | 1,234,567.89"
            })
    void englishReadersSeePointsBeforeDecimals(BigDecimal figure, String written) {
        assertThat(Numbers.number(figure, Locale.ENGLISH)).isEqualTo(written);
    }

    @Test
    void aSentenceSaidInBothLanguagesSpellsItsFiguresInEach() throws IOException {
        Text said = new Words().text("coordination.said.reminded", 3321);

        assertThat(said.vi()).contains("3.321");
        assertThat(said.en()).contains("3,321");
    }
}
