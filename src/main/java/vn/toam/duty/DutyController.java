package vn.toam.duty;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import vn.toam.document.Attachment;
import vn.toam.shared.Download;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;

/** Pages of duties: the own list, one duty with its timeline, reporting, urging. */
@Controller
@RequestMapping("/plans")
class DutyController {

    private final DutyService duties;
    private final Clock clock;

    DutyController(DutyService duties, Clock clock) {
        this.duties = duties;
        this.clock = clock;
    }

    @GetMapping("/tasks")
    String mine(@RequestParam(required = false) @Nullable Integer year, Model model) {
        TreeSet<Integer> years = new TreeSet<>(duties.myYears());
        int now = LocalDate.now(clock).getYear();
        Integer before = years.floor(now);
        int shown = year != null ? year : years.contains(now) || before == null ? now : before;
        years.add(shown);
        model.addAttribute("year", shown);
        model.addAttribute("years", years);
        model.addAttribute("duties", duties.mine(shown));
        return "duty/mine";
    }

    @GetMapping("/duties/{id}")
    String duty(@PathVariable UUID id, Model model) {
        Duty duty = duties.get(id);
        model.addAttribute("text", "");
        model.addAttribute("status", duty.status() == DutyStatus.NOT_STARTED ? DutyStatus.IN_PROGRESS : duty.status());
        return page(duty, model);
    }

    private String page(Duty duty, Model model) {
        model.addAttribute("duty", duty);
        model.addAttribute("agency", duties.agency(duty));
        model.addAttribute("timeline", duties.timeline(duty.id()));
        model.addAttribute("mayReport", duties.mayReport(duty));
        model.addAttribute("mayRead", duties.mayRead(duty));
        model.addAttribute("mayUrge", duties.mayUrge(duty));
        return "duty/duty";
    }

    @PostMapping("/duties/{id}/report")
    String report(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam DutyStatus status,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        try {
            duties.report(id, version, status, text, files(files));
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            model.addAttribute("text", text);
            model.addAttribute("status", status);
            return page(duties.get(id), model);
        }
        Flash.say(redirect, new Text("Đã lưu báo cáo tiến độ.", "Progress saved."));
        return "redirect:/plans/duties/" + id;
    }

    private static List<DutyService.File> files(@Nullable List<MultipartFile> sent) throws IOException {
        List<DutyService.File> files = new ArrayList<>();
        for (MultipartFile file : sent == null ? List.<MultipartFile>of() : sent) {
            if (!file.isEmpty()) {
                files.add(new DutyService.File(String.valueOf(file.getOriginalFilename()), file.getBytes()));
            }
        }
        return files;
    }

    @PostMapping("/duties/{id}/urge")
    String urge(@PathVariable UUID id, @RequestParam(defaultValue = "") String text, RedirectAttributes redirect) {
        duties.urge(id, text);
        Flash.say(redirect, new Text("Đã gửi đôn đốc.", "The agency has been urged."));
        return "redirect:/plans/duties/" + id;
    }

    @GetMapping("/duties/{id}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file) {
        Attachment found = duties.file(id, file);
        return Download.of(found.name(), found.mediaType(), duties.content(id, file));
    }
}
