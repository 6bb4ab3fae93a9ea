package vn.toam.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toam.definition.Check;
import vn.toam.definition.Expression;
import vn.toam.shared.Text;

/** The small rules of collection, on both sides of each boundary. */
class CollectionRulesTest {

    @ParameterizedTest
    @CsvSource({"0,1,0", "1,4,4", "3,4,4", "4,4,4", "5,2,6", "6,2,6"})
    void aYearHasFourQuartersOrTwoHalvesAndThePartThatEndsIt(int part, int parts, int last) {
        assertThat(YearFigures.parts(part)).isEqualTo(parts);
        assertThat(YearFigures.last(part)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"0,true", "1,false", "3,false", "4,true", "5,false", "6,true"})
    void onlyThePartThatEndsTheYearKnowsItToTheEnd(int first, boolean whole) {
        assertThat(new AsOf(first, first).wholeYear()).isEqualTo(whole);
    }

    @Test
    void ofTwoUnitsTheEarliestAndTheLatestAreSaid() {
        assertThat(new AsOf(2, 3).and(new AsOf(1, 4))).isEqualTo(new AsOf(1, 4));
        assertThat(new AsOf(1, 4).and(new AsOf(2, 3))).isEqualTo(new AsOf(1, 4));
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "3,0,0", "3,1,33", "3,2,66", "3,3,100", "3321,3320,99"})
    void aHundredPerCentMeansAll(int expected, int received, int percent) {
        assertThat(new Completeness(expected, received, 0, 0).percent()).isEqualTo(percent);
    }

    @Test
    void whatIsMissingWaitsOrWasAcceptedIsCounted() {
        Completeness some = new Completeness(10, 7, 5, 4);

        assertThat(some.missing()).isEqualTo(3);
        assertThat(some.waiting()).isEqualTo(3);
        assertThat(some.plus(new Completeness(5, 4, 3, 2))).isEqualTo(new Completeness(15, 11, 8, 6));
        assertThat(some.plus(Completeness.NONE)).isEqualTo(some);
    }

    @Test
    void ofTwoFormsTheOneWithFewerAcceptedSpeaksAndOfEqualsTheFirst() {
        Completeness better = new Completeness(10, 7, 5, 4);
        Completeness poorer = new Completeness(10, 9, 9, 3);

        assertThat(better.worse(poorer)).isEqualTo(poorer);
        assertThat(poorer.worse(better)).isEqualTo(poorer);
        assertThat(better.worse(new Completeness(10, 4, 4, 4))).isEqualTo(better);
    }

    @Test
    void onlyAHardCheckBlocksWhateverIsSaidAndASoftOneUntilItIsExplained() {
        assertThat(finding(Check.Kind.HARD, true).blocks()).isTrue();
        assertThat(finding(Check.Kind.HARD, false).blocks()).isTrue();
        assertThat(finding(Check.Kind.SOFT, true).blocks()).isFalse();
        assertThat(finding(Check.Kind.SOFT, false).blocks()).isTrue();
        assertThat(finding(Check.Kind.QUERY, true).blocks()).isFalse();
        assertThat(finding(Check.Kind.QUERY, false).blocks()).isFalse();
        assertThat(finding(Check.Kind.HARD, true).style()).isEqualTo("hard");
        assertThat(finding(Check.Kind.SOFT, true).style()).isEqualTo("explained");
        assertThat(finding(Check.Kind.SOFT, false).style()).isEqualTo("ask");
        assertThat(finding(Check.Kind.QUERY, true).style()).isEqualTo("explained");
        assertThat(finding(Check.Kind.QUERY, false).style()).isEqualTo("query");
    }

    @Test
    void fourHundredCharactersOfKeysAreRememberedAndOnlyWholeOnes() {
        String forty = keys(40);
        assertThat(forty).hasSize(399);

        assertThat(new Filling(submission(null, 1), List.of(keys(39).split(" "))).keys("key-00039"))
                .hasSize(399)
                .startsWith("key-00039 ");
        assertThat(new Filling(submission(null, 1), List.of(forty.split(" "))).keys("key-00040"))
                .hasSize(399)
                .startsWith("key-00040 ")
                .endsWith(" key-00038");
        String endless = "k".repeat(450);
        assertThat(new Filling(submission(null, 1), List.of("old")).keys(endless))
                .isEqualTo(endless);
    }

    @Test
    void aKeyWithThePrintOfAnotherRequestIsReused() {
        Filling filling = new Filling(submission(null, 1), List.of("a~1", "b~2"));

        assertThat(filling.reused("a~1")).isFalse();
        assertThat(filling.reused("a~2")).isTrue();
        assertThat(filling.reused("b~1")).isTrue();
        assertThat(filling.reused("c~1")).isFalse();
        assertThat(filling.reused("a")).as("without a print").isFalse();
    }

    @Test
    void figuresCountOnceTheyWereAcceptedAndAreUntouchedUntilTheFirstSave() {
        assertThat(submission(null, 0).counted()).isFalse();
        assertThat(submission(Map.of("a", BigDecimal.ONE), 0).counted()).isTrue();
        assertThat(submission(null, 0).untouched()).isTrue();
        assertThat(submission(null, 1).untouched()).isFalse();
    }

    private static String keys(int count) {
        return IntStream.range(0, count).mapToObj("key-%05d"::formatted).collect(Collectors.joining(" "));
    }

    private static Finding finding(Check.Kind kind, boolean explained) {
        Check check = new Check("c", null, kind, new Expression.Constant(BigDecimal.ONE), new Text("Sai", "Wrong"));
        return new Finding(check, "a", List.of("1"), explained);
    }

    private static Submission submission(@Nullable Map<String, BigDecimal> accepted, int version) {
        return new Submission(
                24,
                new UUID(0, 1),
                new UUID(0, 2),
                "form",
                2026,
                1,
                2,
                SubmissionStatus.DRAFT,
                Map.of(),
                Map.of(),
                Map.of(),
                false,
                version,
                null,
                Instant.EPOCH,
                accepted,
                Tallies.NONE);
    }
}
