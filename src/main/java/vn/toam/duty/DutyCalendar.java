package vn.toam.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.assignment.DutyAction;
import vn.toam.assignment.DutyNews;
import vn.toam.catalog.Catalog;
import vn.toam.definition.WorkDays;
import vn.toam.jobs.DueHandler;
import vn.toam.jobs.DueWork;

/**
 * What the calendar alone does to duties: what recurs opens for a new year, looked at as every day begins; and when the working days of a year
 * are announced – with a release, so at a start – open duties follow, later, never earlier.
 */
@Component
@Order(660)
class DutyCalendar implements DueHandler, ApplicationRunner {

    static final String KIND = "duty.daily";
    static final String KEY = "daily";

    private final CourseRepository courses;
    private final DutyTrail trail;
    private final WorkDays days;
    private final DueWork due;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DutyCalendar(
            CourseRepository courses,
            DutyTrail trail,
            Catalog catalog,
            DueWork due,
            TransactionTemplate transaction,
            Clock clock) {
        this.courses = courses;
        this.trail = trail;
        this.days = catalog.workDays();
        this.due = due;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> roll(days, false));
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
        LocalDate today = LocalDate.now(clock);
        open(today.getYear());
        due.at(today.plusDays(1).atTime(LocalTime.MIN), KIND, KEY);
    }

    /** Opens what recurs every year in the plans in force, whether last year's was done or not. Tells how many. */
    int open(int year) {
        List<CourseRepository.Opened> opened = courses.open(year);
        if (!opened.isEmpty()) {
            roll(days, false);
            trail.tell(
                    DutyNews.What.GIVEN,
                    opened.stream()
                            .filter(one -> !one.demo())
                            .map(CourseRepository.Opened::duty)
                            .toList(),
                    "");
        }
        return opened.size();
    }

    /** Puts open duties on the working days of a calendar. @param tell false at first, when nobody has seen the days yet */
    int roll(WorkDays calendar, boolean tell) {
        Map<LocalDate, LocalDate> effective = new LinkedHashMap<>();
        courses.openDays().forEach(day -> effective.put(day, calendar.effective(day)));
        List<UUID> moved = courses.roll(effective);
        if (tell && !moved.isEmpty()) {
            trail.noteForNobody(moved, DutyAction.CHANGE, "");
            trail.tell(DutyNews.What.CHANGED, moved, "");
        }
        return moved.size();
    }
}
