package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.collection.BulkEntry.Outcome;
import vn.toam.collection.BulkEntry.Return;
import vn.toam.geography.Level;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.ToamTest;
import vn.toam.submission.Action;
import vn.toam.submission.Step;
import vn.toam.submission.Submission;
import vn.toam.submission.TypedReturn;
import vn.toam.unit.UnitService;

/** Figures of many units at once: all of a unit's or none. District Lục Nam of Bắc Giang, a year nobody else uses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkEntryTest extends ToamTest {

    private static final int YEAR = 2018;
    private static final String PROOF = "Bản giấy số 12/BC-UBND ngày 01/12/2018, xã mất mạng";

    @Autowired
    private BulkEntry bulk;

    @Autowired
    private RoundService rounds;

    @Autowired
    private CollectionService collection;

    @Autowired
    private SubmissionRepository submissions;

    @Autowired
    private UnitService units;

    @Autowired
    private org.springframework.jdbc.core.simple.JdbcClient jdbc;

    private Round round;
    private List<Integer> communes;
    private Somebody reviewer;

    @BeforeAll
    void open() {
        LocalDate day = LocalDate.of(YEAR, 12, 1);
        int district = units.byCode(Level.DISTRICT, "218", day).orElseThrow().id();
        communes =
                units.idsBelow(district, Level.COMMUNE, day).stream().sorted().toList();
        reviewer = Posts.at("REVIEWER", district);
        round = reviewer.get(() -> rounds.open("dv-family-commune", YEAR, district, ""));
    }

    @Test
    void whatIsWrongInOneUnitLeavesThatUnitAloneAndSavesTheOthers() {
        List<Outcome> outcomes = save("k1", figures(0, "dv_cases", "3"), figures(1, "dv_cases", "2.5", "victims", "1"));

        assertThat(outcomes.getFirst().version()).isEqualTo(1);
        assertThat(outcomes.getLast().version()).isNull();
        assertThat(outcomes.getLast().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("catalog.refused.WHOLE");
            assertThat(problem.arguments()).contains("2,5");
        });
        assertThat(standing(0).figures()).containsEntry("dv_cases", BigDecimal.valueOf(3));
        assertThat(standing(1).figures()).isEmpty();
    }

    @Test
    void theSameRequestAgainChangesNothing() {
        save("k2", figures(2, "dv_cases", "4"));
        List<Outcome> again = save("k2", figures(2, "dv_cases", "4"));

        assertThat(again).singleElement().extracting(Outcome::version).isEqualTo(1);
        assertThat(standing(2).version()).isEqualTo(1);
    }

    @Test
    void linesThatAreNotNamedStayAndNothingClears() {
        save("k3", figures(3, "dv_cases", "4", "victims", "4"));
        save("k4", figures(3, "victims", null));

        assertThat(standing(3).figures()).containsOnlyKeys("dv_cases");
    }

    @Test
    void aReturnThatWasSentIsRefusedAndAnUnknownLineNamed() {
        int unit = communes.get(4);
        Posts.at("REPORTER", unit).run(() -> {
            int version = collection
                    .nilReturn(
                            round.id(),
                            unit,
                            0,
                            new TypedReturn(
                                    Map.of("households_total", "9", "households_couple", "9"), Map.of(), Map.of()),
                            "n")
                    .version();
            collection.submit(round.id(), unit, version, "s");
        });

        assertThat(save("k5", figures(4, "dv_cases", "1")).getFirst().problems())
                .extracting("key")
                .containsExactly("collection.problem.SUBMIT.SUBMITTED");
        assertThat(save("k6", figures(5, "no_such_line", "1")).getFirst().problems())
                .extracting("key")
                .containsExactly("collection.problem.noField");
    }

    @Test
    void whoTypesForOthersSaysOnceFromWhichPaper() {
        Return one = figures(8, "dv_cases", "1");
        List<Outcome> without = reviewer.get(() -> bulk.save(round.id(), List.of(one), "p1", ""));
        assertThat(without.getFirst().version()).isNull();
        assertThat(without.getFirst().problems())
                .extracting("field", "key")
                .containsExactly(org.assertj.core.groups.Tuple.tuple("proof", "collection.problem.proxy"));
        assertThat(standing(8).figures()).isEmpty();
        assertThatThrownBy(() -> reviewer.run(() -> bulk.save(round.id(), List.of(one), "p2", "x")))
                .isInstanceOf(vn.toam.shared.Rejected.class);

        save("p3", one);
        save("p4", figures(8, "victims", "1"));
        reviewer.run(() -> bulk.save(round.id(), List.of(figures(8, "dv_cases", "2")), "p5", ""));
        assertThat(submissions.steps(standing(8)))
                .as("the second save with the same proof, and the third without, need no other")
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.action()).isEqualTo(Action.PROXY);
                    assertThat(step.remark()).isEqualTo(PROOF);
                });
        assertThat(standing(8).version()).isEqualTo(3);
    }

    @Test
    void everyUnitThatIsTypedForIsTold() {
        List<Integer> both = List.of(communes.get(9), communes.get(10));
        int before = notices(both);

        save("t1", figures(9, "dv_cases", "1"), figures(10, "dv_cases", "2"));
        save("t2", figures(9, "victims", "1"), figures(10, "victims", "2"));

        assertThat(notices(both)).as("once each").isEqualTo(before + 2);
        assertThat(List.of(standing(9), standing(10)))
                .allSatisfy(each -> assertThat(submissions.steps(each))
                        .extracting(Step::action, Step::remark)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(Action.PROXY, PROOF)));
    }

    private int notices(List<Integer> of) {
        return jdbc.sql(
                        "select count(*) from notice.notice where unit = any(?) and link like '/collection/forms/' || ? || '/%'")
                .params(
                        of.stream().mapToInt(Integer::intValue).toArray(),
                        round.id().toString())
                .query(Integer.class)
                .single();
    }

    @Test
    void onlyTheUnitItselfOrItsReceiverMayEnter() {
        Return one = figures(6, "dv_cases", "1");

        Posts.at("REPORTER", communes.get(6)).run(() -> bulk.save(round.id(), List.of(one), "k7", ""));
        assertThat(standing(6).figures()).hasSize(1);
        assertThatThrownBy(() -> Posts.at("REPORTER", communes.get(7))
                        .run(() -> bulk.save(round.id(), List.of(one), "k8", PROOF)))
                .isInstanceOf(NotAllowed.class);
        Somebody leader = Posts.at("LEADER", UnitService.COUNTRY);
        assertThatThrownBy(() -> leader.run(() -> bulk.save(round.id(), List.of(one), "k9", PROOF)))
                .as("who may not type for others one by one may not in bulk")
                .isInstanceOf(NotAllowed.class);
        Somebody ministry = Posts.at("MINISTRY", UnitService.COUNTRY);
        assertThat(ministry.get(() -> bulk.save(round.id(), List.of(one), "k10", PROOF)))
                .as("a unit above, on paper proof")
                .allSatisfy(outcome -> assertThat(outcome.problems()).isEmpty());
    }

    private List<Outcome> save(String key, Return... returns) {
        return reviewer.get(() -> bulk.save(round.id(), List.of(returns), key, PROOF));
    }

    private Submission standing(int commune) {
        return submissions.find(round.id(), communes.get(commune)).orElseThrow();
    }

    private Return figures(int commune, @Nullable String... pairs) {
        Map<String, @Nullable BigDecimal> figures = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            String figure = pairs[i + 1];
            figures.put(String.valueOf(pairs[i]), figure == null ? null : new BigDecimal(figure));
        }
        return new Return(communes.get(commune), figures, Map.of());
    }
}
