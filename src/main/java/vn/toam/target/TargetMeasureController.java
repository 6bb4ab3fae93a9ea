package vn.toam.target;

import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.definition.Indicator;
import vn.toam.indicator.OwnMeasure;
import vn.toam.shared.Download;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Words;

/** The page of a target: what measures it, an indicator of its own, results that are typed. */
@Controller
@RequestMapping("/indicators/targets/{plan}/{target}")
class TargetMeasureController {

    private final TargetMeasureService targets;
    private final Words words;

    TargetMeasureController(TargetMeasureService targets, Words words) {
        this.targets = targets;
        this.words = words;
    }

    @GetMapping
    String page(
            @PathVariable UUID plan,
            @PathVariable UUID target,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        TargetMeasureView view = targets.view(plan, target, unit, year);
        return page(
                view,
                new MeasureForm("", OwnMeasure.Kind.SUM, "", view.better(), "", ""),
                ResultForm.blank(),
                "",
                model);
    }

    private static String page(
            TargetMeasureView view, MeasureForm defined, ResultForm typed, String reason, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("defined", defined);
        model.addAttribute("typed", typed);
        model.addAttribute("reason", reason);
        return "target/target";
    }

    private String done(UUID plan, UUID target, int unit, int year, String said, RedirectAttributes redirect) {
        Flash.say(redirect, words.text(said));
        return "redirect:/indicators/targets/" + plan + "/" + target + "?unit=" + unit + "&year=" + year;
    }

    @PostMapping("/choose")
    String choose(
            @PathVariable UUID plan,
            @PathVariable UUID target,
            @RequestParam int unit,
            @RequestParam int year,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        try {
            targets.choose(plan, target, indicator, reason);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            model.addAttribute("chosen", indicator);
            TargetMeasureView view = targets.view(plan, target, unit, year);
            MeasureForm blank = new MeasureForm("", OwnMeasure.Kind.SUM, "", view.better(), "", "");
            return page(view, blank, ResultForm.blank(), reason, model);
        }
        return done(plan, target, unit, year, "target.link.said", redirect);
    }

    @PostMapping("/define")
    String define(
            @PathVariable UUID plan,
            @PathVariable UUID target,
            @RequestParam int unit,
            @RequestParam int year,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "SUM") OwnMeasure.Kind kind,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "HIGHER") Indicator.Better better,
            @RequestParam(defaultValue = "") String numerator,
            @RequestParam(defaultValue = "") String denominator,
            @RequestParam(defaultValue = "") String defineReason,
            Model model,
            RedirectAttributes redirect) {
        MeasureForm form = new MeasureForm(name, kind, code, better, numerator, denominator);
        try {
            targets.define(plan, target, form, defineReason);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return page(targets.view(plan, target, unit, year), form, ResultForm.blank(), defineReason, model);
        }
        return done(plan, target, unit, year, "target.define.said", redirect);
    }

    @PostMapping("/type")
    String type(
            @PathVariable UUID plan,
            @PathVariable UUID target,
            @RequestParam int unit,
            @RequestParam int year,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate dated,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        ResultForm form = new ResultForm(
                seen,
                value,
                dated,
                source,
                reason,
                file == null || file.isEmpty() ? "" : String.valueOf(file.getOriginalFilename()),
                file == null ? new byte[0] : file.getBytes());
        try {
            targets.type(plan, target, unit, year, form);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            TargetMeasureView view = targets.view(plan, target, unit, year);
            MeasureForm blank = new MeasureForm("", OwnMeasure.Kind.SUM, "", view.better(), "", "");
            return page(view, blank, form, "", model);
        }
        return done(plan, target, unit, year, "target.typed.said", redirect);
    }

    @PostMapping("/take-back")
    String takeBack(
            @PathVariable UUID plan,
            @PathVariable UUID target,
            @RequestParam int unit,
            @RequestParam int year,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String backReason,
            Model model,
            RedirectAttributes redirect) {
        try {
            targets.takeBack(plan, target, unit, year, seen, backReason);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return page(plan, target, unit, year, model);
        }
        return done(plan, target, unit, year, "target.typed.said.back", redirect);
    }

    @GetMapping("/evidence/{result}")
    ResponseEntity<byte[]> evidence(
            @PathVariable UUID plan, @PathVariable UUID target, @PathVariable UUID result, @RequestParam int unit) {
        TargetMeasureService.Evidence file = targets.evidence(plan, target, unit, result);
        return Download.of(file.name(), file.mediaType(), file.bytes());
    }
}
