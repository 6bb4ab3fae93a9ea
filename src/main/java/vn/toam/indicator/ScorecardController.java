package vn.toam.indicator;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The targets of a plan on one page. */
@Controller
class ScorecardController {

    private final ScorecardService scorecards;

    ScorecardController(ScorecardService scorecards) {
        this.scorecards = scorecards;
    }

    @GetMapping({"/indicators", "/indicators/scorecard"})
    String scorecard(
            @RequestParam(required = false) @Nullable UUID plan,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        model.addAttribute("view", scorecards.scorecard(plan, unit, year));
        return "indicator/scorecard";
    }
}
