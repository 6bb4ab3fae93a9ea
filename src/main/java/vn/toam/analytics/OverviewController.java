package vn.toam.analytics;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of each role's own work. */
@Controller
class OverviewController {

    private final OverviewReader reader;

    OverviewController(OverviewReader reader) {
        this.reader = reader;
    }

    @GetMapping("/overview")
    String overview(Model model) {
        model.addAttribute("view", reader.mine());
        return "analytics/overview";
    }
}
