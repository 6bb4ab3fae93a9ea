package vn.toam.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toam.assignment.Duty;
import vn.toam.duty.DutyService;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.Plan;

/** The page after issuing a plan, or opening a year of it: what has been opened for whom, and what nobody has. */
@Controller
class IssuedController {

    private final PlanService plans;
    private final DutyService duties;
    private final Clock clock;

    IssuedController(PlanService plans, DutyService duties, Clock clock) {
        this.plans = plans;
        this.duties = duties;
        this.clock = clock;
    }

    @GetMapping("/plans/{id}/issued")
    String page(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer year, Model model) {
        Plan plan = plans.get(id);
        if (plan.draft()) {
            return "redirect:/plans/" + id + "/review";
        }
        int shown = plan.clamp(year == null ? LocalDate.now(clock).getYear() : year);
        List<Duty> owed = duties.ofPlan(id, shown);
        model.addAttribute("plan", plan);
        model.addAttribute("tab", "tasks");
        model.addAttribute(
                "issued",
                Issued.of(
                        shown,
                        owed,
                        duties.agencies(owed),
                        duties.assignments(id, shown),
                        plans.elements(id),
                        plans.targets(id)));
        return "programme/issued";
    }
}
