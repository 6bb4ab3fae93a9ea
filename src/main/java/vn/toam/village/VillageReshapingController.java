package vn.toam.village;

import static vn.toam.village.VillagePermissions.VILLAGE_EDIT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.shared.Access;
import vn.toam.shared.Flash;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;

/** What becomes of villages by a decision: dissolved, merged, split, passed on; and the taking back of any of it. */
@Controller
class VillageReshapingController {

    private final VillagePages pages;
    private final VillageService villages;
    private final VillageReshaping reshaping;
    private final VillageKinds kinds;
    private final UnitService units;
    private final Access access;
    private final Words words;
    private final Clock clock;

    VillageReshapingController(
            VillagePages pages,
            VillageService villages,
            VillageReshaping reshaping,
            VillageKinds kinds,
            UnitService units,
            Access access,
            Words words,
            Clock clock) {
        this.pages = pages;
        this.villages = villages;
        this.reshaping = reshaping;
        this.kinds = kinds;
        this.units = units;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/units/{unit:\\d+}/villages/merge")
    String mergePage(@PathVariable int unit, Model model) {
        return merging(unit, new VillageTyped(Map.of(), Set.of()), List.of(), model);
    }

    private String merging(int unit, VillageTyped typed, List<UUID> of, Model model) {
        access.require(VILLAGE_EDIT, Subject.of(unit));
        pages.commune(unit, model);
        model.addAttribute(
                "rows", villages.list(unit).stream().filter(row -> !row.ended()).toList());
        model.addAttribute("chosen", of);
        model.addAttribute("typed", typed);
        model.addAttribute("kinds", kinds.all());
        return "village/merge";
    }

    @PostMapping("/units/{unit:\\d+}/villages/merge")
    String merge(
            @PathVariable int unit,
            @RequestParam(required = false) @Nullable List<UUID> of,
            @RequestParam(required = false) @Nullable UUID into,
            @RequestParam Map<String, String> values,
            Model model,
            RedirectAttributes redirect) {
        access.require(VILLAGE_EDIT, Subject.of(unit));
        Unit commune = pages.commune(unit, model);
        VillageTyped typed = VillageTyped.of(values, null);
        List<UUID> chosen = Objects.requireNonNullElse(of, List.of());
        try {
            UUID made = reshaping.merge(
                    commune.province(),
                    chosen,
                    into,
                    new VillageReshaping.Made(typed.at("kind"), typed.at("name")),
                    typed.basis());
            Flash.say(redirect, words.text("village.done.merged", chosen.size()));
            return "redirect:/villages/" + commune.province() + "/" + made;
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return merging(unit, typed, chosen, model);
        }
    }

    @GetMapping("/villages/{province}/{id}/{act:end|split|pass}")
    String reshapePage(@PathVariable int province, @PathVariable UUID id, @PathVariable String act, Model model) {
        return reshaping(province, id, act, new VillageTyped(Map.of(), Set.of()), model);
    }

    private String reshaping(int province, UUID id, String act, VillageTyped typed, Model model) {
        Village village = villages.find(province, id);
        access.require(VILLAGE_EDIT, village);
        Unit commune = pages.commune(village.unit(), model);
        model.addAttribute("village", village);
        model.addAttribute("act", act);
        model.addAttribute("typed", typed);
        model.addAttribute("kinds", kinds.all());
        model.addAttribute("communes", act.equals("pass") ? others(commune) : List.of());
        return "village/reshape";
    }

    /** The other communes of the province whose villages the reader may change. */
    private List<Unit> others(Unit commune) {
        LocalDate today = LocalDate.now(clock);
        return units.ancestors(commune.id(), today).stream()
                .filter(unit -> unit.level() == Level.PROVINCE)
                .flatMap(unit -> units.communesBelow(unit.id(), today).stream())
                .filter(unit -> unit.id() != commune.id() && access.allows(VILLAGE_EDIT, Subject.of(unit.id())))
                .toList();
    }

    @PostMapping("/villages/{province}/{id}/{act:end|split|pass}")
    String reshape(
            @PathVariable int province,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> values,
            Model model,
            RedirectAttributes redirect) {
        VillageTyped typed = VillageTyped.of(values, null);
        try {
            switch (act) {
                case "end" -> villages.end(province, id, typed.basis());
                case "split" ->
                    reshaping.split(province, id, typed.at("goesOn").equals("true"), typed.made(), typed.basis());
                default -> reshaping.pass(province, id, to(typed), typed.basis());
            }
            Flash.say(redirect, words.text("village.done." + act));
            return "redirect:/villages/" + province + "/" + id;
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return reshaping(province, id, act, typed, model);
        }
    }

    private static int to(VillageTyped typed) {
        if (!typed.at("to").matches("\\d{1,9}")) {
            throw Rejected.field("to", "village.problem.pass");
        }
        return Integer.parseInt(typed.at("to"));
    }

    @PostMapping("/villages/{province}/changes/{change}/undo")
    String undo(@PathVariable int province, @PathVariable UUID change, Model model, RedirectAttributes redirect) {
        VillageChange undone = reshaping.undo(province, change);
        Flash.say(redirect, words.text("village.done.undone"));
        return "redirect:/units/" + Objects.requireNonNull(undone.unit()) + "/villages";
    }
}
