package vn.toam.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.Posts;
import vn.toam.shared.Conflict;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.unit.Geographies;
import vn.toam.unit.TestGround;

/** A record from its making to its end, in a world of chess. */
class RecordServiceTest extends ToamTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired
    RecordService service;

    @Autowired
    RecordRepository repository;

    @Autowired
    Geographies geographies;

    @Autowired
    TestGround grounds;

    private int commune;

    @BeforeEach
    void ground() {
        commune = grounds.take().commune();
    }

    private Map<String, List<String>> typed(String... pairs) {
        Map<String, List<String>> typed = new HashMap<>(
                Map.of("name", List.of("Tượng đỏ"), "kind", List.of("BLITZ"), "founded", List.of("02/03/2026")));
        for (int at = 0; at < pairs.length; at += 2) {
            typed.put(pairs[at], List.of(pairs[at + 1]));
        }
        return typed;
    }

    private UUID make(String... pairs) {
        return Posts.at("REPORTER", commune)
                .get(() -> service.create("chess-club", commune, null, UUID.randomUUID(), typed(pairs)));
    }

    private RegisterRecord kept(UUID id) {
        return repository.find(geographies.province(commune), id).orElseThrow();
    }

    @Test
    void whatWasTypedIsKeptWithItsState() {
        UUID id = make(
                "players",
                "1.250",
                "fund",
                "2.500.000",
                "board.0.person",
                "Người mẫu",
                "board.0.from",
                "2026-03-02",
                "decision.number",
                "12/QĐ-UBND");
        RegisterRecord kept = kept(id);
        assertThat(kept.state()).isEqualTo("FOUNDED");
        assertThat(List.of(kept.onDay(), kept.since())).containsOnly(DAY);
        assertThat(kept.values().number("players")).isEqualByComparingTo("1250");
        assertThat(kept.values().rows("board")).hasSize(1);
        assertThat(kept.values().paper("decision").text("number")).isEqualTo("12/QĐ-UBND");
    }

    @Test
    void theSameFormTwiceIsOneRecord() {
        UUID id = UUID.randomUUID();
        for (int twice = 0; twice < 2; twice++) {
            Posts.at("REPORTER", commune).run(() -> service.create("chess-club", commune, null, id, typed()));
        }
        assertThat(repository.history(geographies.province(commune), id)).hasSize(1);
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        assertThatThrownBy(() -> make(
                        "name",
                        " ",
                        "kind",
                        "POKER",
                        "founded",
                        "31/02/2026",
                        "players",
                        "1,5",
                        "board.0.from",
                        "2026-03-02"))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems().stream().map(Rejected.Problem::field))
                                .contains("name", "kind", "founded", "players", "board.0.person"));
    }

    @Test
    void whatMustHoldBetweenNumbersHolds() {
        assertThatThrownBy(() -> make("players", "4", "women", "5")).isInstanceOf(Rejected.class);
        assertThat(kept(make("players", "4", "women", "4")).version()).isEqualTo(1);
    }

    @Test
    void aClubIsNotThereTwiceWhateverItsMarks() {
        make();
        assertThatThrownBy(() -> make("name", "TUONG  DO")).isInstanceOf(Rejected.class);
        make("kind", "SLOW");
    }

    @Test
    void aChangeKeepsWhatStoodThereAndRefusesWhoDidNotSeeIt() {
        UUID id = make("players", "4");
        Posts.at("REPORTER", commune).run(() -> service.change(commune, id, 1, typed("players", "6"), "Thêm hai"));
        assertThatThrownBy(() -> Posts.at("REPORTER", commune)
                        .run(() -> service.change(commune, id, 1, typed("players", "9"), "")))
                .isInstanceOf(Conflict.class);
        List<RecordChange> history = repository.history(geographies.province(commune), id);
        assertThat(history.stream().map(each -> each.values().number("players").intValue()))
                .containsExactly(6, 4);
        assertThat(history.getFirst().note()).isEqualTo("Thêm hai");
    }

    @Test
    void itMovesOnAsItsDefinitionAllowsAndBackAgain() {
        UUID id = make();
        Posts.at("REPORTER", commune).run(() -> service.move(commune, id, 1, "PLAYING", LocalDate.of(2026, 4, 1), ""));
        assertThat(kept(id).since()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThatThrownBy(() -> moving(id, "FOUNDED", LocalDate.of(2026, 5, 1)))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> moving(id, "CLOSED", LocalDate.of(2026, 5, 1)))
                .as("the day of closing is asked for")
                .isInstanceOf(Rejected.class);
        Posts.at("REPORTER", commune).run(() -> service.undo(commune, id, 2));
        assertThat(kept(id).state()).isEqualTo("FOUNDED");
        assertThat(kept(id).since()).isEqualTo(DAY);
    }

    private void moving(UUID id, String state, LocalDate on) {
        Posts.at("REPORTER", commune).run(() -> service.move(commune, id, kept(id).version(), state, on, ""));
    }

    @Test
    void itMovesOnNoEarlierThanItCameThereAndNoLaterThanToday() {
        UUID id = make();
        assertThatThrownBy(() -> moving(id, "PLAYING", DAY.minusDays(1))).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> moving(id, "PLAYING", LocalDate.now().plusDays(2)))
                .isInstanceOf(Rejected.class);
        moving(id, "PLAYING", DAY);
        assertThat(kept(id).state()).isEqualTo("PLAYING");
    }

    @Test
    void whatIsPlannedForNextMonthIsCancelledToday() {
        UUID id = UUID.randomUUID();
        LocalDate next = LocalDate.now().plusDays(30);
        Map<String, List<String>> typed =
                Map.of("title", List.of("Giao hữu"), "kind", List.of("EVENING"), "day", List.of(next.toString()));
        Posts.at("REPORTER", commune).run(() -> service.create("chess-meeting", commune, null, id, typed));
        LocalDate today = LocalDate.now(vn.toam.shared.Numbers.ZONE);
        assertThatThrownBy(() -> moving(id, "CANCELLED", today.minusDays(1))).isInstanceOf(Rejected.class);
        moving(id, "CANCELLED", today);
        assertThat(kept(id).state()).isEqualTo("CANCELLED");
    }

    @Test
    void twoRecordsThatAreOneArePutTogether() {
        UUID one = make();
        UUID other = make("name", "Tượng đỏ 1");
        UUID meeting = UUID.randomUUID();
        Posts.at("REPORTER", commune)
                .run(() -> service.create(
                        "chess-meeting",
                        commune,
                        null,
                        meeting,
                        Map.of(
                                "title",
                                List.of("Giao hữu"),
                                "kind",
                                List.of("EVENING"),
                                "day",
                                List.of("2026-05-05"),
                                "clubs",
                                List.of(other.toString()))));
        Posts.at("REPORTER", commune).run(() -> service.merge(commune, other, 1, commune, one));
        int province = geographies.province(commune);
        assertThat(kept(other).mergedInto()).isEqualTo(one);
        assertThat(repository.referring(province, one, 10))
                .extracting(Records.Referring::id)
                .containsExactly(meeting);
    }

    @Test
    void onlyTheKeeperChanges() {
        UUID id = make();
        for (String role : List.of("LEADER", "CHECKER")) {
            assertThatThrownBy(() -> Posts.at(role, commune).run(() -> service.change(commune, id, 1, typed(), "")))
                    .isInstanceOf(NotAllowed.class);
        }
        int elsewhere = grounds.take().commune();
        assertThatThrownBy(() -> Posts.at("REPORTER", elsewhere).run(() -> service.change(commune, id, 1, typed(), "")))
                .isInstanceOf(NotAllowed.class);
    }
}
