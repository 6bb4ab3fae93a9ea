package vn.toam.access;

import static vn.toam.access.AccessPermissions.ACCOUNT_MANAGE;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
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
import vn.toam.shared.Navigation;
import vn.toam.shared.Rejected;
import vn.toam.shared.SortOrder;
import vn.toam.shared.Words;

/** Accounts within the administrator's reach: list, make, change. */
@Controller
@RequestMapping("/accounts")
class AccountController {

    private static final int TIMELINE = 20;

    private final AccountService accounts;
    private final AccountPlaces places;
    private final Addresses addresses;
    private final AccountFiles files;
    private final Audit audit;
    private final Words words;

    AccountController(
            AccountService accounts,
            AccountPlaces places,
            Addresses addresses,
            AccountFiles files,
            Audit audit,
            Words words) {
        this.accounts = accounts;
        this.places = places;
        this.addresses = addresses;
        this.files = files;
        this.audit = audit;
        this.words = words;
    }

    @Bean
    static Navigation accountsNavigation() {
        return new Navigation(90, "/accounts", "shared.nav.accounts", ACCOUNT_MANAGE);
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "NAME") AccountColumn sort,
            @RequestParam(defaultValue = "false") boolean down,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("order", SortOrder.of("/accounts", Map.of("q", q), sort, down));
        model.addAttribute("slice", accounts.search(q, sort, down, page));
        model.addAttribute("requests", accounts.requests());
        return "access/list";
    }

    @GetMapping("/accounts.xlsx")
    ResponseEntity<byte[]> file(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "NAME") AccountColumn sort,
            @RequestParam(defaultValue = "false") boolean down) {
        return files.of(accounts.all(q, sort, down));
    }

    /** First the unit, found by its name; then the rest. */
    @GetMapping("/new")
    String choose(@RequestParam(defaultValue = "0") int unit, @RequestParam(defaultValue = "") String q, Model model) {
        if (unit == 0) {
            model.addAttribute("q", q);
            model.addAttribute("units", places.find(q));
            return "access/choose";
        }
        return form(AccountForm.empty(unit), model);
    }

    @PostMapping
    String create(AccountForm form, Model model) {
        try {
            return once(accounts.create(form), model);
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return form(form, model);
        }
    }

    private String form(AccountForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("place", places.name(form.unit()));
        model.addAttribute("agencies", places.agencies(form.unit()));
        model.addAttribute("roles", places.roles(form.unit()));
        return "access/new";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Model model) {
        AccountRow row = accounts.find(id);
        model.addAttribute("row", row);
        model.addAttribute("grants", places.named(row.account().grants()));
        model.addAttribute("roles", places.roles(row.account().unit()));
        model.addAttribute("villageRoles", places.villageRoles(row.account().unit()));
        model.addAttribute("villages", places.villages(row.account().unit()));
        model.addAttribute("entries", audit.timeline("account", id, TIMELINE));
        if (!model.containsAttribute("email")) {
            model.addAttribute("email", addresses.find(id));
        }
        return "access/one";
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
        Flash.say(redirect, words.text("access.email.changed"));
        return "redirect:/accounts/" + id;
    }

    @PostMapping("/{id}/password")
    String reset(@PathVariable UUID id, RedirectAttributes redirect, Model model) {
        AccountService.Made made = accounts.resetPassword(id);
        return made.password().isEmpty() ? waits(id, redirect) : once(made, model);
    }

    /** Where the language is changed, or the page is loaded again: the password was shown once. */
    @GetMapping({"/{id}/password", "/requests/{id}"})
    String after() {
        return "redirect:/accounts";
    }

    @PostMapping("/{id}/active")
    String active(@PathVariable UUID id, @RequestParam boolean active, RedirectAttributes redirect) {
        if (!accounts.setActive(id, active)) {
            return waits(id, redirect);
        }
        Flash.say(redirect, words.text(active ? "access.account.activated" : "access.account.deactivated"));
        return "redirect:/accounts/" + id;
    }

    @PostMapping("/{id}/roles")
    String grant(
            @PathVariable UUID id,
            @RequestParam String role,
            @RequestParam int unit,
            @RequestParam int agency,
            RedirectAttributes redirect) {
        if (!accounts.grant(id, role, unit, agency)) {
            return waits(id, redirect);
        }
        Flash.say(redirect, words.text("access.account.granted"));
        return "redirect:/accounts/" + id;
    }

    @PostMapping("/{id}/villages")
    String grant(
            @PathVariable UUID id,
            @RequestParam String role,
            @RequestParam int unit,
            @RequestParam int agency,
            @RequestParam UUID village,
            RedirectAttributes redirect) {
        accounts.grant(id, role, unit, agency, village);
        Flash.say(redirect, words.text("access.account.granted"));
        return "redirect:/accounts/" + id;
    }

    /** Agrees with, or declines, what another administrator asked for. */
    @PostMapping("/requests/{id}")
    String decide(@PathVariable UUID id, @RequestParam boolean yes, RedirectAttributes redirect, Model model) {
        AccountService.Made made = accounts.decide(id, yes);
        if (!made.password().isEmpty()) {
            return once(made, model);
        }
        Flash.say(redirect, words.text(yes ? "access.request.agreed" : "access.request.declined"));
        return "redirect:/accounts/" + made.id();
    }

    private String waits(UUID id, RedirectAttributes redirect) {
        Flash.say(redirect, words.text("access.request.asked"));
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
        Flash.say(redirect, words.text("access.account.revoked"));
        return "redirect:/accounts/" + id;
    }

    /** The password for one use stands in this answer alone: in no session, no database, no other page. */
    private String once(AccountService.Made made, Model model) {
        model.addAttribute("password", made.password());
        return one(made.id(), model);
    }
}
