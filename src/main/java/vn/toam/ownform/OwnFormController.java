package vn.toam.ownform;

import static vn.toam.round.RoundPermissions.FORM_REVIEW;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.definition.Form;
import vn.toam.round.Round;
import vn.toam.shared.Access;
import vn.toam.shared.Conflict;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;

/** A unit's own forms: the list, the page that makes one, the form as it will be seen, and asking for it. */
@Controller
@RequestMapping("/ownform")
class OwnFormController {

    private static final int DAYS = 7;

    private final OwnFormService forms;
    private final UnitService units;
    private final Access access;
    private final Words words;
    private final Clock clock;

    OwnFormController(OwnFormService forms, UnitService units, Access access, Words words, Clock clock) {
        this.forms = forms;
        this.units = units;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable Integer unit, Model model) {
        int place = unit == null ? access.me().unit() : unit;
        model.addAttribute("forms", forms.list(place));
        model.addAttribute("unit", units.find(place));
        return "ownform/list";
    }

    @GetMapping("/new")
    String make(@RequestParam(required = false) @Nullable Integer unit, Model model) {
        int place = unit == null ? access.me().unit() : unit;
        access.require(FORM_REVIEW, Subject.of(place));
        return sheet(place, Sheet.empty(), "/ownform/new?unit=" + place, model);
    }

    @PostMapping("/new")
    String create(
            @RequestParam int unit,
            @RequestParam(defaultValue = "save") String verb,
            @RequestParam Map<String, String> all,
            Model model,
            RedirectAttributes redirect) {
        access.require(FORM_REVIEW, Subject.of(unit));
        Sheet sheet = Sheet.read(all);
        String address = "/ownform/new?unit=" + unit;
        if (verb.equals("more")) {
            return sheet(unit, sheet.longer(), address, model);
        }
        try {
            return saved(forms.create(unit, sheet), redirect);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return sheet(unit, sheet, address, model);
        }
    }

    @GetMapping("/{form}/{version}/change")
    String change(@PathVariable String form, @PathVariable int version, Model model) {
        OwnForm own = forms.find(form, version);
        model.addAttribute("asked", own.asked());
        return sheet(own.unit(), Sheet.of(own.form()), own.path() + "/change", model);
    }

    @PostMapping("/{form}/{version}/change")
    String change(
            @PathVariable String form,
            @PathVariable int version,
            @RequestParam(defaultValue = "save") String verb,
            @RequestParam Map<String, String> all,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OwnForm own = forms.find(form, version);
        Sheet sheet = Sheet.read(all);
        model.addAttribute("asked", own.asked());
        if (verb.equals("more")) {
            return sheet(own.unit(), sheet.longer(), own.path() + "/change", model);
        }
        try {
            return saved(forms.change(form, version, sheet), redirect);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return sheet(own.unit(), sheet, own.path() + "/change", model);
        } catch (Conflict conflict) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            int newest = forms.newest(form);
            model.addAttribute(
                    "problems", List.of(new Rejected.Problem("", "ownform.problem.conflict", List.of(newest))));
            return sheet(own.unit(), sheet, "/ownform/" + form + "/" + newest + "/change", model);
        }
    }

    @GetMapping("/{form}/{version}")
    String show(@PathVariable String form, @PathVariable int version, Model model) {
        LocalDate today = LocalDate.now(clock);
        return shown(form, version, today, today.plusDays(DAYS), null, "", model);
    }

    @PostMapping("/{form}/{version}/ask")
    String ask(
            @PathVariable String form,
            @PathVariable int version,
            @RequestParam(defaultValue = "false") boolean some,
            @RequestParam(required = false) @Nullable List<Integer> chosen,
            @RequestParam(defaultValue = "") String occasion,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate cutOff,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate lastDay,
            Model model,
            RedirectAttributes redirect) {
        List<Integer> whom = some ? chosen == null ? List.of() : chosen : null;
        try {
            Round round = forms.ask(form, version, whom, occasion, cutOff, lastDay);
            Flash.say(redirect, words.text("ownform.said.asked"));
            return "redirect:/collection/rounds/" + round.id();
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return shown(form, version, cutOff, lastDay, whom, occasion, model);
        }
    }

    @PostMapping("/{form}/{version}/year")
    String askYear(
            @PathVariable String form,
            @PathVariable int version,
            @RequestParam int year,
            Model model,
            RedirectAttributes redirect) {
        try {
            Round round = forms.askYear(form, version, year);
            Flash.say(redirect, words.text("ownform.said.asked"));
            return "redirect:/collection/rounds/" + round.id();
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return show(form, version, model);
        }
    }

    @PostMapping("/{form}/{version}/remove")
    String remove(@PathVariable String form, @PathVariable int version, Model model, RedirectAttributes redirect) {
        try {
            int unit = forms.find(form, version).unit();
            forms.remove(form, version);
            Flash.say(redirect, words.text("ownform.said.removed"));
            return "redirect:/ownform?unit=" + unit;
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return show(form, version, model);
        }
    }

    private String saved(Form form, RedirectAttributes redirect) {
        Flash.say(redirect, words.text("ownform.said.saved"));
        return "redirect:/ownform/" + form.id() + "/" + form.version();
    }

    private String sheet(int unit, Sheet sheet, String address, Model model) {
        model.addAttribute("unit", units.find(unit));
        model.addAttribute("sheet", sheet);
        model.addAttribute("address", address);
        model.addAttribute("levels", forms.levels(unit));
        model.addAttribute("counts", forms.counts());
        model.addAttribute("offered", forms.offered(unit));
        return "ownform/sheet";
    }

    private String shown(
            String form,
            int version,
            @Nullable LocalDate cutOff,
            @Nullable LocalDate lastDay,
            @Nullable List<Integer> chosen,
            String occasion,
            Model model) {
        OwnForm own = forms.find(form, version);
        model.addAttribute("own", own);
        model.addAttribute("offered", forms.offered(own.unit()));
        model.addAttribute("thisYear", LocalDate.now(clock).getYear());
        model.addAttribute("unit", units.find(own.unit()));
        model.addAttribute("below", forms.below(own.unit(), cutOff));
        model.addAttribute("counts", forms.counts());
        model.addAttribute("cutOff", cutOff == null ? "" : cutOff.toString());
        model.addAttribute("lastDay", lastDay == null ? "" : lastDay.toString());
        model.addAttribute("some", chosen != null);
        model.addAttribute("chosen", chosen == null ? List.of() : chosen);
        model.addAttribute("occasion", occasion);
        return "ownform/form";
    }
}
