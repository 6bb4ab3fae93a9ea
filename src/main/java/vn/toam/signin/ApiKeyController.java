package vn.toam.signin;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.SortOrder;
import vn.toam.shared.Words;

/** Keys of the own account for other systems. */
@Controller
@RequestMapping("/accounts/me/keys")
class ApiKeyController {

    private final ApiKeys keys;
    private final Words words;

    ApiKeyController(ApiKeys keys, Words words) {
        this.keys = keys;
        this.words = words;
    }

    @GetMapping
    String page(
            @RequestParam(defaultValue = "SINCE") ApiKey.Column sort,
            @RequestParam(defaultValue = "true") boolean down,
            Model model) {
        model.addAttribute("order", SortOrder.of("/accounts/me/keys", Map.of(), sort, down));
        model.addAttribute("keys", sort.sort(keys.own(), down));
        return "signin/keys";
    }

    /** Shows the new key, this once. */
    @PostMapping
    String make(@RequestParam(defaultValue = "") String name, Model model) {
        try {
            model.addAttribute("made", keys.make(name).key());
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
        }
        return page(ApiKey.Column.SINCE, true, model);
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id, RedirectAttributes redirect) {
        keys.end(id);
        Flash.say(redirect, words.text("signin.key.ended"));
        return "redirect:/accounts/me/keys";
    }
}
