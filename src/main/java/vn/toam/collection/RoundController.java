package vn.toam.collection;

import static vn.toam.round.RoundPermissions.FIGURES_READ;
import static vn.toam.round.RoundPermissions.FORM_REVIEW;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Calendar;
import vn.toam.geography.Unit;
import vn.toam.round.Round;
import vn.toam.round.RoundChanges;
import vn.toam.round.RoundService;
import vn.toam.round.StandingRounds;
import vn.toam.shared.Access;
import vn.toam.shared.Flash;
import vn.toam.shared.Navigation;
import vn.toam.shared.Rejected;
import vn.toam.shared.Speech;
import vn.toam.shared.Subject;
import vn.toam.shared.Words;
import vn.toam.submission.RoundView;
import vn.toam.unit.UnitService;

/** What is due where, each round's list of who sent and who is late, and what is done to a whole round. */
@Controller
@RequestMapping("/collection")
class RoundController {

    private final RoundReader reader;
    private final RoundService rounds;
    private final StandingRounds standing;
    private final RoundChanges changes;
    private final BulkAcceptance bulk;
    private final ReturnHandling desk;
    private final CollectionService collection;
    private final UnitService units;
    private final Catalog catalog;
    private final Access access;
    private final Words words;
    private final Clock clock;

    RoundController(
            RoundReader reader,
            RoundService rounds,
            StandingRounds standing,
            RoundChanges changes,
            BulkAcceptance bulk,
            ReturnHandling desk,
            CollectionService collection,
            UnitService units,
            Catalog catalog,
            Access access,
            Words words,
            Clock clock) {
        this.reader = reader;
        this.rounds = rounds;
        this.standing = standing;
        this.changes = changes;
        this.bulk = bulk;
        this.desk = desk;
        this.collection = collection;
        this.units = units;
        this.catalog = catalog;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @Bean
    static Navigation collectionNavigation() {
        return new Navigation(40, "/collection", "shared.nav.collection", FIGURES_READ);
    }

    @GetMapping
    String overview(
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        int place = unit == null ? access.me().unit() : unit;
        model.addAttribute("view", reader.overview(place, year));
        return "collection/overview";
    }

    @GetMapping("/rounds/{id}")
    String round(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(defaultValue = "ALL") RoundView.Filter status,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "UNIT") RoundView.Column sort,
            @RequestParam(defaultValue = "false") boolean down,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("view", reader.round(id, new RoundView.Asked(unit, status, words, sort, down, page)));
        return "collection/round";
    }

    @GetMapping("/rounds/{id}/returns.xlsx")
    ResponseEntity<byte[]> file(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(defaultValue = "ALL") RoundView.Filter status,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "UNIT") RoundView.Column sort,
            @RequestParam(defaultValue = "false") boolean down) {
        return ReturnsTable.of(
                reader.whole(id, new RoundView.Asked(unit, status, words, sort, down, 1)),
                new Speech(this.words, LocaleContextHolder.getLocale()));
    }

    @GetMapping("/rounds/new")
    String ask(@RequestParam(required = false) @Nullable Integer unit, Model model) {
        int place = unit == null ? access.me().unit() : unit;
        access.require(FORM_REVIEW, Subject.of(place));
        return asking(place, LocalDate.now(clock).getYear(), "", "", model);
    }

    /** Where the language is changed on the answer to a form that failed. */
    @GetMapping("/rounds/ad-hoc")
    String askAgain() {
        return "redirect:/collection/rounds/new";
    }

    private String asking(int unit, int year, String form, String calendar, Model model) {
        model.addAttribute("unit", units.find(unit));
        model.addAttribute("year", year);
        model.addAttribute("form", form);
        model.addAttribute("calendar", calendar);
        model.addAttribute(
                "forms", catalog.forms().stream().filter(each -> !each.shell()).toList());
        model.addAttribute("standing", standing.of(unit));
        model.addAttribute("calendars", catalog.all(Calendar.class));
        return "collection/ask";
    }

    @PostMapping("/rounds")
    String open(
            @RequestParam String form,
            @RequestParam int year,
            @RequestParam(defaultValue = "0") int part,
            @RequestParam int unit,
            @RequestParam(defaultValue = "") String calendar,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate due,
            @RequestParam(defaultValue = "false") boolean every,
            Model model,
            RedirectAttributes redirect) {
        try {
            Round round = rounds.open(form, year, part, unit, calendar, due);
            if (every) {
                standing.keep(form, unit, calendar);
            }
            Flash.say(redirect, words.text("collection.said.opened"));
            return "redirect:/collection/rounds/" + round.id();
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            model.addAttribute("part", part);
            model.addAttribute("due", due == null ? "" : due.toString());
            return asking(unit, year, form, calendar, model);
        }
    }

    @PostMapping("/rounds/ad-hoc")
    String openAdHoc(
            @RequestParam String form,
            @RequestParam int unit,
            @RequestParam(defaultValue = "") String occasion,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate cutOff,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate lastDay,
            Model model,
            RedirectAttributes redirect) {
        try {
            Round round = rounds.openAdHoc(form, unit, occasion, cutOff, lastDay);
            Flash.say(redirect, words.text("collection.said.opened"));
            return "redirect:/collection/rounds/" + round.id();
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            model.addAttribute("occasion", occasion);
            model.addAttribute("cutOff", cutOff == null ? "" : cutOff.toString());
            model.addAttribute("lastDay", lastDay == null ? "" : lastDay.toString());
            model.addAttribute("adHoc", true);
            return asking(unit, LocalDate.now(clock).getYear(), form, "", model);
        }
    }

    /** Accepts several at once; what somebody else decided meanwhile is left alone. */
    @PostMapping("/rounds/{id}/accept")
    String accept(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<Integer> chosen,
            @RequestParam String key,
            RedirectAttributes redirect) {
        for (int unit : chosen == null ? List.<Integer>of() : chosen) {
            try {
                collection.accept(id, unit, key);
            } catch (Rejected decided) {
                continue;
            }
        }
        Flash.say(redirect, words.text("collection.said.ACCEPT"));
        return "redirect:/collection/rounds/" + id + "?status=WAITING";
    }

    /** How many wait, before those without warnings are accepted. */
    @GetMapping("/rounds/{id}/accept-all")
    String acceptAll(@PathVariable UUID id, @RequestParam int unit, Model model) {
        Round round = rounds.find(id);
        model.addAttribute("waiting", bulk.waiting(id, unit));
        model.addAttribute("round", round);
        model.addAttribute("form", catalog.form(round.form(), round.formVersion()));
        model.addAttribute("unit", units.find(unit, round.geography()));
        model.addAttribute("key", UUID.randomUUID().toString());
        return "collection/acceptall";
    }

    @PostMapping("/rounds/{id}/accept-all")
    String acceptAll(
            @PathVariable UUID id, @RequestParam int unit, @RequestParam String key, RedirectAttributes redirect) {
        BulkAcceptance.Outcome outcome = bulk.accept(id, unit, key);
        String said = outcome.left() == 0 ? "collection.said.acceptedAll" : "collection.said.acceptedSome";
        Flash.say(redirect, words.text(said, outcome.accepted(), outcome.left()));
        return "redirect:/collection/rounds/" + id + "?unit=" + unit + "&status=WAITING";
    }

    @GetMapping("/route")
    String route(@RequestParam int unit, Model model) {
        model.addAttribute("route", desk.route(unit));
        model.addAttribute("alone", desk.alone(unit));
        model.addAttribute("decides", desk.decidesRoute(unit));
        model.addAttribute("unit", units.find(unit));
        return "collection/route";
    }

    @PostMapping("/route")
    String route(
            @RequestParam int unit,
            @RequestParam(defaultValue = "false") boolean checks,
            @RequestParam(defaultValue = "false") boolean approves,
            @RequestParam(defaultValue = "false") boolean alone,
            RedirectAttributes redirect) {
        desk.changeRoute(unit, checks, approves);
        desk.changeAlone(unit, alone);
        Flash.say(redirect, words.text("collection.said.route"));
        return "redirect:/collection/route?unit=" + unit;
    }

    @PostMapping("/rounds/{id}/extend")
    String extend(
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate due,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        model.addAttribute("due", due == null ? "" : due.toString());
        return change(id, "collection.said.extended", reason, () -> changes.extend(id, due, reason), model, redirect);
    }

    @PostMapping("/rounds/{id}/close")
    String close(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int missing,
            Model model,
            RedirectAttributes redirect) {
        return change(id, "collection.said.closed", "", () -> changes.close(id, missing), model, redirect);
    }

    @PostMapping("/rounds/{id}/reopen")
    String reopen(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        return change(id, "collection.said.reopened", reason, () -> changes.reopen(id, reason), model, redirect);
    }

    @PostMapping("/rounds/{id}/undo")
    String undo(@PathVariable UUID id, Model model, RedirectAttributes redirect) {
        try {
            Round left = changes.undo(id);
            Flash.say(redirect, words.text(left == null ? "collection.said.withdrawn" : "collection.said.undone"));
            return left == null ? "redirect:/collection" : "redirect:/collection/rounds/" + id;
        } catch (Rejected rejected) {
            return again(id, rejected.problems(), model);
        }
    }

    @PostMapping("/standing/end")
    String end(@RequestParam String form, @RequestParam int unit, RedirectAttributes redirect) {
        standing.drop(form, unit);
        Flash.say(redirect, words.text("collection.said.standing.end"));
        return "redirect:/collection/rounds/new?unit=" + unit;
    }

    private String change(
            UUID id, String said, String reason, Runnable verb, Model model, RedirectAttributes redirect) {
        try {
            verb.run();
        } catch (Rejected rejected) {
            model.addAttribute("reason", reason);
            return again(id, rejected.problems(), model);
        }
        Flash.say(redirect, words.text(said));
        return "redirect:/collection/rounds/" + id;
    }

    private String again(UUID id, List<Rejected.Problem> problems, Model model) {
        model.addAttribute("view", reader.round(id, RoundView.Asked.of(null, RoundView.Filter.ALL)));
        model.addAttribute("problems", problems);
        return "collection/round";
    }

    /** Names of units for a list, by id. */
    static Map<Integer, Unit> byId(List<Unit> units) {
        return units.stream().collect(Collectors.toMap(Unit::id, unit -> unit));
    }
}
