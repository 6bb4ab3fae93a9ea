package vn.toam.analysis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.access.As;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.collection.CollectionService;
import vn.toam.collection.Officers;
import vn.toam.definition.Indicator;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.indicator.Coverage;
import vn.toam.indicator.FigureService;
import vn.toam.indicator.IndicatorService;
import vn.toam.indicator.Value;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.ToamTest;
import vn.toam.target.Aim;
import vn.toam.target.TargetStatus;
import vn.toam.target.Verdict;
import vn.toam.target.Verdicts;
import vn.toam.unit.UnitService;

/**
 * A figure is never shown without how many of the units that must report it counts, and says nothing it cannot bear. Cao Bằng, years nobody else
 * uses: whole, 1 commune of 56, 52 of 56.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageTest extends ToamTest {

    private static final String FORM = "dv-family-commune";
    private static final int WHOLE = 2041;
    private static final int ONE = 2042;
    private static final int NEARLY = 2043;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    @Autowired
    private IndicatorService indicators;

    @Autowired
    private StandingReader standings;

    @Autowired
    private FigureService tables;

    @Autowired
    private MapReader maps;

    @Autowired
    private RoundService rounds;

    @Autowired
    private CollectionService collection;

    @Autowired
    private Officers officers;

    @Autowired
    private UnitService units;

    @Autowired
    private Catalog catalog;

    @Autowired
    private JsonMapper json;

    private int province;
    private List<Integer> communes;
    private Somebody reviewer;

    @BeforeAll
    void collect() {
        LocalDate day = LocalDate.of(WHOLE, 12, 1);
        province = units.byCode(Level.PROVINCE, "04", day).orElseThrow().id();
        communes =
                units.idsBelow(province, Level.COMMUNE, day).stream().sorted().toList();
        reviewer = Posts.at("REVIEWER", province);
        accept(WHOLE, communes.size(), 6);
        accept(ONE, 1, 0);
        accept(NEARLY, communes.size() - 4, 0);
    }

    @Test
    void aFigureCountsUnitsThatMustReportWhetherOrNotTheyWereAsked() {
        assertThat(value("dv-cases", WHOLE).coverage()).isEqualTo(new Coverage(communes.size(), communes.size(), 90));
        assertThat(value("dv-cases", ONE).coverage()).isEqualTo(new Coverage(1, communes.size(), 90));
        assertThat(value("dv-cases", ONE).provisional()).isTrue();
        assertThat(value("dv-cases", NEARLY).provisional()).isFalse();
        Value country = as.role("ministry").get(() -> indicators.value("dv-cases", UnitService.COUNTRY, WHOLE));
        assertThat(country.coverage().expected()).isGreaterThan(3000);
        assertThat(country.provisional()).isTrue();
    }

    @Test
    void oneOfManyIsNeverMetBehindOrOnCourse() {
        for (Aim.Kind kind : Aim.Kind.values()) {
            for (String id : List.of("dv-cases", "dv-victims-counselled-rate", "communes-with-dv-model")) {
                assertThat(judge(id, kind, ONE).status())
                        .as(id + kind)
                        .isIn(TargetStatus.PROVISIONAL, TargetStatus.NO_DATA);
            }
        }
    }

    @Test
    void nothingIsComparedWithAYearOfTooFew() {
        assertThat(judge("dv-cases", Aim.Kind.DECREASE_BY, NEARLY).status()).isEqualTo(TargetStatus.PROVISIONAL);
        assertThat(judge("dv-cases", Aim.Kind.TREND_DOWN, NEARLY).status()).isEqualTo(TargetStatus.PROVISIONAL);
        for (int year : List.of(ONE, NEARLY)) {
            Standing standing = standing(year);
            assertThat(requireNonNull(standing.change()).key()).isEqualTo("analysis.change.not");
            assertThat(standing.run()).isNull();
        }
    }

    @Test
    void noneOccurredIsNotSaidWhileSomeHaveNotReported() {
        assertThat(judge("dv-cases", Aim.Kind.TREND_NONE, NEARLY).status()).isEqualTo(TargetStatus.PROVISIONAL);
        assertThat(judge("dv-cases", Aim.Kind.TREND_NONE, WHOLE).status()).isEqualTo(TargetStatus.BEHIND);
        assertThat(judge("dv-cases", Aim.Kind.LE, NEARLY).status())
                .as("those missing could bring it above")
                .isEqualTo(TargetStatus.PROVISIONAL);
        assertThat(judge("dv-cases", Aim.Kind.LE, WHOLE).status()).isEqualTo(TargetStatus.BEHIND);
        assertThat(judge("households", Aim.Kind.GE, NEARLY).status())
                .as("a count only grows")
                .isEqualTo(TargetStatus.MET);
    }

    @Test
    void aZeroDenominatorIsNoVerdict() {
        Verdict verdict = judge("dv-victims-counselled-rate", Aim.Kind.GE, NEARLY);

        assertThat(verdict.status()).isEqualTo(TargetStatus.NO_DATA);
        assertThat(verdict.why().key()).isEqualTo("target.why.noBase");
    }

    @Test
    void aUnitThatHasNotReportedHasNoRankAndNoClassOnTheMap() {
        MapView map = reviewer.get(() -> maps.map("dv-cases", province, NEARLY));

        assertThat(map.areas().stream().filter(area -> area.rank() != null)).hasSize(communes.size() - 4);
        MapView country = as.role("ministry").get(() -> maps.map("dv-cases", UnitService.COUNTRY, ONE));
        assertThat(country.areas())
                .filteredOn(area -> area.unit().id() == province)
                .singleElement()
                .satisfies(area -> {
                    assertThat(area.style()).isEqualTo(MapView.PROVISIONAL);
                    assertThat(area.rank()).isNull();
                });
        assertThat(country.shades().classes()).isEmpty();
    }

    @Test
    void pagesOfOneOfManySayProvisionalAndNeverMet() throws Exception {
        String of = "1/" + communes.size();
        for (String address : List.of(
                "/indicators/households?unit=" + province + "&year=" + ONE,
                "/indicators/trace?indicator=households&unit=" + province + "&year=" + ONE,
                "/indicators/map?indicator=households&unit=" + province + "&year=" + ONE,
                "/indicators/scorecard?unit=" + province + "&year=" + ONE)) {
            String page = page(address);
            assertThat(page).as(address).contains("tính trên " + of + " đơn vị").containsIgnoringCase("tạm tính");
            assertThat(page).as(address).doesNotContain(">Đạt<", ">Chậm<", ">Đúng tiến độ<");
            assertThat(page).as(address).doesNotContainPattern("(Tăng|Giảm) [\\d.,]+");
        }
    }

    @Test
    void everyWayOutSaysTheSameFigureAndTheSameCoverage() throws Exception {
        Random random = new Random(8);
        for (int i = 0; i < 12; i++) {
            int year = List.of(WHOLE, ONE, NEARLY).get(random.nextInt(3));
            Indicator indicator =
                    catalog.indicators().get(random.nextInt(catalog.indicators().size()));
            int unit = random.nextInt(4) == 0 ? communes.get(random.nextInt(communes.size())) : province;
            Value value = reviewer.get(() -> indicators.value(indicator.id(), unit, year));
            String what = indicator.id() + " " + unit + " " + year;

            Value card = reviewer.get(() -> indicators.values(catalog.indicators(), unit, year)).stream()
                    .filter(each -> each.indicator().equals(indicator.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(card).as(what).isEqualTo(value);
            reviewer.get(() -> tables.table(List.of(indicator.id()), unit, FigureService.Of.PLACE, List.of(year)))
                    .forEach(line -> {
                        assertThat(line.coverage()).as(what).containsExactly(value.coverage());
                        same(what, line.values().getFirst(), value.value());
                    });
            Coverage of = value.coverage();
            assertThat(page("/indicators/" + indicator.id() + "?unit=" + unit + "&year=" + year))
                    .as(what)
                    .contains("tính trên " + of.received() + "/" + of.expected() + " đơn vị");
        }
    }

    @Test
    void otherSystemsGetTheCoverageOfEveryValue() throws Exception {
        JsonNode rows = json.readTree(
                        page("/api/v1/figures?measures=dv-cases,households_total&unit=04&years=" + ONE + "," + WHOLE))
                .get("rows");

        assertThat(rows.get(1).get("received").toString()).isEqualTo("[1,1]");
        assertThat(rows.get(1).get("expected").toString())
                .isEqualTo("[" + communes.size() + "," + communes.size() + "]");
        assertThat(rows.get(1).get("coverage").toString()).isEqualTo("[0.01,0.01]");
        assertThat(rows.get(1).get("provisional").toString()).isEqualTo("[true,true]");
        assertThat(rows.get(0).get("coverage").toString()).isEqualTo("[1.0,1.0]");
        assertThat(rows.get(0).get("provisional").toString()).isEqualTo("[false,false]");
    }

    private static void same(String what, BigDecimal one, BigDecimal other) {
        if (one == null || other == null) {
            assertThat(one).as(what).isEqualTo(other);
        } else {
            assertThat(one).as(what).isEqualByComparingTo(other);
        }
    }

    private Value value(String indicator, int year) {
        return reviewer.get(() -> indicators.value(indicator, province, year));
    }

    private Verdict judge(String id, Aim.Kind kind, int year) {
        Indicator indicator = catalog.indicator(id);
        Aim aim = new Aim(
                kind, BigDecimal.TEN, catalog.measure(indicator), false, null, false, false, indicator.better());
        return reviewer.get(
                () -> Verdicts.judge(aim, indicator, year, indicators.past(List.of(indicator), province), null));
    }

    private Standing standing(int year) {
        Indicator indicator = catalog.indicator("households");
        Unit place = units.find(province, LocalDate.of(year, 12, 1));
        return reviewer.get(() -> standings.of(indicator, place, year, indicators.past(List.of(indicator), province)));
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(address).with(as.request("ministry")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** The first so many communes report 100 households and so many cases each. */
    private void accept(int year, int howMany, int cases) {
        Round round = reviewer.get(() -> rounds.open(FORM, year, province, ""));
        Map<String, String> given = Map.of(
                "households_total", "100",
                "households_couple", "100",
                "dv_households", String.valueOf(Math.min(1, cases)),
                "dv_cases", String.valueOf(cases),
                "dv_cases_physical", String.valueOf(cases),
                "victims", String.valueOf(cases),
                "victims_female", String.valueOf(cases));
        for (int unit : communes.subList(0, howMany)) {
            Map<String, String> typed = officers.lines(round, given);
            Map<String, String> notes = new HashMap<>();
            typed.keySet().forEach(field -> notes.put(field, "giả định"));
            officers.save(round, Officers.of(unit), unit, typed, notes);
            officers.submit(round, Officers.of(unit), unit);
            reviewer.run(() -> collection.accept(round.id(), unit, "accept"));
        }
    }
}
