package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.catalog.Catalog;
import vn.toam.geography.Level;
import vn.toam.round.Round;
import vn.toam.round.RoundChanges;
import vn.toam.round.RoundService;
import vn.toam.shared.ToamTest;
import vn.toam.submission.Action;
import vn.toam.submission.FormView;
import vn.toam.unit.TestGround;
import vn.toam.unit.TestGround.Ground;
import vn.toam.unit.UnitService;

/** What the page of a return offers to whom, wherever the return stands; and whom rounds ask. */
class WhatMayBeDoneTest extends ToamTest {

    private static final String FORM = "dv-family-commune";

    @Autowired
    private RoundService rounds;

    @Autowired
    private RoundChanges changes;

    @Autowired
    private OwedRepository owed;

    @Autowired
    private Consolidation consolidation;

    @Autowired
    private Catalog catalog;

    @Autowired
    private RoundReader reader;

    @Autowired
    private FormReader forms;

    @Autowired
    private CollectionService collection;

    @Autowired
    private SubmissionRepository submissions;

    @Autowired
    private ReturnHandling desk;

    @Autowired
    private Officers officers;

    @Autowired
    private UnitService units;

    @Autowired
    private TestGround grounds;

    private Ground ground;
    private Round round;
    private int unit;
    private Somebody reporter;
    private Somebody checker;
    private Somebody leader;
    private Somebody reviewer;

    @BeforeEach
    void open() {
        ground = grounds.take();
        unit = ground.commune();
        reporter = Posts.at("REPORTER", unit);
        checker = Posts.at("CHECKER", unit);
        leader = Posts.at("LEADER", unit);
        reviewer = Posts.at("REVIEWER", ground.province());
        round = reviewer.get(() -> rounds.open(FORM, ground.year(), ground.province(), ""));
    }

    @Test
    void theOfficerSendsTheReviewerDecidesAndNobodyElseIsOfferedAnything() {
        offered(reporter, true, Action.SUBMIT);
        offered(reviewer, false, Action.PROXY);
        offered(leader, false);
        offered(checker, false);

        officers.sent(round, unit, 2);
        offered(reporter, false, Action.RECALL, Action.ANSWER);
        offered(reviewer, false, Action.ACCEPT, Action.RETURN, Action.ASK);
        offered(leader, false);

        reviewer.run(() -> collection.sendBack(round.id(), unit, "Xem lại dòng 3", "back"));
        offered(reporter, true, Action.SUBMIT);
        offered(reviewer, false, Action.PROXY);

        officers.submit(round, reporter, unit);
        reviewer.run(() -> collection.accept(round.id(), unit, "accept"));
        offered(reporter, false, Action.AMEND, Action.ANSWER);
        offered(reviewer, false, Action.RETURN, Action.ASK);
    }

    @Test
    void aClosedRoundOffersNothing() {
        reviewer.run(() -> changes.close(round.id(), ground.communes().size()));

        offered(reporter, false);
        offered(reviewer, false);
    }

    @Test
    void insideTheUnitWhoeverIsNextDecidesAndTheOfficerTakesItBack() {
        leader.run(() -> desk.changeRoute(unit, true, true));
        try {
            officers.save(round, reporter, unit, officers.whole(round, 2), Map.of());
            offered(reporter, true, Action.ASK_CHECK);

            officers.submit(round, reporter, unit);
            offered(reporter, false, Action.RECALL);
            offered(checker, false, Action.ASK_APPROVAL, Action.DECLINE);
            offered(leader, false);
            offered(reviewer, false);

            officers.submit(round, checker, unit);
            offered(checker, false);
            offered(leader, false, Action.SUBMIT, Action.DECLINE);
        } finally {
            leader.run(() -> desk.changeRoute(unit, false, false));
        }
    }

    @Test
    void whoTypesFromPaperMaySendOnlyThatReturn() {
        int other = ground.communes().get(1);
        reviewer.run(() -> desk.proxy(round.id(), unit, "Bản giấy số 1, mất mạng", "paper"));

        offered(reviewer, true, Action.SUBMIT);
        assertThat(may(reviewer, other)).containsExactly(Action.PROXY);
        UUID typed = officers.find(round, unit).id();
        UUID not = officers.find(round, other).id();
        int province = officers.find(round, unit).province();
        assertThat(submissions.proven(province, List.of(typed, not))).containsExactly(typed);
        assertThat(submissions.proven(province, List.of(not))).isEmpty();
    }

    @Test
    void theRouteIsSetByWhoSignsOrManagesAccounts() {
        for (String role : List.of("LEADER", "ADMIN")) {
            assertThat(Posts.at(role, unit).<Boolean>get(() -> desk.decidesRoute(unit)))
                    .as("%s", role)
                    .isTrue();
        }
        for (String role : List.of("REPORTER", "CHECKER")) {
            assertThat(Posts.at(role, unit).<Boolean>get(() -> desk.decidesRoute(unit)))
                    .as("%s", role)
                    .isFalse();
        }
        assertThat(reviewer.<Boolean>get(() -> desk.decidesRoute(unit))).isFalse();
    }

    @Test
    void aUnitIsAloneOnlyWhileItSaysSo() {
        leader.run(() -> desk.changeRoute(unit, false, false));
        assertThat(reporter.<Boolean>get(() -> desk.alone(unit))).isFalse();

        leader.run(() -> desk.changeAlone(unit, true));
        assertThat(reporter.<Boolean>get(() -> desk.alone(unit))).isTrue();
        int other = ground.communes().get(1);
        assertThat(Posts.at("REPORTER", other).<Boolean>get(() -> desk.alone(other)))
                .isFalse();

        leader.run(() -> desk.changeAlone(unit, false));
        assertThat(reporter.<Boolean>get(() -> desk.alone(unit))).isFalse();
    }

    @Test
    void roundsAreOpenedFromTheOverviewOfWhoReviewsThere() {
        assertThat(reviewer.get(() -> reader.overview(ground.province(), ground.year()))
                        .asks())
                .isTrue();
        assertThat(reviewer.get(() -> reader.overview(unit, ground.year())).asks())
                .isTrue();
        assertThat(reporter.get(() -> reader.overview(unit, ground.year())).asks())
                .isFalse();
    }

    @Test
    void aRoundAsksItsOwnUnitsAndNobodyElsewhere() {
        Ground elsewhere = grounds.take();
        Posts.at("REVIEWER", elsewhere.province())
                .run(() -> rounds.open(FORM, elsewhere.year(), elsewhere.province(), ""));

        assertThat(owed.asks(round, unit)).isTrue();
        assertThat(owed.asks(round, ground.province())).isTrue();
        assertThat(owed.asks(round, UnitService.COUNTRY)).isTrue();
        assertThat(owed.asks(round, elsewhere.province())).isFalse();
        assertThat(owed.asks(round, elsewhere.commune())).isFalse();
    }

    @Test
    void whoIsAskedFollowsTheBordersOfItsDay() {
        for (LocalDate day : List.of(LocalDate.of(2025, 6, 30), LocalDate.of(2025, 7, 1))) {
            Ground fresh = grounds.take();
            int province = fresh.province();
            Round asked = asked(day, fresh.year(), province);
            assertThat(owed.owed(asked, "PROVINCE"))
                    .as("%s", day)
                    .hasSize(units.idsBelow(province, Level.COMMUNE, day).size());
        }
    }

    @Test
    void aZeroAgainstTwentyOfTheYearBeforeIsAskedAboutAndAgainstNineteenNot() {
        assertThat(zeros("20")).hasSize(1);
        assertThat(zeros("19")).isEmpty();
    }

    private List<?> zeros(String before) {
        return consolidation.zeros(catalog.form(FORM), Map.of("dv_cases", new BigDecimal(before)));
    }

    @Test
    void roundsAreListedByFormAndPlace() {
        LocalDate today = LocalDate.now(java.time.Clock.systemDefaultZone());
        Round asked = reviewer.get(() ->
                rounds.openAdHoc(FORM, ground.province(), "Báo cáo nhanh", today.minusDays(1), today.plusDays(3)));

        assertThat(reviewer.get(() -> rounds.of(List.of(FORM), ground.province())))
                .contains(asked, round);
        assertThat(reviewer.get(() -> rounds.of(List.of("family-plan-commune"), ground.province())))
                .doesNotContain(asked);
    }

    private Round asked(LocalDate day, int year, int scope) {
        return new Round(
                UUID.randomUUID(),
                FORM,
                1,
                year,
                0,
                scope,
                "COMMUNE",
                round.ruleSet(),
                day,
                day,
                day,
                day.plusDays(5),
                null,
                null,
                false);
    }

    private void offered(Somebody who, boolean editable, Action... actions) {
        FormView view = who.get(() -> forms.view(round.id(), unit, Map.of()));

        assertThat(view.editable()).isEqualTo(editable);
        assertThat(view.may()).containsExactlyInAnyOrder(actions);
    }

    private java.util.Set<Action> may(Somebody who, int of) {
        return who.get(() -> forms.view(round.id(), of, Map.of())).may();
    }
}
