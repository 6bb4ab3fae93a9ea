package vn.toam.plan;

import java.util.List;
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
import vn.toam.plancontent.ElementConflict;
import vn.toam.plancontent.Frequency;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;

/** The page between checking and issuing: who receives what. */
@Controller
@RequestMapping("/plans/{id}/receivers")
class ReceiverController {

    private final ReceiverService receivers;

    ReceiverController(ReceiverService receivers) {
        this.receivers = receivers;
    }

    @GetMapping
    String page(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        ReceiversView view = receivers.view(id, label, q);
        if (!view.plan().draft()) {
            return "redirect:/plans/" + id + "/tasks";
        }
        return page(view, null, model);
    }

    private static String page(ReceiversView view, @Nullable UUID wrong, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("wrong", wrong);
        return "plan/receivers";
    }

    @PostMapping
    String choose(
            @PathVariable UUID id,
            @RequestParam String label,
            @RequestParam(required = false) @Nullable List<Integer> agency,
            Model model,
            RedirectAttributes redirect) {
        try {
            receivers.choose(id, label, agency == null ? List.of() : agency);
        } catch (Rejected rejected) {
            PlanController.problems(model, rejected);
            return page(receivers.view(id, label, ""), null, model);
        }
        Flash.say(
                redirect, new Text("Đã ghi nơi nhận cho “" + label + "”.", "The receiver of “" + label + "” is kept."));
        return "redirect:/plans/" + id + "/receivers";
    }

    @PostMapping("/unit")
    String issueFor(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer successor, Model model) {
        try {
            receivers.issueFor(id, successor == null ? 0 : successor);
        } catch (Rejected rejected) {
            PlanController.problems(model, rejected);
            return page(receivers.view(id, null, ""), null, model);
        }
        return "redirect:/plans/" + id + "/receivers";
    }

    @PostMapping("/{element}")
    String schedule(
            @PathVariable UUID id,
            @PathVariable UUID element,
            @RequestParam int version,
            @RequestParam Frequency frequency,
            @RequestParam(defaultValue = "") String due,
            Model model) {
        try {
            receivers.schedule(element, version, frequency, due);
        } catch (Rejected rejected) {
            PlanController.problems(model, rejected);
            model.addAttribute("typed", due);
            return page(receivers.view(id, null, ""), element, model);
        } catch (ElementConflict conflict) {
            PlanController.problems(model, Rejected.field("due", "plan.receivers.changed"));
            return page(receivers.view(id, null, ""), element, model);
        }
        return "redirect:/plans/" + id + "/receivers#t-" + element;
    }
}
