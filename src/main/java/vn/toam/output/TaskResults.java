package vn.toam.output;

import static vn.toam.output.ReportWords.say;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencyService;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyStatus;
import vn.toam.assignment.Stage;
import vn.toam.duty.DutyService;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.DutyKind;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Plan;
import vn.toam.shared.Numbers;

/** What agencies reported on their tasks, by the plan's groups of tasks. A task given to many units is told in one line with a count. */
@Component
class TaskResults {

    private final PlanService plans;
    private final DutyService duties;
    private final AgencyService agencies;

    TaskResults(PlanService plans, DutyService duties, AgencyService agencies) {
        this.plans = plans;
        this.duties = duties;
        this.agencies = agencies;
    }

    List<Report.TaskGroup> of(Plan plan, int year, Map<String, Narrative> written) {
        List<Element> elements = plans.elements(plan.id());
        Map<UUID, UUID> parents = new LinkedHashMap<>();
        elements.stream()
                .filter(element -> element.parent() != null)
                .forEach(element -> parents.put(element.id(), Objects.requireNonNull(element.parent())));
        List<Duty> owed = duties.ofPlan(plan.id(), year).stream()
                .filter(duty -> duty.kind() == DutyKind.TASK)
                .toList();
        List<Report.TaskGroup> groups = new ArrayList<>();
        List<Duty> left = new ArrayList<>(owed);
        for (Element group : elements) {
            if (group.kind() == ElementKind.TASK_GROUP && group.state() != ElementState.DROPPED) {
                List<Duty> within = owed.stream()
                        .filter(duty -> group.id().equals(parents.get(duty.element())))
                        .toList();
                left.removeAll(within);
                String section = Sections.GROUP + (group.ref().isBlank() ? "p" + group.position() : group.ref());
                groups.add(new Report.TaskGroup(
                        group.item().text().vi(), Sections.prose(written, section), results(within)));
            }
        }
        if (!left.isEmpty()) {
            groups.add(new Report.TaskGroup(
                    say("group.agencies"), Sections.prose(written, Sections.GROUP + "agencies"), results(left)));
        }
        return groups;
    }

    /** What agencies say stands in the way of their tasks, in their words, oldest first. */
    List<Report.Progress> obstacles(Plan plan, int year) {
        List<Duty> blocked = duties.ofPlan(plan.id(), year).stream()
                .filter(duty -> duty.status() == DutyStatus.BLOCKED && duty.lastAt() != null)
                .sorted(Comparator.comparing(Duty::lastAt))
                .toList();
        Map<Integer, String> names = agencies
                .findAll(blocked.stream().map(Duty::agency).distinct().toList())
                .stream()
                .collect(
                        Collectors.toMap(Agency::id, agency -> agency.fullName().vi()));
        return blocked.stream()
                .map(duty -> new Report.Progress(
                        duty.text().vi(),
                        names.getOrDefault(duty.agency(), duty.label()),
                        state(duty),
                        Objects.requireNonNullElse(duty.lastText(), ""),
                        day(Objects.requireNonNull(duty.lastAt()))))
                .toList();
    }

    /** One entry for each task and addressee; what nobody reported on is left out. */
    static List<Report.Progress> results(List<Duty> owed) {
        return owed.stream()
                .collect(Collectors.groupingBy(
                        duty -> duty.element() + duty.label(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(same -> same.stream().anyMatch(duty -> duty.lastAt() != null))
                .map(TaskResults::result)
                .toList();
    }

    private static Report.Progress result(List<Duty> same) {
        Duty first = same.getFirst();
        Instant last = same.stream()
                .map(Duty::lastAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String task = first.text().vi();
        if (same.size() == 1) {
            return new Report.Progress(
                    task, first.label(), state(first), Objects.requireNonNullElse(first.lastText(), ""), day(last));
        }
        long all = same.stream().filter(TaskResults::counts).count();
        long done = same.stream().filter(duty -> duty.stage() == Stage.DONE).count();
        long waiting =
                same.stream().filter(duty -> duty.stage() == Stage.SUBMITTED).count();
        String said = say("duty.many", done, all) + (waiting == 0 ? "" : say("duty.many.waiting", waiting));
        return new Report.Progress(task, first.label(), said, "", day(last));
    }

    /** What was taken off an agency is not part of what is asked. */
    private static boolean counts(Duty duty) {
        return duty.stage() != Stage.CANCELLED && duty.stage() != Stage.PASSED;
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(Numbers.ZONE).toLocalDate();
    }

    /** The official position where somebody else than the agency has the word, otherwise the agency's own. */
    private static String state(Duty duty) {
        return switch (duty.stage()) {
            case SUBMITTED, SENT_BACK, REFUSED, PAUSED, CANCELLED, PASSED ->
                say("duty.stage." + duty.stage().name());
            default -> say("duty." + duty.status().name());
        };
    }
}
