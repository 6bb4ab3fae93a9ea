package vn.toam.programme;

import static vn.toam.assignment.DutyPermissions.SUCCESSION_CONFIRM;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.assignment.Transfer;
import vn.toam.duty.TransferService;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.Plan;
import vn.toam.shared.Access;
import vn.toam.shared.Flash;
import vn.toam.shared.Text;

/** The page on which duties of abolished units pass to their successors. */
@Controller
@RequestMapping("/plans/{id}/succession")
class SuccessionController {

    private final PlanService plans;
    private final TransferService transfers;
    private final Access access;

    SuccessionController(PlanService plans, TransferService transfers, Access access) {
        this.plans = plans;
        this.transfers = transfers;
        this.access = access;
    }

    @GetMapping
    String page(@PathVariable UUID id, Model model) {
        Plan plan = plans.get(id);
        List<Transfer> preview = transfers.preview(id);
        model.addAttribute("plan", plan);
        model.addAttribute("tab", "succession");
        model.addAttribute("transfers", preview);
        model.addAttribute("passed", transfers.passed(id));
        model.addAttribute("mayConfirm", access.allows(SUCCESSION_CONFIRM, plan));
        return "programme/succession";
    }

    @PostMapping
    String confirm(
            @PathVariable UUID id,
            @RequestParam int from,
            @RequestParam(defaultValue = "") List<Integer> to,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes redirect) {
        int opened = transfers.confirm(id, from, to, why);
        Flash.say(
                redirect,
                new Text("Đã chuyển: " + opened + " việc cho đơn vị kế thừa.", opened + " duties passed on."));
        return "redirect:/plans/" + id + "/succession";
    }

    @PostMapping("/plain")
    String confirmPlain(@PathVariable UUID id, RedirectAttributes redirect) {
        int opened = transfers.confirmPlain(id);
        Flash.say(
                redirect,
                new Text("Đã chuyển: " + opened + " việc cho đơn vị kế thừa.", opened + " duties passed on."));
        return "redirect:/plans/" + id + "/succession";
    }
}
