package vn.toam.coordination;

import java.time.Clock;
import java.time.LocalTime;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.toam.notice.MailQueue;
import vn.toam.round.StandingRounds;

/** What happens by itself: rounds open, units are reminded in working hours, letters leave. All of it may run again at any time. */
@Component
class CoordinationJobs {

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final StandingRounds standing;
    private final Reminders reminders;
    private final Digests digests;
    private final MailQueue post;
    private final Clock clock;

    CoordinationJobs(StandingRounds standing, Reminders reminders, Digests digests, MailQueue post, Clock clock) {
        this.standing = standing;
        this.reminders = reminders;
        this.digests = digests;
        this.post = post;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
    void calendar() {
        standing.openDue();
        LocalTime now = LocalTime.now(clock);
        if (now.isAfter(MORNING) && now.isBefore(EVENING)) {
            reminders.byCalendar();
        }
    }

    @Scheduled(initialDelay = 3, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void digest() {
        if (LocalTime.now(clock).isBefore(EVENING)) {
            digests.send();
        }
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void letters() {
        post.deliver();
    }
}
