package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Conflict;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.submission.Action;
import vn.toam.submission.Completeness;
import vn.toam.submission.Step;
import vn.toam.submission.Submission;
import vn.toam.submission.SubmissionStatus;
import vn.toam.submission.TypedReturn;
import vn.toam.unit.UnitService;

/** A return's way from opening to acceptance, on the real database: Tân Yên district, years nobody else uses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CollectionServiceTest extends ToamTest {

    private static final String FORM = "dv-family-commune";
    private static final int YEAR = 2019;

    @Autowired
    private RoundService rounds;

    @Autowired
    private CollectionService collection;

    @Autowired
    private Officers officers;

    @Autowired
    private CollectionFigures figures;

    @Autowired
    private CompletenessRepository completeness;

    @Autowired
    private SubmissionRepository submissions;

    @Autowired
    private UnitService units;

    @Autowired
    private Catalog catalog;

    private Round round;
    private int district;
    private List<Unit> communes;
    private Somebody reviewer;
    private int next;

    @BeforeAll
    void open() {
        LocalDate day = LocalDate.of(YEAR, 12, 1);
        district = units.byCode(Level.DISTRICT, "216", day).orElseThrow().id();
        communes = units.communesBelow(district, day);
        reviewer = Posts.at("REVIEWER", district);
        round = reviewer.get(() -> rounds.open(FORM, YEAR, district, ""));
    }

    private Completeness received(int unit) {
        return completeness.byUnit(round, units.find(district).province()).get(unit);
    }

    @Test
    void openingARoundAsksEveryCommuneOfThatDayAndMissingIsNotNil() {
        Completeness now = received(district);

        assertThat(now.expected()).isEqualTo(communes.size());
        assertThat(now.missing()).isPositive();
        assertThat(round.due()).isEqualTo(LocalDate.of(YEAR, 12, 5));
        assertThat(round.ruleSet()).isEqualTo("tt07-three-tier");
    }

    @Test
    void theReceiverFollowsTheRulesOfItsTime() {
        assertThat(submission(commune()).receiver()).isEqualTo(district);

        LocalDate day = LocalDate.of(2029, 12, 1);
        int province = units.byCode(Level.PROVINCE, "24", day).orElseThrow().id();
        Round later = Posts.at("REVIEWER", province).get(() -> rounds.open(FORM, 2029, province, ""));
        int unit = units.idsBelow(province, Level.COMMUNE, day).getFirst();
        assertThat(submissions.find(later.id(), unit).orElseThrow().receiver()).isEqualTo(province);
        assertThat(later.ruleSet()).isEqualTo("tt07-two-tier");
    }

    @Test
    void theSameFormAndYearIsNeverAskedTwice() {
        assertThatThrownBy(() -> reviewer.run(() -> rounds.open(FORM, YEAR, district, "plan-tan-yen")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void acceptedFiguresAreFactsUntilReturned() {
        int unit = sent(40);
        assertThat(facts(unit)).isEmpty();

        reviewer.run(() -> collection.accept(round.id(), unit, "k1"));
        assertThat(facts(unit)).containsEntry("dv_cases", BigDecimal.valueOf(40));

        reviewer.run(() -> collection.sendBack(round.id(), unit, "Xem lại số vụ", "k2"));
        assertThat(facts(unit)).isEmpty();
        assertThat(submission(unit).status()).isEqualTo(SubmissionStatus.RETURNED);
    }

    @Test
    void anAmendmentLeavesTheOldFiguresCountingUntilTheNewOnesAreAccepted() {
        int unit = sent(30);
        reviewer.run(() -> collection.accept(round.id(), unit, "a"));
        Officers.of(unit).run(() -> collection.amend(round.id(), unit, "Công an xã bổ sung", "b"));
        officers.save(
                round,
                Officers.of(unit),
                unit,
                Map.of("dv_cases", "31", "dv_cases_physical", "31", "victims", "31", "victims_female", "31"),
                Map.of());
        assertThat(facts(unit)).containsEntry("dv_cases", BigDecimal.valueOf(30));

        assertThatThrownBy(() -> officers.submit(round, Officers.of(unit), unit))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .extracting(Rejected.Problem::field)
                                .contains("n_dv_cases", "n_victims"));
        String why = "Bổ sung một vụ";
        officers.save(
                round,
                Officers.of(unit),
                unit,
                Map.of(),
                Map.of("dv_cases", why, "dv_cases_physical", why, "victims", why, "victims_female", why));
        officers.submit(round, Officers.of(unit), unit);
        reviewer.run(() -> collection.accept(round.id(), unit, "e"));

        assertThat(facts(unit)).containsEntry("dv_cases", BigDecimal.valueOf(31));
        assertThat(submissions.steps(submission(unit)))
                .extracting(Step::action)
                .containsExactly(Action.SUBMIT, Action.ACCEPT, Action.AMEND, Action.SUBMIT, Action.ACCEPT);
        assertThat(submissions.steps(submission(unit)).get(1).figures())
                .containsEntry("dv_cases", BigDecimal.valueOf(30));
    }

    @Test
    void aRepeatedRequestIsNotDoubled() {
        int unit = commune();
        TypedReturn typed = new TypedReturn(Map.of("dv_cases", "7"), Map.of(), Map.of());
        int first = Officers.of(unit)
                .get(() -> collection.save(round.id(), unit, 0, typed, "same"))
                .version();
        int again = Officers.of(unit)
                .get(() -> collection.save(round.id(), unit, 0, typed, "same"))
                .version();
        assertThat(again).isEqualTo(first).isEqualTo(1);

        officers.save(round, Officers.of(unit), unit, officers.whole(round, 7), Map.of());
        int version = submission(unit).version();
        Officers.of(unit).run(() -> collection.submit(round.id(), unit, version, "send"));
        Officers.of(unit).run(() -> collection.submit(round.id(), unit, version, "send"));
        assertThat(submissions.steps(submission(unit))).hasSize(1);
    }

    @Test
    void twoTypistsNoticeEachOther() {
        int unit = commune();
        TypedReturn one = new TypedReturn(Map.of("dv_cases", "1"), Map.of(), Map.of());
        Officers.of(unit).run(() -> collection.save(round.id(), unit, 0, one, "x"));

        assertThatThrownBy(() -> Officers.of(unit).run(() -> collection.save(round.id(), unit, 0, one, "y")))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aSentFormIsNotTypedIn() {
        int unit = sent(3);
        int version = submission(unit).version();

        assertThatThrownBy(() -> Officers.of(unit)
                        .run(() -> collection.save(round.id(), unit, version, TypedReturn.NOTHING, "late")))
                .isInstanceOf(Conflict.class);
        Officers.of(unit).run(() -> collection.recall(round.id(), unit, "back"));
        assertThat(submission(unit).status().editable()).isTrue();
    }

    @Test
    void anUnreadableCellSavesNothingAndNamesTheLine() {
        int unit = commune();

        assertThatThrownBy(() -> officers.save(
                        round, Officers.of(unit), unit, Map.of("dv_cases", "5", "victims", "năm"), Map.of()))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.problems().getFirst().field()).isEqualTo("f_victims");
                    assertThat(rejected.problems().getFirst().arguments()).contains("V1", "năm");
                });
        assertThat(submission(unit).untouched()).isTrue();
    }

    @Test
    void aNilReturnFillsTheBlanksOnPurpose() {
        int unit = commune();
        TypedReturn typed =
                new TypedReturn(Map.of("households_total", "900", "households_couple", "900"), Map.of(), Map.of());
        Officers.of(unit).run(() -> collection.nilReturn(round.id(), unit, 0, typed, "nil"));

        assertThat(submission(unit).nilReturn()).isTrue();
        assertThat(submission(unit).figures())
                .containsEntry("dv_cases", BigDecimal.ZERO)
                .containsEntry("households_total", BigDecimal.valueOf(900));
        officers.submit(round, Officers.of(unit), unit);
        assertThat(submission(unit).status()).isEqualTo(SubmissionStatus.SUBMITTED);
    }

    @Test
    void aReturnNeedsARemark() {
        int unit = sent(2);
        assertThatThrownBy(() -> reviewer.run(() -> collection.sendBack(round.id(), unit, " ", "r")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void whoMayDoWhat() {
        int unit = sent(4);
        int other = commune();
        int version = submission(unit).version();
        List<Runnable> refused = List.of(
                () -> Officers.of(unit).run(() -> collection.accept(round.id(), unit, "1")),
                () -> Officers.of(other).run(() -> collection.recall(round.id(), unit, "2")),
                () -> Officers.of(other)
                        .run(() -> collection.save(round.id(), unit, version, TypedReturn.NOTHING, "3")),
                () -> Posts.at("LEADER", district)
                        .run(() -> collection.save(round.id(), unit, version, TypedReturn.NOTHING, "4")),
                () -> Posts.at("REVIEWER", unit).run(() -> collection.accept(round.id(), unit, "5")),
                () -> Posts.at("REVIEWER", 10213).run(() -> collection.accept(round.id(), unit, "6")),
                () -> Posts.at("LEADER", district).run(() -> collection.accept(round.id(), unit, "7")),
                () -> Officers.of(other).run(() -> figures.facts(unit, YEAR)),
                () -> Officers.of(unit).run(() -> rounds.open(FORM, 2030, unit, "")));
        refused.forEach(attempt -> assertThatThrownBy(attempt::run).isInstanceOf(NotAllowed.class));

        Posts.at("MINISTRY", UnitService.COUNTRY).run(() -> collection.accept(round.id(), unit, "8"));
        assertThat(submission(unit).status()).isEqualTo(SubmissionStatus.ACCEPTED);
    }

    @Test
    void receivedAndOnTimeAreCounted() {
        Completeness before = received(district);
        int unit = sent(1);
        Completeness after = received(district);

        assertThat(after.received()).isEqualTo(before.received() + 1);
        assertThat(after.accepted()).isEqualTo(before.accepted());
        assertThat(after.onTime()).as("sent years after the due day").isZero();
        assertThat(received(unit)).isEqualTo(new Completeness(1, 1, 0, 0));
    }

    @Test
    void aYearThatMayStillBeSentInTimeIsGatheringForThoseAskedAndAboveAlone() {
        LocalDate day = LocalDate.of(2028, 12, 1);
        int province = units.byCode(Level.PROVINCE, "24", day).orElseThrow().id();
        int other = units.byCode(Level.PROVINCE, "04", day).orElseThrow().id();
        int unit = units.idsBelow(province, Level.COMMUNE, day).getFirst();
        Posts.at("REVIEWER", province).run(() -> rounds.open(FORM, 2028, province, ""));

        assertThat(gathering(province)).contains(2028);
        assertThat(gathering(unit)).contains(2028);
        assertThat(gathering(other)).doesNotContain(2028);
        assertThat(gathering(district)).as("its last day is past").doesNotContain(YEAR);
    }

    private Set<Integer> gathering(int unit) {
        return Posts.at("REVIEWER", unit).get(() -> figures.gathering(unit, List.of(FORM)));
    }

    private int commune() {
        return communes.get(next++).id();
    }

    private Submission submission(int unit) {
        return submissions.find(round.id(), unit).orElseThrow();
    }

    private Map<String, BigDecimal> facts(int unit) {
        return reviewer.get(() -> figures.facts(unit, YEAR));
    }

    /** A commune that has sent a form with so many cases. */
    private int sent(int cases) {
        int unit = commune();
        officers.sent(round, unit, cases);
        return unit;
    }
}
