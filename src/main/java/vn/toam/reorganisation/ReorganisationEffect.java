package vn.toam.reorganisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.toam.reorganisation.ReorganisationRules.Resolved;
import vn.toam.reorganisation.ReorganisationRules.Target;
import vn.toam.unit.UnitService;
import vn.toam.unit.UnitTreeChange;
import vn.toam.unit.UnitTreeChange.Begun;
import vn.toam.unit.UnitTreeChange.Ended;
import vn.toam.unit.UnitTreeChange.Renamed;

/** A resolved reorganisation with the ids of its new units: what changes in the tree. */
record ReorganisationEffect(
        Reorganisation one, Resolved resolved, int[] ids, Map<String, Integer> made, Map<String, Integer> codes) {

    /**
     * Those of a reorganisation about to happen.
     *
     * @param ids of the units that begin, in the order of {@code resolved.targets()}
     */
    static ReorganisationEffect of(Reorganisation one, Resolved resolved, int[] ids, UnitService units) {
        Map<String, Integer> made = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            made.put(resolved.targets().get(i).code(), ids[i]);
        }
        return new ReorganisationEffect(one, resolved, ids, made, codes(one, resolved, made, units));
    }

    /** Ids by code of the units that parents and heirs are named by, as they are once this has happened. */
    private static Map<String, Integer> codes(
            Reorganisation one, Resolved resolved, Map<String, Integer> made, UnitService units) {
        Map<String, Integer> codes = new HashMap<>();
        Set<String> asked = resolved.targets().stream().map(Target::parent).collect(Collectors.toSet());
        asked.addAll(resolved.heirs().values());
        units.frame(asked, one.on().minusDays(1)).forEach(unit -> codes.put(unit.code(), unit.id()));
        codes.putAll(made);
        codes.put("", UnitService.COUNTRY);
        return codes;
    }

    /** What it does to the tree. */
    UnitTreeChange change() {
        return new UnitTreeChange(one.id(), one.on(), one.adopted(), begun(), renamed(), ended(), linked());
    }

    private List<Begun> begun() {
        List<Target> targets = resolved.targets();
        return IntStream.range(0, ids.length)
                .mapToObj(i -> {
                    Target unit = targets.get(i);
                    return new Begun(
                            ids[i],
                            unit.code(),
                            unit.level(),
                            unit.province(),
                            unit.type(),
                            unit.name(),
                            id(unit.parent()),
                            unit.act());
                })
                .toList();
    }

    private List<Renamed> renamed() {
        return resolved.kept().stream()
                .filter(each -> !each.name().equals(each.unit().name()))
                .map(each -> new Renamed(each.unit().id(), each.name(), each.act()))
                .toList();
    }

    private List<Ended> ended() {
        return resolved.ended().stream()
                .map(unit -> new Ended(unit.id(), id(resolved.heirs().getOrDefault(unit.id(), ""))))
                .toList();
    }

    private List<UnitTreeChange.Linked> linked() {
        return resolved.links().stream()
                .map(link -> new UnitTreeChange.Linked(
                        link.from().id(),
                        Objects.requireNonNull(made.get(link.target())),
                        link.share(),
                        link.households(),
                        link.act(),
                        link.line().clause()))
                .toList();
    }

    /** For each link the row of the table that it was typed in. */
    int[] rows() {
        return resolved.links().stream().mapToInt(link -> link.line().row()).toArray();
    }

    private int id(String code) {
        return Objects.requireNonNull(codes.get(code), code);
    }
}
