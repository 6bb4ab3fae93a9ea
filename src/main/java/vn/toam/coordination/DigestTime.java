package vn.toam.coordination;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.definition.WorkDays;
import vn.toam.jobs.DueHandler;
import vn.toam.jobs.DueWork;

/** Sends the digests of a working day at 7:30; later the same day where no server ran then, but not in the evening. */
@Component
class DigestTime implements DueHandler {

    static final String KIND = "coordination.digest";
    static final String KEY = "daily";

    private final Digests digests;
    private final WorkDays days;
    private final DueWork due;
    private final Clock clock;

    DigestTime(Digests digests, Catalog catalog, DueWork due, Clock clock) {
        this.digests = digests;
        this.days = catalog.workDays();
        this.due = due;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void renew() {
        due.at(clock.instant(), KIND, KEY);
    }

    @Override
    public void due(String key) {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDate today = now.toLocalDate();
        LocalTime time = now.toLocalTime();
        boolean works = days.works(today);
        if (works && !time.isBefore(Digests.TIME) && time.isBefore(ReminderDays.EVENING)) {
            digests.send();
        }
        LocalDate next = works && time.isBefore(Digests.TIME) ? today : days.plus(today, 1);
        due.at(next.atTime(Digests.TIME), KIND, KEY);
    }
}
