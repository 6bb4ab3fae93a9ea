package vn.toam.geography;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;
import vn.toam.shared.VietnameseOrder;

/** Names, types and codes of all units through time, by number of the unit. */
public final class UnitNames {

    private final GeographyRows.Names rows;
    private final Map<String, GeographyRows.Type> types;
    private final Map<String, @Nullable LocalDate> acts;
    private final int[] owner;
    private final PeriodIndex spells;

    /** The first name of each code; the others of the same code follow in {@link #next}. */
    private final Map<String, Integer> codes = new HashMap<>();

    private final Map<String, Integer> altCodes = new HashMap<>();
    private final int[] next;
    private final int[] altNext;

    UnitNames(int size, int[] owner, GeographyRows all) {
        rows = all.names();
        types = all.types();
        acts = all.acts();
        this.owner = owner;
        int[] number = new int[owner.length];
        next = new int[owner.length];
        altNext = new int[owner.length];
        for (int i = 0; i < owner.length; i++) {
            number[i] = i;
            next[i] = chain(codes, rows.code()[i], i);
            altNext[i] = chain(altCodes, rows.altCode()[i], i);
        }
        spells = new PeriodIndex(size, owner, rows.from(), rows.to(), number);
    }

    private static int chain(Map<String, Integer> firsts, String code, int name) {
        Integer before = code.isEmpty() ? null : firsts.put(code, name);
        return before == null ? -1 : before;
    }

    /** The unit that bore a code on a day; official codes come before variants. */
    Optional<Integer> byCode(String code, int day, IntPredicate which) {
        return find(codes.get(code), next, day, which).or(() -> find(altCodes.get(code), altNext, day, which));
    }

    private Optional<Integer> find(@Nullable Integer first, int[] chain, int day, IntPredicate which) {
        for (int i = first == null ? -1 : first; i >= 0; i = chain[i]) {
            if (rows.from()[i] <= day && day < rows.to()[i] && which.test(owner[i])) {
                return Optional.of(owner[i]);
            }
        }
        return Optional.empty();
    }

    int rank(int unit, int day) {
        return rows.rank()[on(unit, day)];
    }

    String code(int unit, int day) {
        return rows.code()[on(unit, day)];
    }

    boolean urban(int unit, int day) {
        return type(on(unit, day)).urban();
    }

    /** With its type: "Huyện Tân Yên". */
    Text full(int unit, int day) {
        return full(on(unit, day));
    }

    Unit unit(int unit, int day, int id, Level level, int province, @Nullable Integer parent, Validity life) {
        int name = on(unit, day);
        return new Unit(
                id,
                level,
                province,
                parent,
                rows.code()[name],
                rows.type()[name],
                type(name).urban(),
                rows.name()[name],
                full(name),
                life);
    }

    /** Oldest first. */
    List<UnitName> all(int unit) {
        List<UnitName> all = new ArrayList<>();
        spells.each(unit, name -> {
            String act = rows.act()[name];
            all.add(new UnitName(
                    rows.code()[name],
                    full(name),
                    EpochDays.validity(rows.from()[name], rows.to()[name]),
                    act.isEmpty() ? null : act,
                    acts.get(act)));
        });
        return all;
    }

    /** What units can be called: villages, or every tier above them. */
    List<UnitType> types(boolean villages) {
        return types.entrySet().stream()
                .filter(type -> type.getValue().englishFirst() == villages)
                .sorted(Comparator.<Map.Entry<String, GeographyRows.Type>, Boolean>comparing(
                                type -> type.getValue().urban())
                        .thenComparing(type -> type.getValue().vi(), VietnameseOrder.NAMES))
                .map(type -> new UnitType(
                        type.getKey(),
                        new Text(type.getValue().vi(), type.getValue().en())))
                .toList();
    }

    /** Day of a resolution; null when unknown. */
    @Nullable
    public LocalDate adopted(String act) {
        return acts.get(act);
    }

    private Text full(int name) {
        GeographyRows.Type type = type(name);
        String own = rows.name()[name];
        return new Text((type.vi() + " " + own).strip(), english(type, own));
    }

    private static String english(GeographyRows.Type type, String name) {
        if (type.en().isEmpty()) {
            return name;
        }
        boolean numbered = !name.isEmpty() && name.charAt(0) >= '0' && name.charAt(0) <= '9';
        return type.englishFirst() || numbered ? type.en() + " " + name : name + " " + type.en();
    }

    private GeographyRows.Type type(int name) {
        return Objects.requireNonNull(types.get(rows.type()[name]));
    }

    /** Every unit has a name on every day of its life. */
    private int on(int unit, int day) {
        int name = spells.on(unit, day);
        if (name < 0) {
            throw new IllegalStateException("a unit has no name on " + EpochDays.date(day));
        }
        return name;
    }
}
