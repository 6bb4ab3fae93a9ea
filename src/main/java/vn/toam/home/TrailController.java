package vn.toam.home;

import static vn.toam.audit.AuditPermissions.AUDIT_READ;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toam.shared.Navigation;

/** For administrators: who did what when, and whether the installation is well. */
@Controller
class TrailController {

    private final TrailReader reader;
    private final VisitReader visits;

    TrailController(TrailReader reader, VisitReader visits) {
        this.reader = reader;
        this.visits = visits;
    }

    @Bean
    static Navigation auditNavigation() {
        return new Navigation(100, "/audit", "shared.nav.audit", AUDIT_READ);
    }

    @GetMapping("/audit")
    String trail(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "true") boolean down,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("view", reader.trail(new TrailView.Asked(name, kind, id, from, to, down), page));
        return "home/trail";
    }

    @GetMapping("/audit/visits")
    String visits(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "true") boolean down,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        VisitsView.Asked asked = new VisitsView.Asked(name, kind, address, from, to, down);
        model.addAttribute("view", new VisitsView(asked, visits.page(asked, page)));
        return "home/visits";
    }

    @GetMapping("/system")
    String system(Model model) {
        model.addAttribute("view", reader.health());
        return "home/system";
    }
}
