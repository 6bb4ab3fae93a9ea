package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.geography.Level;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.submission.Action;
import vn.toam.submission.Completeness;
import vn.toam.submission.ReturnRoute;
import vn.toam.submission.Step;
import vn.toam.submission.Submission;
import vn.toam.submission.SubmissionStatus;
import vn.toam.submission.TypedReturn;
import vn.toam.unit.UnitService;

/** Hands inside the unit, questions, typing from paper, accepting many at once: Cà Mau, years nobody else uses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkflowTest extends ToamTest {

    private static final String FORM = "dv-family-commune";

    @Autowired
    private RoundService rounds;

    @Autowired
    private CollectionService collection;

    @Autowired
    private Officers officers;

    @Autowired
    private CollectionFigures figures;

    @Autowired
    private ReturnHandling desk;

    @Autowired
    private BulkAcceptance bulk;

    @Autowired
    private CompletenessRepository completeness;

    @Autowired
    private SubmissionRepository submissions;

    @Autowired
    private UnitService units;

    @Autowired
    private Catalog catalog;

    private Round round;
    private int province;
    private List<Integer> communes;
    private Somebody reviewer;
    private int next;

    @BeforeAll
    void open() {
        LocalDate day = LocalDate.of(2038, 12, 1);
        province = units.byCode(Level.PROVINCE, "96", day).orElseThrow().id();
        communes = units.idsBelow(province, Level.COMMUNE, day);
        reviewer = Posts.at("REVIEWER", province);
        round = reviewer.get(() -> rounds.open(FORM, 2038, province, ""));
    }

    @Test
    void whereTheUnitAsksForItAReturnIsCheckedAndApprovedBeforeItIsSent() {
        int unit = communes.get(next++);
        Somebody checker = Posts.at("CHECKER", unit);
        Somebody leader = Posts.at("LEADER", unit);
        leader.run(() -> desk.changeRoute(unit, true, true));
        officers.save(round, Officers.of(unit), unit, officers.whole(round, 3), Map.of());

        assertThat(officers.submit(round, Officers.of(unit), unit)).isEqualTo(Action.ASK_CHECK);
        assertThat(submission(unit).sentAt()).isNull();
        assertThatThrownBy(() -> officers.submit(round, Officers.of(unit), unit))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> officers.submit(round, leader, unit)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> checker.run(() -> desk.decline(round.id(), unit, " ", "short")))
                .isInstanceOf(Rejected.class);
        checker.run(() -> desk.decline(round.id(), unit, "Xem lại dòng V1", "no"));
        assertThat(submission(unit).status()).isEqualTo(SubmissionStatus.DRAFT);

        officers.submit(round, Officers.of(unit), unit);
        assertThat(officers.submit(round, checker, unit)).isEqualTo(Action.ASK_APPROVAL);
        assertThatThrownBy(() -> officers.submit(round, checker, unit)).isInstanceOf(NotAllowed.class);
        assertThat(officers.submit(round, leader, unit)).isEqualTo(Action.SUBMIT);
        assertThat(submission(unit).status()).isEqualTo(SubmissionStatus.SUBMITTED);
        assertThat(submission(unit).sentAt()).isNotNull();
    }

    @Test
    void nobodyAcceptsOrChecksWhatHeTypedOrSentUnlessTheUnitHasOnePersonAlone() {
        int unit = communes.get(next++);
        reviewer.run(() -> desk.proxy(round.id(), unit, "Bản giấy số 1 ngày 01/12/2038, mất mạng", "paper" + unit));
        officers.save(round, reviewer, unit, officers.whole(round, 4), Map.of());
        officers.submit(round, reviewer, unit);

        assertThatThrownBy(() -> reviewer.run(() -> collection.accept(round.id(), unit, "own" + unit)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("ownWork");
        assertThat(submission(unit).status()).isEqualTo(SubmissionStatus.SUBMITTED);

        Posts.at("ADMIN", province).run(() -> desk.changeAlone(province, true));
        reviewer.run(() -> collection.accept(round.id(), unit, "alone" + unit));
        Posts.at("ADMIN", province).run(() -> desk.changeAlone(province, false));
        assertThat(submission(unit).status()).isEqualTo(SubmissionStatus.ACCEPTED);

        int second = communes.get(next++);
        Posts.at("LEADER", second).run(() -> desk.changeRoute(second, true, false));
        Somebody both = Posts.at("CHECKER", second);
        officers.save(round, Officers.of(second), second, officers.whole(round, 4), Map.of());
        officers.submit(round, Officers.of(second), second);
        Somebody other = Posts.at("PLANNER", province);
        officers.submit(round, both, second);
        other.run(() -> collection.accept(round.id(), second, "other" + second));
        assertThat(submission(second).status()).isEqualTo(SubmissionStatus.ACCEPTED);
        other.run(() -> collection.sendBack(round.id(), unit, "Trả lại sau khi thử", "undo" + unit));
        other.run(() -> collection.sendBack(round.id(), second, "Trả lại sau khi thử", "undo" + second));
    }

    @Test
    void theSameStepSentTwiceIsTakenOnce() {
        int unit = communes.get(next++);
        Posts.at("LEADER", unit).run(() -> desk.changeRoute(unit, true, false));
        officers.save(round, Officers.of(unit), unit, officers.whole(round, 1), Map.of());
        int version = submission(unit).version();
        for (int i = 0; i < 2; i++) {
            assertThat(Officers.of(unit).get(() -> collection.submit(round.id(), unit, version, "again")))
                    .isEqualTo(Action.ASK_CHECK);
        }
        assertThat(submissions.steps(submission(unit))).hasSize(1);
        Officers.of(unit).run(() -> collection.recall(round.id(), unit, "back"));
        assertThat(submission(unit).status().editable()).isTrue();
    }

    @Test
    void onlyWhoSignsOrManagesAccountsChangesTheStepsOfAUnit() {
        int unit = communes.get(next++);
        assertThatThrownBy(() -> Officers.of(unit).run(() -> desk.changeRoute(unit, false, false)))
                .isInstanceOf(NotAllowed.class);
        Posts.at("ADMIN", province).run(() -> desk.changeRoute(unit, false, true));
        assertThat(Officers.of(unit).get(() -> desk.route(unit))).isEqualTo(new ReturnRoute(false, true));
    }

    @Test
    void aUnitAboveTypesOnlyAfterNamingThePaperAndItStaysOnRecord() {
        int unit = communes.get(next++);
        assertThatThrownBy(() -> officers.save(round, reviewer, unit, officers.whole(round, 2), Map.of()))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> reviewer.run(() -> desk.proxy(round.id(), unit, "", "p0")))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> Posts.at("REVIEWER", communes.getLast())
                        .run(() -> desk.proxy(round.id(), unit, "Báo cáo số 12/BC-UBND", "p1")))
                .isInstanceOf(NotAllowed.class);

        reviewer.run(() -> desk.proxy(round.id(), unit, "Báo cáo số 12/BC-UBND ngày 03/12, xã mất mạng", "p2"));
        officers.save(round, reviewer, unit, officers.whole(round, 2), Map.of());
        assertThat(officers.submit(round, reviewer, unit)).isEqualTo(Action.SUBMIT);
        Step declared = submissions.steps(submission(unit)).getFirst();
        assertThat(declared.action()).isEqualTo(Action.PROXY);
        assertThat(declared.remark()).contains("12/BC-UBND");
        assertThat(declared.name()).contains("REVIEWER");
    }

    @Test
    void aQuestionIsAskedAndAnsweredWithoutReturningTheForm() {
        int unit = communes.get(next++);
        officers.save(round, Officers.of(unit), unit, officers.whole(round, 5), Map.of());
        officers.submit(round, Officers.of(unit), unit);
        assertThatThrownBy(() -> Officers.of(unit).run(() -> desk.ask(round.id(), unit, "Vì sao tăng?", "q0")))
                .isInstanceOf(NotAllowed.class);
        reviewer.run(() -> desk.ask(round.id(), unit, "Vì sao số vụ tăng?", "q1"));
        reviewer.run(() -> collection.accept(round.id(), unit, "q2"));
        Officers.of(unit).run(() -> desk.answer(round.id(), unit, "Công an xã bổ sung hồ sơ", "q3"));

        assertThat(submission(unit).status()).isEqualTo(SubmissionStatus.ACCEPTED);
        assertThat(facts(unit)).containsEntry("dv_cases", BigDecimal.valueOf(5));
        assertThat(submissions.steps(submission(unit)))
                .extracting(Step::action)
                .containsExactly(Action.SUBMIT, Action.ASK, Action.ACCEPT, Action.ANSWER);
    }

    @Test
    void allWithoutWarningsAreAcceptedAtOnceAndTheOddOnesAreLeft() {
        Round many = reviewer.get(() -> rounds.open(FORM, 2033, province, ""));
        List<Integer> sent = communes.subList(0, 6);
        for (int unit : sent) {
            boolean odd = unit == sent.getLast();
            Map<String, String> typed = officers.whole(many, 4);
            if (odd) {
                typed.put("households_other", "200");
            }
            Map<String, String> notes = odd ? Map.of("households_total", "Hộ chưa rõ loại") : Map.of();
            Officers.of(unit)
                    .run(() ->
                            collection.save(many.id(), unit, 0, new TypedReturn(typed, notes, Map.of()), "s" + unit));
            Officers.of(unit).run(() -> collection.submit(many.id(), unit, 1, "t" + unit));
        }
        assertThat(reviewer.get(() -> bulk.waiting(many.id(), province))).isEqualTo(6);
        assertThatThrownBy(() -> Officers.of(sent.getFirst()).run(() -> bulk.accept(many.id(), province, "x")))
                .isInstanceOf(NotAllowed.class);

        assertThat(reviewer.get(() -> bulk.accept(many.id(), province, "all")))
                .isEqualTo(new BulkAcceptance.Outcome(5, 1));
        assertThat(reviewer.get(() -> bulk.accept(many.id(), province, "all")))
                .isEqualTo(new BulkAcceptance.Outcome(0, 1));
        assertThat(reviewer.get(() -> bulk.waiting(many.id(), province))).isEqualTo(1);

        Completeness now =
                completeness.byUnit(many, units.find(province).province()).get(province);
        assertThat(now.accepted()).isEqualTo(5);
        assertThat(now.waiting()).isEqualTo(1);
        Submission first = submissions.find(many.id(), sent.getFirst()).orElseThrow();
        assertThat(submissions.steps(first)).extracting(Step::action).containsExactly(Action.SUBMIT, Action.ACCEPT);
        assertThat(reviewer.get(() -> figures.facts(sent.getFirst(), 2033)))
                .containsEntry("dv_cases", BigDecimal.valueOf(4));
    }

    @Test
    void inOneCommuneOnlyItsOwnReturnIsWaitingAndAccepted() {
        Round few = reviewer.get(() -> rounds.open(FORM, 2046, province, ""));
        int one = communes.get(10);
        int other = communes.get(11);
        for (int unit : List.of(one, other)) {
            TypedReturn typed = new TypedReturn(officers.whole(few, 4), Map.of(), Map.of());
            Officers.of(unit).run(() -> collection.save(few.id(), unit, 0, typed, "few" + unit));
            officers.submit(few, Officers.of(unit), unit);
        }

        assertThat(reviewer.get(() -> bulk.waiting(few.id(), one))).isEqualTo(1);
        assertThat(reviewer.get(() -> bulk.waiting(few.id(), communes.get(12)))).isZero();
        assertThat(reviewer.get(() -> bulk.accept(few.id(), one, "one"))).isEqualTo(new BulkAcceptance.Outcome(1, 0));
        assertThat(submissions.find(few.id(), one).orElseThrow().status()).isEqualTo(SubmissionStatus.ACCEPTED);
        assertThat(submissions.find(few.id(), other).orElseThrow().status()).isEqualTo(SubmissionStatus.SUBMITTED);
    }

    private Submission submission(int unit) {
        return submissions.find(round.id(), unit).orElseThrow();
    }

    private Map<String, BigDecimal> facts(int unit) {
        return reviewer.get(() -> figures.facts(unit, 2038));
    }
}
