package vn.toam.reorganisation;

import static vn.toam.unit.UnitPermissions.UNIT_EDIT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.reorganisation.ReorganisationRules.Resolved;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Subject;
import vn.toam.unit.UnitService;

/**
 * Who may reorganise what: by what it touches. Communes: whoever holds their province; provinces: the country. What is decided is public; a
 * draft is for those who may do what it does, and for nobody else to read, change or throw away.
 */
@Component
class ReorganisationReach {

    private final UnitService units;
    private final Access access;

    ReorganisationReach(UnitService units, @Lazy Access access) {
        this.units = units;
        this.access = access;
    }

    /** True when the asker may do all that the draft does; one that touches nothing yet is its maker's. */
    boolean reaches(Reorganisation draft, Supplier<Resolved> resolved) {
        if (access.allows(UNIT_EDIT, Subject.of(UnitService.COUNTRY))) {
            return true;
        }
        List<Integer> touched = touched(resolved.get(), draft.on());
        return touched.isEmpty()
                ? draft.by().equals(access.me().name())
                : touched.stream().allMatch(unit -> access.allows(UNIT_EDIT, Subject.of(unit)));
    }

    /** @throws NotAllowed unless the asker may do all of it */
    void require(Resolved resolved, LocalDate on) {
        if (!access.allows(UNIT_EDIT, Subject.of(UnitService.COUNTRY))) {
            touched(resolved, on).forEach(unit -> access.require(UNIT_EDIT, Subject.of(unit)));
        }
    }

    /** The provinces of what ends or changes; the country where provinces themselves do. */
    private List<Integer> touched(Resolved resolved, LocalDate on) {
        List<Unit> touched = new ArrayList<>(resolved.ended());
        resolved.kept().forEach(kept -> touched.add(kept.unit()));
        return touched.stream()
                .map(unit -> unit.level() == Level.PROVINCE ? UnitService.COUNTRY : province(unit, on))
                .distinct()
                .toList();
    }

    private int province(Unit unit, LocalDate on) {
        return units.ancestors(unit.id(), on.minusDays(1)).stream()
                .filter(above -> above.level() == Level.PROVINCE)
                .findFirst()
                .map(Unit::id)
                .orElse(UnitService.COUNTRY);
    }
}
