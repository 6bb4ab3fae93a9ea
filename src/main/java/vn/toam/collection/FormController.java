package vn.toam.collection;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.shared.Conflict;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.submission.Action;
import vn.toam.submission.FormView;
import vn.toam.submission.TypedReturn;

/** One form: typing, sending, deciding. Works as a plain page; {@link CellController} serves the scripts of the same page. */
@Controller
@RequestMapping("/collection/forms/{round}/{unit}")
class FormController {

    private static final String TAKE = "take.";

    private final FormReader reader;
    private final CollectionService collection;
    private final LineCounts counts;
    private final TextOffers offers;
    private final ReturnHandling desk;
    private final Words words;

    FormController(
            FormReader reader,
            CollectionService collection,
            LineCounts counts,
            TextOffers offers,
            ReturnHandling desk,
            Words words) {
        this.reader = reader;
        this.collection = collection;
        this.counts = counts;
        this.offers = offers;
        this.desk = desk;
        this.words = words;
    }

    @GetMapping
    String show(@PathVariable UUID round, @PathVariable int unit, Model model) {
        counts.count(round, unit, true);
        return form(reader.view(round, unit, Map.of()), model);
    }

    private String form(FormView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("offers", offers.of(view));
        return "collection/form";
    }

    /** What was sent or accepted at an earlier step. */
    @GetMapping("/versions/{version}")
    String version(@PathVariable UUID round, @PathVariable int unit, @PathVariable int version, Model model) {
        return form(reader.at(round, unit, version), model);
    }

    /**
     * Saves all that stands in the form, then does what the pressed button says: {@code save}, {@code nil}, {@code below}, {@code count},
     * {@code offer} with the line of text to which what is offered is added, {@code take} with the line whose count is taken (all that may be when none is named) or {@code submit}.
     */
    @PostMapping
    String save(
            @PathVariable UUID round,
            @PathVariable int unit,
            @RequestParam int version,
            @RequestParam String key,
            @RequestParam(defaultValue = "save") String verb,
            @RequestParam Map<String, String> all,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        TypedReturn own = typed(all);
        try {
            TypedReturn typed = verb.equals("below")
                    ? reader.consolidated(round, unit, own)
                    : verb.startsWith(TextOffers.VERB)
                            ? offers.taken(reader.view(round, unit, all), own, verb.substring(TextOffers.VERB.length()))
                            : verb.startsWith(TAKE)
                                    ? reader.counted(round, unit, own, verb.substring(TAKE.length()))
                                    : own;
            CollectionService.Saved saved = verb.equals("nil")
                    ? collection.nilReturn(round, unit, version, typed, key)
                    : collection.save(round, unit, version, typed, key);
            Action taken = verb.equals("submit") ? send(round, unit, saved.version(), key + "/submit") : null;
            String did = verb.equals("count") ? "counted" : "saved";
            Flash.say(redirect, said("collection.said." + (taken == null ? did : taken.name())));
        } catch (Rejected rejected) {
            return again(round, unit, all, rejected.problems(), model);
        } catch (Conflict conflict) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return conflict(round, unit, all, model);
        }
        return "redirect:/collection/forms/" + round + "/" + unit;
    }

    @PostMapping("/{action}")
    String act(
            @PathVariable UUID round,
            @PathVariable int unit,
            @PathVariable String action,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(defaultValue = "0") int version,
            Model model,
            RedirectAttributes redirect) {
        String name = action.toUpperCase(Locale.ROOT);
        try {
            switch (action) {
                case "forward" ->
                    name = collection.submit(round, unit, version, key).name();
                case "decline" -> desk.decline(round, unit, remark, key);
                case "ask" -> desk.ask(round, unit, remark, key);
                case "answer" -> desk.answer(round, unit, remark, key);
                case "proxy" -> desk.proxy(round, unit, remark, key);
                case "accept" -> collection.accept(round, unit, key);
                case "return" -> collection.sendBack(round, unit, remark, key);
                case "amend" -> collection.amend(round, unit, remark, key);
                case "recall" -> collection.recall(round, unit, key);
                default -> throw new vn.toam.shared.NotFound(action);
            }
        } catch (Rejected rejected) {
            return again(round, unit, Map.of("remark", remark), rejected.problems(), model);
        }
        Flash.say(redirect, said("collection.said." + name));
        return "redirect:/collection/forms/" + round + "/" + unit;
    }

    /** The figures are saved by now: say so before what keeps them from being sent. */
    private Action send(UUID round, int unit, int version, String key) {
        try {
            return collection.submit(round, unit, version, key);
        } catch (Rejected rejected) {
            List<Rejected.Problem> problems = new ArrayList<>(rejected.problems());
            problems.addFirst(new Rejected.Problem("", "collection.problem.notSent", List.of()));
            throw new Rejected(problems);
        }
    }

    private String again(UUID round, int unit, Map<String, String> all, List<Rejected.Problem> problems, Model model) {
        counts.count(round, unit, false);
        model.addAttribute("problems", problems);
        return form(reader.view(round, unit, all), model);
    }

    /** Somebody else saved meanwhile: both are shown, what was typed in the fields and what is saved in the message. */
    private String conflict(UUID round, int unit, Map<String, String> all, Model model) {
        FormView view = reader.view(round, unit, all);
        model.addAttribute(
                "problems",
                List.of(new Rejected.Problem(
                        "",
                        "collection.problem.conflict",
                        List.of(view.submission().changedAt(), collection.changedBy(round, unit)))));
        return form(view, model);
    }

    static TypedReturn typed(Map<String, String> all) {
        Map<String, String> figures = new TreeMap<>();
        Map<String, String> notes = new TreeMap<>();
        all.forEach((name, text) -> {
            if (name.startsWith("f_")) {
                figures.put(name.substring(2), text);
            } else if (name.startsWith("n_")) {
                notes.put(name.substring(2), text);
            }
        });
        return new TypedReturn(figures, notes, figures);
    }

    private Text said(String key) {
        return new Text(words.get(Locale.of("vi"), key), words.get(Locale.ENGLISH, key));
    }
}
