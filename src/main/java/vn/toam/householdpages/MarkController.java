package vn.toam.householdpages;

import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_KEEP;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.household.Bits;
import vn.toam.household.Mark;
import vn.toam.household.Mark.Depth;
import vn.toam.household.Mark.Service;
import vn.toam.household.MarkService;
import vn.toam.shared.Access;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.shared.Words;

/** The grid on which a village's households are ticked, all on one page, and the same as a sheet to tick by hand. */
@Controller
class MarkController {

    private final BookPages pages;
    private final MarkService marks;
    private final Access access;
    private final Words words;

    MarkController(BookPages pages, MarkService marks, Access access, Words words) {
        this.pages = pages;
        this.marks = marks;
        this.access = access;
        this.words = words;
    }

    @GetMapping("/units/{unit:\\d+}/households/marks")
    String grid(
            @PathVariable int unit,
            @RequestParam UUID village,
            @RequestParam(defaultValue = "LAW") Service service,
            @RequestParam(defaultValue = "ATTENDED") Depth depth,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            Model model) {
        LocalDate day = on == null || on.isAfter(pages.today()) ? pages.today() : on;
        return grid(unit, village, new Ticked(service, depth, day, Mark.Mode.ONLY, List.of()), model);
    }

    private String grid(int unit, UUID village, Ticked ticked, Model model) {
        model.addAttribute("grid", marks.grid(unit, village, ticked.service(), ticked.on()));
        pages.commune(unit, model);
        model.addAttribute("ticked", ticked);
        model.addAttribute("keeps", access.allows(HOUSEHOLD_KEEP, Subject.of(unit, village)));
        return "householdpages/grid";
    }

    /** The same for hands without a device: boxes beside the names. */
    @GetMapping("/units/{unit:\\d+}/households/sheet")
    String sheet(
            @PathVariable int unit,
            @RequestParam UUID village,
            @RequestParam(defaultValue = "LAW") Service service,
            Model model) {
        grid(unit, village, new Ticked(service, Depth.ATTENDED, pages.today(), Mark.Mode.ONLY, List.of()), model);
        return "householdpages/sheet";
    }

    @PostMapping("/units/{unit:\\d+}/households/marks")
    String tick(
            @PathVariable int unit,
            @RequestParam UUID village,
            @RequestParam Service service,
            @RequestParam Depth depth,
            @RequestParam Mark.Mode mode,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate on,
            @RequestParam(required = false) @Nullable List<String> household,
            Model model,
            RedirectAttributes redirect) {
        Ticked ticked = new Ticked(service, depth, on, mode, household == null ? List.of() : household);
        try {
            Bits none = Bits.of(List.of());
            marks.tick(unit, village, ticked.numbers(), new Mark.Ticks(service, depth, on, null, mode, none));
            Flash.say(redirect, words.text("householdpages.done.ticked"));
            return "redirect:/units/" + unit + "/households/marks?village=" + village + "&service=" + service
                    + "&depth=" + depth + "&on=" + on;
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return grid(unit, village, ticked, model);
        }
    }

    @PostMapping("/units/{unit:\\d+}/households/marks/{id}/withdraw")
    String withdraw(
            @PathVariable int unit,
            @PathVariable UUID id,
            @RequestParam UUID village,
            @RequestParam Service service,
            RedirectAttributes redirect) {
        marks.withdraw(unit, id);
        Flash.say(redirect, words.text("householdpages.done.unticked"));
        return "redirect:/units/" + unit + "/households/marks?village=" + village + "&service=" + service;
    }
}
