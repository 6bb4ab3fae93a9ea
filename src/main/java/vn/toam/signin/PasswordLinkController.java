package vn.toam.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.access.AccountService;
import vn.toam.shared.Flash;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Words;

/** A forgotten password: asking for a link, handing one over, choosing the new password. */
@Controller
class PasswordLinkController {

    private final PasswordLinks links;
    private final AccountService accounts;
    private final Words words;

    PasswordLinkController(PasswordLinks links, AccountService accounts, Words words) {
        this.links = links;
        this.accounts = accounts;
        this.words = words;
    }

    @GetMapping("/sign-in/forgotten")
    String forgotten(Model model) {
        model.addAttribute("byLetter", links.byLetter());
        return "signin/forgotten";
    }

    @PostMapping("/sign-in/forgotten")
    String ask(
            @RequestParam(defaultValue = "") String username, HttpServletRequest request, RedirectAttributes redirect) {
        links.ask(username, request.getRemoteAddr());
        Flash.say(redirect, words.text("signin.link.asked"));
        return "redirect:/sign-in";
    }

    /** A link that is used or over is told so, with what to do. */
    @GetMapping("/sign-in/reset")
    String choose(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("token", token);
        try {
            model.addAttribute("username", links.account(token).username());
        } catch (NotFound over) {
            model.addAttribute("username", "");
        }
        return "signin/reset";
    }

    @PostMapping("/sign-in/reset")
    String use(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String again,
            Model model,
            RedirectAttributes redirect) {
        try {
            links.use(token, wanted, again);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return choose(token, model);
        } catch (NotFound over) {
            return choose(token, model);
        }
        Flash.say(redirect, words.text("signin.link.used"));
        return "redirect:/sign-in";
    }

    /** Shows the link, this once, to be printed or copied. */
    @PostMapping("/accounts/{id}/link")
    String make(@PathVariable UUID id, Model model, RedirectAttributes redirect) {
        String link = links.make(id).orElse("");
        if (link.isEmpty()) {
            Flash.say(redirect, words.text("access.request.asked"));
            return "redirect:/accounts/" + id;
        }
        model.addAttribute("row", accounts.find(id));
        model.addAttribute("link", link);
        return "signin/link";
    }

    @GetMapping("/accounts/{id}/link")
    String after(@PathVariable UUID id) {
        return "redirect:/accounts/" + id;
    }
}
