package vn.toam.householdpages;

import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_FIGURES;
import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_KEEP;
import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_READ;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.household.Flag;
import vn.toam.household.Household;
import vn.toam.household.HouseholdBook;
import vn.toam.household.HouseholdFacts.Registration;
import vn.toam.household.Mark;
import vn.toam.household.MarkService;
import vn.toam.shared.Access;
import vn.toam.shared.Cursor;
import vn.toam.shared.KeysetSlice;
import vn.toam.shared.Navigation;
import vn.toam.shared.Subject;
import vn.toam.unit.UnitService;

/** The book to read: the communes of a place, the villages of a commune, their households, one household. */
@Controller
class BookController {

    private final BookPages pages;
    private final HouseholdBook book;
    private final MarkService marks;
    private final UnitService units;
    private final Access access;

    BookController(BookPages pages, HouseholdBook book, MarkService marks, UnitService units, Access access) {
        this.pages = pages;
        this.book = book;
        this.marks = marks;
        this.units = units;
        this.access = access;
    }

    @Bean
    static Navigation householdsNavigation() {
        return new Navigation(36, "/households", "householdpages.nav", HOUSEHOLD_FIGURES);
    }

    /** The own commune's book; for those above it the units below, step by step. */
    @GetMapping("/households")
    String places(@RequestParam(required = false) @Nullable Integer of, Model model) {
        int own = access.require(HOUSEHOLD_FIGURES).unit();
        Unit unit = units.find(of == null ? own : of, pages.today());
        if (unit.level() == Level.COMMUNE) {
            return "redirect:/units/" + unit.id() + "/households";
        }
        access.require(HOUSEHOLD_FIGURES, Subject.of(unit.id()));
        model.addAttribute("unit", unit);
        model.addAttribute("above", units.ancestors(unit.id(), pages.today()).reversed());
        model.addAttribute("below", units.children(unit.id(), pages.today()));
        return "householdpages/places";
    }

    @GetMapping("/units/{unit:\\d+}/households")
    String villages(
            @PathVariable int unit,
            @RequestParam(required = false) Mark.@Nullable Service service,
            @RequestParam(defaultValue = "ATTENDED") Mark.Depth depth,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            Model model) {
        LocalDate today = pages.today();
        LocalDate day = on == null || on.isAfter(today) ? today : on;
        List<HouseholdBook.InVillage> villages = book.villages(unit, today);
        pages.commune(unit, model);
        model.addAttribute("villages", villages);
        model.addAttribute("service", service);
        model.addAttribute("depth", depth);
        model.addAttribute("day", day);
        model.addAttribute("reached", service == null ? Map.of() : marks.reached(unit, service, depth, day));
        model.addAttribute("flows", book.flows(unit, null, today.withDayOfYear(1), today));
        model.addAttribute("first", today.withDayOfYear(1));
        boolean reads = villages.stream().anyMatch(each -> allows(unit, each, false));
        model.addAttribute("reads", reads);
        model.addAttribute("keeps", villages.stream().anyMatch(each -> allows(unit, each, true)));
        return "householdpages/villages";
    }

    private boolean allows(int unit, HouseholdBook.InVillage each, boolean keep) {
        return access.allows(
                keep ? HOUSEHOLD_KEEP : HOUSEHOLD_READ,
                Subject.of(unit, each.village().id()));
    }

    @GetMapping("/units/{unit:\\d+}/households/list")
    String list(
            @PathVariable int unit,
            @RequestParam(required = false) @Nullable UUID village,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Flag flag,
            @RequestParam(required = false) @Nullable Registration registration,
            @RequestParam(defaultValue = "false") boolean away,
            @RequestParam(defaultValue = "") String at,
            Model model) {
        HouseholdBook.Asked asked = new HouseholdBook.Asked(village, q, flag, registration, away);
        KeysetSlice<Household> rows = book.list(unit, asked, Cursor.of(at).orElse(null));
        pages.commune(unit, model);
        model.addAttribute("rows", rows);
        model.addAttribute("asked", asked);
        model.addAttribute("flags", book.flags(unit, rows.items()));
        model.addAttribute("places", book.places(unit, pages.today()));
        model.addAttribute("villages", pages.villages(unit));
        model.addAttribute("keeps", village != null && access.allows(HOUSEHOLD_KEEP, Subject.of(unit, village)));
        return "householdpages/list";
    }

    @GetMapping("/units/{unit:\\d+}/households/{id}")
    String show(@PathVariable int unit, @PathVariable UUID id, Model model) {
        model.addAttribute("view", book.view(unit, id));
        pages.commune(unit, model);
        return "householdpages/household";
    }
}
