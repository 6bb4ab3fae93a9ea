package vn.toam.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.plancontent.Plan;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;

/** Pages that change a plan in force: its history, amending it, taking it back; and the way of a draft to its signature. */
@Controller
@RequestMapping("/plans/{id}")
class ChangeController {

    private static final ChangeForm EMPTY = new ChangeForm("", "", null, false);

    private final PlanService plans;
    private final AmendmentService amendments;
    private final ReceiverService receivers;
    private final SigningService signing;

    ChangeController(
            PlanService plans, AmendmentService amendments, ReceiverService receivers, SigningService signing) {
        this.plans = plans;
        this.amendments = amendments;
        this.receivers = receivers;
        this.signing = signing;
    }

    @GetMapping("/changes")
    String history(@PathVariable UUID id, Model model) {
        return history(id, EMPTY, model);
    }

    private String history(UUID id, ChangeForm form, Model model) {
        model.addAttribute("plan", plans.get(id));
        model.addAttribute("tab", "changes");
        model.addAttribute("changes", amendments.history(id));
        model.addAttribute("mayAmend", amendments.mayAmend(id));
        model.addAttribute("needsLeader", signing.needsLeader(id));
        model.addAttribute("open", amendments.openAmendment(id));
        model.addAttribute("form", form);
        return "plan/changes";
    }

    @PostMapping("/amend")
    String amend(@PathVariable UUID id, Model model) {
        try {
            return "redirect:/plans/" + amendments.draft(id) + "/review";
        } catch (Rejected rejected) {
            PlanController.problems(model, rejected);
            return history(id, EMPTY, model);
        }
    }

    @GetMapping("/amend")
    String amendment(@PathVariable UUID id, Model model) {
        return amendment(id, EMPTY, model);
    }

    private String amendment(UUID id, ChangeForm form, Model model) {
        Plan amended = amendments.amended(id);
        if (amended == null) {
            return "redirect:/plans/" + id + "/changes";
        }
        model.addAttribute("plan", plans.get(id));
        model.addAttribute("amended", amended);
        model.addAttribute("lines", amendments.lines(id));
        model.addAttribute("receivers", receivers.view(id, null, ""));
        model.addAttribute("needsLeader", signing.needsLeader(id));
        model.addAttribute("maySign", signing.maySign(id));
        model.addAttribute("form", form);
        return "plan/amend";
    }

    @PostMapping("/amend/apply")
    String apply(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            @RequestParam(defaultValue = "false") boolean unresolved,
            Model model,
            RedirectAttributes redirect) {
        ChangeForm form = new ChangeForm(reason, number, date, unresolved);
        try {
            UUID plan = amendments.apply(id, form);
            Flash.say(
                    redirect,
                    new Text(
                            "Kế hoạch đã được sửa đổi; việc của các cơ quan đã thay đổi theo.",
                            "The plan is amended; the duties of the agencies have followed."));
            return "redirect:/plans/" + plan + "/changes";
        } catch (Rejected rejected) {
            PlanController.problems(model, rejected);
            return amendment(id, form, model);
        }
    }

    @PostMapping("/amend/discard")
    String discard(@PathVariable UUID id, RedirectAttributes redirect) {
        Plan amended = amendments.amended(id);
        amendments.discard(id);
        Flash.say(redirect, new Text("Đã bỏ bản sửa đổi đang soạn.", "The draft of the amendment is dropped."));
        return amended == null ? "redirect:/plans" : "redirect:/plans/" + amended.id() + "/changes";
    }

    @PostMapping("/withdraw")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            Model model,
            RedirectAttributes redirect) {
        ChangeForm form = new ChangeForm(reason, number, date, false);
        try {
            amendments.withdraw(id, form);
        } catch (Rejected rejected) {
            PlanController.problems(model, rejected);
            return history(id, form, model);
        }
        Flash.say(
                redirect,
                new Text(
                        "Kế hoạch đã rút; những việc chưa xong không còn phải thực hiện.",
                        "The plan is withdrawn; what was open is owed no longer."));
        return "redirect:/plans/" + id + "/changes";
    }

    @PostMapping("/amend/submit")
    String submitAmendment(@PathVariable UUID id, RedirectAttributes redirect) {
        signing.submitAmendment(id);
        return submitted(id, "amend", redirect);
    }

    private static String submitted(UUID id, String page, RedirectAttributes redirect) {
        Flash.say(
                redirect,
                new Text(
                        "Đã trình ký. Lãnh đạo thấy kế hoạch này ở mục Chờ ký.",
                        "Submitted. The leader sees it among what waits for signature."));
        return "redirect:/plans/" + id + "/" + page;
    }

    @PostMapping("/return")
    String giveBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        try {
            signing.giveBack(id, reason);
        } catch (Rejected rejected) {
            PlanController.problems(model, rejected);
            model.addAttribute("plan", plans.get(id));
            model.addAttribute("reason", reason);
            return "plan/return";
        }
        Flash.say(redirect, new Text("Đã trả lại để sửa.", "Returned to be worked on."));
        return "redirect:/plans";
    }
}
