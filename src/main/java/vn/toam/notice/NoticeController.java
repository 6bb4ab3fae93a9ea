package vn.toam.notice;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Notices under the bell. */
@Controller
@RequestMapping("/coordination")
class NoticeController {

    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping
    String notices(@RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("slice", notices.page(page));
        return "notice/notices";
    }

    @PostMapping("/notices/{id}")
    String open(@PathVariable UUID id) {
        return "redirect:" + notices.open(id);
    }

    @PostMapping("/notices")
    String readAll() {
        notices.readAll();
        return "redirect:/coordination";
    }
}
