package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.toam.access.As;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.geography.Level;
import vn.toam.round.Round;
import vn.toam.round.RoundChanges;
import vn.toam.round.RoundService;
import vn.toam.round.StandingRounds;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected;
import vn.toam.shared.TestDue;
import vn.toam.shared.ToamTest;
import vn.toam.submission.RoundView;
import vn.toam.submission.TypedReturn;
import vn.toam.unit.UnitService;

/** What may be done to a round after it was opened: years to come, Bắc Ninh and a province without demo figures. */
class RoundChangesTest extends ToamTest {

    private static final String FORM = "dv-family-commune";
    private static final String WHY = "Bão lũ chia cắt nhiều xã";
    private static int next = 2040;

    @Autowired
    private RoundService rounds;

    @Autowired
    private RoundChanges changes;

    @Autowired
    private StandingRounds standing;

    @Autowired
    private TestDue due;

    @Autowired
    private ListRepository lists;

    @Autowired
    private RoundReader reader;

    @Autowired
    private CollectionService collection;

    @Autowired
    private UnitService units;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private As as;

    private int province;
    private Somebody planner;
    private Round round;

    @BeforeEach
    void open() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        province = units.byCode(Level.PROVINCE, "24", day).orElseThrow().id();
        planner = Posts.at("PLANNER", province);
        int year = next++;
        round = planner.get(() -> rounds.open(FORM, year, province, ""));
    }

    @Test
    void anExtensionKeepsTheOldDayAndTheReason() {
        LocalDate later = round.due().plusDays(7);
        planner.run(() -> changes.extend(round.id(), later, WHY));

        assertThat(now().due()).isEqualTo(later);
        RoundChanges.Step last = steps().getLast();
        assertThat(last.verb()).isEqualTo(RoundChanges.Verb.EXTEND);
        assertThat(last.dueBefore()).isEqualTo(round.due());
        assertThat(last.remark()).isEqualTo(WHY);
    }

    @Test
    void anExtensionNeedsALaterDayAndAReason() {
        assertThatThrownBy(() -> planner.run(() -> changes.extend(round.id(), round.due(), WHY)))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() ->
                        planner.run(() -> changes.extend(round.id(), round.due().plusYears(2), WHY)))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() ->
                        planner.run(() -> changes.extend(round.id(), round.due().plusDays(1), " ")))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .extracting(Rejected.Problem::field)
                                .containsExactly("reason"));
        assertThat(now().due()).isEqualTo(round.due());
    }

    @Test
    void anExtensionCanBeTakenBack() {
        planner.run(() -> changes.extend(round.id(), round.due().plusDays(3), WHY));
        planner.run(() -> changes.undo(round.id()));

        assertThat(now().due()).isEqualTo(round.due());
        assertThatThrownBy(() -> planner.run(() -> changes.undo(round.id()))).isInstanceOf(Rejected.class);
    }

    @Test
    void takingBackIsOfferedInAnOpenRoundToThoseWhoMayOnly() {
        planner.run(() -> changes.extend(round.id(), round.due().plusDays(3), WHY));
        RoundView.Asked asked = RoundView.Asked.of(province, RoundView.Filter.ALL);
        assertThat(planner.get(() -> reader.round(round.id(), asked)).undoable())
                .isNotNull();
        assertThat(Posts.at("MEMBER", province)
                        .get(() -> reader.round(round.id(), asked))
                        .undoable())
                .isNull();

        int missing = units.communesBelow(province, round.geography()).size();
        planner.run(() -> changes.close(round.id(), missing));
        assertThat(planner.get(() -> reader.round(round.id(), asked)).undoable())
                .isNull();
    }

    @Test
    void anOpeningNobodyAnsweredYetCanBeTakenBackAndOneThatWasNot() {
        int unit = units.idsBelow(province, Level.COMMUNE, round.geography()).getFirst();
        Posts.at("REPORTER", unit)
                .run(() -> collection.save(
                        round.id(), unit, 0, new TypedReturn(Map.of("dv_cases", "1"), Map.of(), Map.of()), "one"));
        assertThatThrownBy(() -> planner.run(() -> changes.undo(round.id()))).isInstanceOf(Rejected.class);

        Round empty = planner.get(() -> rounds.open(FORM, 2039, province, ""));
        planner.run(() -> changes.undo(empty.id()));
        assertThatThrownBy(() -> planner.run(() -> rounds.find(empty.id()))).isInstanceOf(NotFound.class);
        planner.run(() -> changes.undo(
                planner.get(() -> rounds.open(FORM, 2039, province, "")).id()));
    }

    @Test
    void aClosedRoundIsOpenedAgainWithAReason() {
        int missing = units.communesBelow(province, round.geography()).size();
        assertThatThrownBy(() -> planner.run(() -> changes.close(round.id(), missing - 1)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.problems().getFirst())
                                .isEqualTo(new Rejected.Problem(
                                        "missing", "collection.problem.close.missing", java.util.List.of(missing))));
        planner.run(() -> changes.close(round.id(), missing));
        assertThat(now().open()).isFalse();
        assertThatThrownBy(() ->
                        planner.run(() -> changes.extend(round.id(), round.due().plusDays(1), WHY)))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> planner.run(() -> changes.reopen(round.id(), "")))
                .isInstanceOf(Rejected.class);

        planner.run(() -> changes.reopen(round.id(), "Ba xã gửi thiếu biểu"));
        assertThat(now().open()).isTrue();
        assertThat(steps())
                .extracting(RoundChanges.Step::verb)
                .containsExactly(RoundChanges.Verb.OPEN, RoundChanges.Verb.CLOSE, RoundChanges.Verb.REOPEN);
    }

    @Test
    void onlyWhoReviewsThereChangesARound() {
        int elsewhere = units.byCode(Level.PROVINCE, "51", LocalDate.of(2026, 1, 1))
                .orElseThrow()
                .id();
        for (Somebody stranger : List.of(Posts.at("REVIEWER", elsewhere), Posts.at("REPORTER", province))) {
            assertThatThrownBy(() -> stranger.run(
                            () -> changes.extend(round.id(), round.due().plusDays(1), WHY)))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> stranger.run(() -> changes.close(round.id(), 0)))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> stranger.run(() -> standing.keep(FORM, province, "")))
                    .isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    void aStandingRoundOpensOnceWhenItsWindowHasBegun() {
        int place = units.byCode(Level.PROVINCE, "68", LocalDate.of(2026, 1, 1))
                .orElseThrow()
                .id();
        Somebody officer = Posts.at("PLANNER", place);
        officer.run(() -> standing.keep(FORM, place, ""));
        due.now("round.standing", place + " " + FORM);
        due.now("round.standing", place + " " + FORM);
        officer.run(() -> standing.drop(FORM, place));

        int unit =
                units.idsBelow(place, Level.COMMUNE, LocalDate.of(2026, 1, 1)).getFirst();
        LocalDate today = LocalDate.now(Numbers.ZONE);
        Round opened = officer.get(() -> reader.asking(unit, FORM, today.getYear())
                .or(() -> reader.asking(unit, FORM, today.getYear() + 1))
                .orElseThrow());
        assertThat(opened.opens()).isBeforeOrEqualTo(today);
        assertThat(officer.get(() -> changes.steps(opened.id())))
                .singleElement()
                .satisfies(step -> assertThat(step.account()).isNull());
        assertThat(lists.rounds(units.find(place).province(), new int[] {place}, opened.year()))
                .hasSize(1);
        assertThat(officer.get(() -> changes.undo(opened.id()))).isNull();
    }

    @Test
    void thePageShowsTheNewDayBesideTheOldAndAnswers422WithWhatWasTyped() throws Exception {
        String address = "/collection/rounds/" + round.id();
        mvc.perform(post(address + "/extend")
                        .with(as.request("planner.bn"))
                        .param("due", round.due().plusDays(5).toString())
                        .param("reason", WHY))
                .andExpect(status().is3xxRedirection());
        String page = mvc.perform(get(address).with(as.request("planner.bn")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("gia hạn từ " + Numbers.date(round.due()))
                .contains(Numbers.date(round.due().plusDays(5)))
                .contains(WHY);

        String wrong = mvc.perform(post(address + "/extend")
                        .with(as.request("planner.bn"))
                        .param("due", "2020-01-01")
                        .param("reason", "Lý do đã gõ"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(wrong).contains("2020-01-01").contains("Lý do đã gõ");
    }

    private Round now() {
        return planner.get(() -> rounds.find(round.id()));
    }

    private List<RoundChanges.Step> steps() {
        return planner.get(() -> changes.steps(round.id()));
    }
}
