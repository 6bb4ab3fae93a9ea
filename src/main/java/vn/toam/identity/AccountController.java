package vn.toam.identity;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.audit.Audit;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Words;

/** Accounts within the administrator's reach: list, make, change. */
@Controller
@RequestMapping("/accounts")
class AccountController {

    private static final int TIMELINE = 20;

    private final AccountService accounts;
    private final AccountPlaces places;
    private final Addresses addresses;
    private final Audit audit;
    private final Words words;

    AccountController(AccountService accounts, AccountPlaces places, Addresses addresses, Audit audit, Words words) {
        this.accounts = accounts;
        this.places = places;
        this.addresses = addresses;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("slice", accounts.search(q, page));
        return "identity/list";
    }

    /** First the unit, found by its name; then the rest. */
    @GetMapping("/new")
    String choose(@RequestParam(defaultValue = "0") int unit, @RequestParam(defaultValue = "") String q, Model model) {
        if (unit == 0) {
            model.addAttribute("q", q);
            model.addAttribute("units", places.find(q));
            return "identity/choose";
        }
        return form(AccountForm.empty(unit), model);
    }

    @PostMapping
    String create(AccountForm form, RedirectAttributes redirect, Model model) {
        try {
            return tell(accounts.create(form), redirect);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return form(form, model);
        }
    }

    private String form(AccountForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("place", places.name(form.unit()));
        model.addAttribute("agencies", places.agencies(form.unit()));
        return "identity/new";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Model model) {
        AccountRow row = accounts.find(id);
        model.addAttribute("row", row);
        model.addAttribute("grants", places.named(row.account().grants()));
        model.addAttribute("entries", audit.timeline("account", id, TIMELINE));
        if (!model.containsAttribute("email")) {
            model.addAttribute("email", addresses.find(id));
        }
        return "identity/one";
    }

    @PostMapping("/{id}/email")
    String email(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String email,
            RedirectAttributes redirect,
            Model model) {
        try {
            addresses.change(id, email);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            model.addAttribute("email", email);
            return one(id, model);
        }
        Flash.say(redirect, words.text("identity.email.changed"));
        return "redirect:/accounts/" + id;
    }

    @PostMapping("/{id}/password")
    String reset(@PathVariable UUID id, RedirectAttributes redirect) {
        return tell(accounts.resetPassword(id), redirect);
    }

    @PostMapping("/{id}/active")
    String active(@PathVariable UUID id, @RequestParam boolean active, RedirectAttributes redirect) {
        accounts.setActive(id, active);
        Flash.say(redirect, words.text(active ? "identity.account.activated" : "identity.account.deactivated"));
        return "redirect:/accounts/" + id;
    }

    @PostMapping("/{id}/roles")
    String grant(
            @PathVariable UUID id,
            @RequestParam String role,
            @RequestParam int unit,
            @RequestParam int agency,
            RedirectAttributes redirect) {
        accounts.grant(id, role, unit, agency);
        Flash.say(redirect, words.text("identity.account.granted"));
        return "redirect:/accounts/" + id;
    }

    @PostMapping("/{id}/roles/remove")
    String revoke(
            @PathVariable UUID id,
            @RequestParam String role,
            @RequestParam int unit,
            @RequestParam int agency,
            RedirectAttributes redirect) {
        accounts.revoke(id, role, unit, agency);
        Flash.say(redirect, words.text("identity.account.revoked"));
        return "redirect:/accounts/" + id;
    }

    /** The password for one use is carried to the next page alone, and shown there once. */
    private static String tell(AccountService.Made made, RedirectAttributes redirect) {
        redirect.addFlashAttribute("password", made.password());
        return "redirect:/accounts/" + made.id();
    }
}
