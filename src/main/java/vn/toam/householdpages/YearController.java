package vn.toam.householdpages;

import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_READ;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.toam.geography.Unit;
import vn.toam.household.HouseholdYears;
import vn.toam.household.HouseholdYears.Difference;
import vn.toam.household.HouseholdYears.Frozen;
import vn.toam.household.HouseholdYears.InVillage;
import vn.toam.shared.Access;
import vn.toam.shared.Subject;
import vn.toam.village.Village;
import vn.toam.village.Villages;

/** The book of a commune as it stood at the end of a year, and where it tells otherwise now. */
@Controller
class YearController {

    private final BookPages pages;
    private final HouseholdYears years;
    private final Villages villages;
    private final Access access;

    YearController(BookPages pages, HouseholdYears years, Villages villages, Access access) {
        this.pages = pages;
        this.years = years;
        this.villages = villages;
        this.access = access;
    }

    @GetMapping("/units/{unit:\\d+}/households/years/{year}")
    String year(@PathVariable int unit, @PathVariable int year, Model model) {
        Optional<Frozen> frozen = years.frozen(unit, year);
        Unit commune = pages.commune(unit, model);
        List<InVillage> rows = frozen.isEmpty() ? List.of() : years.villages(unit, year);
        Map<UUID, Village> named = villages.named(
                commune.province(),
                rows.stream().map(InVillage::village).toList(),
                frozen.map(Frozen::cutOff).orElse(LocalDate.EPOCH));
        boolean reads = frozen.isPresent() && access.allows(HOUSEHOLD_READ, Subject.of(unit));
        List<Difference> differences = reads ? years.differences(unit, year) : List.of();
        model.addAttribute("year", year);
        model.addAttribute("frozen", frozen.orElse(null));
        model.addAttribute("rows", rows);
        model.addAttribute("named", named);
        model.addAttribute("reads", reads);
        model.addAttribute("differences", differences);
        return "householdpages/year";
    }
}
