package vn.toam.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.catalog.LineRules;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Words;

/** One import: how far it is, its columns, what would change, what came of it. */
@Controller
@RequestMapping("/exchange/imports/{id}")
class ImportController {

    private static final Map<String, LineRules.Spelling> SPELLINGS =
            Map.of("vi", LineRules.Spelling.VIETNAMESE, "en", LineRules.Spelling.ENGLISH);

    private static final Pattern COLUMN = Pattern.compile("c(\\d{1,3})");

    private final ImportService imports;
    private final Words words;

    ImportController(ImportService imports, Words words) {
        this.imports = imports;
        this.words = words;
    }

    @GetMapping
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam(required = false) Entry.@Nullable Status kind,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "false") boolean columns,
            Model model,
            HttpServletResponse response) {
        ImportView view = imports.view(id, sheet, kind, page, columns);
        if (view.made().status().working() && !view.silent()) {
            response.setHeader("Refresh", "2");
        }
        model.addAttribute("view", view);
        return "exchange/import";
    }

    /** @param typed {@code c0}, {@code c1} …: what each column is; {@code sheet}, {@code header}, {@code first}, {@code unit} */
    @PostMapping("/mapping")
    String map(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
        Set<Integer> twice = new HashSet<>();
        Mapping mapping = mapping(typed, twice);
        try {
            ExchangeController.await(imports.map(id, mapping, twice));
            return "redirect:/exchange/imports/" + id;
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            model.addAttribute(
                    "view", imports.view(id, mapping.sheet(), null, 1, true).with(mapping));
            return "exchange/import";
        }
    }

    private static Mapping mapping(Map<String, String> typed, Set<Integer> twice) {
        Map<Integer, String> fields = new TreeMap<>();
        Map<String, Integer> special = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        typed.forEach((name, choice) -> {
            var column = COLUMN.matcher(name);
            if (!column.matches() || choice.isEmpty()) {
                return;
            }
            int index = Integer.parseInt(column.group(1));
            if (!taken.add(choice)) {
                twice.add(index);
            } else if (choice.startsWith("@")) {
                special.put(choice, index);
            } else {
                fields.put(index, choice);
            }
        });
        boolean down = special.containsKey(ImportView.VALUE);
        return new Mapping(
                typed.getOrDefault("sheet", ""),
                down ? Mapping.Shape.LINES_DOWN : Mapping.Shape.UNITS_DOWN,
                number(typed.get("header")),
                number(typed.get("first")),
                special.getOrDefault(down ? ImportView.LINE : ImportView.UNIT, -1),
                special.get(ImportView.SECOND),
                down ? Map.of() : fields,
                special.getOrDefault(ImportView.VALUE, -1),
                special.getOrDefault(ImportView.NOTE, -1),
                typed.getOrDefault("unit", "").strip(),
                SPELLINGS.get(typed.getOrDefault("spelling", "")),
                Map.of());
    }

    private static int number(@Nullable String typed) {
        return typed != null && typed.strip().matches("\\d{1,5}") ? Integer.parseInt(typed.strip()) : 0;
    }

    @PostMapping("/confirm")
    String confirm(@PathVariable UUID id, @RequestParam(defaultValue = "") String proof, Model model) {
        try {
            ExchangeController.await(imports.confirm(id, proof));
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            model.addAttribute("view", imports.view(id, "", null, 1, false));
            model.addAttribute("proof", proof);
            return "exchange/import";
        }
        return "redirect:/exchange/imports/" + id;
    }

    /** Which unit a row is about, chosen by hand. @param code the one offered; blank: {@code other} is typed */
    @PostMapping("/unit")
    String choose(
            @PathVariable UUID id,
            @RequestParam String said,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String other,
            Model model) {
        try {
            ExchangeController.await(imports.choose(id, said, code.isEmpty() ? other : code));
        } catch (Rejected rejected) {
            return refused(id, rejected, model);
        }
        return "redirect:/exchange/imports/" + id + "?kind=WRONG";
    }

    @PostMapping("/undo")
    String undo(@PathVariable UUID id, Model model) {
        try {
            ExchangeController.await(imports.undo(id));
        } catch (Rejected rejected) {
            return refused(id, rejected, model);
        }
        return "redirect:/exchange/imports/" + id;
    }

    private String refused(UUID id, Rejected rejected, Model model) {
        model.addAttribute("problems", rejected.problems());
        model.addAttribute("view", imports.view(id, "", Entry.Status.WRONG, 1, false));
        return "exchange/import";
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable UUID id, RedirectAttributes redirect) {
        imports.cancel(id);
        Flash.say(redirect, words.text("exchange.said.cancelled"));
        return "redirect:/exchange";
    }
}
