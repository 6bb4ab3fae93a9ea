package vn.toam.programme;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.duty.ReassignService;
import vn.toam.plan.PlanService;
import vn.toam.shared.Flash;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;

/** The page on which a task is given to another agency. */
@Controller
@RequestMapping("/plans/{id}/tasks/{element}/reassign")
class ReassignController {

    private final ReassignService reassigning;
    private final PlanService plans;

    ReassignController(ReassignService reassigning, PlanService plans) {
        this.reassigning = reassigning;
        this.plans = plans;
    }

    @GetMapping
    String page(
            @PathVariable UUID id, @PathVariable UUID element, @RequestParam(defaultValue = "") String q, Model model) {
        return page(id, element, q, "", model);
    }

    private String page(UUID id, UUID element, String q, String reason, Model model) {
        if (!reassigning.may(id)) {
            throw new NotAllowed();
        }
        model.addAttribute("plan", plans.get(id));
        model.addAttribute(
                "element",
                plans.elements(id).stream()
                        .filter(e -> e.id().equals(element))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("element " + element)));
        model.addAttribute("holders", reassigning.holders(id, element));
        model.addAttribute("q", q);
        model.addAttribute("found", reassigning.search(q));
        model.addAttribute("reason", reason);
        return "programme/reassign";
    }

    @PostMapping
    String reassign(
            @PathVariable UUID id,
            @PathVariable UUID element,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String q,
            Model model,
            RedirectAttributes redirect) {
        try {
            reassigning.reassign(id, element, from, to == null ? 0 : to, reason);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return page(id, element, q, reason, model);
        }
        Flash.say(redirect, new Text("Đã chuyển nhiệm vụ.", "The task is passed on."));
        return "redirect:/plans/" + id + "/tasks/" + element;
    }
}
