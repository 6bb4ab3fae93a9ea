package vn.toam.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.catalog.Calendar;
import vn.toam.catalog.Catalog;
import vn.toam.shared.Access;
import vn.toam.shared.Flash;
import vn.toam.shared.Permission;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.Unit;
import vn.toam.unit.UnitService;

/** What is due where, and each round's list of who sent and who is late. */
@Controller
@RequestMapping("/collection")
class RoundController {

    private final RoundReader reader;
    private final RoundService rounds;
    private final CollectionService collection;
    private final UnitService units;
    private final Catalog catalog;
    private final Access access;
    private final Words words;
    private final Clock clock;

    RoundController(
            RoundReader reader,
            RoundService rounds,
            CollectionService collection,
            UnitService units,
            Catalog catalog,
            Access access,
            Words words,
            Clock clock) {
        this.reader = reader;
        this.rounds = rounds;
        this.collection = collection;
        this.units = units;
        this.catalog = catalog;
        this.access = access;
        this.words = words;
        this.clock = clock;
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
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("view", reader.round(id, unit, status, words, page));
        return "collection/round";
    }

    @GetMapping("/rounds/new")
    String ask(@RequestParam(required = false) @Nullable Integer unit, Model model) {
        int place = unit == null ? access.me().unit() : unit;
        access.require(Permission.FORM_REVIEW, place);
        return asking(place, LocalDate.now(clock).getYear(), "", "", model);
    }

    private String asking(int unit, int year, String form, String calendar, Model model) {
        model.addAttribute("unit", units.find(unit));
        model.addAttribute("year", year);
        model.addAttribute("form", form);
        model.addAttribute("calendar", calendar);
        model.addAttribute("forms", catalog.forms());
        model.addAttribute("calendars", catalog.all(Calendar.class));
        return "collection/ask";
    }

    @PostMapping("/rounds")
    String open(
            @RequestParam String form,
            @RequestParam int year,
            @RequestParam int unit,
            @RequestParam(defaultValue = "") String calendar,
            Model model,
            RedirectAttributes redirect) {
        try {
            Round round = rounds.open(form, year, unit, calendar);
            Flash.say(redirect, said("collection.said.opened"));
            return "redirect:/collection/rounds/" + round.id();
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return asking(unit, year, form, calendar, model);
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
        Flash.say(redirect, said("collection.said.ACCEPT"));
        return "redirect:/collection/rounds/" + id + "?status=WAITING";
    }

    @PostMapping("/rounds/{id}/close")
    String close(@PathVariable UUID id, RedirectAttributes redirect) {
        rounds.close(id);
        Flash.say(redirect, said("collection.said.closed"));
        return "redirect:/collection/rounds/" + id;
    }

    private Text said(String key) {
        return new Text(words.get(Locale.of("vi"), key), words.get(Locale.ENGLISH, key));
    }

    /** Names of units for a list, by id. */
    static Map<Integer, Unit> byId(List<Unit> units) {
        return units.stream().collect(Collectors.toMap(Unit::id, unit -> unit));
    }
}
