package vn.toam.village;

import static vn.toam.unit.UnitPermissions.UNIT_READ;
import static vn.toam.village.VillagePermissions.VILLAGE_EDIT;
import static vn.toam.village.VillagePermissions.VILLAGE_PERSONS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.geography.Unit;
import vn.toam.shared.Access;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Slice;
import vn.toam.shared.SortOrder;
import vn.toam.shared.Subject;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;

/** Pages of a commune's villages and of one village: list, entry, correction. */
@Controller
class VillageController {

    private static final int PAGE = 100;

    private final VillagePages pages;
    private final VillageService villages;
    private final VillageKinds kinds;
    private final UnitService units;
    private final Access access;
    private final Words words;
    private final Clock clock;

    VillageController(
            VillagePages pages,
            VillageService villages,
            VillageKinds kinds,
            UnitService units,
            Access access,
            Words words,
            Clock clock) {
        this.pages = pages;
        this.villages = villages;
        this.kinds = kinds;
        this.units = units;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/units/{unit:\\d+}/villages")
    String list(
            @PathVariable int unit,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "CURRENT") VillageListing.Shown shown,
            @RequestParam(defaultValue = "NO") VillageListing.Column sort,
            @RequestParam(defaultValue = "false") boolean down,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        access.require(UNIT_READ);
        Unit commune = pages.commune(unit, model);
        List<VillageRow> all = villages.list(unit);
        List<VillageRow> rows = VillageListing.of(all, new VillageListing.Asked(q, kind, shown, sort, down));
        boolean mayEdit = mayEdit(commune);
        model.addAttribute("rows", Slice.of(rows, page, PAGE));
        model.addAttribute("totals", VillageListing.totals(rows));
        model.addAttribute("any", !all.isEmpty());
        model.addAttribute("kinds", kinds.all());
        model.addAttribute("q", q.strip());
        model.addAttribute("kind", kind);
        model.addAttribute("shown", shown);
        model.addAttribute(
                "order",
                SortOrder.of(
                        "/units/" + unit + "/villages",
                        Map.of("q", q.strip(), "kind", kind, "shown", shown),
                        sort,
                        down));
        model.addAttribute("persons", access.allows(VILLAGE_PERSONS, Subject.of(unit)));
        model.addAttribute("mayEdit", mayEdit);
        model.addAttribute("changes", mayEdit ? villages.changes(unit) : List.of());
        return "village/list";
    }

    @GetMapping("/units/{unit:\\d+}/villages/new")
    String blank(@PathVariable int unit, Model model) {
        access.require(VILLAGE_EDIT, Subject.of(unit));
        Unit commune = pages.commune(unit, model);
        String kind = commune.type().equals("COMMUNE") ? "THON" : "TO_DAN_PHO";
        return edit(null, VillageTyped.blank(kind, commune.validity()), model);
    }

    @PostMapping("/units/{unit:\\d+}/villages")
    String add(
            @PathVariable int unit,
            @RequestParam Map<String, String> values,
            @RequestParam(required = false) @Nullable List<Area> areas,
            Model model,
            RedirectAttributes redirect) {
        VillageTyped typed = VillageTyped.of(values, areas);
        try {
            UUID id = villages.add(unit, typed.form());
            Village added = villages.find(units.find(unit).province(), id);
            Flash.say(redirect, words.text("village.done.added", added.fullName()));
            return values.containsKey("again")
                    ? "redirect:/units/" + unit + "/villages/new"
                    : "redirect:/units/" + unit + "/villages";
        } catch (Rejected rejected) {
            access.require(VILLAGE_EDIT, Subject.of(unit));
            pages.commune(unit, model);
            model.addAttribute("problems", rejected.problems());
            return edit(null, typed, model);
        }
    }

    @GetMapping("/villages/{province}/{id}")
    String show(@PathVariable int province, @PathVariable UUID id, Model model) {
        VillageView view = villages.view(province, id);
        LocalDate today = LocalDate.now(clock);
        List<Integer> places =
                view.periods().stream().map(Village::unit).distinct().toList();
        pages.commune(view.village().unit(), model);
        model.addAttribute("view", view);
        model.addAttribute("kind", kinds.label(view.village().kind()));
        model.addAttribute("over", !view.village().validity().to().isAfter(today));
        model.addAttribute(
                "places", units.findAll(places, today).stream().collect(Collectors.toMap(Unit::id, Unit::fullName)));
        return "village/village";
    }

    @GetMapping("/villages/{province}/{id}/edit")
    String edit(@PathVariable int province, @PathVariable UUID id, Model model) {
        VillageHeads heads = villages.heads(province, id);
        Village village = villages.find(province, id);
        pages.commune(village.unit(), model);
        return edit(village, VillageTyped.of(village, heads), model);
    }

    @PostMapping("/villages/{province}/{id}/edit")
    String change(
            @PathVariable int province,
            @PathVariable UUID id,
            @RequestParam Map<String, String> values,
            @RequestParam(required = false) @Nullable List<Area> areas,
            Model model,
            RedirectAttributes redirect) {
        VillageTyped typed = VillageTyped.of(values, areas);
        try {
            villages.change(province, id, typed.form());
            Flash.say(redirect, words.text("village.done.saved"));
            return "redirect:/villages/" + province + "/" + id;
        } catch (Rejected rejected) {
            villages.heads(province, id);
            Village village = villages.find(province, id);
            pages.commune(village.unit(), model);
            model.addAttribute("problems", rejected.problems());
            return edit(village, typed, model);
        }
    }

    private String edit(@Nullable Village village, VillageTyped typed, Model model) {
        model.addAttribute("village", village);
        model.addAttribute("typed", typed);
        model.addAttribute("kinds", kinds.all());
        return "village/edit";
    }

    private boolean mayEdit(Unit commune) {
        return commune.validity().on(LocalDate.now(clock)) && access.allows(VILLAGE_EDIT, Subject.of(commune.id()));
    }
}
