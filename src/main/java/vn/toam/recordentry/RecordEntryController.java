package vn.toam.recordentry;

import static vn.toam.register.RegisterPermissions.RECORD_KEEP;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.definition.Register;
import vn.toam.geography.Unit;
import vn.toam.recordquery.RecordReader;
import vn.toam.recordquery.RecordView;
import vn.toam.recordquery.RegisterReader;
import vn.toam.register.RecordNames;
import vn.toam.register.RecordService;
import vn.toam.register.RegisterRecord;
import vn.toam.register.RelatedRecords;
import vn.toam.register.ValueReader;
import vn.toam.shared.Access;
import vn.toam.shared.BadRequest;
import vn.toam.shared.Conflict;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Subject;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;

/** The form of one record, new or changed. Without script too: more rows and the search for a reference are asked of the server. */
@Controller
@RequestMapping("/registers/{register}")
class RecordEntryController {

    /** Before the ids of inputs, so that none is that of another part of the page. */
    static final String INPUT = "f-";

    private final RegisterReader registers;
    private final RecordReader reader;
    private final RecordService service;
    private final RelatedRecords related;
    private final FormChoices choices;
    private final UnitService units;
    private final Access access;
    private final Words words;
    private final Clock clock;

    RecordEntryController(
            RegisterReader registers,
            RecordReader reader,
            RecordService service,
            RelatedRecords related,
            FormChoices choices,
            UnitService units,
            Access access,
            Words words,
            Clock clock) {
        this.registers = registers;
        this.reader = reader;
        this.service = service;
        this.related = related;
        this.choices = choices;
        this.units = units;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    /** @param typed what the page that led here knows already, by input; {@code _about} is what the record will belong to */
    @GetMapping("/new")
    String blank(
            @PathVariable String register,
            @RequestParam int unit,
            @RequestParam MultiValueMap<String, String> typed,
            Model model) {
        Register kind = entered(register, unit);
        return form(kind, unit, null, UUID.randomUUID().toString(), 0, typed, "", List.of(), null, model);
    }

    @PostMapping("/new")
    String create(
            @PathVariable String register,
            @RequestParam int unit,
            @RequestParam("_id") UUID id,
            @RequestParam(name = "_verb", defaultValue = "save") String verb,
            @RequestParam(name = RecordForm.ABOUT, defaultValue = "") String about,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        Register kind = entered(register, unit);
        if (asksMore(verb)) {
            return form(kind, unit, null, id.toString(), 0, typed, verb, List.of(), null, model);
        }
        try {
            seenByTheOther(() -> {
                if (about.isEmpty()) {
                    service.create(register, unit, agency(kind), id, typed);
                } else {
                    related.create(register, unit, agency(kind), id, typed, about);
                }
            });
        } catch (Rejected rejected) {
            model.addAttribute("problems", problems(rejected));
            return form(kind, unit, null, id.toString(), 0, typed, "", List.of(), null, model);
        }
        Flash.say(redirect, words.text("register.said.made"));
        return "redirect:"
                + (verb.equals("again")
                        ? "/registers/" + register + "/new?unit=" + unit + RecordForm.about(about)
                        : RegisterRecord.path(register, unit, id));
    }

    @GetMapping("/{unit:\\d+}/{id}/edit")
    String edit(@PathVariable String register, @PathVariable int unit, @PathVariable UUID id, Model model) {
        RecordView view = changed(register, unit, id);
        return form(
                view.register(),
                unit,
                view.record().state(),
                id.toString(),
                view.record().version(),
                ValueReader.typed(view.register(), view.record().values()),
                "",
                List.of(),
                null,
                model);
    }

    @PostMapping("/{unit:\\d+}/{id}/edit")
    String change(
            @PathVariable String register,
            @PathVariable int unit,
            @PathVariable UUID id,
            @RequestParam("_version") int version,
            @RequestParam(name = "_note", defaultValue = "") String note,
            @RequestParam(name = "_verb", defaultValue = "save") String verb,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        RecordView view = changed(register, unit, id);
        Register kind = view.register();
        if (asksMore(verb)) {
            return form(kind, unit, view.record().state(), id.toString(), version, typed, verb, List.of(), null, model);
        }
        try {
            seenByTheOther(() -> service.change(unit, id, version, typed, note));
        } catch (Rejected rejected) {
            model.addAttribute("problems", problems(rejected));
            return form(kind, unit, view.record().state(), id.toString(), version, typed, "", List.of(), null, model);
        } catch (Conflict conflict) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            RecordView now = changed(register, unit, id);
            model.addAttribute(
                    "problems",
                    List.of(new Problem(
                            "",
                            "register.problem.meanwhile",
                            List.of(now.record().changedBy(), now.record().changedAt()))));
            return form(
                    kind,
                    unit,
                    now.record().state(),
                    id.toString(),
                    now.record().version(),
                    typed,
                    "",
                    reader.since(register, unit, id, version),
                    now.known(),
                    model);
        }
        Flash.say(redirect, words.text("register.said.changed"));
        return "redirect:" + RegisterRecord.path(register, unit, id);
    }

    /** Two who keep the same at once: the second, which the database refuses, is told by the rules which record the first has kept. */
    private static void seenByTheOther(Runnable keeping) {
        try {
            keeping.run();
        } catch (DuplicateKeyException first) {
            keeping.run();
        }
    }

    /** The form asks for itself again: more rows, or other records to choose from. */
    private static boolean asksMore(String verb) {
        return verb.startsWith("more.") || verb.equals("find");
    }

    private Register entered(String register, int unit) {
        Register kind = registers.register(register, unit);
        Integer agency = agency(kind);
        access.require(RECORD_KEEP, agency == null ? Subject.of(unit) : Subject.of(unit, agency));
        if (!kind.levels()
                .contains(units.find(unit, LocalDate.now(clock)).level().name())) {
            throw new BadRequest("level");
        }
        return kind;
    }

    private RecordView changed(String register, int unit, UUID id) {
        RecordView view = reader.find(register, unit, id);
        access.require(RECORD_KEEP, view.record());
        if (view.into() != null) {
            throw new Conflict("record " + id + " was merged");
        }
        return view;
    }

    private @Nullable Integer agency(Register register) {
        return register.own() ? access.me().agency() : null;
    }

    private String form(
            Register register,
            int unit,
            @Nullable String state,
            String id,
            int version,
            Map<String, List<String>> typed,
            String verb,
            List<RecordView.Difference> theirs,
            RecordNames.@Nullable Known known,
            Model model) {
        Unit place = units.find(unit, LocalDate.now(clock));
        Map<String, List<String>> given = new HashMap<>(typed);
        String more = verb.startsWith("more.") ? verb.substring("more.".length()) : "";
        model.addAttribute(
                "about",
                related.thing(given.getOrDefault(RecordForm.ABOUT, List.of("")).getFirst())
                        .orElse(null));
        model.addAttribute(
                "form",
                new RecordForm(
                        register,
                        place,
                        state,
                        id,
                        version,
                        given,
                        RecordForm.rows(register, given, more),
                        choices.of(register, place, given),
                        choices.measures(),
                        theirs,
                        known));
        return "register/form";
    }

    static List<Problem> problems(Rejected rejected) {
        return rejected.problems().stream()
                .map(problem -> problem.field().isEmpty()
                        ? problem
                        : new Problem(INPUT + problem.field(), problem.key(), problem.arguments()))
                .toList();
    }
}
