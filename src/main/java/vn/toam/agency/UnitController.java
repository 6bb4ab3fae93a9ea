package vn.toam.agency;

import static vn.toam.agency.AgencyPermissions.AGENCY_EDIT;
import static vn.toam.unit.UnitPermissions.UNIT_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.geography.Validity;
import vn.toam.shared.Access;
import vn.toam.shared.Navigation;
import vn.toam.shared.Rejected;
import vn.toam.shared.Slice;
import vn.toam.shared.Subject;
import vn.toam.unit.Successions;
import vn.toam.unit.UnitService;

/** Pages of the tree: browse and search on any date, one unit with its history, its bodies. */
@Controller
@RequestMapping("/units")
class UnitController {

    private static final int PAGE = 50;

    private final UnitService units;
    private final Successions successions;
    private final AgencyService agencies;
    private final CommitteeService committees;
    private final Access access;
    private final Clock clock;

    UnitController(
            UnitService units,
            Successions successions,
            AgencyService agencies,
            CommitteeService committees,
            Access access,
            Clock clock) {
        this.units = units;
        this.successions = successions;
        this.agencies = agencies;
        this.committees = committees;
        this.access = access;
        this.clock = clock;
    }

    @Bean
    static Navigation unitsNavigation() {
        return new Navigation(70, "/units", "shared.nav.units", UNIT_READ);
    }

    @GetMapping
    String tree(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
            @RequestParam(defaultValue = "1") int of,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Level level,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        access.require(UNIT_READ);
        LocalDate day = date == null ? LocalDate.now(clock) : date;
        Unit unit = units.find(of, day);
        Slice<Unit> shown = q.isBlank() ? slice(units.children(of, day), page) : units.search(q, day, level, page);
        model.addAttribute("date", day);
        model.addAttribute("unit", unit);
        model.addAttribute("above", units.ancestors(of, day).reversed());
        model.addAttribute("query", q.strip());
        model.addAttribute("level", level);
        model.addAttribute("shown", shown);
        model.addAttribute(
                "places", units.places(shown.items().stream().map(Unit::id).toList(), day));
        return "agency/tree";
    }

    private static Slice<Unit> slice(List<Unit> all, int number) {
        int page = Math.clamp(number, 1, Math.max(1, (all.size() + PAGE - 1) / PAGE));
        int from = Math.min(all.size(), (page - 1) * PAGE);
        return new Slice<>(all.subList(from, Math.min(all.size(), from + PAGE)), page, PAGE, all.size());
    }

    @GetMapping("/{id:\\d+}")
    String show(
            @PathVariable int id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
            Model model) {
        access.require(UNIT_READ);
        Unit unit = units.find(id, date == null ? LocalDate.now(clock) : date);
        LocalDate day = nearest(unit.validity(), date == null ? LocalDate.now(clock) : date);
        model.addAttribute("unit", unit);
        model.addAttribute("date", day);
        model.addAttribute("above", units.ancestors(id, day).reversed());
        model.addAttribute("names", units.names(id));
        model.addAttribute("came", successions.predecessors(id));
        model.addAttribute("went", successions.successors(id));
        model.addAttribute("formation", successions.formation(id).orElse(null));
        model.addAttribute("comparable", compared(unit) ? successions.comparable(id) : null);
        model.addAttribute("agencies", agencies.agenciesOf(id, day));
        model.addAttribute("committees", committees.of(id));
        model.addAttribute("typed", Map.of());
        model.addAttribute("mayEditAgencies", access.allows(AGENCY_EDIT, Subject.of(id)));
        return "agency/unit";
    }

    private static boolean compared(Unit unit) {
        return unit.level() != Level.COUNTRY && unit.level() != Level.VILLAGE;
    }

    private static LocalDate nearest(Validity validity, LocalDate date) {
        if (date.isBefore(validity.from())) {
            return validity.from();
        }
        return validity.on(date) ? date : validity.to().minusDays(1);
    }

    @PostMapping("/{id:\\d+}/agencies")
    String addAgency(
            @PathVariable int id,
            @RequestParam Body body,
            @RequestParam String agencyName,
            @RequestParam(defaultValue = "") String shortName,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            Model model) {
        try {
            int agency = agencies.addAgency(
                    id, body, "OTHER", agencyName, shortName, null, from == null ? LocalDate.now(clock) : from);
            return "redirect:/units/agencies/" + agency;
        } catch (Rejected rejected) {
            return again(id, rejected, Map.of("agencyName", agencyName, "shortName", shortName), model);
        }
    }

    @PostMapping("/{id:\\d+}/committees")
    String establish(
            @PathVariable int id,
            @RequestParam String committeeName,
            @RequestParam String decision,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate decidedOn,
            Model model) {
        try {
            return "redirect:/units/committees/"
                    + committees.establish(
                            id, committeeName, decision, decidedOn == null ? LocalDate.now(clock) : decidedOn);
        } catch (Rejected rejected) {
            return again(id, rejected, Map.of("committeeName", committeeName, "decision", decision), model);
        }
    }

    /** The same page with what is wrong and what was typed. */
    private String again(int id, Rejected rejected, Map<String, String> typed, Model model) {
        String view = show(id, null, model);
        model.addAttribute("problems", rejected.problems());
        model.addAttribute("typed", typed);
        return view;
    }
}
