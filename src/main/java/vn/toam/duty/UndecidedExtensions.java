package vn.toam.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.toam.assignment.DutyAction;
import vn.toam.assignment.DutyNews;
import vn.toam.assignment.Extension;
import vn.toam.catalog.Catalog;
import vn.toam.definition.WorkDays;
import vn.toam.jobs.DueHandler;
import vn.toam.jobs.DueWork;

/** A request for more time that nobody decided on within three working days counts as not granted, from the day after. */
@Component
class UndecidedExtensions implements DueHandler {

    static final String KIND = "duty.extension";

    /** Working days within which a request for more time is to be decided. */
    static final int TO_DECIDE = 3;

    private final CourseRepository courses;
    private final DutyTrail trail;
    private final WorkDays days;
    private final DueWork due;
    private final Clock clock;

    UndecidedExtensions(CourseRepository courses, DutyTrail trail, Catalog catalog, DueWork due, Clock clock) {
        this.courses = courses;
        this.trail = trail;
        this.days = catalog.workDays();
        this.due = due;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @EventListener
    void on(DutyNews news) {
        if (news.what() == DutyNews.What.ASKED_EXTENSION) {
            LocalDate today = LocalDate.now(clock);
            news.duties().forEach(duty -> expect(duty.id(), today));
        }
    }

    /** Those of an older release. */
    @Override
    public void renew() {
        courses.undecided().forEach(one -> expect(one.duty(), one.askedOn()));
    }

    private void expect(UUID duty, LocalDate asked) {
        due.at(days.plus(asked, TO_DECIDE + 1).atTime(LocalTime.MIN), KIND, duty.toString());
    }

    /** Only one request of a duty is undecided at a time. */
    @Override
    public void due(String key) {
        LocalDate today = LocalDate.now(clock);
        for (Extension one : courses.extensions(UUID.fromString(key))) {
            if (one.granted() == null) {
                if (today.isBefore(days.plus(one.askedOn(), TO_DECIDE + 1))) {
                    expect(one.duty(), one.askedOn());
                } else {
                    lapse(one);
                }
            }
        }
    }

    private void lapse(Extension one) {
        courses.decide(one.id(), false, null, clock.instant(), "");
        trail.noteForNobody(List.of(one.duty()), DutyAction.KEEP_DUE, "");
        trail.tell(DutyNews.What.NOT_EXTENDED, List.of(one.duty()), "");
    }
}
