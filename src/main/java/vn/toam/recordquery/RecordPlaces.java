package vn.toam.recordquery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.geography.Level;
import vn.toam.geography.Origin;
import vn.toam.geography.Unit;
import vn.toam.register.RegisterPermissions;
import vn.toam.shared.Access;
import vn.toam.shared.Subject;
import vn.toam.unit.Geographies;
import vn.toam.unit.UnitService;

/** Whose records belong to a place: its own, those below it, and those of everything that it was made of. */
@Component
class RecordPlaces {

    /** @param units those that keep the records; null: all of the province */
    record Scope(int province, @Nullable Set<Integer> units) {}

    private final Geographies geographies;
    private final UnitService units;
    private final Access access;
    private final Clock clock;

    RecordPlaces(Geographies geographies, UnitService units, Access access, Clock clock) {
        this.geographies = geographies;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    /** The country keeps its own; what provinces keep is listed province by province. */
    Scope of(Unit place) {
        boolean whole = place.level() == Level.PROVINCE && place.validity().last() == null;
        return new Scope(geographies.province(place.id()), whole ? null : units(place));
    }

    /** What the place itself keeps. */
    Scope itself(Unit place) {
        return new Scope(
                geographies.province(place.id()),
                Arrays.stream(geographies.madeOf(place.id(), Origin.ENDED))
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    /** Every unit whose records belong to the place. */
    Set<Integer> units(Unit place) {
        return place.level() == Level.COUNTRY
                ? Set.of(place.id())
                : RecordCounting.origins(geographies.now(), List.of(place.id())).keySet();
    }

    /** Where else whoever reads may look: above, the place, and below it or beside it; the place alone when there is nothing else. */
    List<Unit> choices(Unit place) {
        LocalDate today = LocalDate.now(clock);
        List<Unit> above = units.ancestors(place.id(), today).reversed().stream()
                .filter(unit -> reads(unit.id()))
                .toList();
        Set<Unit> choices = new LinkedHashSet<>(above);
        List<Unit> beside = place.level().reports() && !above.isEmpty()
                ? units.children(above.getLast().id(), today)
                : List.of();
        if (beside.stream().noneMatch(unit -> unit.id() == place.id())) {
            choices.add(place);
        }
        choices.addAll(beside);
        if (!place.level().reports() && reads(place.id())) {
            choices.addAll(units.children(place.id(), today));
        }
        return new ArrayList<>(choices);
    }

    private boolean reads(int unit) {
        return access.allows(RegisterPermissions.RECORD_READ, Subject.of(unit));
    }
}
