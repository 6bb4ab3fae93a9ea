package vn.toam.householdpages;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.household.Household.Came;
import vn.toam.household.HouseholdBook;
import vn.toam.household.HouseholdBook.Asked;
import vn.toam.household.HouseholdBook.View;
import vn.toam.household.HouseholdService;
import vn.toam.shared.Flash;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Words;

/** The forms of the book: a new household, and everything that happens to one. What is refused stays on its page. */
@Controller
class ActController {

    private final BookPages pages;
    private final HouseholdBook book;
    private final HouseholdService service;
    private final Acts acts;
    private final Words words;

    ActController(BookPages pages, HouseholdBook book, HouseholdService service, Acts acts, Words words) {
        this.pages = pages;
        this.book = book;
        this.service = service;
        this.acts = acts;
        this.words = words;
    }

    @GetMapping("/units/{unit:\\d+}/households/new")
    String blank(@PathVariable int unit, @RequestParam(defaultValue = "") String village, Model model) {
        return blank(unit, new HouseholdTyped(Map.of("village", village)), model);
    }

    private String blank(int unit, HouseholdTyped typed, Model model) {
        model.addAttribute("villages", acts.kept(unit));
        pages.commune(unit, model);
        model.addAttribute("typed", typed);
        return "householdpages/new";
    }

    @PostMapping("/units/{unit:\\d+}/households")
    String add(
            @PathVariable int unit,
            @RequestParam Map<String, String> values,
            Model model,
            RedirectAttributes redirect) {
        HouseholdTyped typed = new HouseholdTyped(values);
        try {
            UUID village = typed.id("village", "household.problem.village");
            UUID id = service.open(
                    unit,
                    village,
                    typed.required("came", Came.class, "household.problem.came"),
                    typed.facts(),
                    typed.basis());
            Flash.say(redirect, words.text("householdpages.done.opened"));
            return values.containsKey("again")
                    ? "redirect:/units/" + unit + "/households/new?village=" + village
                    : "redirect:/units/" + unit + "/households/" + id;
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return blank(unit, typed, model);
        }
    }

    @GetMapping("/units/{unit:\\d+}/households/{id}/{act}")
    String form(
            @PathVariable int unit,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        Act which = Act.at(act).orElseThrow(() -> new NotFound("act " + act));
        View view = book.view(unit, id);
        HouseholdTyped typed = switch (which) {
            case CORRECT -> HouseholdTyped.of(view.household());
            case MEMBERS -> HouseholdTyped.of(view.members(pages.today()));
            default -> HouseholdTyped.BLANK;
        };
        return form(unit, view, which, typed, q, model);
    }

    private String form(int unit, View view, Act act, HouseholdTyped typed, String q, Model model) {
        if (!view.mayKeep()) {
            throw new NotAllowed();
        }
        pages.commune(unit, model);
        model.addAttribute("view", view);
        model.addAttribute("act", act);
        model.addAttribute("typed", typed);
        model.addAttribute("members", view.members(pages.today()));
        model.addAttribute("villages", acts.kept(unit));
        model.addAttribute("q", q);
        model.addAttribute(
                "others",
                act != Act.MERGE || q.isBlank()
                        ? List.of()
                        : book.list(unit, new Asked(null, q, null, null, false), null).items().stream()
                                .filter(other ->
                                        !other.id().equals(view.household().id()))
                                .toList());
        return "householdpages/act";
    }

    @PostMapping("/units/{unit:\\d+}/households/{id}/{act}")
    String act(
            @PathVariable int unit,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> values,
            Model model,
            RedirectAttributes redirect) {
        Act which = Act.at(act).orElseThrow(() -> new NotFound("act " + act));
        HouseholdTyped typed = new HouseholdTyped(values);
        View view = book.view(unit, id);
        try {
            Acts.Done done = acts.act(unit, view, which, typed);
            Flash.say(
                    redirect,
                    done.elsewhere().isEmpty()
                            ? words.text("householdpages.done.saved")
                            : words.text(
                                    "householdpages.done.elsewhere",
                                    done.elsewhere().size(),
                                    String.join("; ", done.elsewhere())));
            return "redirect:/units/" + unit + "/households/" + done.household();
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return form(unit, view, which, typed, typed.at("q"), model);
        }
    }
}
