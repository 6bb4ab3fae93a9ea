package vn.toam.indicator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.As;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.collection.CollectionService;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.geography.Weights;
import vn.toam.geography.Weights.Kind;
import vn.toam.reorganisation.Reorganisation.Line;
import vn.toam.reorganisation.ReorganisationService;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.ToamTest;
import vn.toam.submission.TypedReturn;
import vn.toam.target.ScorecardService;
import vn.toam.target.ScorecardView;
import vn.toam.unit.Successions;
import vn.toam.unit.UnitService;

/** Accepted figures of one geography read in another; Lạng Sơn, a year nobody else uses; every test takes its changes back. */
class BordersTest extends ToamTest {

    private static final String FORM = "dv-family-commune";
    private static final int YEAR = 2032;
    private static final LocalDate ON = LocalDate.of(2026, 9, 1);
    private static final Somebody ADMIN = Posts.at("ADMIN", UnitService.COUNTRY);

    @Autowired
    private IndicatorService indicators;

    @Autowired
    private FigureService tables;

    @Autowired
    private ScorecardService scorecards;

    @Autowired
    private ReorganisationService reorganisations;

    @Autowired
    private RoundService rounds;

    @Autowired
    private CollectionService collection;

    @Autowired
    private UnitService units;

    @Autowired
    private Successions successions;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private As as;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private int province;
    private List<Unit> old;

    @Test
    void sumsInAnyBordersAreTheSubmittedSumsWhenTheHouseholdsAreKnown() {
        reorganised("300", "600", () -> {
            assertThat(sum(ON.minusDays(1))).isEqualByComparingTo("23");
            assertThat(sum(ON)).isEqualByComparingTo("23");
            Value first = child("91001");
            assertThat(first.kind()).isEqualTo(Kind.APPORTIONED);
            assertThat(first.value()).isEqualByComparingTo("6.66666666666");
            Value second = child("91002");
            assertThat(second.value()).isEqualByComparingTo("13.33333333334");
            assertThat(ADMIN.get(() -> indicators.value("dv-cases", province, YEAR))
                            .value())
                    .isEqualByComparingTo("23");
        });
    }

    @Test
    void withoutHouseholdsASplitCommuneHasNoFigureButItsProvinceHas() {
        reorganised("", "", () -> {
            assertThat(child("91001").kind()).isEqualTo(Kind.NOT_COMPARABLE);
            assertThat(child("91001").value()).isNull();
            assertThat(ADMIN.get(() -> indicators.value("dv-cases", province, YEAR))
                            .value())
                    .isEqualByComparingTo("23");
            int made = units.byCode(Level.COMMUNE, "91001", ON).orElseThrow().id();
            assertThat(ADMIN.get(() -> indicators.value("dv-cases", made, YEAR)).value())
                    .isNull();
        });
    }

    @Test
    void tablesForOtherSystemsReadAsThePagesDo() {
        reorganised("300", "600", () -> {
            FigureService.Line first = line("91001");
            assertThat(first.reading()).isEqualTo(Kind.APPORTIONED);
            assertThat(first.values()).containsExactly(child("91001").value());
            assertThat(communes("91001")).singleElement().satisfies(each -> {
                assertThat(each.unit()).isEqualTo(old.get(0).id());
                assertThat(each.reading()).isEqualTo(Kind.APPORTIONED);
                assertThat(each.values()).isEqualTo(first.values());
            });
            assertThat(line("91003").reading()).isEqualTo(Kind.EXACT);
            assertThat(communes("91003")).hasSize(2);
        });
    }

    @Test
    void tablesForOtherSystemsSayWhatCannotBeCompared() {
        reorganised("", "", () -> {
            FigureService.Line first = line("91001");
            assertThat(first.reading()).isEqualTo(Kind.NOT_COMPARABLE);
            assertThat(first.values()).containsOnlyNulls();
            assertThat(communes("91001"))
                    .singleElement()
                    .satisfies(each -> assertThat(each.values()).containsOnlyNulls());
        });
    }

    @Test
    void aReportAddsUpWhatThePagesShow() {
        reorganised("300", "600", () -> {
            FigureService.Sums sums = ADMIN.get(() -> tables.sums(List.of("dv_cases"), made("91002"), YEAR));
            assertThat(sums.reading()).isEqualTo(Kind.APPORTIONED);
            assertThat(sums.from()).containsExactly(old.get(0).id());
            assertThat(requireNonNull(sums.lines().get("dv_cases")).total())
                    .isEqualByComparingTo(requireNonNull(child("91002").value()));
        });
    }

    @Test
    void completenessIsOfTheUnitsThatFiguresAreReadFrom() {
        reorganised("300", "600", () -> {
            for (String code : List.of("91001", "91002", "91003")) {
                Value alone = ADMIN.get(() -> indicators.value("dv-cases", made(code), YEAR));
                assertThat(alone.coverage()).as(code).isEqualTo(child(code).coverage());
                assertThat(alone.coverage().expected()).as(code).isEqualTo(code.equals("91003") ? 2 : 1);
                assertThat(alone.complete()).as(code).isTrue();
            }
        });
    }

    @Test
    void theScorecardMarksWhatCountsByItsShare() {
        reorganised("300", "600", () -> {
            ScorecardView view = ADMIN.get(() -> scorecards.scorecard(null, made("91001"), YEAR));
            assertThat(view.others())
                    .allSatisfy(other -> assertThat(other.value().kind()).isEqualTo(Kind.APPORTIONED));
            assertThat(view.names()).containsOnlyKeys(old.get(0).id());
        });
    }

    @Test
    void mergedWholeUnitsAreExact() {
        reorganised("300", "600", () -> {
            Value merged = child("91003");
            assertThat(merged.kind()).isEqualTo(Kind.EXACT);
            assertThat(merged.value()).isEqualByComparingTo("3");
            assertThat(merged.reading()).isNotNull();
        });
    }

    @Test
    void thePageMarksHowAFigureOfOtherBordersWasRead() {
        int province = units.byCode(Level.PROVINCE, "31", LocalDate.of(2025, 7, 1))
                .orElseThrow()
                .id();
        assertThat(mvc.get()
                        .uri("/indicators/dv-cases?unit=" + province + "&year=2023&borders=2025-07-01")
                        .with(as.request("ministry")))
                .hasStatusOk()
                .bodyText()
                .contains("không so sánh được", "ghép trọn");
    }

    @Test
    void anOldDistrictIsSeenAsWhatBecameOfIt() {
        int tanYen = units.byCode(Level.DISTRICT, "216", LocalDate.of(2025, 6, 30))
                .orElseThrow()
                .id();
        LocalDate day = LocalDate.of(2025, 12, 1);
        Weights.Reading reading = successions
                .readings(List.of(tanYen), LocalDate.of(2025, 6, 30), List.of(day))
                .get(tanYen)
                .get(day);
        assertThat(reading.kind())
                .as("phường Đa Mai holds one of its communes, with an unknown number of households")
                .isEqualTo(Kind.NOT_COMPARABLE);
        assertThat(reading.sources()).hasSize(6);
        assertThat(reading.parted()).hasSize(1);
    }

    @Test
    void publishedFiguresStandApartWithSourceAndFlags() {
        assertThat(mvc.get().uri("/indicators/history/national-violence").with(as.request("planner.hp")))
                .hasStatusOk()
                .bodyText()
                .contains("46.449", "thiếu 1.860", "bvhttdl.gov.vn", "Đứng riêng");
        assertThat(mvc.get().uri("/indicators/history").with(as.request("planner.hp")))
                .hasStatusOk()
                .bodyText()
                .contains("Bắc Giang 2019", "Hà Nội", "Kon Tum");
    }

    /** Commune 0 (20 cases) is split into 91001 and 91002; 1 and 2 (1 and 2 cases) merge into 91003; the round asked the old ones. */
    private void reorganised(String part, String remainder, Runnable code) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            province = units.byCode(Level.PROVINCE, "20", ON).orElseThrow().id();
            old = units.communesBelow(province, ON.minusDays(1));
            Round round = Posts.at("REVIEWER", province).get(() -> rounds.open(FORM, YEAR, province, ""));
            jdbc.sql("update round.round set geography = ? where id = ?")
                    .params(ON.minusDays(1), round.id())
                    .update();
            accepted(round.id(), 0, 20);
            accepted(round.id(), 1, 1);
            accepted(round.id(), 2, 2);
            ADMIN.run(() -> {
                reorganisations.confirm(reorganisations.save(
                        null,
                        "Thử địa giới",
                        ON,
                        "999/NQ-UBTVQH16",
                        null,
                        List.of(
                                line(1, old.get(0), "91001", "Xã Thử Một", "một phần", part),
                                line(2, old.get(0), "91002", "Xã Thử Hai", "phần còn lại", remainder),
                                line(3, old.get(1), "91003", "Xã Thử Ba", "", ""),
                                line(4, old.get(2), "91003", "", "", ""))));
                code.run();
            });
        });
    }

    private BigDecimal sum(LocalDate on) {
        return ADMIN.get(() -> indicators.children("dv-cases", province, YEAR, on)).stream()
                .map(Value::numerator)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Value child(String code) {
        int id = units.byCode(Level.COMMUNE, code, ON).orElseThrow().id();
        return ADMIN.get(() -> indicators.children("dv-cases", province, YEAR, ON)).stream()
                .filter(value -> value.unit() == id)
                .findFirst()
                .orElseThrow();
    }

    private int made(String code) {
        return units.byCode(Level.COMMUNE, code, ON).orElseThrow().id();
    }

    private FigureService.Line line(String code) {
        return table(code, FigureService.Of.PLACE).getFirst();
    }

    private List<FigureService.Line> communes(String code) {
        return table(code, FigureService.Of.COMMUNES);
    }

    private List<FigureService.Line> table(String code, FigureService.Of of) {
        return ADMIN.get(() -> tables.table(List.of("dv-cases"), made(code), of, List.of(YEAR)));
    }

    private void accepted(UUID round, int commune, int cases) {
        int unit = old.get(commune).id();
        Posts.at("REPORTER", unit)
                .run(() -> collection.save(
                        round,
                        unit,
                        0,
                        new TypedReturn(Map.of("dv_cases", String.valueOf(cases)), Map.of(), Map.of()),
                        "k" + commune));
        jdbc.sql("update collection.submission set status = 'SUBMITTED', sent_at = now() where round = ? and unit = ?")
                .params(round, unit)
                .update();
        Posts.at("REVIEWER", province).run(() -> collection.accept(round, unit, "a" + commune));
    }

    private static Line line(int row, Unit of, String code, String name, String share, String households) {
        return new Line(row, of.code(), code, name, "", share, households, "", "", "");
    }
}
