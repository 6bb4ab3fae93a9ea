package vn.toam.discussion;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import vn.toam.catalog.Catalog;
import vn.toam.document.Attachment;
import vn.toam.round.Round;
import vn.toam.shared.Download;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;

/** The page of the thread at a return. */
@Controller
@RequestMapping("/discussions/{round}/{unit}")
class DiscussionController {

    private final Discussions discussions;
    private final UnitService units;
    private final Catalog catalog;
    private final Words words;

    DiscussionController(Discussions discussions, UnitService units, Catalog catalog, Words words) {
        this.discussions = discussions;
        this.units = units;
        this.catalog = catalog;
        this.words = words;
    }

    @GetMapping
    String thread(
            @PathVariable UUID round,
            @PathVariable int unit,
            @RequestParam(defaultValue = "") String line,
            Model model) {
        return page(round, unit, line, "", model);
    }

    private String page(UUID id, int unit, String line, String text, Model model) {
        Discussions.Thread thread = discussions.thread(id, unit);
        Round round = thread.round();
        model.addAttribute("comments", thread.comments());
        model.addAttribute("writes", thread.writes());
        model.addAttribute("round", round);
        model.addAttribute("form", catalog.form(round.form(), round.formVersion()));
        model.addAttribute("unit", units.find(unit, round.geography()));
        model.addAttribute("line", line);
        model.addAttribute("text", text);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "discussion/thread";
    }

    @PostMapping
    String say(
            @PathVariable UUID round,
            @PathVariable int unit,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam String key,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        List<Discussions.File> sent = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                sent.add(new Discussions.File(String.valueOf(file.getOriginalFilename()), file.getBytes()));
            }
        }
        try {
            discussions.say(round, unit, line, text, sent, key);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return page(round, unit, line, text, model);
        }
        Flash.say(redirect, words.text("discussion.said"));
        return "redirect:/discussions/" + round + "/" + unit;
    }

    @GetMapping("/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable UUID round, @PathVariable int unit, @PathVariable UUID file) {
        Attachment found = discussions.file(round, unit, file);
        return Download.of(found.name(), found.mediaType(), discussions.content(round, unit, file));
    }
}
