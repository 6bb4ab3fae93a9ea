package vn.toam.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.access.Account;
import vn.toam.access.AccountService;
import vn.toam.access.Addresses;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Words;

/** The own account: profile, password, sessions. */
@Controller
@RequestMapping("/accounts/me")
class OwnAccountController {

    static final String PASSWORD = "/accounts/me/password";

    private final OwnAccountService own;
    private final AccountService accounts;
    private final Sessions sessions;
    private final Addresses addresses;
    private final Words words;

    OwnAccountController(
            OwnAccountService own, AccountService accounts, Sessions sessions, Addresses addresses, Words words) {
        this.own = own;
        this.accounts = accounts;
        this.sessions = sessions;
        this.addresses = addresses;
        this.words = words;
    }

    @PostMapping("/email")
    String email(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Model model) {
        try {
            addresses.change(own.own().id(), email);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            model.addAttribute("email", email);
            return page(request, model);
        }
        Flash.say(redirect, words.text("access.email.changed"));
        return "redirect:/accounts/me";
    }

    @GetMapping
    String page(HttpServletRequest request, Model model) {
        Account account = own.own();
        if (!model.containsAttribute("email")) {
            model.addAttribute("email", addresses.find(account.id()));
        }
        model.addAttribute("row", accounts.described(account));
        model.addAttribute("sessions", sessions.of(account.id(), request));
        return "signin/me";
    }

    @GetMapping("/password")
    String password(Model model) {
        model.addAttribute("account", own.own());
        return "signin/password";
    }

    @PostMapping("/password")
    String change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        try {
            Account changed =
                    own.changePassword(old, wanted, again, request.getSession().getId());
            sessions.keep(changed, request, response);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return password(model);
        }
        Flash.say(redirect, words.text("signin.me.password.changed"));
        return "redirect:/accounts/me";
    }

    @PostMapping("/sessions/others")
    String endOthers(HttpServletRequest request, RedirectAttributes redirect) {
        own.endSessions(request.getSession().getId());
        Flash.say(redirect, words.text("signin.me.sessions.ended"));
        return "redirect:/accounts/me";
    }

    @PostMapping("/sessions/all")
    String endAll(HttpServletRequest request) {
        own.endSessions("");
        sessions.end(request);
        return "redirect:/sign-in";
    }
}
