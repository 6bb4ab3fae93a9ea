package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.geography.Level;
import vn.toam.indicator.IndicatorService;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.submission.RoundView;
import vn.toam.submission.Submission;
import vn.toam.submission.SubmissionStatus;
import vn.toam.unit.UnitService;

/** A form asked once more, for an occasion: Lai Châu, where nobody else asks anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdHocRoundsTest extends ToamTest {

    private static final String FORM = "dv-family-commune";
    private static final String WHY = "Rà soát theo công văn của Bộ";

    @Autowired
    private RoundService rounds;

    @Autowired
    private RoundReader reader;

    @Autowired
    private CollectionService collection;

    @Autowired
    private Officers officers;

    @Autowired
    private BulkAcceptance bulk;

    @Autowired
    private CollectionFigures figures;

    @Autowired
    private IndicatorService indicators;

    @Autowired
    private UnitService units;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Clock clock;

    private LocalDate today;
    private int province;
    private List<Integer> communes;
    private Somebody reviewer;
    private Round round;

    @BeforeAll
    void open() {
        today = LocalDate.now(clock);
        province = units.byCode(Level.PROVINCE, "12", today).orElseThrow().id();
        communes = units.idsBelow(province, Level.COMMUNE, today);
        reviewer = Posts.at("REVIEWER", province);
        round = ask(WHY);
    }

    @Test
    void itAsksEveryUnitBesideTheYearlyRoundAndAsOftenAsWanted() {
        Round yearly = reviewer.get(() -> rounds.open(FORM, today.getYear(), province, ""));
        Round again = ask("Báo cáo nhanh sau thiên tai");

        for (Round each : List.of(round, yearly, again)) {
            assertThat(view(each).completeness().expected()).isEqualTo(communes.size());
        }
        assertThat(reviewer.get(() -> reader.asking(communes.getFirst(), FORM, today.getYear())))
                .contains(yearly);
        assertThatThrownBy(() -> reviewer.run(() -> rounds.open(FORM, today.getYear(), province, "")))
                .as("the yearly one is asked once")
                .isInstanceOf(Rejected.class);
    }

    @Test
    void itsFiguresStandForThemselves() {
        int one = communes.get(0);
        int other = communes.get(1);
        officers.sent(round, one, 7);
        officers.sent(round, other, 5);
        reviewer.run(() -> collection.accept(round.id(), one, "one"));
        reviewer.run(() -> bulk.accept(round.id(), province, "all"));

        assertThat(List.of(collection.find(round.id(), one), collection.find(round.id(), other)))
                .allSatisfy(each -> {
                    assertThat(each.status()).isEqualTo(SubmissionStatus.ACCEPTED);
                    assertThat(each.counted()).isFalse();
                    assertThat(each.figures()).containsKey("dv_cases");
                });
        assertThat(view(round).completeness().accepted()).isEqualTo(2);
        assertThat(reviewer.get(() -> figures.facts(one, today.getYear()))).isEmpty();
        assertThat(reviewer.get(() -> indicators.value("dv-cases", province, today.getYear()))
                        .value())
                .isNull();
    }

    @Test
    void whatAnAdHocRoundSaysNeverExplainsOrQueriesAYearlyReturn() {
        int unit = communes.get(2);
        officers.sent(round, unit, 4);
        Round next = ask("Lần hỏi thứ ba trong năm");

        Submission blank = collection.find(next.id(), unit);
        assertThat(collection.context(catalog.form(FORM), blank).before()).doesNotContainValue(BigDecimal.valueOf(4));
        assertThat(collection.context(catalog.form(FORM), blank).others()).isEmpty();
    }

    @Test
    void nobodyOpensOneButWhoReceivesThere() {
        for (String role : List.of("REPORTER", "LEADER", "MEMBER")) {
            Somebody other = Posts.at(role, province);
            assertThatThrownBy(() -> other.run(() -> rounds.openAdHoc(FORM, province, WHY, today, today.plusDays(9))))
                    .isInstanceOf(NotAllowed.class);
        }
        Somebody below = Posts.at("REVIEWER", communes.getFirst());
        assertThatThrownBy(() -> below.run(() -> rounds.openAdHoc(FORM, province, WHY, today, today.plusDays(9))))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aRoundIsToldToThoseItAsksAndAboveThemAlone() {
        int elsewhere = units.byCode(Level.PROVINCE, "15", today).orElseThrow().id();
        for (int place : List.of(province, communes.getFirst(), UnitService.COUNTRY)) {
            String role = place == UnitService.COUNTRY ? "MINISTRY" : "REPORTER";
            assertThat(Posts.at(role, place).get(() -> rounds.find(round.id()))).isEqualTo(round);
        }
        Somebody stranger = Posts.at("PLANNER", elsewhere);
        assertThatThrownBy(() -> stranger.run(() -> rounds.find(round.id()))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(wrong("", today, today.plusDays(3))).isEqualTo("occasion");
        assertThat(wrong(WHY, null, today.plusDays(3))).isEqualTo("cutOff");
        assertThat(wrong(WHY, today.minusYears(2), today.plusDays(3))).isEqualTo("cutOff");
        assertThat(wrong(WHY, today, today)).as("not on the day of the cut-off").isEqualTo("lastDay");
        assertThat(wrong(WHY, today.minusDays(9), today.minusDays(1)))
                .as("past")
                .isEqualTo("lastDay");
        assertThat(wrong(WHY, today, null)).isEqualTo("lastDay");
    }

    private String wrong(String why, LocalDate cutOff, LocalDate due) {
        try {
            reviewer.run(() -> rounds.openAdHoc(FORM, province, why, cutOff, due));
            return "";
        } catch (Rejected rejected) {
            return rejected.problems().getFirst().field();
        }
    }

    private Round ask(String why) {
        return reviewer.get(() -> rounds.openAdHoc(FORM, province, why, today, today.plusDays(9)));
    }

    private RoundView view(Round of) {
        return reviewer.get(() -> reader.round(of.id(), RoundView.Asked.of(null, RoundView.Filter.ALL)));
    }
}
