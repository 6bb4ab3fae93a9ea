package vn.toam.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyAction;
import vn.toam.assignment.DutyNews;
import vn.toam.assignment.Stage;
import vn.toam.plan.PlanAmended;
import vn.toam.plancontent.Binding;
import vn.toam.plancontent.Bindings;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.Plan;
import vn.toam.shared.Access;

/**
 * Duties follow a plan that is amended or withdrawn, in the same transaction: new tasks are opened, what is left out is cancelled, days
 * move. What is done stays, and so does a day that was granted to somebody.
 */
@Component
class PlanChanges {

    private final DutyRepository duties;
    private final PlanChangeRepository changes;
    private final CourseRepository courses;
    private final DutyOpening opening;
    private final DutyTrail trail;
    private final Access access;
    private final Clock clock;

    PlanChanges(
            DutyRepository duties,
            PlanChangeRepository changes,
            CourseRepository courses,
            DutyOpening opening,
            DutyTrail trail,
            Access access,
            Clock clock) {
        this.duties = duties;
        this.changes = changes;
        this.courses = courses;
        this.opening = opening;
        this.trail = trail;
        this.access = access;
        this.clock = clock;
    }

    @EventListener
    void on(Plan.Withdrawn withdrawn) {
        List<UUID> open = changes.open(withdrawn.plan().id()).stream()
                .map(PlanChangeRepository.Open::id)
                .toList();
        cancel(open, DutyAction.CANCEL, withdrawn.reason());
    }

    @EventListener
    void on(PlanAmended amended) {
        Plan plan = amended.plan();
        Set<UUID> touched = rebind(amended);
        Map<Key, DutyRepository.Opening> expected = new HashMap<>();
        List<PlanChangeRepository.Open> open = changes.open(plan.id());
        open.stream()
                .map(PlanChangeRepository.Open::year)
                .distinct()
                .forEach(year -> opening.openings(plan, amended.accepted(), year)
                        .forEach(o -> expected.put(new Key(o.assignment(), o.year(), o.part()), o)));
        List<UUID> gone = new ArrayList<>();
        List<UUID> moved = new ArrayList<>();
        for (PlanChangeRepository.Open one : open) {
            DutyRepository.Opening now = expected.get(new Key(one.assignment(), one.year(), one.part()));
            if (now == null && touched.contains(one.assignment())) {
                gone.add(one.id());
            } else if (now != null && !now.due().equals(one.due()) && one.due().equals(one.first())) {
                courses.due(one.id(), now.due(), now.effective(), null);
                moved.add(one.id());
            }
        }
        cancel(gone, DutyAction.CANCEL, amended.reason());
        trail.note(moved, DutyAction.CHANGE, amended.reason());
        trail.tell(DutyNews.What.CHANGED, moved, amended.reason());
        openNew(plan, amended.accepted());
    }

    /** The years that are open, and this one, get what is new in them. */
    private void openNew(Plan plan, List<Element> accepted) {
        int now = plan.clamp(LocalDate.now(clock).getYear());
        Set<Integer> years = new HashSet<>(changes.years(plan.id(), now));
        years.add(now);
        years.stream().filter(plan::covers).sorted().forEach(year -> opening.openYear(plan, accepted, year));
    }

    private record Key(UUID assignment, int year, int part) {}

    /** Brings the assignments of what changed up to date; tells all that were touched. */
    private Set<UUID> rebind(PlanAmended amended) {
        List<UUID> elements = new ArrayList<>(amended.touched());
        elements.addAll(amended.removed());
        List<PlanChangeRepository.Bound> before = new ArrayList<>(changes.bound(elements));
        Set<UUID> touched = new HashSet<>();
        before.forEach(one -> touched.add(one.id()));
        List<Binding> fresh = new ArrayList<>();
        for (Binding now : Bindings.of(amended.plan(), amended.accepted()).all()) {
            if (!amended.touched().contains(now.element())) {
                continue;
            }
            PlanChangeRepository.Bound same = before.stream()
                    .filter(b -> b.element().equals(now.element())
                            && b.label().equals(now.label())
                            && b.kind().equals(now.kind().name()))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                fresh.add(now);
            } else {
                before.remove(same);
                changes.rebind(same.id(), now, amended.receivers().getOrDefault(now.label(), List.of()));
            }
        }
        changes.end(before.stream().map(PlanChangeRepository.Bound::id).toList(), clock.instant());
        duties.bind(amended.plan().id(), fresh, amended.receivers());
        return touched;
    }

    /** Takes open duties out of what is owed, and tells those who owed them. */
    void cancel(Collection<UUID> open, DutyAction act, String reason) {
        List<Duty> all = duties.findAll(open);
        all.forEach(duty -> courses.move(duty, Stage.CANCELLED, access.me().name()));
        List<UUID> ids = all.stream().map(Duty::id).toList();
        trail.note(ids, act, reason);
        trail.tell(DutyNews.What.CANCELLED, ids, reason);
    }
}
