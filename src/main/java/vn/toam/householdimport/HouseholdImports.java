package vn.toam.householdimport;

import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_KEEP;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.toam.household.HouseholdLists;
import vn.toam.mapping.ImportKind;
import vn.toam.shared.Access;
import vn.toam.shared.NotFound;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;
import vn.toam.village.Villages;

/** Lists are brought into the book of a commune by who keeps it, or into a village of it by who keeps that one. */
@Component
class HouseholdImports implements ImportKind {

    static final String KIND = "household";

    private final HouseholdLists lists;
    private final HouseholdColumns columns;
    private final Villages villages;
    private final UnitService units;
    private final Access access;
    private final Words words;
    private final Clock clock;

    HouseholdImports(
            HouseholdLists lists,
            HouseholdColumns columns,
            Villages villages,
            UnitService units,
            Access access,
            Words words,
            Clock clock) {
        this.lists = lists;
        this.columns = columns;
        this.villages = villages;
        this.units = units;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayImport() {
        return access.me().may(HOUSEHOLD_KEEP);
    }

    @Override
    public HouseholdTarget find(String key) {
        if (!key.matches("\\d{1,9}")) {
            throw new NotFound("imports into " + key);
        }
        int unit = Integer.parseInt(key);
        LocalDate today = LocalDate.now(clock);
        return new HouseholdTarget(
                units.find(unit, today),
                columns.all(),
                lists,
                new VillageNames(villages, lists.villages(unit)),
                words,
                today);
    }
}
