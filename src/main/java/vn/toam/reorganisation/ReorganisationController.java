package vn.toam.reorganisation;

import static vn.toam.unit.UnitPermissions.UNIT_EDIT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.reorganisation.Reorganisation.Draft;
import vn.toam.reorganisation.Reorganisation.Line;
import vn.toam.shared.Access;
import vn.toam.shared.Download;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.SortOrder;
import vn.toam.shared.Words;

/** Pages of a reorganisation: list, entry on the page or by file, what it does, confirming and undoing. */
@Controller
@RequestMapping("/units/reorganisations")
class ReorganisationController {

    /** Longer ones come by file only. */
    private static final int ROWS_ON_PAGE = 60;

    private static final int BLANK_ROWS = 5;
    private static final List<String> COLUMNS =
            List.of("oldCode", "newCode", "newName", "newType", "share", "households", "parent", "lineAct", "clause");
    private static final int PROBLEMS = 200;

    private final ReorganisationService reorganisations;
    private final Access access;
    private final Words words;
    private final Clock clock;

    ReorganisationController(ReorganisationService reorganisations, Access access, Words words, Clock clock) {
        this.reorganisations = reorganisations;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "MADE") Reorganisation.Column sort,
            @RequestParam(defaultValue = "true") boolean down,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("order", SortOrder.of("/units/reorganisations", Map.of(), sort, down));
        model.addAttribute("shown", reorganisations.list(sort, down, page));
        return "reorganisation/reorganisations";
    }

    @GetMapping("/new")
    String blank(Model model) {
        access.require(UNIT_EDIT);
        return form(null, new Draft("", "", "", "", List.of()), 8, model);
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, Model model) {
        Reorganisation one = reorganisations.find(id);
        LocalDate adopted = one.adopted();
        Draft typed = new Draft(
                one.name(),
                one.on().toString(),
                one.act(),
                adopted == null ? "" : adopted.toString(),
                reorganisations.lines(id));
        return form(id, typed, BLANK_ROWS, model);
    }

    /** The head of the table, to be filled in a spreadsheet; the mark at the beginning tells Excel that it is UTF-8. */
    @GetMapping("/table.csv")
    ResponseEntity<byte[]> table() {
        access.require(UNIT_EDIT);
        return Download.of(
                "sap-xep-don-vi.csv",
                "text/csv;charset=UTF-8",
                ("\uFEFF" + ReorganisationTable.head() + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping
    String add(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model)
            throws IOException {
        return save(null, typed, file, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model)
            throws IOException {
        return save(id, typed, file, model);
    }

    private String save(
            @Nullable UUID id, MultiValueMap<String, String> sent, @Nullable MultipartFile file, Model model)
            throws IOException {
        access.require(UNIT_EDIT);
        Draft typed = draft(sent);
        if (sent.containsKey("more")) {
            return form(id, typed, BLANK_ROWS, model);
        }
        try {
            if (file != null && !file.isEmpty()) {
                typed = typed.with(ReorganisationTable.read(file.getBytes()));
            }
            UUID kept = reorganisations.save(
                    id, typed.name(), date(typed.on()), typed.act(), date(typed.adopted()), typed.lines());
            return "redirect:/units/reorganisations/" + kept;
        } catch (Rejected rejected) {
            model.addAttribute("problems", some(rejected.problems()));
            return form(id, typed, BLANK_ROWS, model);
        }
    }

    private static List<Rejected.Problem> some(List<Rejected.Problem> all) {
        List<Rejected.Problem> some = new ArrayList<>(all.subList(0, Math.min(PROBLEMS, all.size())));
        if (all.size() > PROBLEMS) {
            some.add(new Rejected.Problem("", "reorganisation.problem.more", List.of(all.size() - PROBLEMS)));
        }
        return some;
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static String form(@Nullable UUID id, Draft typed, int blanks, Model model) {
        boolean onPage = typed.lines().size() <= ROWS_ON_PAGE;
        List<Line> rows = new ArrayList<>(onPage ? typed.lines() : List.of());
        int last = rows.isEmpty() ? 0 : rows.getLast().row();
        for (int i = 1; onPage && i <= blanks; i++) {
            rows.add(new Line(last + i, "", "", "", "", "", "", "", "", ""));
        }
        model.addAttribute("id", id);
        model.addAttribute("typed", typed);
        model.addAttribute("rows", rows);
        return "reorganisation/reorganise";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        Reorganisation one = reorganisations.find(id);
        model.addAttribute("one", one);
        try {
            model.addAttribute("preview", reorganisations.preview(id));
        } catch (Rejected rejected) {
            model.addAttribute("preview", new ReorganisationService.Preview(List.of(), List.of(), List.of()));
            model.addAttribute("problems", some(rejected.problems()));
        }
        model.addAttribute("obstacles", reorganisations.obstacles(id));
        model.addAttribute("progress", reorganisations.progress(id));
        model.addAttribute("early", one.on().isAfter(LocalDate.now(clock)));
        return "reorganisation/reorganisation";
    }

    @PostMapping("/{id}/confirm")
    String confirm(@PathVariable UUID id, Model model, RedirectAttributes redirect) {
        try {
            reorganisations.confirm(id);
            said(redirect, id, "reorganisation.confirmed");
            return "redirect:/units/reorganisations/" + id;
        } catch (Rejected rejected) {
            return again(id, rejected, model);
        }
    }

    @PostMapping("/{id}/undo")
    String undo(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        try {
            reorganisations.undo(id, reason);
            said(redirect, id, "reorganisation.undone");
            return "redirect:/units/reorganisations/" + id;
        } catch (Rejected rejected) {
            return again(id, rejected, model);
        }
    }

    /** What was done; while records are still on their way, that they are. */
    private void said(RedirectAttributes redirect, UUID id, String key) {
        Flash.say(redirect, words.text(reorganisations.find(id).following() ? key + ".parts" : key));
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable UUID id, Model model, RedirectAttributes redirect) {
        try {
            reorganisations.discard(id);
            Flash.say(redirect, words.text("reorganisation.discarded"));
            return "redirect:/units/reorganisations";
        } catch (Rejected rejected) {
            return again(id, rejected, model);
        }
    }

    private String again(UUID id, Rejected rejected, Model model) {
        String view = show(id, model);
        model.addAttribute("problems", some(rejected.problems()));
        return view;
    }

    private static Draft draft(MultiValueMap<String, String> sent) {
        List<Line> lines = new ArrayList<>();
        List<String> rows = sent.getOrDefault("row", List.of());
        for (int i = 0; i < rows.size() && i < ROWS_ON_PAGE + BLANK_ROWS; i++) {
            List<String> cells = new ArrayList<>();
            for (String column : COLUMNS) {
                List<String> all = sent.getOrDefault(column, List.of());
                cells.add(i < all.size() ? all.get(i) : "");
            }
            Line line = Line.of(rows.get(i).matches("\\d{1,6}") ? Integer.parseInt(rows.get(i)) : i + 1, cells);
            if (!line.blank()) {
                lines.add(line);
            }
        }
        return new Draft(one(sent, "name"), one(sent, "on"), one(sent, "act"), one(sent, "adopted"), lines);
    }

    private static String one(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "");
    }
}
