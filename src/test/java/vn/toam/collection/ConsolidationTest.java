package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Expression;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.definition.Section;
import vn.toam.geography.Level;
import vn.toam.indicator.IndicatorService;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.shared.ToamTest;
import vn.toam.submission.Action;
import vn.toam.submission.Finding;
import vn.toam.submission.FormView;
import vn.toam.submission.OverviewView;
import vn.toam.submission.ReturnsBelow;
import vn.toam.submission.Step;
import vn.toam.submission.SubmissionStatus;
import vn.toam.submission.TypedReturn;
import vn.toam.unit.UnitService;

/** A province consolidates the returns of its communes and sends its own up: Hải Phòng of today, a year nobody else uses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsolidationTest extends ToamTest {

    private static final String BELOW = "dv-family-commune";
    private static final String FORM = "dv-family-province";
    private static final int YEAR = 2034;

    @Autowired
    private RoundService rounds;

    @Autowired
    private CollectionService collection;

    @Autowired
    private Officers officers;

    @Autowired
    private FormReader reader;

    @Autowired
    private RoundReader overviews;

    @Autowired
    private IndicatorService indicators;

    @Autowired
    private UnitService units;

    @Autowired
    private Catalog catalog;

    private int province;
    private List<Integer> communes;
    private Somebody reviewer;
    private Somebody reporter;
    private Somebody ministry;
    private Round below;
    private Round round;

    @BeforeAll
    void open() {
        LocalDate day = LocalDate.of(YEAR, 12, 1);
        province = units.byCode(Level.PROVINCE, "31", day).orElseThrow().id();
        communes = units.idsBelow(province, Level.COMMUNE, day);
        reviewer = Posts.at("REVIEWER", province);
        reporter = Posts.at("REPORTER", province);
        ministry = Posts.at("MINISTRY", UnitService.COUNTRY);
        below = reviewer.get(() -> rounds.open(BELOW, YEAR, province, ""));
        round = reviewer.get(() -> rounds.open(FORM, YEAR, province, ""));
        accepted(communes.get(0), 4);
        accepted(communes.get(1), 9);
        officers.sent(below, communes.get(2), 100);
    }

    @Test
    @Order(1)
    void onlyAcceptedReturnsAreInTheSumAndHowManyIsSaid() {
        ReturnsBelow sums = view().below();

        assertThat(sums.sums().get("province_dv_cases")).isEqualByComparingTo("13");
        assertThat(sums.sums().get("province_households_total")).isEqualByComparingTo("3000");
        assertThat(sums.sums()).doesNotContainKey("province_general_assessment");
        assertThat(sums.accepted()).isEqualTo(2);
        assertThat(sums.sent()).isEqualTo(3);
        assertThat(sums.expected()).isEqualTo(communes.size());
        assertThat(sums.round()).isEqualTo(below.id());
    }

    @Test
    @Order(2)
    void takingTheSumsFillsBlankCellsAndLeavesWhatWasTyped() {
        TypedReturn typed = new TypedReturn(Map.of("province_dv_cases", "14"), Map.of(), Map.of());
        TypedReturn filled = reporter.get(() -> reader.consolidated(round.id(), province, typed));

        assertThat(filled.figures())
                .containsEntry("province_dv_cases", "14")
                .containsEntry("province_households_total", "3.000")
                .containsEntry("province_victims", "13");
    }

    @Test
    @Order(3)
    void aFigureThatDiffersIsSentOnlyWithANote() {
        Map<String, String> typed =
                new HashMap<>(reporter.get(() -> reader.consolidated(round.id(), province, TypedReturn.NOTHING))
                        .figures());
        typed.put("province_communication_sessions", "7");
        officers.save(round, reporter, province, typed, Map.of());

        assertThatThrownBy(() -> officers.submit(round, reporter, province))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .extracting(Rejected.Problem::field)
                                .containsExactly("n_province_communication_sessions"));

        officers.save(
                round,
                reporter,
                province,
                Map.of(),
                Map.of("province_communication_sessions", "Bảy cuộc do Sở tổ chức"));
        officers.submit(round, reporter, province);
        ministry.run(() -> collection.accept(round.id(), province, "up"));
        assertThat(reporter.get(() -> collection.find(round.id(), province)).status())
                .isEqualTo(SubmissionStatus.ACCEPTED);
    }

    @Test
    @Order(4)
    void theProvincesOwnReturnIsNeverAddedToThoseOfItsCommunes() {
        for (int unit : List.of(province, UnitService.COUNTRY)) {
            assertThat(ministry.get(() -> indicators.value("dv-cases", unit, YEAR))
                            .value())
                    .isEqualByComparingTo("13");
            assertThat(ministry.get(() -> indicators.value("dv-household-rate", unit, YEAR))
                            .base())
                    .isEqualByComparingTo("3000");
        }
    }

    @Test
    @Order(5)
    void whatIsAcceptedLaterIsSeenAtOnce() {
        reviewer.run(() -> collection.accept(below.id(), communes.get(2), "later"));
        FormView view = view();

        assertThat(view.below().sums().get("province_dv_cases")).isEqualByComparingTo("113");
        assertThat(view.apart(catalog.field("province_dv_cases"))).isEqualByComparingTo("-100");
        assertThat(view.findings()).extracting(finding -> finding.field()).contains("province_dv_cases");
    }

    @Test
    void aReturnThatLacksALineAddsNothingToIt() {
        Form form = catalog.form(FORM);
        assertThat(form.consolidated(List.of(Map.of("dv_cases", BigDecimal.ONE), Map.of())))
                .containsOnly(Map.entry("province_dv_cases", BigDecimal.ONE));
    }

    @Test
    void aConditionCountsTheReturnsInWhichItHolds() {
        Expression more = new Expression.Operation(
                Expression.Operator.LT,
                List.of(new Expression.Constant(BigDecimal.ZERO), new Expression.Current("models")));
        Field line = new Field(
                "with_model",
                "A",
                Text.of("A"),
                null,
                FieldType.INTEGER,
                vn.toam.definition.LineKind.STOCK,
                BigDecimal.ZERO,
                false,
                null,
                more,
                null,
                null);
        Form form = new Form(
                "f",
                1,
                Text.of("F"),
                List.of(),
                "PROVINCE",
                "any",
                "below",
                List.of(new Section("all", Text.of("All"), List.of(line))),
                List.of(),
                false);

        assertThat(form.consolidated(List.of(
                        Map.of("models", BigDecimal.ZERO),
                        Map.of("models", BigDecimal.TWO),
                        Map.of("models", BigDecimal.TEN))))
                .containsOnly(Map.entry("with_model", BigDecimal.TWO));
    }

    @Test
    void aPastYearOfTheDemonstrationIsConsolidatedAndAccepted() {
        int old = units.byCode(Level.PROVINCE, "31", LocalDate.of(2024, 12, 1))
                .orElseThrow()
                .id();
        OverviewView due = ministry.get(() -> overviews.overview(old, 2024));
        Round past = due.items().stream()
                .map(OverviewView.Item::round)
                .filter(each -> each.form().equals(FORM) && each.demo())
                .findFirst()
                .orElseThrow();
        FormView made = ministry.get(() -> reader.view(past.id(), old, Map.of()));

        assertThat(made.submission().status()).isEqualTo(SubmissionStatus.ACCEPTED);
        assertThat(made.submission().figures().get("province_households_total"))
                .isGreaterThan(BigDecimal.valueOf(1000));
        assertThat(made.steps()).extracting(Step::action).containsExactly(Action.SUBMIT, Action.ACCEPT);
        assertThat(made.findings()).as("what is unusual is explained").allMatch(Finding::explained);
    }

    private FormView view() {
        return reporter.get(() -> reader.view(round.id(), province, Map.of()));
    }

    private void accepted(int unit, int cases) {
        officers.sent(below, unit, cases);
        reviewer.run(() -> collection.accept(below.id(), unit, "accept"));
    }
}
