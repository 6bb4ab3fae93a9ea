package vn.toam.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.WorkDays;

/**
 * What happens to duties by the calendar alone: a request for more time that nobody answered counts as not granted, and when the working
 * days of a year are announced, open duties follow – later, never earlier. All of it may run again at any time.
 */
@Component
@Order(660)
class DutyCalendar implements ApplicationRunner {

    /** Working days within which a request for more time is to be decided. */
    static final int TO_DECIDE = 3;

    private final CourseRepository courses;
    private final DutyTrail trail;
    private final WorkDays days;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DutyCalendar(
            CourseRepository courses, DutyTrail trail, Catalog catalog, TransactionTemplate transaction, Clock clock) {
        this.courses = courses;
        this.trail = trail;
        this.days = catalog.workDays();
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> roll(days, false));
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void everyHour() {
        transaction.executeWithoutResult(status -> {
            lapse();
            open(LocalDate.now(clock).getYear());
        });
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

    /** Ends requests for more time that were not decided within three working days. */
    int lapse() {
        List<Extension> late = courses.undecided(days.plus(LocalDate.now(clock), -TO_DECIDE - 1));
        for (Extension one : late) {
            courses.decide(one.id(), false, null, clock.instant(), "");
            trail.noteForNobody(List.of(one.duty()), Act.KEEP_DUE, "");
            trail.tell(DutyNews.What.NOT_EXTENDED, List.of(one.duty()), "");
        }
        return late.size();
    }

    /** Puts open duties on the working days of a calendar. @param tell false at first, when nobody has seen the days yet */
    int roll(WorkDays calendar, boolean tell) {
        Map<LocalDate, LocalDate> effective = new LinkedHashMap<>();
        courses.openDays().forEach(day -> effective.put(day, calendar.effective(day)));
        List<UUID> moved = courses.roll(effective);
        if (tell && !moved.isEmpty()) {
            trail.noteForNobody(moved, Act.CHANGE, "");
            trail.tell(DutyNews.What.CHANGED, moved, "");
        }
        return moved.size();
    }
}
