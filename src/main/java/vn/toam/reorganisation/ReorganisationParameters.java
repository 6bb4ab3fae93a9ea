package vn.toam.reorganisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toam.reorganisation.ReorganisationRules.Kept;
import vn.toam.reorganisation.ReorganisationRules.Linked;
import vn.toam.reorganisation.ReorganisationRules.Resolved;
import vn.toam.reorganisation.ReorganisationRules.Target;
import vn.toam.unit.Unit;
import vn.toam.unit.UnitService;

/** A resolved reorganisation as the arrays that {@code sql/unit/reorganise.sql} names: one statement for any number of units. */
record ReorganisationParameters(
        Reorganisation one, Resolved resolved, int[] ids, Map<String, Integer> made, Map<String, Integer> codes) {

    /**
     * Those of a reorganisation about to happen.
     *
     * @param ids of the units that begin, in the order of {@code resolved.targets()}
     */
    static ReorganisationParameters of(Reorganisation one, Resolved resolved, int[] ids, UnitService units) {
        Map<String, Integer> made = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            made.put(resolved.targets().get(i).code(), ids[i]);
        }
        return new ReorganisationParameters(one, resolved, ids, made, codes(one, resolved, made, units));
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

    Map<String, @Nullable Object> all() {
        List<Target> targets = resolved.targets();
        List<Linked> links = resolved.links();
        List<Kept> kept = resolved.kept().stream()
                .filter(each -> !each.name().equals(each.unit().name()))
                .toList();
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("id", one.id());
        all.put("on", one.on());
        all.put("adopted", one.adopted());
        all.put("acts", acts(links, kept));
        all.put("targets", ids);
        all.put("codes", texts(targets, Target::code));
        all.put("levels", texts(targets, target -> target.level().name()));
        all.put("types", texts(targets, Target::type));
        all.put("names", texts(targets, Target::name));
        all.put("provinces", numbers(targets, Target::province));
        all.put("parents", numbers(targets, target -> id(target.parent())));
        all.put("targetActs", texts(targets, Target::act));
        all.put("kept", numbers(kept, each -> each.unit().id()));
        all.put("keptNames", texts(kept, Kept::name));
        all.put("keptActs", texts(kept, Kept::act));
        all.put("ended", numbers(resolved.ended(), Unit::id));
        all.put("heirs", numbers(resolved.ended(), unit -> id(resolved.heirs().getOrDefault(unit.id(), ""))));
        all.put("rows", numbers(links, link -> link.line().row()));
        all.put("froms", numbers(links, link -> link.from().id()));
        all.put("tos", numbers(links, link -> Objects.requireNonNull(made.get(link.target()))));
        all.put("shares", texts(links, link -> link.share().name()));
        all.put("linkActs", texts(links, Linked::act));
        all.put("clauses", texts(links, link -> link.line().clause()));
        all.put("households", links.stream().map(Linked::households).toArray(Integer[]::new));
        return all;
    }

    private int id(String code) {
        return Objects.requireNonNull(codes.get(code), code);
    }

    private static String[] acts(List<Linked> links, List<Kept> kept) {
        return Stream.concat(links.stream().map(Linked::act), kept.stream().map(Kept::act))
                .distinct()
                .toArray(String[]::new);
    }

    private static <T> String[] texts(List<T> list, Function<T, String> of) {
        return list.stream().map(of).toArray(String[]::new);
    }

    private static <T> int[] numbers(List<T> list, Function<T, Integer> of) {
        return list.stream().mapToInt(of::apply).toArray();
    }
}
