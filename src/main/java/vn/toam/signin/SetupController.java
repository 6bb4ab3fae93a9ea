package vn.toam.signin;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.shared.Flash;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Words;

/** The page that makes the first administrator; gone afterwards. */
@Controller
@RequestMapping("/setup")
class SetupController {

    private final Setup setup;
    private final Words words;

    SetupController(Setup setup, Words words) {
        this.setup = setup;
        this.words = words;
    }

    @GetMapping
    String page(Model model) {
        return page("", "", "", model);
    }

    @PostMapping
    String create(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String nameVi,
            @RequestParam(defaultValue = "") String password,
            RedirectAttributes redirect,
            Model model) {
        try {
            setup.create(code, username, nameVi, password);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return page(code, username, nameVi, model);
        }
        Flash.say(redirect, words.text("signin.setup.done"));
        return "redirect:/sign-in";
    }

    private String page(String code, String username, String nameVi, Model model) {
        if (!setup.open()) {
            throw new NotFound("setup");
        }
        model.addAttribute("code", code);
        model.addAttribute("username", username);
        model.addAttribute("nameVi", nameVi);
        model.addAttribute("file", setup.file().toAbsolutePath().normalize().toString());
        return "signin/setup";
    }
}
