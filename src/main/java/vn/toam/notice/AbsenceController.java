package vn.toam.notice;

import java.time.Clock;
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
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Words;

/** The page on which somebody says when they are away and who acts instead. */
@Controller
@RequestMapping("/coordination/absence")
class AbsenceController {

    private final Absences absences;
    private final Words words;
    private final Clock clock;

    AbsenceController(Absences absences, Words words, Clock clock) {
        this.absences = absences;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String page(Model model) {
        LocalDate today = LocalDate.now(clock);
        return page(today, today, null, model);
    }

    private String page(LocalDate from, LocalDate to, @Nullable UUID deputy, Model model) {
        model.addAttribute("own", absences.own());
        model.addAttribute("colleagues", absences.colleagues());
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("deputy", deputy);
        return "notice/absence";
    }

    @PostMapping
    String add(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam Absences.Kind kind,
            @RequestParam UUID deputy,
            Model model,
            RedirectAttributes redirect) {
        try {
            absences.add(from, to, kind, deputy);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return page(from, to, deputy, model);
        }
        Flash.say(redirect, words.text("notice.absence.said"));
        return "redirect:/coordination/absence";
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id) {
        absences.end(id);
        return "redirect:/coordination/absence";
    }
}
