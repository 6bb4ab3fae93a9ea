package vn.toam.recordentry;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import vn.toam.register.RecordService;
import vn.toam.shared.Access;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Words;

/** Several records at once in a table, saved together or not at all. Without script too: more rows are asked of the server. */
@Controller
@RequestMapping("/registers/{register}/grid")
class RecordGridController {

    private final RegisterImports targets;
    private final RecordService service;
    private final FormChoices choices;
    private final Access access;
    private final Words words;

    RecordGridController(
            RegisterImports targets, RecordService service, FormChoices choices, Access access, Words words) {
        this.targets = targets;
        this.service = service;
        this.choices = choices;
        this.access = access;
        this.words = words;
    }

    @GetMapping
    String blank(@PathVariable String register, @RequestParam int unit, Model model) {
        return grid(
                targets.find(register, unit),
                UUID.randomUUID().toString(),
                Map.of(),
                RecordGrid.FIRST,
                List.of(),
                model);
    }

    @PostMapping
    String create(
            @PathVariable String register,
            @RequestParam int unit,
            @RequestParam("_id") UUID id,
            @RequestParam("_rows") int rows,
            @RequestParam(name = "_verb", defaultValue = "save") String verb,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        RegisterTarget target = targets.find(register, unit);
        if (verb.equals("more")) {
            return grid(target, id.toString(), typed, rows + RecordGrid.MORE, List.of(), model);
        }
        SortedMap<Integer, Map<String, List<String>>> said = RecordGrid.rows(typed);
        try {
            if (said.isEmpty()) {
                throw Rejected.because("register.grid.nothing");
            }
            int made = service.createAll(register, unit, agency(target.register()), id, said);
            Flash.say(redirect, words.text("register.grid.said", made));
            return "redirect:/registers/" + register + "?unit=" + unit;
        } catch (Rejected rejected) {
            return grid(target, id.toString(), typed, rows, rejected.problems(), model);
        }
    }

    private @Nullable Integer agency(Register register) {
        return register.own() ? (Integer) access.me().agency() : null;
    }

    private String grid(
            RegisterTarget target,
            String id,
            Map<String, List<String>> typed,
            int rows,
            List<Problem> problems,
            Model model) {
        RecordForm form = new RecordForm(
                target.register(),
                target.unit(),
                null,
                id,
                0,
                typed,
                Map.of(),
                choices.of(target.register(), target.unit(), Map.of()),
                choices.measures(),
                List.of(),
                null);
        RecordGrid grid = new RecordGrid(form, Math.clamp(rows, 1, RecordGrid.MOST));
        model.addAttribute(
                "problems",
                problems.stream()
                        .map(each -> each.field().isEmpty()
                                ? each
                                : new Problem(
                                        RecordEntryController.INPUT + grid.place(each.field()),
                                        each.key(),
                                        each.arguments()))
                        .toList());
        model.addAttribute("grid", grid);
        return "register/grid";
    }
}
