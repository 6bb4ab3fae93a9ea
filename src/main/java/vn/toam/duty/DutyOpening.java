package vn.toam.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.toam.assignment.Assignment;
import vn.toam.assignment.DutyAction;
import vn.toam.assignment.DutyNews;
import vn.toam.catalog.Catalog;
import vn.toam.definition.WorkDays;
import vn.toam.plan.PlanIssued;
import vn.toam.plancontent.Binding;
import vn.toam.plancontent.Bindings;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Plan;

/** From a plan in force to the duties of its agencies. */
@Component
class DutyOpening {

    private final DutyRepository duties;
    private final CourseRepository courses;
    private final DutyTrail trail;
    private final WorkDays days;
    private final Clock clock;

    DutyOpening(DutyRepository duties, CourseRepository courses, DutyTrail trail, Catalog catalog, Clock clock) {
        this.duties = duties;
        this.courses = courses;
        this.trail = trail;
        this.days = catalog.workDays();
        this.clock = clock;
    }

    /** Binds the agencies that the plan names and opens the years asked for. */
    @EventListener
    void on(PlanIssued issued) {
        Plan plan = issued.plan();
        List<Binding> bindings = Bindings.of(plan, issued.accepted()).all();
        duties.bind(plan.id(), bindings, issued.receivers());
        List<UUID> opened = issued.years().stream()
                .flatMap(year -> open(plan, issued.accepted(), year).stream())
                .toList();
        tell(plan, opened);
        submitOwnPlan(plan);
    }

    /** Whoever had to make a plan of its own below another has now done so; looking at it is for whoever asked. */
    private void submitOwnPlan(Plan plan) {
        UUID upper = plan.upper();
        if (upper != null && !plan.demo()) {
            LocalDate day = plan.document().issuedOn();
            LocalDate on = day == null ? LocalDate.now(clock) : day;
            List<UUID> done = courses.ownPlan(plan, upper, on, trail.asking(), clock.instant());
            trail.noteForNobody(done, DutyAction.OWN_PLAN, plan.paperLabel());
            trail.tell(DutyNews.What.SUBMITTED, done, plan.paperLabel());
        }
    }

    /** Opens the duties of one year; those that are open already stay as they are. Tells how many were opened. */
    int openYear(Plan plan, List<Element> elements, int year) {
        List<UUID> opened = open(plan, elements, year);
        tell(plan, opened);
        return opened.size();
    }

    /** Agencies hear of new duties, but not of those of a demonstration. */
    private void tell(Plan plan, List<UUID> opened) {
        if (!plan.demo()) {
            trail.tell(DutyNews.What.GIVEN, opened, "");
        }
    }

    private List<UUID> open(Plan plan, List<Element> elements, int year) {
        return duties.open(plan.id(), openings(plan, elements, year));
    }

    /** What is to be open for a year by what the plan says now. */
    List<DutyRepository.Opening> openings(Plan plan, List<Element> elements, int year) {
        List<Element> accepted = elements.stream()
                .filter(e -> e.state() == ElementState.ACCEPTED)
                .toList();
        MonthDay reportDay = Bindings.of(plan, accepted).reportDay();
        return duties.assignments(plan.id(), year, LocalDate.now(clock)).stream()
                .filter(Assignment::answers)
                .filter(a -> a.year() != null || plan.covers(year))
                .flatMap(a -> openings(plan, a, a.year() == null ? year : a.year(), reportDay).stream())
                .toList();
    }

    /** One for each time it falls due in the year; of what recurs within it none that was over before the plan came. */
    private List<DutyRepository.Opening> openings(Plan plan, Assignment a, int year, MonthDay reportDay) {
        List<LocalDate> last = Bindings.days(a.kind(), a.frequency(), a.due(), year, reportDay);
        List<DutyRepository.Opening> openings = new ArrayList<>();
        for (int part = 0; part < last.size(); part++) {
            if (last.size() == 1 || !last.get(part).isBefore(plan.meantOn())) {
                LocalDate opens = part == 0 ? null : last.get(part - 1).plusDays(1);
                LocalDate due = last.get(part);
                openings.add(new DutyRepository.Opening(a.id(), year, part, opens, due, days.effective(due)));
            }
        }
        return openings;
    }
}
