package vn.toam.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.As;
import vn.toam.catalog.Catalog;
import vn.toam.geography.Level;
import vn.toam.jobs.DueWork;
import vn.toam.round.Round;
import vn.toam.round.RoundChanges;
import vn.toam.round.RoundService;
import vn.toam.shared.Numbers;
import vn.toam.shared.ToamTest;
import vn.toam.unit.UnitService;

/** When reminders and digests fall due next. Everything is taken back. */
@Transactional
class DueDaysTest extends ToamTest {

    @Autowired
    private Reminders reminders;

    @Autowired
    private Digests digests;

    @Autowired
    private RoundService rounds;

    @Autowired
    private RoundChanges changes;

    @Autowired
    private Catalog catalog;

    @Autowired
    private UnitService units;

    @Autowired
    private DueWork due;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private As as;

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T07:29, 2026-11-23T07:30",
        "2026-11-23T07:30, 2026-11-25T07:30",
        "2026-11-24T07:29, 2026-11-25T07:30",
        "2026-11-27T07:30, 2026-11-30T07:30",
        "2026-11-27T17:59, 2026-11-30T07:30",
        "2026-11-27T18:00, 2026-11-30T07:30",
        "2026-11-28T09:00, 2026-11-30T07:30"
    })
    void digestsFallDueAtHalfPastSevenOfTheNextWorkingDay(LocalDateTime now, LocalDateTime next) {
        new DigestTime(digests, catalog, due, at(now)).due(DigestTime.KEY);

        assertThat(next(DigestTime.KIND, DigestTime.KEY)).isEqualTo(next);
    }

    @Test
    void whenARoundOpensItsRemindersAreLookedAtAtOnceAndAgainWhenItsLastDayMoves() {
        Round round = open();
        LocalDateTime opened = Objects.requireNonNull(next(ReminderDays.KIND, key(round)));
        assertThat(opened).isBetween(LocalDateTime.now(clock).minusMinutes(1), LocalDateTime.now(clock));

        due.drop(ReminderDays.KIND, key(round));
        as.role("planner.bn").run(() -> changes.extend(round.id(), round.due().plusDays(3), "Mưa lũ kéo dài"));
        assertThat(next(ReminderDays.KIND, key(round))).isNotNull();
    }

    @Test
    void remindersFallDueAtSevenOfTheDaysThatTheRulesName() {
        Round round = open();
        LocalDate first = round.due().minusDays(7);

        assertThat(after(round, first.minusDays(1).atTime(6, 59)))
                .as("not yet in working hours")
                .isEqualTo(first.minusDays(1).atTime(7, 0));
        assertThat(after(round, first.minusDays(1).atTime(7, 0))).isEqualTo(first.atTime(7, 0));
        assertThat(after(round, first.minusDays(1).atTime(17, 59))).isEqualTo(first.atTime(7, 0));
        assertThat(after(round, first.minusDays(1).atTime(18, 0)))
                .as("no longer in working hours")
                .isEqualTo(first.atTime(7, 0));
        assertThat(after(round, first.atTime(18, 0)))
                .as("the day itself is made up")
                .isEqualTo(first.plusDays(1).atTime(7, 0));
        assertThat(after(round, first.atTime(7, 0))).isEqualTo(first.plusDays(5).atTime(7, 0));
        assertThat(after(round, round.due().plusDays(10).atTime(7, 0)))
                .as("the last day of the rules")
                .isNull();
    }

    @Test
    void aRoundThatIsClosedIsNotLookedAtAgain() {
        Round round = open();
        jdbc.sql("update round.round set closed_at = now() where id = ?")
                .param(round.id())
                .update();
        assertThat(after(round, round.due().minusDays(8).atTime(7, 0))).isNull();
    }

    private Round open() {
        return as.role("planner.bn").get(() -> {
            int province = units.byCode(Level.PROVINCE, "24", LocalDate.of(2026, 1, 1))
                    .orElseThrow()
                    .id();
            return rounds.open("family-plan-commune", 2099, province, "");
        });
    }

    private @Nullable LocalDateTime after(Round round, LocalDateTime now) {
        due.drop(ReminderDays.KIND, key(round));
        new ReminderDays(reminders, rounds, due, at(now)).due(key(round));
        return next(ReminderDays.KIND, key(round));
    }

    private static String key(Round round) {
        return round.id().toString();
    }

    private @Nullable LocalDateTime next(String kind, String key) {
        return jdbc.sql("select due_at from jobs.due where kind = ? and key = ?")
                .params(kind, key)
                .query((row, n) ->
                        row.getTimestamp(1).toInstant().atZone(Numbers.ZONE).toLocalDateTime())
                .optional()
                .orElse(null);
    }

    private static Clock at(LocalDateTime now) {
        return Clock.fixed(now.atZone(Numbers.ZONE).toInstant(), Numbers.ZONE);
    }
}
