package vn.toam.recordquery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.Posts;
import vn.toam.catalog.Counts;
import vn.toam.register.RecordService;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;

/** Records counted into lines, against counting by hand. */
class RecordCountingTest extends ToamTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
    private static final Set<String> LINES = Set.of(
            "chess_clubs",
            "chess_clubs_awake",
            "chess_clubs_blitz",
            "chess_clubs_trained",
            "chess_meetings",
            "chess_games");

    @Autowired
    RecordService service;

    @Autowired
    RecordCounting counts;

    @Autowired
    TestGround grounds;

    private int commune;

    @BeforeEach
    void ground() {
        commune = grounds.take().commune();
    }

    private UUID club(String name, String kind, String founded, String... more) {
        Map<String, List<String>> typed = new HashMap<>(Map.of(
                "name",
                List.of(name),
                "kind",
                List.of(kind),
                "founded",
                List.of(founded),
                "closed_on",
                List.of(founded)));
        for (int at = 0; at < more.length; at += 2) {
            typed.put(more[at], List.of(more[at + 1]));
        }
        return make("chess-club", typed);
    }

    private UUID meeting(String kind, String day, String boards, boolean held, UUID... clubs) {
        Map<String, List<String>> typed = new HashMap<>(Map.of(
                "title",
                List.of("Buổi " + day),
                "kind",
                List.of(kind),
                "day",
                List.of(day),
                "boards",
                List.of(boards)));
        List<String> ids = new ArrayList<>();
        for (UUID club : clubs) {
            ids.add(club.toString());
        }
        typed.put("clubs", ids);
        UUID id = make("chess-meeting", typed);
        if (held) {
            move(id, 1, "HELD", day);
        }
        return id;
    }

    private UUID make(String register, Map<String, List<String>> typed) {
        return Posts.at("REPORTER", commune)
                .get(() -> service.create(register, commune, null, UUID.randomUUID(), typed));
    }

    private void move(UUID id, int version, String state, String day) {
        Posts.at("REPORTER", commune).run(() -> service.move(commune, id, version, state, LocalDate.parse(day), ""));
    }

    private Map<String, Integer> counted(LocalDate last) {
        return counts.of(List.of(commune), LINES, FIRST, last).stream()
                .collect(Collectors.toMap(
                        Counts.Counted::line, each -> each.figure().intValueExact()));
    }

    @Test
    void nothingIsSaidWhereNothingWasEverEntered() {
        assertThat(counts.of(List.of(commune), LINES, FIRST, LAST)).isEmpty();
    }

    @Test
    void whatStandsIsCountedOnTheLastDay() {
        UUID early = club("Một", "BLITZ", "2024-01-01");
        club("Hai", "SLOW", "2026-11-30");
        club("Ba", "SLOW", "2026-12-01");
        move(early, 1, "CLOSED", "2026-11-30");
        assertThat(counted(LAST))
                .as("closed from that day on")
                .containsEntry("chess_clubs", 1)
                .containsEntry("chess_clubs_blitz", 0);
        assertThat(counted(LAST.minusDays(1))).containsEntry("chess_clubs", 1).containsEntry("chess_clubs_blitz", 1);
        assertThat(counted(LAST.plusDays(1))).containsEntry("chess_clubs", 2);
    }

    @Test
    void aClubThatDoesNotMeetStandsButIsAsleep() {
        UUID monthly = club("Một", "BLITZ", "2024-01-01", "rhythm", "MONTHLY");
        club("Hai", "SLOW", "2024-01-01", "rhythm", "QUARTERLY");
        UUID young = club("Ba", "SLOW", "2026-11-01", "rhythm", "MONTHLY");
        assertThat(counted(LAST)).containsEntry("chess_clubs", 3).containsEntry("chess_clubs_awake", 1);
        meeting("TRAINING", "2026-11-20", "1", true, monthly);
        assertThat(counted(LAST)).as("a training is no evening").containsEntry("chess_clubs_awake", 1);
        meeting("EVENING", "2026-09-29", "1", true, monthly, young);
        assertThat(counted(LAST)).as("62 days ago").containsEntry("chess_clubs_awake", 2);
        assertThat(counted(LAST.plusDays(1))).as("63 days ago").containsEntry("chess_clubs_awake", 1);
    }

    @Test
    void whatHappensIsCountedInItsWindow() {
        meeting("EVENING", "2025-11-30", "5", true);
        meeting("EVENING", "2025-12-01", "7", true);
        meeting("EVENING", "2026-11-30", "9", true);
        meeting("EVENING", "2026-06-01", "100", false);
        assertThat(counted(LAST)).containsEntry("chess_meetings", 2).containsEntry("chess_games", 16);
    }

    @Test
    void aClubTrainedTwiceIsOneClub() {
        UUID one = club("Một", "BLITZ", "2024-01-01");
        UUID two = club("Hai", "BLITZ", "2024-01-01");
        UUID slow = club("Ba", "SLOW", "2024-01-01");
        meeting("TRAINING", "2026-02-01", "1", true, one, slow);
        meeting("TRAINING", "2026-03-01", "1", true, one, two);
        meeting("TRAINING", "2025-03-01", "1", true, two);
        assertThat(counted(LAST)).containsEntry("chess_clubs_trained", 2);
    }

    @Test
    void recordsWithoutAFileAreToldApart() {
        UUID proven = club("Một", "BLITZ", "2024-01-01");
        club("Hai", "BLITZ", "2024-01-01");
        Posts.at("REPORTER", commune)
                .run(() -> service.attach(
                        commune,
                        proven,
                        "quyet-dinh.txt",
                        "Quyết định".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Counts.Counted clubs =
                counts.of(List.of(commune), Set.of("chess_clubs"), FIRST, LAST).getFirst();
        assertThat(clubs.figure()).isEqualByComparingTo("2");
        assertThat(clubs.unproven()).isEqualTo(1);
    }
}
