package vn.toam.unit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toam.geography.Level;
import vn.toam.geography.Share;

/**
 * What a reorganisation does to the tree of units.
 *
 * @param id of the reorganisation: by it the change is taken back
 * @param on the first day of the new state
 * @param adopted day of the acts that the tree does not know yet; null: not known
 */
public record UnitTreeChange(
        UUID id,
        LocalDate on,
        @Nullable LocalDate adopted,
        List<Begun> begun,
        List<Renamed> renamed,
        List<Ended> ended,
        List<Linked> links) {

    /** A new unit, under an id of {@link UnitReorganiser#newIds}. */
    public record Begun(
            int id, String code, Level level, int province, String type, String name, int parent, String act) {}

    /** A unit that goes on under another spelling. */
    public record Renamed(int unit, String name, String act) {}

    /** A unit that ends. @param heir the unit that takes over what lies below it */
    public record Ended(int unit, int heir) {}

    /** Territory that passes from one unit to another. @param households how many move; null: not known */
    public record Linked(
            int from, int to, Share share, @Nullable Integer households, String act, String clause) {}

    /** As the arrays that {@code sql/unit/reorganise.sql} names: one statement for any number of units. */
    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("id", id);
        all.put("on", on);
        all.put("adopted", adopted);
        all.put(
                "acts",
                Stream.concat(links.stream().map(Linked::act), renamed.stream().map(Renamed::act))
                        .distinct()
                        .toArray(String[]::new));
        all.put("targets", numbers(begun, Begun::id));
        all.put("codes", texts(begun, Begun::code));
        all.put("levels", texts(begun, unit -> unit.level().name()));
        all.put("types", texts(begun, Begun::type));
        all.put("names", texts(begun, Begun::name));
        all.put("provinces", numbers(begun, Begun::province));
        all.put("parents", numbers(begun, Begun::parent));
        all.put("targetActs", texts(begun, Begun::act));
        all.put("kept", numbers(renamed, Renamed::unit));
        all.put("keptNames", texts(renamed, Renamed::name));
        all.put("keptActs", texts(renamed, Renamed::act));
        all.put("ended", numbers(ended, Ended::unit));
        all.put("heirs", numbers(ended, Ended::heir));
        all.put("froms", numbers(links, Linked::from));
        all.put("tos", numbers(links, Linked::to));
        all.put("shares", texts(links, link -> link.share().name()));
        all.put("linkActs", texts(links, Linked::act));
        all.put("clauses", texts(links, Linked::clause));
        all.put("households", links.stream().map(Linked::households).toArray(Integer[]::new));
        return all;
    }

    private static <T> String[] texts(List<T> list, Function<T, String> of) {
        return list.stream().map(of).toArray(String[]::new);
    }

    private static <T> int[] numbers(List<T> list, Function<T, Integer> of) {
        return list.stream().mapToInt(of::apply).toArray();
    }
}
