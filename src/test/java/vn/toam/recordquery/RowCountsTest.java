package vn.toam.recordquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
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
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;

/** Rows of records counted into lines, things they name counted once, and days held against days. */
class RowCountsTest extends ToamTest {

    private static final Set<String> LINES =
            Set.of("chess_appeals", "chess_appeals_upheld", "chess_points", "chess_sponsors", "chess_matches_upheld");

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

    private UUID match(String day, String sponsor, String... appeals) {
        Map<String, List<String>> typed = new HashMap<>(Map.of("title", List.of("Giải " + day), "day", List.of(day)));
        if (!sponsor.isEmpty()) {
            typed.put("sponsor", List.of(sponsor));
        }
        for (int row = 0; row < appeals.length; row++) {
            String[] cells = appeals[row].split(" ", -1);
            typed.put("appeals." + row + ".text", List.of("Khiếu nại " + row));
            typed.put("appeals." + row + ".due", List.of(cells[0]));
            typed.put("appeals." + row + ".settled", List.of(cells[1]));
            typed.put("appeals." + row + ".outcome", List.of(cells[2]));
            typed.put("appeals." + row + ".points", List.of(cells[3]));
        }
        return make(typed);
    }

    private UUID make(Map<String, List<String>> typed) {
        return Posts.at("REPORTER", commune)
                .get(() -> service.create("chess-match", commune, null, UUID.randomUUID(), typed));
    }

    private Map<String, Integer> counted() {
        return counts.of(List.of(commune), LINES, LocalDate.of(2025, 12, 1), LocalDate.of(2026, 11, 30)).stream()
                .collect(Collectors.toMap(
                        Counts.Counted::line, each -> each.figure().intValueExact()));
    }

    @Test
    void rowsAreCountedOneByOneAndInTimeUntilTheLastDay() {
        match("2026-03-01", "", "2026-04-01 2026-04-01 UPHELD 3", "2026-04-01 2026-04-02 UPHELD 5");
        match("2026-03-02", "", "2026-04-01 2026-03-05 REFUSED 7", "2026-04-01   ");
        match("2026-03-03", "");
        match("2025-11-30", "", "2026-04-01 2026-03-05 UPHELD 100");
        assertThat(counted())
                .containsEntry("chess_appeals", 4)
                .containsEntry("chess_appeals_upheld", 1)
                .containsEntry("chess_points", 8)
                .containsEntry("chess_matches_upheld", 1);
    }

    @Test
    void whereThereAreRecordsWithoutRowsNothingIsCounted() {
        match("2026-03-03", "");
        assertThat(counted())
                .containsEntry("chess_appeals", 0)
                .containsEntry("chess_points", 0)
                .containsEntry("chess_sponsors", 0);
    }

    @Test
    void aSponsorOfThreeMatchesIsOneSponsor() {
        match("2026-03-01", "Hội cờ");
        match("2026-03-02", "HỘI CỜ");
        match("2026-03-03", "Nhà sách");
        match("2026-03-04", "");
        match("2025-03-04", "Ngân hàng");
        assertThat(counted()).containsEntry("chess_sponsors", 2);
    }

    @Test
    void aMatchDoesNotEndBeforeItBegins() {
        Map<String, List<String>> typed = new HashMap<>(
                Map.of("title", List.of("Giải"), "day", List.of("2026-03-02"), "until", List.of("2026-03-01")));
        assertThatThrownBy(() -> make(typed)).isInstanceOf(Rejected.class);
        typed.put("until", List.of("2026-03-02"));
        assertThat(make(typed)).isNotNull();
        typed.remove("until");
        assertThat(make(typed)).isNotNull();
    }

    @Test
    void aMatchIsSettledWhenEveryAppealIs() {
        UUID open = match("2026-03-01", "", "2026-04-01 2026-04-01 UPHELD 3", "2026-04-01   ");
        assertThatThrownBy(() -> settle(open)).isInstanceOf(Rejected.class);
        UUID none = match("2026-03-02", "");
        settle(none);
        UUID all = match("2026-03-03", "", "2026-04-01 2026-04-09 REFUSED 3");
        settle(all);
    }

    private void settle(UUID id) {
        Posts.at("REPORTER", commune)
                .run(() -> service.move(commune, id, 1, "SETTLED", LocalDate.parse("2026-05-01"), ""));
    }
}
