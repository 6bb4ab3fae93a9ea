package vn.toam.reorganisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.toam.geography.Share;
import vn.toam.geography.Unit;
import vn.toam.geography.UnitType;
import vn.toam.reorganisation.ReorganisationRules.Kept;
import vn.toam.reorganisation.ReorganisationRules.Linked;
import vn.toam.reorganisation.ReorganisationRules.Resolved;
import vn.toam.reorganisation.ReorganisationRules.Target;
import vn.toam.reorganisation.ReorganisationService.Becoming;
import vn.toam.reorganisation.ReorganisationService.From;
import vn.toam.shared.Text;

/** The units that a reorganisation makes or keeps, as they are shown. */
final class Becomings {

    private Becomings() {}

    static List<Becoming> of(Resolved resolved, List<UnitType> named) {
        Map<String, List<From>> from = resolved.links().stream()
                .collect(Collectors.groupingBy(
                        Linked::target,
                        Collectors.mapping(
                                l -> new From(
                                        l.from().id(), l.from().code(), l.from().fullName(), l.share(), l.households()),
                                Collectors.toList())));
        Map<String, Text> types = named.stream().collect(Collectors.toMap(type -> type.key(), type -> type.label()));
        List<Becoming> all = new ArrayList<>();
        for (Target target : resolved.targets()) {
            Text type = types.getOrDefault(target.type(), Text.of(""));
            Text name = new Text(type.vi() + " " + target.name(), target.name() + " " + type.en());
            all.add(new Becoming(target.code(), name, false, from.getOrDefault(target.code(), List.of())));
        }
        for (Kept kept : resolved.kept()) {
            Unit unit = kept.unit();
            all.add(new Becoming(
                    unit.code(),
                    unit.name().equals(kept.name()) ? unit.fullName() : Text.of(kept.name()),
                    true,
                    List.of(new From(unit.id(), unit.code(), unit.fullName(), Share.FULL, null))));
        }
        return all;
    }
}
