package vn.toam.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toam.access.As;
import vn.toam.definition.Indicator.Better;
import vn.toam.indicator.Coverage;
import vn.toam.shared.Text;
import vn.toam.shared.ToamTest;
import vn.toam.target.Aim;
import vn.toam.target.Bound;
import vn.toam.target.Readings;
import vn.toam.target.Sentence;
import vn.toam.target.Spark;
import vn.toam.target.Strictest;
import vn.toam.target.TargetStatus;
import vn.toam.target.Verdict;

/** What surrounds a figure: its years in words, its rank, the targets of several instruments. Year asked about: 2024. */
class StandingTest extends ToamTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private As as;

    @ParameterizedTest(name = "{0}: {1} before {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // better | hardest | easier; kind value @year, relative changes from 100 the year before
                "HIGHER | GE 90       | GE 80",
                "HIGHER | GT 80       | GE 80",
                "HIGHER | GE 70       | GE 95 @2030",
                "HIGHER | GE 95 @2030 | GE 70 @2030",
                "HIGHER | GE 80       | GE 80 @2024",
                "HIGHER | YES         | GE 98",
                "LOWER  | LT 1        | LE 1",
                "LOWER  | LE 3        | LE 5",
                "LOWER  | DECREASE_BY 10 | LE 95",
                "LOWER  | LE 85       | DECREASE_BY 10",
                "LOWER  | TREND_NONE  | LE 1",
                "LOWER  | DECREASE_BY 1 | TREND_DOWN",
                "NONE   | LE 3        | LE 5",
                "NONE   | GE 5        | GE 3",
            })
    void theTargetThatAsksMostOfTheYearComesFirst(Better better, String hardest, String easier) {
        Readings readings = new Readings(2024, BigDecimal.ONE, BigDecimal.valueOf(100), null, 2020, BigDecimal.ONE);
        List<Aim> aims = new ArrayList<>(List.of(aim(easier, better), aim(hardest, better)));

        aims.sort(Strictest.order(readings));

        assertThat(aims.getFirst()).isEqualTo(aim(hardest, better));
    }

    @ParameterizedTest(name = "{0} is {1} {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "9 8 7 6 5 | fell      | 4",
                "5 9 8     | -         | -",
                "9 8       | -         | -",
                "1 2 3     | rose      | 2",
                "3 3 3 3   | same      | 3",
                "7 x 5     | -         | -",
                "5         | -         | -",
            })
    void aTrendIsSaidInYearsRunning(String figures, String way, Integer years) {
        TreeMap<Integer, BigDecimal> series = new TreeMap<>();
        List<String> all = Arrays.asList(figures.split(" "));
        for (int i = 0; i < all.size(); i++) {
            if (!"x".equals(all.get(i))) {
                series.put(2024 - all.size() + 1 + i, new BigDecimal(all.get(i)));
            }
        }

        Sentence run = Trends.run(series, 2024);

        assertThat(run == null ? null : run.key()).isEqualTo(way == null ? null : "analysis.run." + way);
        assertThat(
                        run == null || run.arguments().isEmpty()
                                ? null
                                : run.arguments().getFirst())
                .isEqualTo(years);
    }

    @Test
    void theChartReachesTheYearOfItsTarget() {
        TreeMap<Integer, BigDecimal> series =
                new TreeMap<>(Map.of(2023, BigDecimal.valueOf(40), 2024, BigDecimal.valueOf(50)));
        Bound bound = new Bound(
                aim("GE 95 @2030", Better.HIGHER),
                Text.of(""),
                "",
                null,
                new Verdict(TargetStatus.BEHIND, Sentence.of("analysis.none")));

        Chart chart = Objects.requireNonNull(Chart.of(series, whole(series), Set.of(), Set.of(), List.of(bound)));

        assertThat(chart.years()).extracting(Chart.Mark::value).contains(BigDecimal.valueOf(2030));
        assertThat(chart.lines()).singleElement().satisfies(line -> {
            assertThat(line.to()).isEqualTo(chart.years().getLast().at());
            assertThat(line.y()).isLessThan(chart.dots().getLast().y());
        });
    }

    @Test
    void aYearWhoseReturnsAreStillToComeIsNotJoinedAsAFall() {
        TreeMap<Integer, BigDecimal> series = new TreeMap<>(
                Map.of(2023, BigDecimal.valueOf(40), 2024, BigDecimal.valueOf(50), 2025, BigDecimal.valueOf(3)));

        Chart chart = Objects.requireNonNull(Chart.of(series, whole(series), Set.of(2025), Set.of(), List.of()));

        assertThat(chart.path().split(" ")).hasSize(2);
        assertThat(chart.thin())
                .singleElement()
                .satisfies(
                        thin -> assertThat("L" + thin).startsWith(chart.path().split(" ")[1]));
        assertThat(chart.provisional()).containsExactly(2025);
    }

    @Test
    void aYearOfTooFewUnitsInTheMiddleIsLeftAndReachedByDots() {
        TreeMap<Integer, BigDecimal> series = new TreeMap<>(Map.of(
                2022, BigDecimal.valueOf(40),
                2023, BigDecimal.valueOf(2),
                2024, BigDecimal.valueOf(50),
                2025, BigDecimal.valueOf(51)));

        Chart chart = Objects.requireNonNull(Chart.of(series, whole(series), Set.of(2023), Set.of(2025), List.of()));
        Spark spark = Objects.requireNonNull(Spark.of(series, Set.of(2023), null));

        assertThat(chart.path()).matches("M\\S+ M\\S+ L\\S+");
        assertThat(chart.thin()).hasSize(2);
        assertThat(chart.borders())
                .singleElement()
                .satisfies(mark -> assertThat(mark.at())
                        .isBetween(chart.dots().get(2).x(), chart.dots().get(3).x()));
        assertThat(spark.path()).matches("M\\S+ M\\S+ L\\S+");
        assertThat(spark.thin()).hasSize(2);
        assertThat(spark.provisional()).isFalse();
    }

    private static Map<Integer, Coverage> whole(TreeMap<Integer, BigDecimal> series) {
        return series.keySet().stream()
                .collect(java.util.stream.Collectors.toMap(year -> year, year -> new Coverage(3, 3, 90)));
    }

    @Test
    void thePageNamesTheInstrumentsTheRankAndTheYearBefore() {
        String page = body("/indicators/conduct-criteria-rate?unit=1062&year=2024");
        assertThat(page)
                .contains("Yêu cầu cao nhất:")
                .contains("96/QĐ-TTg")
                .contains("trên 90 %, đến năm 2030")
                .contains("class=\"years-chart\"")
                .contains("Đứng thứ");
        assertThat(page).containsPattern("so với năm 2023");
    }

    @Test
    void theTableIsAFileThatOpensInASpreadsheet() {
        String csv = body("/indicators/conduct-criteria-rate/table.csv?unit=1062&year=2024");

        assertThat(csv).startsWith("\uFEFF\"Đơn vị\";").contains("\"Thành phố Kon Tum\";");
        assertThat(csv.lines().count()).isEqualTo(11);
    }

    private static Aim aim(String written, Better better) {
        String[] parts = written.strip().split(" ");
        BigDecimal value = parts.length > 1 ? new BigDecimal(parts[1]) : null;
        Integer by = parts.length > 2 ? Integer.valueOf(parts[2].substring(1)) : null;
        return new Aim(Aim.Kind.valueOf(parts[0]), value, Text.of(" %"), true, by, false, false, better);
    }

    private String body(String address) {
        return new String(
                mvc.get()
                        .uri(address)
                        .with(as.request("ministry"))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }
}
