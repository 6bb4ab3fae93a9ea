package vn.toam.difficulty;

import static vn.toam.register.RegisterPermissions.RECORD_KEEP;
import static vn.toam.register.RegisterPermissions.RECORD_READ;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import vn.toam.geography.Unit;
import vn.toam.shared.Access;
import vn.toam.shared.Conflict;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Slice;
import vn.toam.shared.Subject;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;

/** Difficulties of a unit: asked, raised, answered; the page of one, and what is done there. */
@Controller
@RequestMapping("/difficulties")
public class DifficultyController {

    /** Which list is shown. */
    public enum Show {
        ASKED,
        RAISED,
        ANSWERED
    }

    /** What was typed, shown again when it is refused. */
    public record Typed(List<String> ticked, String text, String answer, String number, String issued, String note) {

        static final Typed NOTHING = new Typed(List.of(), "", "", "", "", "");
    }

    private final DifficultyReader reader;
    private final Difficulties difficulties;
    private final UnitService units;
    private final Access access;
    private final Words words;
    private final Clock clock;

    DifficultyController(
            DifficultyReader reader,
            Difficulties difficulties,
            UnitService units,
            Access access,
            Words words,
            Clock clock) {
        this.reader = reader;
        this.difficulties = difficulties;
        this.units = units;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(required = false) @Nullable Show show,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return list(place(unit), show, q, page, Typed.NOTHING, model);
    }

    private Unit place(@Nullable Integer unit) {
        int own = access.require(RECORD_READ).unit();
        return units.find(unit == null ? own : unit, LocalDate.now(clock));
    }

    private String list(Unit place, @Nullable Show asked, String q, int number, Typed typed, Model model) {
        boolean answers = reader.mayAnswer(place.id());
        Show show = asked != null ? asked : place.level().reports() ? Show.RAISED : Show.ASKED;
        model.addAttribute("place", place);
        model.addAttribute("show", show);
        model.addAttribute("q", q);
        model.addAttribute("typed", typed);
        model.addAttribute("answers", answers && show == Show.ASKED);
        model.addAttribute("raises", answers && place.id() != UnitService.COUNTRY);
        model.addAttribute(
                "slice",
                switch (show) {
                    case ASKED -> reader.asked(place.id(), number);
                    case RAISED -> reader.raised(place.id(), number);
                    case ANSWERED -> {
                        List<Difficulty> found = reader.answered(q);
                        yield new Slice<>(found, 1, Math.max(1, found.size()), found.size());
                    }
                });
        return "difficulty/list";
    }

    /** Before a difficulty is raised: what was answered to others like it. */
    @GetMapping("/new")
    String begin(
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = "_about", defaultValue = "") String about,
            Model model) {
        Unit place = place(unit);
        access.require(RECORD_KEEP, Subject.of(place.id()));
        model.addAttribute("place", place);
        model.addAttribute("text", text);
        model.addAttribute("about", about);
        model.addAttribute("enter", enter(place.id(), text, about));
        model.addAttribute("similar", text.isBlank() ? List.of() : reader.answered(text));
        return "difficulty/new";
    }

    /** The form of the register with what is known already. */
    private String enter(int unit, String text, String about) {
        return "/registers/" + Difficulties.REGISTER + "/new?unit=" + unit + "&asked_of="
                + reader.above(unit).map(Unit::id).orElse(unit) + "&raised=" + LocalDate.now(clock) + "&text="
                + encoded(text) + "&_about=" + encoded(about);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @PostMapping
    String several(
            @RequestParam int unit,
            @RequestParam String step,
            @RequestParam(required = false) @Nullable List<String> ticked,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String issued,
            Model model,
            RedirectAttributes redirect) {
        List<String> keys = Objects.requireNonNullElse(ticked, List.of());
        Typed typed = new Typed(keys, text, answer, number, issued, "");
        try {
            if (step.equals("join")) {
                UUID whole = difficulties.join(unit, Difficulties.ticked(keys), text);
                Flash.say(redirect, words.text("difficulty.said.joined", keys.size()));
                return "redirect:/difficulties/" + unit + "/" + whole;
            }
            difficulties.answer(Difficulties.ticked(keys), answer, number, issued);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return list(place(unit), Show.ASKED, "", 1, typed, model);
        } catch (Conflict conflict) {
            model.addAttribute("problems", List.of(new Problem("", "difficulty.problem.meanwhile", List.of())));
            return list(place(unit), Show.ASKED, "", 1, typed, model);
        }
        Flash.say(redirect, words.text("difficulty.said.answered", keys.size()));
        return "redirect:/difficulties?unit=" + unit;
    }

    @GetMapping("/{unit:\\d+}/{id}")
    String one(@PathVariable int unit, @PathVariable UUID id, Model model) {
        return one(unit, id, Typed.NOTHING, model);
    }

    private String one(int unit, UUID id, Typed typed, Model model) {
        model.addAttribute("view", reader.view(unit, id));
        model.addAttribute("typed", typed);
        return "difficulty/difficulty";
    }

    /** What is done with one difficulty. */
    enum Step {
        ANSWER,
        PASS_UP,
        RETURN,
        PART,
        AGAIN,
        CLOSE
    }

    @PostMapping("/{unit:\\d+}/{id}")
    String step(
            @PathVariable int unit,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Step step,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String issued,
            @RequestParam(defaultValue = "") String note,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(List.of(), "", answer, number, issued, note);
        try {
            switch (step) {
                case ANSWER ->
                    difficulties.answer(List.of(new Difficulties.Ticked(unit, id, version)), answer, number, issued);
                case PASS_UP -> difficulties.passUp(unit, id, version, note);
                case RETURN -> difficulties.sendBack(unit, id, version, note);
                case PART -> difficulties.part(unit, id, version);
                case AGAIN -> difficulties.raiseAgain(unit, id, version, note);
                case CLOSE -> difficulties.close(unit, id, version, note);
            }
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return one(unit, id, typed, model);
        } catch (Conflict conflict) {
            model.addAttribute("problems", List.of(new Problem("", "difficulty.problem.meanwhile", List.of())));
            return one(unit, id, typed, model);
        }
        Flash.say(redirect, words.text("difficulty.said." + step));
        return "redirect:/difficulties/" + unit + "/" + id;
    }
}
