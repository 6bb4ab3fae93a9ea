package vn.toam.agency;

import static vn.toam.agency.AgencyPermissions.AGENCY_EDIT;
import static vn.toam.unit.UnitPermissions.UNIT_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toam.geography.Unit;
import vn.toam.shared.Access;
import vn.toam.shared.Rejected;
import vn.toam.shared.Slice;
import vn.toam.shared.SortOrder;
import vn.toam.unit.UnitService;

/** Pages of an agency and of a steering committee. */
@Controller
@RequestMapping("/units")
class AgencyController {

    private final AgencyService agencies;
    private final CommitteeService committees;
    private final UnitService units;
    private final Access access;
    private final Clock clock;

    AgencyController(
            AgencyService agencies, CommitteeService committees, UnitService units, Access access, Clock clock) {
        this.agencies = agencies;
        this.committees = committees;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/agencies/{id:\\d+}")
    String agency(@PathVariable int id, Model model) {
        access.require(UNIT_READ);
        LocalDate today = LocalDate.now(clock);
        Agency agency = agencies.find(id);
        boolean over = !today.isBefore(agency.validity().to());
        model.addAttribute("agency", agency);
        model.addAttribute("unit", units.find(agency.unit(), today));
        model.addAttribute("above", above(agency.unit(), today));
        model.addAttribute("identifiers", agencies.identifiers(id));
        model.addAttribute("successors", over ? agencies.successorsOf(id, today) : List.of());
        model.addAttribute("over", over);
        model.addAttribute("mayEdit", !over && access.allows(AGENCY_EDIT, agency));
        return "agency/agency";
    }

    /** The unit and those above it, from the top: the trail of the page. */
    private List<Unit> above(int unit, LocalDate date) {
        List<Unit> above = new ArrayList<>(units.ancestors(unit, date).reversed());
        above.add(units.find(unit, date));
        return above;
    }

    @PostMapping("/agencies/{id:\\d+}/close")
    String close(@PathVariable int id, @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate last, Model model) {
        try {
            agencies.closeAgency(id, last, null, "");
            return "redirect:/units/agencies/" + id;
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return agency(id, model);
        }
    }

    @GetMapping("/committees")
    String committees(
            @RequestParam(defaultValue = "PLACE") CommitteeService.Column sort,
            @RequestParam(defaultValue = "false") boolean down,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        access.require(UNIT_READ);
        Slice<Committee> shown = committees.all(sort, down, page);
        model.addAttribute("order", SortOrder.of("/units/committees", Map.of(), sort, down));
        model.addAttribute("shown", shown);
        model.addAttribute(
                "units",
                units
                        .findAll(
                                shown.items().stream()
                                        .map(Committee::unit)
                                        .distinct()
                                        .toList(),
                                LocalDate.now(clock))
                        .stream()
                        .collect(Collectors.toMap(Unit::id, Unit::fullName)));
        return "agency/committees";
    }

    @GetMapping("/committees/{id}")
    String committee(@PathVariable UUID id, Model model) {
        access.require(UNIT_READ);
        LocalDate today = LocalDate.now(clock);
        Committee committee = committees.find(id);
        model.addAttribute("committee", committee);
        model.addAttribute("unit", units.find(committee.unit(), today));
        model.addAttribute("above", above(committee.unit(), today));
        model.addAttribute("posts", committees.posts(id));
        model.addAttribute("agencies", agencies.agenciesOf(committee.unit(), today));
        model.addAttribute("mayEdit", committee.validity().on(today) && access.allows(AGENCY_EDIT, committee));
        return "agency/committee";
    }

    @PostMapping("/committees/{id}/posts")
    String seat(
            @PathVariable UUID id,
            @RequestParam String post,
            @RequestParam int agency,
            @RequestParam CommitteePost.Role role,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            Model model) {
        try {
            committees.seat(id, post, agency, role, decision, from == null ? LocalDate.now(clock) : from);
            return "redirect:/units/committees/" + id;
        } catch (Rejected rejected) {
            model.addAttribute("problems", rejected.problems());
            return committee(id, model);
        }
    }

    @PostMapping("/committees/{id}/posts/{seat}/end")
    String unseat(@PathVariable UUID id, @PathVariable UUID seat) {
        committees.unseat(id, seat, LocalDate.now(clock).minusDays(1));
        return "redirect:/units/committees/" + id;
    }
}
