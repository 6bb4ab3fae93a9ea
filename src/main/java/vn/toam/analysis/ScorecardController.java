package vn.toam.analysis;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toam.sheet.Table;
import vn.toam.target.ScorecardService;

/** The targets of a plan on one page. */
@Controller
class ScorecardController {

    private final ScorecardService scorecards;
    private final Tables tables;

    ScorecardController(ScorecardService scorecards, Tables tables) {
        this.scorecards = scorecards;
        this.tables = tables;
    }

    @GetMapping({"/indicators", "/indicators/scorecard"})
    String scorecard(
            @RequestParam(required = false) @Nullable UUID plan,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        model.addAttribute("view", scorecards.scorecard(plan, unit, year));
        return "analysis/scorecard";
    }

    /** The same as a workbook. */
    @GetMapping("/indicators/scorecard.xlsx")
    ResponseEntity<byte[]> workbook(
            @RequestParam(required = false) @Nullable UUID plan,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(required = false) @Nullable Integer year) {
        return Table.workbook(tables.scorecard(scorecards.scorecard(plan, unit, year)));
    }
}
