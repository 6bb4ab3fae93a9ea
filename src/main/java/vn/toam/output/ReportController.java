package vn.toam.output;

import static vn.toam.plan.PlanPermissions.REPORT_WRITE;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toam.shared.Conflict;
import vn.toam.shared.Download;
import vn.toam.shared.Navigation;
import vn.toam.shared.Rejected;
import vn.toam.shared.SortOrder;

/** Reports: the list, the page of one with its passages to write, the print view, the files. */
@Controller
@RequestMapping("/output")
class ReportController {

    private final ReportService reports;

    ReportController(ReportService reports) {
        this.reports = reports;
    }

    @Bean
    static Navigation outputNavigation() {
        return new Navigation(60, "/output", "shared.nav.output", REPORT_WRITE);
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "PLACE") ReportRow.Column sort,
            @RequestParam(defaultValue = "false") boolean down,
            Model model) {
        model.addAttribute("order", SortOrder.of("/output", Map.of(), sort, down));
        model.addAttribute("rows", reports.rows(sort, down));
        return "output/list";
    }

    @GetMapping("/{plan}/{year}")
    String report(@PathVariable UUID plan, @PathVariable int year, Model model) {
        model.addAttribute("view", reports.view(plan, year));
        return "output/report";
    }

    @GetMapping("/{plan}/{year}/print")
    String print(@PathVariable UUID plan, @PathVariable int year, Model model) {
        model.addAttribute("view", reports.view(plan, year));
        return "output/print";
    }

    /** Saves a passage; {@code over} is the version of somebody else's words that the writer has seen and replaces. */
    @PostMapping("/{plan}/{year}/passages")
    String save(
            @PathVariable UUID plan,
            @PathVariable int year,
            @RequestParam String section,
            @RequestParam int version,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable Integer over,
            @RequestParam String text,
            Model model,
            HttpServletResponse response) {
        try {
            reports.save(plan, year, section, over == null ? version : over, text);
            return "redirect:/output/" + plan + "/" + year + "#" + Sections.id(section);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            ReportView view = reports.view(plan, year);
            model.addAttribute("view", view);
            model.addAttribute("typed", new Typed(section, text, null));
        } catch (Conflict conflict) {
            response.setStatus(409);
            ReportView view = reports.view(plan, year);
            model.addAttribute("view", view);
            model.addAttribute(
                    "typed", new Typed(section, text, view.narratives().get(section)));
        }
        return "output/report";
    }

    @PostMapping("/{plan}/{year}/files")
    String make(@PathVariable UUID plan, @PathVariable int year, @RequestParam FileKind kind) {
        return "redirect:/output/files/" + reports.make(plan, year, kind);
    }

    @GetMapping("/files/{id}")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        MadeFile file = reports.file(id);
        return Download.of(file.name(), file.kind().mediaType(), reports.content(id));
    }
}
