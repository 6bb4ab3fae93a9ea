package vn.toam.drafting;

import static vn.toam.plan.PlanPermissions.PLAN_DRAFT;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.shared.Access;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;

/** Pages of a new plan: its paper is sent or pasted, and asked about when it does not look like a new plan. */
@Controller
@RequestMapping("/plans")
class UploadController {

    private final PlanUploads uploads;
    private final Access access;

    UploadController(PlanUploads uploads, Access access) {
        this.uploads = uploads;
        this.access = access;
    }

    @GetMapping("/new")
    String fresh(Model model) {
        access.require(PLAN_DRAFT);
        model.addAttribute("text", "");
        return "drafting/new";
    }

    @PostMapping
    String read(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            Model model)
            throws IOException {
        try {
            PlanUploads.Reading reading = file == null || file.isEmpty()
                    ? uploads.pasted(text)
                    : uploads.file(String.valueOf(file.getOriginalFilename()), file.getBytes());
            return reading.asks()
                    ? "redirect:/plans/new/" + reading.token()
                    : "redirect:/plans/" + uploads.keep(reading, false) + "/review";
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
        }
        model.addAttribute("text", text);
        return "drafting/new";
    }

    /** Asks whether to go on: the paper does not look like a plan, or is here already. Nothing is created yet. */
    @GetMapping("/new/{token}")
    String ask(@PathVariable UUID token, Model model, RedirectAttributes redirect) {
        return asked(uploads.waiting(token), model, redirect);
    }

    @PostMapping("/new/{token}")
    String goOn(
            @PathVariable UUID token,
            @RequestParam(defaultValue = "false") boolean another,
            Model model,
            RedirectAttributes redirect) {
        Optional<PlanUploads.Reading> waiting = uploads.waiting(token);
        if (waiting.isPresent()) {
            try {
                return "redirect:/plans/" + uploads.keep(waiting.get(), another) + "/review";
            } catch (Rejected rejected) {
                model.addAttribute("problems", rejected.problems());
            }
        }
        return asked(waiting, model, redirect);
    }

    private static String asked(Optional<PlanUploads.Reading> waiting, Model model, RedirectAttributes redirect) {
        if (waiting.isEmpty()) {
            Flash.say(
                    redirect,
                    new Text(
                            "Văn bản đã chờ quá lâu nên không còn được giữ. Hãy chọn lại tệp.",
                            "The document waited too long and is no longer held. Choose the file again."));
            return "redirect:/plans/new";
        }
        model.addAttribute("reading", waiting.get());
        return "drafting/asked";
    }
}
