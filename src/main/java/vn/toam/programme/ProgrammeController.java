package vn.toam.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toam.agency.Agency;
import vn.toam.assignment.Assignment;
import vn.toam.assignment.Duty;
import vn.toam.catalog.Catalog;
import vn.toam.duty.CascadeService;
import vn.toam.duty.DutyService;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Plan;
import vn.toam.shared.NotFound;
import vn.toam.shared.SortOrder;

/** Pages that show how far programmes have come: the list, tasks, one task, calendar, plans below. */
@Controller
@RequestMapping("/plans")
class ProgrammeController {

    private final PlanService plans;
    private final DutyService duties;
    private final CascadeService cascade;
    private final Catalog catalog;
    private final Clock clock;

    ProgrammeController(PlanService plans, DutyService duties, CascadeService cascade, Catalog catalog, Clock clock) {
        this.plans = plans;
        this.duties = duties;
        this.cascade = cascade;
        this.catalog = catalog;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "USUAL") PlanOrder sort,
            @RequestParam(defaultValue = "false") boolean down,
            Model model) {
        int year = LocalDate.now(clock).getYear();
        model.addAttribute("q", q);
        model.addAttribute("order", SortOrder.of("/plans", Map.of("q", q), sort, down));
        model.addAttribute("cards", sort.sort(duties.cards(q, year), down));
        model.addAttribute("year", year);
        return "programme/list";
    }

    @GetMapping("/{id}/tasks")
    String tasks(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer year, Model model) {
        int shown = head(id, "tasks", year, model);
        model.addAttribute(
                "elements",
                plans.elements(id).stream()
                        .filter(e -> e.state() == ElementState.ACCEPTED)
                        .toList());
        model.addAttribute(
                "assignments",
                duties.assignments(id, shown).stream().collect(Collectors.groupingBy(Assignment::element)));
        model.addAttribute("tally", duties.tally(id, shown));
        return "programme/tasks";
    }

    @GetMapping("/{id}/tasks/{element}")
    String task(
            @PathVariable UUID id,
            @PathVariable UUID element,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "AGENCY") TaskOrder sort,
            @RequestParam(defaultValue = "false") boolean down,
            Model model) {
        int shown = head(id, "tasks", year, model);
        List<Duty> all = duties.ofElement(element, shown);
        Map<Integer, Agency> agencies = duties.agencies(all);
        List<Duty> owed = sort.sort(all, agencies, down);
        model.addAttribute(
                "order", SortOrder.of("/plans/" + id + "/tasks/" + element, Map.of("year", shown), sort, down));
        model.addAttribute(
                "element",
                plans.elements(id).stream()
                        .filter(e -> e.id().equals(element))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("element " + element)));
        model.addAttribute("duties", owed);
        model.addAttribute("agencies", agencies);
        model.addAttribute("days", catalog.workDays());
        model.addAttribute(
                "assignments",
                duties.assignments(id, shown).stream()
                        .filter(a -> a.element().equals(element))
                        .toList());
        return "programme/task";
    }

    @GetMapping("/{id}/calendar")
    String calendar(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer year, Model model) {
        int shown = head(id, "calendar", year, model);
        Plan plan = plans.get(id);
        model.addAttribute("calendar", PlanCalendar.of(plans.elements(id), duties.assignments(id, shown), plan, shown));
        return "programme/calendar";
    }

    @GetMapping("/{id}/lower")
    String lower(@PathVariable UUID id, Model model) {
        head(id, "lower", null, model);
        model.addAttribute("coverage", cascade.coverage(id));
        model.addAttribute("mayDraft", cascade.mayDraft(id));
        model.addAttribute("planners", cascade.planners(id));
        return "programme/lower";
    }

    @PostMapping("/{id}/lower")
    String draftLower(@PathVariable UUID id) {
        return "redirect:/plans/" + cascade.draftLower(id) + "/review";
    }

    @PostMapping("/{id}/years")
    String openYear(@PathVariable UUID id, @RequestParam int year) {
        duties.openYear(id, year);
        return "redirect:/plans/" + id + "/issued?year=" + year;
    }

    private int head(UUID id, String tab, @Nullable Integer year, Model model) {
        Plan plan = plans.get(id);
        int shown = plan.clamp(year == null ? LocalDate.now(clock).getYear() : year);
        model.addAttribute("plan", plan);
        model.addAttribute("tab", tab);
        model.addAttribute("year", shown);
        return shown;
    }
}
