package vn.toam.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import vn.toam.mapping.Entry;
import vn.toam.mapping.ImportPlace;
import vn.toam.mapping.Mapping;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;

/** One import: how far it is, its columns, what would change, what came of it. A module that has it elsewhere extends this. */
@Controller
@RequestMapping(ImportPlace.IMPORTS + "{id}")
public class ImportController {

    private static final Pattern COLUMN = Pattern.compile("c(\\d{1,3})");

    /** A page waits so long, in milliseconds, for work that may be short before it shows how far it is. */
    private static final long PATIENCE = 1_500;

    private static final String PAGE = "imports/import";

    private final ImportService imports;

    public ImportController(ImportService imports) {
        this.imports = imports;
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
        return PAGE;
    }

    /** @param typed {@code c0}, {@code c1} …: what each column is; {@code sheet}, {@code header}, {@code first}; the target's questions */
    @PostMapping("/mapping")
    String map(
            @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletRequest request) {
        Set<Integer> twice = new HashSet<>();
        Mapping mapping = mapping(typed, twice);
        try {
            await(imports.map(id, mapping, twice));
            return back(request);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            model.addAttribute(
                    "view", imports.view(id, mapping.sheet(), null, 1, true).with(mapping));
            return PAGE;
        }
    }

    private static Mapping mapping(Map<String, String> typed, Set<Integer> twice) {
        Map<Integer, String> columns = new TreeMap<>();
        Map<String, String> answers = new TreeMap<>();
        typed.forEach((name, choice) -> {
            var column = COLUMN.matcher(name);
            if (choice.isBlank() || Set.of("sheet", "header", "first", "_csrf").contains(name)) {
                return;
            }
            if (!column.matches()) {
                answers.put(name, choice.strip());
            } else if (columns.containsValue(choice)) {
                twice.add(Integer.parseInt(column.group(1)));
            } else {
                columns.put(Integer.parseInt(column.group(1)), choice);
            }
        });
        return new Mapping(
                typed.getOrDefault("sheet", ""),
                number(typed.get("header")),
                number(typed.get("first")),
                columns,
                answers,
                Map.of());
    }

    private static int number(@Nullable String typed) {
        return typed != null && typed.strip().matches("\\d{1,5}") ? Integer.parseInt(typed.strip()) : 0;
    }

    /** @param typed the answer to what is asked before saving, under the name of the question */
    @PostMapping("/confirm")
    String confirm(
            @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletRequest request) {
        try {
            await(imports.confirm(id, typed));
        } catch (Rejected rejected) {
            model.addAttribute("typed", typed);
            return refused(id, null, rejected, model);
        }
        return back(request);
    }

    /** What is meant by a doubtful cell. @param code the one offered; blank: {@code other} is typed @param kind the list that is shown */
    @PostMapping("/choose")
    String choose(
            @PathVariable UUID id,
            @RequestParam String column,
            @RequestParam String said,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "WRONG") Entry.Status kind,
            Model model,
            HttpServletRequest request) {
        try {
            await(imports.choose(id, column, said, code.isEmpty() ? other : code));
        } catch (Rejected rejected) {
            return refused(id, kind, rejected, model);
        }
        return back(request) + "?kind=" + kind;
    }

    @PostMapping("/undo")
    String undo(@PathVariable UUID id, Model model, HttpServletRequest request) {
        try {
            await(imports.undo(id));
        } catch (Rejected rejected) {
            return refused(id, Entry.Status.WRONG, rejected, model);
        }
        return back(request);
    }

    private String refused(UUID id, Entry.@Nullable Status kind, Rejected rejected, Model model) {
        model.addAttribute("problems", rejected.problems());
        model.addAttribute("view", imports.view(id, "", kind, 1, false));
        return PAGE;
    }

    /** To the import, at the address where it was asked for. */
    private static String back(HttpServletRequest request) {
        String path = request.getRequestURI();
        return "redirect:" + path.substring(0, path.lastIndexOf('/'));
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable UUID id, RedirectAttributes redirect) {
        ImportService.Gone gone = imports.cancel(id);
        Flash.say(redirect, gone.said());
        return "redirect:" + gone.home();
    }

    /** Waits a moment for work that is usually short. */
    public static void await(Future<?> work) {
        try {
            work.get(PATIENCE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException goesOn) {
            return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
