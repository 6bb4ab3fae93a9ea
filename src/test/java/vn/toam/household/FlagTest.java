package vn.toam.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toam.household.Flag.Cause;
import vn.toam.shared.Rejected.Problem;

/** What a flag needs to be said, and how long it holds. */
class FlagTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    @ParameterizedTest(name = "{0} decided by “{1}” because of {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "POOR,12/QĐ-UBND,-,",
                "POOR,'',-,decision",
                "NEAR_POOR,' ',-,decision",
                "POLICY,'',-,decision",
                "POLICY,Danh sách 2026,-,",
                "DISABLED,'',-,",
                "ETHNIC_MINORITY,'',-,",
                "DIFFICULTY,'',ILLNESS,",
                "DIFFICULTY,'',-,cause",
                "DISABLED,'',ILLNESS,cause",
                "POOR,'',ORPHAN,decision cause",
                "CHILD,'',-,flag",
                "ELDERLY,'',-,flag",
                "ONE_PARENT,'',-,flag"
            })
    void aFlagNeedsItsProof(Flag flag, String decision, Cause cause, String wrong) {
        assertThat(flag.problems(decision, cause).stream().map(Problem::field))
                .containsExactlyElementsOf(
                        wrong == null || wrong.isBlank() ? List.of() : Arrays.asList(wrong.split(" ")));
    }

    @Test
    void povertyIsOneAtATime() {
        assertThat(Flag.POOR.ends(Flag.NEAR_POOR)).isTrue();
        assertThat(Flag.NEAR_POOR.ends(Flag.POOR)).isTrue();
        assertThat(Flag.POOR.ends(Flag.POLICY)).isFalse();
        assertThat(Flag.POLICY.ends(Flag.POOR)).isFalse();
        assertThat(Flag.POLICY.ends(Flag.POLICY)).isTrue();
    }

    @Test
    void difficultyIsAskedAgainAfterAYear() {
        Flag.Span span =
                new Flag.Span(new UUID(0, 1), Flag.DIFFICULTY, DAY, Flag.DIFFICULTY.until(DAY), "", Cause.ILLNESS);

        assertThat(span.on(DAY.minusDays(1))).isFalse();
        assertThat(span.on(DAY)).isTrue();
        assertThat(span.on(LocalDate.of(2027, 1, 14))).isTrue();
        assertThat(span.on(LocalDate.of(2027, 1, 15))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DIFFICULTY")
    void everythingElseHoldsUntilItIsEnded(Flag flag) {
        assertThat(flag.until(DAY)).isEqualTo(LocalDate.MAX);
    }

    @Test
    void bitsOfAFrozenYearStayWhereTheyAre() {
        assertThat(Flag.bits(EnumSet.of(Flag.POOR, Flag.DISABLED, Flag.ONE_PARENT)))
                .isEqualTo(1 + 16 + 256);
        assertThat(Flag.of(1 + 16 + 256)).containsExactly(Flag.POOR, Flag.DISABLED, Flag.ONE_PARENT);
        for (int bits = 0; bits < 512; bits++) {
            assertThat(Flag.bits(Flag.of(bits))).isEqualTo(bits);
        }
    }
}
