package vn.toam.householdpages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.household.HouseholdBook;
import vn.toam.shared.NotFound;
import vn.toam.unit.UnitService;
import vn.toam.village.Village;

/** What every page of the book shows: the commune, what lies above it, its villages as far as the reader's rights go. */
@Component
class BookPages {

    private final UnitService units;
    private final HouseholdBook book;
    private final Clock clock;

    BookPages(UnitService units, HouseholdBook book, Clock clock) {
        this.units = units;
        this.book = book;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The commune of a page. @throws NotFound when the unit is none */
    Unit commune(int id, Model model) {
        Unit unit = units.find(id, today());
        if (unit.level() != Level.COMMUNE) {
            throw new NotFound("commune " + id);
        }
        model.addAttribute("above", units.ancestors(id, today()).reversed());
        model.addAttribute("commune", unit);
        return unit;
    }

    /** Villages of today whose names the reader may read, in the order of their numbers. */
    List<Village> villages(int unit) {
        return book.places(unit, today()).values().stream()
                .filter(village -> village.validity().on(today()))
                .distinct()
                .sorted(Comparator.comparingInt(Village::no))
                .toList();
    }
}
