package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.FieldType;
import vn.toam.identity.As.Somebody;
import vn.toam.identity.Posts;
import vn.toam.identity.Role;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.unit.Level;
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
    private CollectionFigures figures;

    @Autowired
    private Desk desk;

    @Autowired
    private BulkAcceptance bulk;

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
        LocalDate day = LocalDate.of(2031, 12, 1);
        province = units.byCode(Level.PROVINCE, "96", day).orElseThrow().id();
        communes = units.idsBelow(province, Level.COMMUNE, day);
        reviewer = Posts.at(Role.REVIEWER, province);
        round = reviewer.get(() -> rounds.open(FORM, 2031, province, ""));
    }

    @Test
    void whereTheUnitAsksForItAReturnIsCheckedAndApprovedBeforeItIsSent() {
        int unit = communes.get(next++);
        Somebody checker = Posts.at(Role.CHECKER, unit);
        Somebody leader = Posts.at(Role.LEADER, unit);
        leader.run(() -> desk.changeRoute(unit, true, true));
        fill(unit, 3);

        assertThat(forward(reporter(unit), unit)).isEqualTo(Action.ASK_CHECK);
        assertThat(submission(unit).sentAt()).isNull();
        assertThatThrownBy(() -> forward(reporter(unit), unit)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> forward(leader, unit)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> checker.run(() -> desk.decline(round.id(), unit, " ", "short")))
                .isInstanceOf(Rejected.class);
        checker.run(() -> desk.decline(round.id(), unit, "Xem lại dòng V1", "no"));
        assertThat(submission(unit).status()).isEqualTo(SubmissionStatus.DRAFT);

        forward(reporter(unit), unit);
        assertThat(forward(checker, unit)).isEqualTo(Action.ASK_APPROVAL);
        assertThatThrownBy(() -> forward(checker, unit)).isInstanceOf(NotAllowed.class);
        assertThat(forward(leader, unit)).isEqualTo(Action.SUBMIT);
        assertThat(submission(unit).status()).isEqualTo(SubmissionStatus.SUBMITTED);
        assertThat(submission(unit).sentAt()).isNotNull();
    }

    @Test
    void theSameStepSentTwiceIsTakenOnce() {
        int unit = communes.get(next++);
        Posts.at(Role.LEADER, unit).run(() -> desk.changeRoute(unit, true, false));
        fill(unit, 1);
        int version = submission(unit).version();
        for (int i = 0; i < 2; i++) {
            assertThat(reporter(unit).get(() -> collection.submit(round.id(), unit, version, "again")))
                    .isEqualTo(Action.ASK_CHECK);
        }
        assertThat(submissions.steps(submission(unit))).hasSize(1);
        reporter(unit).run(() -> collection.recall(round.id(), unit, "back"));
        assertThat(submission(unit).status().editable()).isTrue();
    }

    @Test
    void onlyWhoSignsOrManagesAccountsChangesTheStepsOfAUnit() {
        int unit = communes.get(next++);
        assertThatThrownBy(() -> reporter(unit).run(() -> desk.changeRoute(unit, false, false)))
                .isInstanceOf(NotAllowed.class);
        Posts.at(Role.ADMIN, province).run(() -> desk.changeRoute(unit, false, true));
        assertThat(reporter(unit).get(() -> desk.route(unit))).isEqualTo(new Desk.Route(false, true));
    }

    @Test
    void aUnitAboveTypesOnlyAfterNamingThePaperAndItStaysOnRecord() {
        int unit = communes.get(next++);
        assertThatThrownBy(() -> fill(reviewer, unit, 2)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> reviewer.run(() -> desk.proxy(round.id(), unit, "", "p0")))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> Posts.at(Role.REVIEWER, communes.getLast())
                        .run(() -> desk.proxy(round.id(), unit, "Báo cáo số 12/BC-UBND", "p1")))
                .isInstanceOf(NotAllowed.class);

        reviewer.run(() -> desk.proxy(round.id(), unit, "Báo cáo số 12/BC-UBND ngày 03/12, xã mất mạng", "p2"));
        fill(reviewer, unit, 2);
        assertThat(forward(reviewer, unit)).isEqualTo(Action.SUBMIT);
        Step declared = submissions.steps(submission(unit)).getFirst();
        assertThat(declared.action()).isEqualTo(Action.PROXY);
        assertThat(declared.remark()).contains("12/BC-UBND");
        assertThat(declared.name()).contains("REVIEWER");
    }

    @Test
    void aQuestionIsAskedAndAnsweredWithoutReturningTheForm() {
        int unit = communes.get(next++);
        fill(unit, 5);
        forward(reporter(unit), unit);
        assertThatThrownBy(() -> reporter(unit).run(() -> desk.ask(round.id(), unit, "Vì sao tăng?", "q0")))
                .isInstanceOf(NotAllowed.class);
        reviewer.run(() -> desk.ask(round.id(), unit, "Vì sao số vụ tăng?", "q1"));
        reviewer.run(() -> collection.accept(round.id(), unit, "q2"));
        reporter(unit).run(() -> desk.answer(round.id(), unit, "Công an xã bổ sung hồ sơ", "q3"));

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
            Map<String, String> typed = whole(4);
            if (odd) {
                typed.put("households_other", "200");
            }
            Map<String, String> notes = odd ? Map.of("households_total", "Hộ chưa rõ loại") : Map.of();
            reporter(unit)
                    .run(() -> collection.save(
                            many.id(), unit, 0, new CollectionService.Typed(typed, notes, Map.of()), "s" + unit));
            reporter(unit).run(() -> collection.submit(many.id(), unit, 1, "t" + unit));
        }
        assertThat(reviewer.get(() -> bulk.waiting(many.id(), province))).isEqualTo(new BulkAcceptance.Waiting(5, 1));
        assertThatThrownBy(() -> reporter(sent.getFirst()).run(() -> bulk.accept(many.id(), province, "x")))
                .isInstanceOf(NotAllowed.class);

        assertThat(reviewer.get(() -> bulk.accept(many.id(), province, "all"))).isEqualTo(5);
        assertThat(reviewer.get(() -> bulk.accept(many.id(), province, "all"))).isZero();

        Completeness now = reviewer.get(() -> figures.completeness(province, List.of(FORM), 2033, true)
                .get(FORM)
                .get(province));
        assertThat(now.accepted()).isEqualTo(5);
        assertThat(now.waiting()).isEqualTo(1);
        Submission first = submissions.find(many.id(), sent.getFirst()).orElseThrow();
        assertThat(submissions.steps(first)).extracting(Step::action).containsExactly(Action.SUBMIT, Action.ACCEPT);
        assertThat(reviewer.get(() -> figures.facts(sent.getFirst(), 2033)))
                .containsEntry("dv_cases", BigDecimal.valueOf(4));
    }

    private Action forward(Somebody who, int unit) {
        int version = submission(unit).version();
        return who.get(() ->
                collection.submit(round.id(), unit, version, UUID.randomUUID().toString()));
    }

    private void fill(int unit, int cases) {
        fill(reporter(unit), unit, cases);
    }

    private void fill(Somebody who, int unit, int cases) {
        int version = submission(unit).version();
        who.run(() -> collection.save(
                round.id(),
                unit,
                version,
                new CollectionService.Typed(whole(cases), Map.of(), Map.of()),
                UUID.randomUUID().toString()));
    }

    private Submission submission(int unit) {
        return submissions.find(round.id(), unit).orElseThrow();
    }

    private Map<String, BigDecimal> facts(int unit) {
        return reviewer.get(() -> figures.facts(unit, 2031));
    }

    private static Somebody reporter(int unit) {
        return Posts.at(Role.REPORTER, unit);
    }

    private Map<String, String> whole(int cases) {
        Map<String, String> typed = new HashMap<>();
        catalog.form(FORM).fields().stream()
                .filter(field -> field.type() != FieldType.TEXT)
                .forEach(field -> typed.put(field.id(), "0"));
        List.of("households_total", "households_couple").forEach(field -> typed.put(field, "1.500"));
        List.of(
                        "dv_households",
                        "dv_cases",
                        "dv_cases_physical",
                        "victims",
                        "victims_female",
                        "perpetrators",
                        "perpetrators_male")
                .forEach(field -> typed.put(field, String.valueOf(cases)));
        return typed;
    }
}
