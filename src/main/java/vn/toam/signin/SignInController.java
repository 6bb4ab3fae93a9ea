package vn.toam.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toam.access.Account;
import vn.toam.access.DemoAccounts;
import vn.toam.access.RoleAccess;
import vn.toam.shared.Rejected;

/** In and out. */
@Controller
class SignInController {

    private static final String START = "/overview";

    private final SignInService service;
    private final DemoAccounts demo;
    private final Setup setup;
    private final Sessions sessions;

    SignInController(SignInService service, DemoAccounts demo, Setup setup, Sessions sessions) {
        this.service = service;
        this.demo = demo;
        this.setup = setup;
        this.sessions = sessions;
    }

    @GetMapping("/")
    String start() {
        return "redirect:" + START;
    }

    @GetMapping("/favicon.ico")
    String icon() {
        return "redirect:/static/mark.svg";
    }

    @GetMapping("/sign-in")
    String page(@RequestParam(defaultValue = "") String to, HttpServletRequest request, Model model) {
        if (RoleAccess.signedIn() != null) {
            return "redirect:" + START;
        }
        if (setup.open()) {
            return "redirect:/setup";
        }
        model.addAttribute("expired", request.getParameter("expired") != null);
        return page(to, "", model);
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            Optional<Account> account = service.signIn(username, password, request.getRemoteAddr());
            if (account.isPresent()) {
                return open(account.get(), to, request, response);
            }
            model.addAttribute("problems", List.of(new Rejected.Problem("username", "signin.signIn.wrong", List.of())));
        } catch (Rejected over) {
            model.addAttribute("problems", over.problems());
        }
        return page(to, username, model);
    }

    @PostMapping("/sign-in/demo")
    String signInDemo(
            @RequestParam String username,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        return service.signInDemo(username)
                .map(account -> open(account, to, request, response))
                .orElse("redirect:/sign-in");
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        sessions.end(request);
        return "redirect:/sign-in";
    }

    private String open(Account account, String to, HttpServletRequest request, HttpServletResponse response) {
        sessions.open(account, request, response);
        if (account.mustChange()) {
            return "redirect:" + OwnAccountController.PASSWORD;
        }
        return "redirect:" + (withinSite(to) ? to : START);
    }

    private String page(String to, String username, Model model) {
        model.addAttribute("to", withinSite(to) ? to : "");
        model.addAttribute("username", username);
        model.addAttribute("groups", demo.groups());
        return "signin/signin";
    }

    /** Only a path of this site: never an address that leads a person who has just signed in elsewhere. */
    private static boolean withinSite(String to) {
        return to.matches("/[A-Za-z0-9].*") && to.chars().noneMatch(c -> c < ' ' || c == '\\');
    }
}
