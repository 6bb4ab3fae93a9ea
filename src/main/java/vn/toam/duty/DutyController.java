package vn.toam.duty;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyStatus;
import vn.toam.catalog.Catalog;
import vn.toam.document.Attachment;
import vn.toam.shared.Download;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Words;

/** The page of one duty with its history, and every step that either side takes on it. */
@Controller
@RequestMapping("/plans/duties/{id}")
public class DutyController {

    private final DutyService duties;
    private final DutyReports reports;
    private final DutyDecisions decisions;
    private final Urging urging;
    private final DutyRecords proofs;
    private final Catalog catalog;
    private final Words words;

    DutyController(
            DutyService duties,
            DutyReports reports,
            DutyDecisions decisions,
            Urging urging,
            DutyRecords proofs,
            Catalog catalog,
            Words words) {
        this.duties = duties;
        this.reports = reports;
        this.decisions = decisions;
        this.urging = urging;
        this.proofs = proofs;
        this.catalog = catalog;
        this.words = words;
    }

    /** What was typed on the page, shown again when it is refused. */
    public record Typed(
            @Nullable DutyStatus status,
            String text,
            String refusal,
            @Nullable LocalDate newDue,
            String reason,
            String answer,
            String note,
            String urge) {

        static final Typed NOTHING = new Typed(null, "", "", null, "", "", "", "");
    }

    @GetMapping
    String duty(@PathVariable UUID id, Model model) {
        return page(duties.get(id), Typed.NOTHING, model);
    }

    private String page(Duty duty, Typed typed, Model model) {
        boolean reads = duties.mayRead(duty);
        DutyStatus last = duty.status() == DutyStatus.NOT_STARTED ? DutyStatus.IN_PROGRESS : duty.status();
        model.addAttribute("duty", duty);
        model.addAttribute("typed", typed);
        model.addAttribute("status", typed.status() == null ? last : typed.status());
        model.addAttribute("agency", duties.agency(duty));
        model.addAttribute("mayRead", reads);
        model.addAttribute("timeline", reads ? duties.timeline(duty.id()) : List.of());
        model.addAttribute("extensions", reads ? duties.extensions(duty.id()) : List.of());
        model.addAttribute("records", proofs.of(duty));
        model.addAttribute("mayReport", duties.mayReport(duty));
        model.addAttribute("mayDecide", decisions.mayDecide(duty));
        model.addAttribute("mayConfirm", decisions.mayConfirm(duty));
        model.addAttribute("mayUrge", urging.mayUrge(duty));
        model.addAttribute("days", catalog.workDays());
        return "duty/duty";
    }

    /** Takes a step and says so; a step that is refused shows the page again with what was typed. */
    private String step(UUID id, String said, Typed typed, Runnable step, Model model, RedirectAttributes redirect) {
        try {
            step.run();
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return page(duties.get(id), typed, model);
        }
        Flash.say(redirect, words.text("duty.said." + said));
        return "redirect:/plans/duties/" + id;
    }

    @PostMapping("/report")
    String report(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam DutyStatus status,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable Set<UUID> records,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        List<DutyReports.File> sent = files(files);
        Set<UUID> cited = records == null ? Set.of() : records;
        Typed typed = new Typed(status, text, "", null, "", "", "", "");
        String said = status == DutyStatus.DONE ? "submitted" : "reported";
        return step(id, said, typed, () -> reports.report(id, version, status, text, sent, cited), model, redirect);
    }

    private static List<DutyReports.File> files(@Nullable List<MultipartFile> sent) throws IOException {
        List<DutyReports.File> files = new ArrayList<>();
        for (MultipartFile file : sent == null ? List.<MultipartFile>of() : sent) {
            if (!file.isEmpty()) {
                files.add(new DutyReports.File(String.valueOf(file.getOriginalFilename()), file.getBytes()));
            }
        }
        return files;
    }

    @PostMapping("/receive")
    String receive(@PathVariable UUID id, @RequestParam int version, Model model, RedirectAttributes redirect) {
        return step(id, "received", Typed.NOTHING, () -> reports.receive(id, version), model, redirect);
    }

    @PostMapping("/refuse")
    String refuse(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String refusal,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(null, "", refusal, null, "", "", "", "");
        return step(id, "refused", typed, () -> reports.refuse(id, refusal), model, redirect);
    }

    @PostMapping("/extension")
    String askExtension(
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate newDue,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(null, "", "", newDue, reason, "", "", "");
        return step(id, "asked", typed, () -> reports.askExtension(id, newDue, reason), model, redirect);
    }

    @PostMapping("/extension/decision")
    String decideExtension(
            @PathVariable UUID id,
            @RequestParam boolean granted,
            @RequestParam(defaultValue = "") String note,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(null, "", "", null, "", "", note, "");
        return step(id, "decided", typed, () -> decisions.decideExtension(id, granted, note), model, redirect);
    }

    @PostMapping("/answer")
    String answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(null, "", "", null, "", answer, "", "");
        return step(id, "answered", typed, () -> decisions.answer(id, answer), model, redirect);
    }

    /** The steps of whoever gave the duty. */
    enum Step {
        CONFIRM,
        SEND_BACK,
        INSIST,
        PAUSE,
        RESUME,
        CANCEL
    }

    @PostMapping("/decision")
    String decide(
            @PathVariable UUID id,
            @RequestParam Step step,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        Runnable act = switch (step) {
            case CONFIRM -> () -> decisions.confirm(id);
            case SEND_BACK -> () -> decisions.sendBack(id, reason);
            case INSIST -> () -> decisions.insist(id, reason);
            case PAUSE -> () -> decisions.pause(id, reason);
            case RESUME -> () -> decisions.resume(id);
            case CANCEL -> () -> decisions.cancel(id, reason);
        };
        return step(id, step.name(), new Typed(null, "", "", null, reason, "", "", ""), act, model, redirect);
    }

    @PostMapping("/urge")
    String urge(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(null, "", "", null, "", "", "", text);
        return step(id, "urgedOne", typed, () -> urging.urge(id, text), model, redirect);
    }

    @GetMapping("/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file) {
        Attachment found = duties.file(id, file);
        return Download.of(found.name(), found.mediaType(), duties.content(id, file));
    }
}
