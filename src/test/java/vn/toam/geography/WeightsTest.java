package vn.toam.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.toam.geography.Weights.Edge;
import vn.toam.geography.Weights.Kind;
import vn.toam.geography.Weights.Reading;

class WeightsTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final LocalDate OLD = REFORM.minusYears(1);
    private static final LocalDate NEW = REFORM.plusYears(1);
    private static final Validity BEFORE = new Validity(LocalDate.MIN, REFORM);
    private static final Validity AFTER = new Validity(REFORM, LocalDate.MAX);

    /** 1 and 2 merge into 10; 3 goes to 10 (300 households) and 20 (700); 4 goes whole to 20. */
    private static final List<Edge> KNOWN = List.of(
            edge(1, 10, Share.FULL, 500),
            edge(2, 10, Share.FULL, 200),
            edge(3, 10, Share.PART, 300),
            edge(3, 20, Share.REMAINDER, 700),
            edge(4, 20, Share.FULL, 300));

    @Test
    void wholeUnitsAreExact() {
        Reading reading =
                read(List.of(edge(1, 10, Share.FULL, null), edge(2, 10, Share.FULL, null)), AFTER, NEW, OLD, 10);
        assertThat(reading.kind()).isEqualTo(Kind.EXACT);
        assertThat(shares(reading)).isEqualTo(Map.of(1, "1", 2, "1"));
    }

    @Test
    void aSplitUnitCountsByTheHouseholdsThatMoved() {
        Reading reading = read(KNOWN, AFTER, NEW, OLD, 10);
        assertThat(reading.kind()).isEqualTo(Kind.APPORTIONED);
        assertThat(shares(reading)).isEqualTo(Map.of(1, "1", 2, "1", 3, "0.3"));
    }

    @Test
    void withoutHouseholdsNothingHonestCanBeSaid() {
        List<Edge> unknown = List.of(edge(3, 10, Share.PART, null), edge(3, 20, Share.REMAINDER, null));
        assertThat(read(unknown, AFTER, NEW, OLD, 10).kind()).isEqualTo(Kind.NOT_COMPARABLE);
        assertThat(read(unknown, AFTER, NEW, OLD, 10, 20).kind())
                .as("both parts lie within: it does not matter")
                .isEqualTo(Kind.EXACT);
    }

    @Test
    void anOldUnitIsReadFromNewFiguresByWhatItGaveToThem() {
        Reading reading = read(KNOWN, BEFORE, OLD, NEW, 1);
        assertThat(reading.kind()).isEqualTo(Kind.APPORTIONED);
        assertThat(shares(reading)).isEqualTo(Map.of(10, "0.5"));
        assertThat(read(KNOWN, BEFORE, OLD, NEW, 1, 2, 3, 4).kind()).isEqualTo(Kind.EXACT);
    }

    @Test
    void overAllUnitsOfADayTheSharesMakeExactlyOne() {
        List<Edge> thirds =
                List.of(edge(3, 10, Share.PART, 1), edge(3, 20, Share.PART, 1), edge(3, 30, Share.REMAINDER, 1));
        BigDecimal sum = Arrays.stream(new int[] {10, 20, 30})
                .mapToObj(unit ->
                        read(thirds, AFTER, NEW, OLD, unit).sources().getFirst().share())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo("1");
    }

    @Test
    void sharesMultiplyAlongSeveralReorganisations() {
        LocalDate second = REFORM.plusYears(2);
        Validity between = new Validity(REFORM, second);
        Validity last = new Validity(second, LocalDate.MAX);
        List<Edge> chain = List.of(
                new Edge(1, 10, Share.PART, 40, BEFORE, between),
                new Edge(1, 20, Share.REMAINDER, 60, BEFORE, last),
                new Edge(10, 100, Share.PART, 50, between, last),
                new Edge(10, 200, Share.REMAINDER, 50, between, last));
        Reading reading = read(chain, last, second.plusYears(1), OLD, 100);
        assertThat(shares(reading)).isEqualTo(Map.of(1, "0.2"));
    }

    @Test
    void aUnitThatGoesOnIsReadAsItself() {
        Validity always = new Validity(LocalDate.MIN, LocalDate.MAX);
        assertThat(read(KNOWN, always, NEW, OLD, 99).sources()).containsExactly(new Weights.Source(99, BigDecimal.ONE));
    }

    private static Edge edge(int from, int to, Share share, @Nullable Integer households) {
        return new Edge(from, to, share, households, BEFORE, AFTER);
    }

    private static Reading read(List<Edge> edges, Validity life, LocalDate on, LocalDate from, int... units) {
        Map<Integer, Validity> inside = new HashMap<>();
        Arrays.stream(units).forEach(unit -> inside.put(unit, life));
        return new Weights(edges).read(inside, on, from);
    }

    private static Map<Integer, String> shares(Reading reading) {
        Map<Integer, String> shares = new HashMap<>();
        reading.sources().forEach(source -> {
            BigDecimal share = source.share();
            shares.put(
                    source.unit(),
                    share == null ? "?" : share.stripTrailingZeros().toPlainString());
        });
        return shares;
    }
}
