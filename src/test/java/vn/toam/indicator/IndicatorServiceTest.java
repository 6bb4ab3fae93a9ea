package vn.toam.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.As;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.collection.CollectionService;
import vn.toam.collection.Officers;
import vn.toam.geography.Level;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.ToamTest;
import vn.toam.submission.ProvinceYear;
import vn.toam.unit.UnitService;

/** Sum first, then divide; in step with every acceptance; for units of any time. District Yên Thế of Bắc Giang, years nobody else uses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndicatorServiceTest extends ToamTest {

    private static final int YEAR = 2020;
    private static final String DV = "dv-family-commune";
    private static final String PLAN = "family-plan-commune";

    @Autowired
    private IndicatorService indicators;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private As as;

    @Autowired
    private RollUp rollUp;

    @Autowired
    private SelfCheck selfCheck;

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
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private int district;
    private int province;
    private List<Integer> communes;
    private Somebody reviewer;
    private Somebody ministry;
    private Round dv;
    private Round plan;

    @BeforeAll
    void collect() {
        LocalDate day = LocalDate.of(YEAR, 12, 1);
        district = units.byCode(Level.DISTRICT, "215", day).orElseThrow().id();
        province = units.byCode(Level.PROVINCE, "24", day).orElseThrow().id();
        communes =
                units.idsBelow(district, Level.COMMUNE, day).stream().sorted().toList();
        reviewer = Posts.at("REVIEWER", district);
        ministry = Posts.at("MINISTRY", UnitService.COUNTRY);
        dv = reviewer.get(() -> rounds.open(DV, YEAR, district, ""));
        plan = reviewer.get(() -> rounds.open(PLAN, YEAR, district, ""));
        accept(0, 100, 90);
        accept(1, 900, 450);
    }

    @Test
    void percentagesAreNeverAveraged() {
        Value value = reviewer.get(() -> indicators.value("cultural-family-rate", district, YEAR));

        assertThat(value.value())
                .as("540 of 1,000, not the mean of 90 %% and 50 %%")
                .isCloseTo(BigDecimal.valueOf(54), within(BigDecimal.ZERO));
        assertThat(value.numerator()).isEqualByComparingTo("540");
        assertThat(value.base()).isEqualByComparingTo("1000");
        assertThat(value.units()).isEqualTo(2);
        assertThat(value.coverage().expected()).isEqualTo(communes.size());
        assertThat(value.complete()).isFalse();
    }

    @Test
    void provinceAndCountryAddUpTheSameFigures() {
        for (int unit : List.of(province, UnitService.COUNTRY)) {
            assertThat(ministry.get(() -> indicators.value("dv-cases", unit, YEAR))
                            .value())
                    .isEqualByComparingTo("8");
        }
    }

    @Test
    void aUnitOfTodayShowsTheYearsOfThoseItWasMadeOf() {
        int today = units.byCode(Level.PROVINCE, "24", LocalDate.of(2026, 1, 1))
                .orElseThrow()
                .id();

        assertThat(today).isNotEqualTo(province);
        assertThat(ministry.get(() -> indicators.value("dv-cases", today, YEAR)).value())
                .isEqualByComparingTo("8");
        assertThat(ministry.get(() -> indicators.series(List.of(catalog.indicator("dv-cases")), today))
                        .get("dv-cases"))
                .containsKey(YEAR);
    }

    @Test
    void aUnitCountsOnlyWhenNumeratorAndDenominatorAreKnown() {
        send(dv, communes.get(2), Map.of("households_total", "5000", "households_couple", "5000"));
        reviewer.run(() -> collection.accept(dv.id(), communes.get(2), "only-dv"));
        Value value = reviewer.get(() -> indicators.value("cultural-family-rate", district, YEAR));

        assertThat(value.base()).isEqualByComparingTo("1000");
        assertThat(value.units()).isEqualTo(2);
        reviewer.run(() -> collection.sendBack(dv.id(), communes.get(2), "Thử trả lại", "only-dv-back"));
    }

    @Test
    void childrenAddUpToTheWhole() {
        List<Value> children = reviewer.get(() -> indicators.children("dv-cases", district, YEAR));

        assertThat(children).hasSize(communes.size());
        assertThat(children.stream().map(Value::numerator).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("8");
        assertThat(children.stream().filter(child -> child.value() == null)).hasSize(communes.size() - 2);
    }

    @Test
    void yesOrNoIsTheShareOfUnitsThatSaidYes() {
        assertThat(reviewer.get(() -> indicators.value("communes-with-own-plan", district, YEAR))
                        .value())
                .isEqualByComparingTo("50");
    }

    @Test
    void rollUpsByDifferenceAreThoseFromScratch() {
        Map<String, BigDecimal> before = all();
        ProvinceYear here = new ProvinceYear(24, YEAR);

        assertThat(transaction.<Object>execute(status -> selfCheck.differences(here)))
                .isEqualTo(List.of());
        transaction.executeWithoutResult(status -> rollUp.rebuild(here));

        assertThat(all()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void administratorsAreToldOfSumsThatAreNotThoseOfTheReturns() {
        ProvinceYear here = new ProvinceYear(24, YEAR);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            selfCheck.check(List.of(here));
            assertThat(mvc.get().uri("/system").with(as.request("admin")))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Khớp");
            jdbc.sql(
                            "update indicator.total set numerator = numerator + 1 where unit = ? and year = ? and measure = 'dv-cases'")
                    .params(district, YEAR)
                    .update();
            selfCheck.check(List.of(here));
            assertThat(mvc.get().uri("/system").with(as.request("admin")))
                    .bodyText()
                    .contains("1 tổng số khác", "Huyện Yên Thế, " + YEAR);
            assertThat(mvc.get().uri("/coordination").with(as.request("admin")))
                    .bodyText()
                    .contains("1 tổng số không khớp");
        });
    }

    @Test
    void theSelfCheckNamesASumThatIsNotThatOfTheReturns() {
        ProvinceYear here = new ProvinceYear(24, YEAR);
        List<SelfCheck.Difference> found = transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql(
                            "update indicator.total set numerator = numerator + 1 where unit = ? and year = ? and measure = 'dv-cases'")
                    .params(district, YEAR)
                    .update();
            return selfCheck.differences(here);
        });

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.unit()).isEqualTo(district);
            assertThat(one.measure()).isEqualTo("dv-cases");
        });
    }

    private Map<String, BigDecimal> all() {
        Map<String, BigDecimal> all = new HashMap<>();
        for (int unit : List.of(province, district, communes.getFirst())) {
            ministry.get(() -> indicators.values(catalog.indicators(), unit, YEAR))
                    .forEach(value -> {
                        BigDecimal number = value.value();
                        if (number != null) {
                            all.put(unit + value.indicator(), number.stripTrailingZeros());
                        }
                    });
        }
        return all;
    }

    /** A commune with so many households and recognised ones, four cases; only the first has a plan of its own. */
    private void accept(int index, int households, int recognised) {
        int unit = communes.get(index);
        send(
                dv,
                unit,
                Map.of(
                        "households_total", String.valueOf(households),
                        "households_couple", String.valueOf(households),
                        "dv_cases", "4",
                        "dv_cases_physical", "4",
                        "victims", "4",
                        "victims_female", "4"));
        send(
                plan,
                unit,
                Map.of(
                        "cultural_registered", String.valueOf(households),
                        "cultural_reviewed", String.valueOf(households),
                        "cultural_recognised", String.valueOf(recognised),
                        "annual_plan_issued", index == 0 ? "1" : "0"));
        reviewer.run(() -> collection.accept(dv.id(), unit, "accept"));
        reviewer.run(() -> collection.accept(plan.id(), unit, "accept"));
    }

    private void send(Round round, int unit, Map<String, String> given) {
        Map<String, String> typed = officers.lines(round, given);
        Map<String, String> notes = new HashMap<>();
        typed.keySet().forEach(field -> notes.put(field, "giả định"));
        officers.save(round, Officers.of(unit), unit, typed, notes);
        officers.submit(round, Officers.of(unit), unit);
    }
}
