package vn.toam.geography;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every unit of the country through time, as it was known at one count of changes: what lies above and below, names, what became of it.
 * Immutable and pure; {@link vn.toam.unit.Geographies} holds the one that is true now. About 600 bytes a unit, names and links included.
 *
 * <p>Unless a method says otherwise, a unit that did not exist on the day asked for is taken as on the nearest day of its life.
 */
public final class Geography {

    /** The day on which provinces merged, districts ended and communes were formed anew (NQ 202 and 203/2025/QH15). */
    public static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private final GeographyRows.Units units;
    private final UnitNames names;
    private final PeriodIndex parents;
    private final PeriodIndex children;
    private final SuccessionGraph succession;
    private final Level[] levels;
    private final long version;

    public Geography(GeographyRows rows) {
        version = rows.version();
        units = rows.units();
        levels = Arrays.stream(units.level()).map(Level::valueOf).toArray(Level[]::new);
        int size = units.id().length;
        int[] child = indexes(rows.parents().unit());
        int[] parent = indexes(rows.parents().parent());
        parents = new PeriodIndex(
                size, child, rows.parents().from(), rows.parents().to(), parent);
        children = new PeriodIndex(
                size, parent, rows.parents().from(), rows.parents().to(), child);
        names = new UnitNames(size, indexes(rows.names().unit()), rows);
        succession = new SuccessionGraph(this, rows);
    }

    /** The count of changes at which it was read. */
    public long version() {
        return version;
    }

    /** The unit on a day; empty: there is none of this id. */
    public Optional<Unit> find(int id, LocalDate date) {
        int unit = index(id);
        return unit < 0 ? Optional.empty() : Optional.of(unit(unit, date));
    }

    /** These units by name; unknown ones are left out. */
    public List<Unit> findAll(Collection<Integer> ids, LocalDate date) {
        return ids.stream()
                .distinct()
                .mapToInt(this::index)
                .filter(unit -> unit >= 0)
                .boxed()
                .sorted(byName(EpochDays.of(date)))
                .map(unit -> unit(unit, date))
                .toList();
    }

    /** The units that lay directly below and existed on the day; towns first, then by name. */
    public List<Unit> children(int id, LocalDate date) {
        int day = EpochDays.of(date);
        List<Integer> found = new ArrayList<>();
        int unit = index(id);
        if (unit >= 0) {
            children.each(unit, day, child -> {
                if (existed(child, day)) {
                    found.add(child);
                }
            });
        }
        return found.stream()
                .sorted(Comparator.<Integer, String>comparing(child -> levels[child].name())
                        .thenComparing(child -> !names.urban(child, near(child, day)))
                        .thenComparing(byName(day)))
                .map(child -> unit(child, date))
                .toList();
    }

    /** The units above, nearest first, the country last. */
    public List<Unit> ancestors(int id, LocalDate date) {
        List<Unit> above = new ArrayList<>();
        int unit = index(id);
        if (unit >= 0) {
            climb(unit, near(unit, EpochDays.of(date)), each -> above.add(unit(each, date)));
        }
        return above;
    }

    /** True when {@code unit} existed on the day and lay within {@code ancestor}, or is the same. */
    public boolean isWithin(int unit, int ancestor, LocalDate date) {
        int day = EpochDays.of(date);
        int below = index(unit);
        int above = index(ancestor);
        return below >= 0 && above >= 0 && existed(below, day) && within(below, above, day);
    }

    /** Ids of all units of a level within {@code id} that existed on the day, itself included. */
    public List<Integer> below(int id, Level level, LocalDate date) {
        List<Integer> found = new ArrayList<>();
        visit(id, level, EpochDays.of(date), unit -> found.add(units.id()[unit]));
        return found;
    }

    /** How many there are {@link #below}. */
    public int countBelow(int id, Level level, LocalDate date) {
        int[] count = {0};
        visit(id, level, EpochDays.of(date), unit -> count[0]++);
        return count[0];
    }

    /** How many units of a level existed on the day in the province of today of this code, former provinces included. */
    public int countInProvince(int code, Level level, LocalDate date) {
        int day = EpochDays.of(date);
        return (int) IntStream.range(0, levels.length)
                .filter(unit -> units.province()[unit] == code && levels[unit] == level && existed(unit, day))
                .count();
    }

    /** Code of the province of today that a unit lies in; it never changes. 0: the country. Empty: there is no such unit. */
    public Optional<Integer> province(int id) {
        int unit = index(id);
        return unit < 0 ? Optional.empty() : Optional.of(units.province()[unit]);
    }

    /** These units by code of their province of today; unknown ones are left out. */
    public Map<Integer, List<Integer>> provinces(Collection<Integer> ids) {
        Map<Integer, List<Integer>> provinces = new TreeMap<>();
        ids.forEach(id -> province(id)
                .ifPresent(code -> provinces
                        .computeIfAbsent(code, each -> new ArrayList<>())
                        .add(id)));
        return provinces;
    }

    public Optional<Level> level(int id) {
        int unit = index(id);
        return unit < 0 ? Optional.empty() : Optional.of(levels[unit]);
    }

    /** The unit itself and the former units that it is made of, however many reorganisations ago. */
    public int[] madeOf(int id, Origin which) {
        return succession.madeOf(id, which);
    }

    /** What became of these units, however many reorganisations later, with the last day on which a part came to each. */
    public Map<Integer, LocalDate> becameOf(Collection<Integer> ids) {
        return succession.becameOf(ids);
    }

    /** True when {@code unit} is {@code place}, or ended and went into it. */
    public boolean isOrBecame(int unit, int place) {
        return unit == place || Arrays.stream(madeOf(place, Origin.ENDED)).anyMatch(each -> each == unit);
    }

    /** True when {@code unit} lies in {@code place}, or lay at its own end or at that of a unit that went into {@code place}. */
    public boolean belongsTo(int unit, int place) {
        int below = index(unit);
        return below >= 0
                && Arrays.stream(madeOf(place, Origin.ENDED))
                        .map(this::index)
                        .anyMatch(above ->
                                above >= 0 && (within(below, above, last(below)) || within(below, above, last(above))));
    }

    /** Every unit that {@link #belongsTo} a place. */
    public List<Integer> belonging(int place) {
        boolean[] made = new boolean[levels.length];
        Arrays.stream(madeOf(place, Origin.ENDED))
                .map(this::index)
                .filter(unit -> unit >= 0)
                .forEach(unit -> made[unit] = true);
        boolean[] found = new boolean[levels.length];
        for (int unit = 0; unit < made.length; unit++) {
            found[unit] |= inAny(unit, made, last(unit));
            if (made[unit] && to(unit) < Integer.MAX_VALUE) {
                markBelow(unit, last(unit), found);
            }
        }
        return IntStream.range(0, found.length)
                .filter(unit -> found[unit])
                .mapToObj(unit -> units.id()[unit])
                .toList();
    }

    private boolean inAny(int unit, boolean[] places, int day) {
        int each = unit;
        while (each >= 0 && !places[each]) {
            each = parents.on(each, day);
        }
        return each >= 0;
    }

    private void markBelow(int unit, int day, boolean[] found) {
        found[unit] = true;
        children.each(unit, day, child -> markBelow(child, day, found));
    }

    /** The units above each, lowest first, without the country: "huyện Tân Yên, tỉnh Bắc Giang". */
    public Map<Integer, String> places(Collection<Integer> ids, LocalDate date) {
        Map<Integer, String> places = new HashMap<>();
        for (int id : ids) {
            int unit = index(id);
            if (unit >= 0) {
                int day = near(unit, EpochDays.of(date));
                List<String> above = new ArrayList<>();
                climb(unit, day, each -> {
                    if (levels[each] != Level.COUNTRY) {
                        above.add(Names.lowerFirst(names.full(each, day).vi()));
                    }
                });
                if (!above.isEmpty()) {
                    places.put(id, String.join(", ", above));
                }
            }
        }
        return places;
    }

    /** The unit that bore an official code on the day, or else a variant of one. */
    public Optional<Integer> byCode(Level level, String code, LocalDate date) {
        return names.byCode(code, EpochDays.of(date), unit -> levels[unit] == level)
                .map(unit -> units.id()[unit]);
    }

    /** All names the unit has borne, oldest first. */
    public List<UnitName> names(int id) {
        int unit = index(id);
        return unit < 0 ? List.of() : names.all(unit);
    }

    /** The country, every province and district of the day, and the communes that bear one of {@code codes} then. */
    public List<Unit> frame(Collection<String> codes, LocalDate date) {
        int day = EpochDays.of(date);
        return IntStream.range(0, levels.length)
                .filter(unit -> existed(unit, day)
                        && (!levels[unit].reports()
                                || levels[unit] == Level.COMMUNE && codes.contains(names.code(unit, day))))
                .mapToObj(unit -> unit(unit, date))
                .toList();
    }

    /** What units can be called: villages, or every tier above them. */
    public List<UnitType> types(boolean villages) {
        return names.types(villages);
    }

    /** How units are read in the borders of other days. */
    public SuccessionGraph succession() {
        return succession;
    }

    public UnitNames names() {
        return names;
    }

    /** The number of a unit in all columns; below 0: there is none of this id. */
    int index(int id) {
        return Arrays.binarySearch(units.id(), id);
    }

    int id(int unit) {
        return units.id()[unit];
    }

    Level levelOf(int unit) {
        return levels[unit];
    }

    int from(int unit) {
        return units.from()[unit];
    }

    int to(int unit) {
        return units.to()[unit];
    }

    Validity life(int unit) {
        return EpochDays.validity(from(unit), to(unit));
    }

    /** The last day of its life; the last of all days while it goes on. */
    int last(int unit) {
        return to(unit) - 1;
    }

    /** The day, or the nearest one of its life. */
    int near(int unit, int day) {
        return Math.min(Math.max(day, from(unit)), last(unit));
    }

    private boolean existed(int unit, int day) {
        return from(unit) <= day && day < to(unit);
    }

    /** True when {@code above} is it or lies above it on the day. */
    private boolean within(int unit, int above, int day) {
        int each = unit;
        while (each >= 0 && each != above) {
            each = parents.on(each, day);
        }
        return each >= 0;
    }

    private void climb(int unit, int day, IntConsumer use) {
        for (int above = parents.on(unit, day); above >= 0; above = parents.on(above, day)) {
            use.accept(above);
        }
    }

    private void visit(int id, Level level, int day, IntConsumer use) {
        int unit = index(id);
        if (unit >= 0) {
            visitFrom(unit, level, day, use);
        }
    }

    /** All of a level at or below a unit on a day. */
    void visitFrom(int unit, Level level, int day, IntConsumer use) {
        if (levels[unit] == level) {
            if (existed(unit, day)) {
                use.accept(unit);
            }
        } else if (levels[unit].compareTo(level) < 0) {
            children.each(unit, day, child -> visitFrom(child, level, day, use));
        }
    }

    private Comparator<Integer> byName(int day) {
        return Comparator.<Integer>comparingInt(unit -> names.rank(unit, near(unit, day)))
                .thenComparingInt(unit -> units.id()[unit]);
    }

    private Unit unit(int unit, LocalDate date) {
        int day = near(unit, EpochDays.of(date));
        int parent = parents.on(unit, day);
        @Nullable Integer above = parent < 0 ? null : units.id()[parent];
        return names.unit(unit, day, id(unit), levels[unit], units.province()[unit], above, life(unit));
    }

    private int[] indexes(int[] ids) {
        return Arrays.stream(ids).map(this::index).toArray();
    }
}
