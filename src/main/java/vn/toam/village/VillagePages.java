package vn.toam.village;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.shared.NotFound;
import vn.toam.unit.UnitService;

/** What every page of villages shows: the commune and what lies above it. */
@Component
class VillagePages {

    private final UnitService units;
    private final Clock clock;

    VillagePages(UnitService units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** The commune of a page, with the trail to it. @throws NotFound when the unit is none */
    Unit commune(int id, Model model) {
        LocalDate today = LocalDate.now(clock);
        Unit unit = units.find(id, today);
        if (unit.level() != Level.COMMUNE) {
            throw new NotFound("commune " + id);
        }
        model.addAttribute("above", units.ancestors(id, today).reversed());
        model.addAttribute("commune", unit);
        return unit;
    }
}
