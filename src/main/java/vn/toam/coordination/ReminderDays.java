package vn.toam.coordination;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.toam.jobs.DueHandler;
import vn.toam.jobs.DueWork;
import vn.toam.round.Round;
import vn.toam.round.RoundChanges;
import vn.toam.round.RoundService;

/**
 * Reminds of each open round on the days that its rules name, in working hours. Looks again whenever something is done to a round: its last day
 * may have moved.
 */
@Component
class ReminderDays implements DueHandler {

    static final String KIND = "coordination.reminders";
    static final LocalTime MORNING = LocalTime.of(7, 0);
    static final LocalTime EVENING = LocalTime.of(18, 0);

    /** Rules name no day further from the last one. */
    private static final int FURTHEST = 60;

    private final Reminders reminders;
    private final RoundService rounds;
    private final DueWork due;
    private final Clock clock;

    ReminderDays(Reminders reminders, RoundService rounds, DueWork due, Clock clock) {
        this.reminders = reminders;
        this.rounds = rounds;
        this.due = due;
        this.clock = clock;
    }

    @EventListener
    void on(RoundChanges.Changed changed) {
        look(changed.round());
    }

    /** Rounds of an older release, and days that another catalogue names. */
    @Override
    public void renew() {
        LocalDate today = LocalDate.now(clock);
        rounds.openDue(today.minusDays(FURTHEST), today.plusDays(FURTHEST)).forEach(this::look);
    }

    private void look(Round round) {
        due.at(clock.instant(), KIND, round.id().toString());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(String key) {
        rounds.stillOpen(UUID.fromString(key)).ifPresent(this::remind);
    }

    private void remind(Round round) {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDate today = now.toLocalDate();
        String key = round.id().toString();
        if (now.toLocalTime().isBefore(MORNING)) {
            due.at(today.atTime(MORNING), KIND, key);
        } else if (!now.toLocalTime().isBefore(EVENING)) {
            due.at(today.plusDays(1).atTime(MORNING), KIND, key);
        } else {
            reminders.byCalendar(round);
            reminders.next(round, today).ifPresent(day -> due.at(day.atTime(MORNING), KIND, key));
        }
    }
}
