package vn.toam.coordination;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.shared.Flash;
import vn.toam.shared.Speech;
import vn.toam.shared.Words;

/** The board of who is late. */
@Controller
@RequestMapping("/coordination")
class CoordinationController {

    private final Reminders reminders;
    private final Words words;

    CoordinationController(Reminders reminders, Words words) {
        this.reminders = reminders;
        this.words = words;
    }

    @GetMapping("/rounds/{id}")
    String board(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(defaultValue = "ALL") LateState state,
            @RequestParam(defaultValue = "UNIT") LateView.Column sort,
            @RequestParam(defaultValue = "false") boolean down,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("view", reminders.board(id, new LateView.Asked(unit, state, sort, down, page)));
        return "coordination/late";
    }

    @GetMapping("/rounds/{id}/late.xlsx")
    ResponseEntity<byte[]> file(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer unit,
            @RequestParam(defaultValue = "ALL") LateState state,
            @RequestParam(defaultValue = "UNIT") LateView.Column sort,
            @RequestParam(defaultValue = "false") boolean down) {
        return LateTable.of(
                reminders.whole(id, new LateView.Asked(unit, state, sort, down, 1)),
                new Speech(words, LocaleContextHolder.getLocale()));
    }

    @PostMapping("/rounds/{id}/remind")
    String remind(
            @PathVariable UUID id,
            @RequestParam int unit,
            @RequestParam(required = false) @Nullable Integer only,
            @RequestParam(defaultValue = "ALL") LateState state,
            @RequestParam(defaultValue = "1") int page,
            RedirectAttributes redirect) {
        int reminded = reminders.remind(id, unit, only);
        Flash.say(
                redirect,
                reminded == 0
                        ? words.text("coordination.said.none")
                        : words.text("coordination.said.reminded", reminded));
        return "redirect:/coordination/rounds/" + id + "?unit=" + unit + "&state=" + state + "&page=" + page;
    }
}
