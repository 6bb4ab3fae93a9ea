package vn.toam.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.geography.Level;
import vn.toam.shared.SearchWords;

/**
 * Every name of every unit in memory (some 14,000): a search takes a few milliseconds. Read at the first search and
 * again when the count of changes has moved, so that several applications on one database agree.
 */
@Component
public class NameIndex {

    /** A name a unit bore under one unit above; days from {@code from} until before {@code to}. {@code ended}: when the unit itself ended. */
    record UnitName(int unit, Level level, String words, int parent, int from, int to, int ended) {

        boolean on(long day) {
            return from <= day && day < to;
        }
    }

    /** Everything as it was at one count of changes. {@code named}: the names of each unit. */
    private record Names(long version, List<UnitName> units, Map<Integer, List<UnitName>> named) {}

    /** A unit found, with the words of its own name that were asked for. */
    private record Hit(UnitName name, boolean whole) {}

    private final NameRepository repository;
    private volatile @Nullable Names names;

    NameIndex(NameRepository repository) {
        this.repository = repository;
    }

    /**
     * Ids of the units of a day whose own name or code holds at least one word and, with the names of the two units above, all of them. Those
     * whose own name holds all come first.
     */
    List<Integer> units(SearchWords words, LocalDate date, @Nullable Level level) {
        long day = date.toEpochDay();
        return found(
                words,
                now().units().stream().filter(name -> name.on(day) && (level == null || name.level() == level)),
                day);
    }

    /** Ids of the units that had ended by a day, found by what they and the units above were called on their last day; the latest first. */
    List<Integer> ended(SearchWords words, LocalDate date) {
        long day = date.toEpochDay();
        return found(
                words,
                now().units().stream()
                        .filter(name -> name.ended() <= day && name.to() == name.ended())
                        .sorted(Comparator.comparingInt(UnitName::ended).reversed()),
                Long.MIN_VALUE);
    }

    /** What units were called on a day. */
    public final class Day {

        private final Names all = now();
        private final long day;

        private Day(LocalDate date) {
            day = date.toEpochDay();
        }

        /** The name and code of a unit as they are searched; blank when it was not. */
        public String words(int unit) {
            UnitName name = lineOn(all, unit, day);
            return name == null ? "" : name.words();
        }
    }

    /**
     * Ids of the units that bore a name or a code until a day.
     *
     * @param name as it was written, without its place
     * @param above name of a unit that it lay below; blank: any
     * @param code blank, or no code at all: asked by name alone
     */
    public List<Integer> former(String name, String above, String code, LocalDate before) {
        return repository.former(name, above, code, before);
    }

    /** What units were called on a day, whatever changes meanwhile. */
    public Day on(LocalDate date) {
        return new Day(date);
    }

    private List<Integer> found(SearchWords words, Stream<UnitName> candidates, long day) {
        Names all = now();
        List<Hit> hits = new ArrayList<>();
        candidates.forEach(name -> {
            int own = words.held(name.words());
            if (own != 0 && words.all(own | above(all, words, name, day))) {
                hits.add(new Hit(name, words.all(own)));
            }
        });
        hits.sort(Comparator.comparing(hit -> !hit.whole()));
        return hits.stream().map(hit -> hit.name().unit()).distinct().toList();
    }

    /** The words that the two units above hold, on a day or on the last day of the name. */
    private static int above(Names all, SearchWords words, UnitName name, long day) {
        long on = day == Long.MIN_VALUE ? name.to() - 1L : day;
        int held = 0;
        int parent = name.parent();
        for (int step = 0; step < 2 && parent != 0; step++) {
            UnitName over = lineOn(all, parent, on);
            held |= over == null ? 0 : words.held(over.words());
            parent = over == null ? 0 : over.parent();
        }
        return held;
    }

    private static @Nullable UnitName lineOn(Names all, int unit, long day) {
        for (UnitName name : all.named().getOrDefault(unit, List.of())) {
            if (name.on(day)) {
                return name;
            }
        }
        return null;
    }

    private Names now() {
        long version = repository.version();
        Names kept = names;
        if (kept == null || kept.version() != version) {
            List<UnitName> units = repository.units();
            Map<Integer, List<UnitName>> named = new HashMap<>();
            units.forEach(name -> named.computeIfAbsent(name.unit(), unit -> new ArrayList<>(1))
                    .add(name));
            kept = new Names(version, units, named);
            names = kept;
        }
        return kept;
    }
}
