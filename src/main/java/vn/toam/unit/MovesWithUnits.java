package vn.toam.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toam.geography.Share;
import vn.toam.geography.Unit;
import vn.toam.shared.Text;

/**
 * Records that move when units are reorganised: open returns, open duties, accounts. A module that keeps such records implements this as a
 * component with an {@code @Order}; {@code reorganisation} finds and asks it, so that {@code unit} knows none of them.
 *
 * <p><b>First ask whether anything has to move.</b> A record keeps the unit of its origin, and whoever reads the records of a unit reads those
 * of {@code Geography.madeOf(unit, Origin.MAIN)} too: then a merger moves nothing, a unit that was split leaves its records to the one
 * that took its remainder, and there is nothing to implement. Records of a village follow the village, whose parent the tree itself
 * changes. Only records that somebody goes on working on at one new unit, or that a split divides, have to move.
 *
 * <p><b>What happens.</b> Units, links and what {@link ChangesWithUnits} does change in one transaction and hold at once. Then
 * {@link #follow} is called again and again until it says 0, each time in a transaction of its own with the moves of one province:
 * where everything together is small, all of it in the transaction of the units; else by a job, on any server, with pauses, also after a
 * crash. {@link #undo} works the same way backwards, also when only a part has followed. Between two calls users go on working: every
 * call has to leave figures that are true, with each record counted once, at its former unit or at the new one.
 */
public interface MovesWithUnits {

    /** What moves, as its progress is kept under: {@code returns}. Never changed. */
    String records();

    /** What moves, for users: "Báo cáo của đợt đang mở". */
    Text name();

    /**
     * How many records {@link #follow} would move in all, and what users are told before they confirm. Asked before the units change
     * (new units then have provisional ids that no table knows); counts by statements and writes nothing.
     */
    Estimate estimate(Moves moves);

    /**
     * Moves records that have not moved yet: about {@code limit} of them, more only where fewer would leave a figure half. It chooses by
     * what stands in its tables, never by what it remembers: what was moved is recognised and not moved again.
     *
     * @param moves those of one province, after the units themselves have changed
     * @return how many it moved, counted as in {@link #estimate}; 0: nothing is left to move
     */
    int follow(Moves moves, int limit);

    /** Sentences on what was done since with the new units and would be lost; empty: {@link #undo} may be called. */
    List<Text> obstacles(Moves moves);

    /**
     * Puts records that followed back as they were, as {@link #follow} moved them: in parts, by what stands in the tables.
     *
     * @param moves those of one province; the new units still exist
     * @return how many it put back, counted as in {@link #follow}; 0: none are left
     */
    int undo(Moves moves, int limit);

    /**
     * What {@link #follow} would do.
     *
     * @param records how many would move, by province; provinces without any may be left out
     * @param told what moves and what stays, in the order to be read; nothing when nothing is concerned
     */
    record Estimate(Map<Integer, Integer> records, List<Moved> told) {

        /** In all provinces. */
        public int total() {
            return records.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * One thing that moves.
     *
     * @param what a sentence with its count
     * @param names which ones, at most {@link #NAMED}
     * @param attention true: a person has to look at it
     */
    record Moved(Text what, List<Text> names, boolean attention) {

        /** No more names than these are shown. */
        public static final int NAMED = 200;

        public Moved {
            names = names.stream().limit(NAMED).toList();
        }
    }

    /** One link from an old unit to a new one. */
    record Change(int from, int to, Share share) {}

    /** Who confirmed it, for what is noted beside records that move. */
    record By(UUID account, String name) {}

    /**
     * A reorganisation, as planned or as applied.
     *
     * @param changes every link; units that go on under the same id are not among them
     * @param ended every unit that ends, those without a successor of their own included
     * @param units those that end, as on their last day, and those that begin, by id; below 0: provisional ids of a plan
     */
    record Moves(UUID id, LocalDate on, By by, List<Change> changes, List<Integer> ended, Map<Integer, Unit> units) {

        /** For each old unit the new one that received all of it, or what remained: whoever must have one heir. */
        public Map<Integer, Integer> mainHeirs() {
            return changes.stream()
                    .filter(change -> change.share() != Share.PART)
                    .collect(Collectors.toMap(Change::from, Change::to, (first, second) -> first));
        }

        /** The links to each new unit. */
        public Map<Integer, List<Change>> byHeir() {
            return changes.stream().collect(Collectors.groupingBy(Change::to));
        }

        /** The new units to which each old one went. */
        public Map<Integer, List<Integer>> heirs() {
            return changes.stream()
                    .collect(Collectors.groupingBy(Change::from, Collectors.mapping(Change::to, Collectors.toList())));
        }

        /** Ids of the new units. */
        public List<Integer> made() {
            return new ArrayList<>(byHeir().keySet());
        }

        /** Old units of which only a part went to each new one. */
        public Set<Integer> split() {
            return changes.stream()
                    .filter(change -> change.share() != Share.FULL)
                    .map(Change::from)
                    .collect(Collectors.toSet());
        }

        /** Full name of one of the units; blank: it is none of them. */
        public String name(@Nullable Integer unit) {
            Unit one = unit == null ? null : units.get(unit);
            return one == null ? "" : one.fullName().vi();
        }

        /** Full names; with the code where two of the units bear the same. */
        public Map<Integer, String> names() {
            Map<String, Long> borne = units.values().stream()
                    .collect(Collectors.groupingBy(unit -> unit.fullName().vi(), Collectors.counting()));
            return units.values().stream().collect(Collectors.toMap(Unit::id, unit -> {
                String name = unit.fullName().vi();
                return borne.getOrDefault(name, 0L) > 1 ? name + " (" + unit.code() + ")" : name;
            }));
        }

        /** Code of the province of today in which one of the units lies. */
        public int province(int unit) {
            Unit one = units.get(unit);
            return one == null ? 0 : one.province();
        }

        /** The moves of each province, by its code. Links never cross provinces. */
        public Map<Integer, Moves> byProvince() {
            Map<Integer, List<Integer>> all = new TreeMap<>();
            ended.forEach(unit -> all.computeIfAbsent(province(unit), any -> new ArrayList<>())
                    .add(unit));
            changes.forEach(change -> all.computeIfAbsent(province(change.to()), any -> new ArrayList<>()));
            Map<Integer, Moves> provinces = new LinkedHashMap<>();
            all.forEach((code, here) -> provinces.put(
                    code,
                    part(
                            changes.stream()
                                    .filter(change -> province(change.to()) == code)
                                    .toList(),
                            here)));
            return provinces;
        }

        /** Units that became each other, directly or through others: their figures have to move together. */
        public List<Moves> groups() {
            Map<Integer, Integer> group = new HashMap<>();
            changes.forEach(change -> {
                int one = root(group, change.from());
                int other = root(group, change.to());
                group.put(Math.max(one, other), Math.min(one, other));
            });
            Map<Integer, List<Change>> links = new TreeMap<>();
            changes.forEach(change -> links.computeIfAbsent(root(group, change.from()), any -> new ArrayList<>())
                    .add(change));
            Map<Integer, List<Integer>> gone = new TreeMap<>();
            ended.forEach(unit -> gone.computeIfAbsent(root(group, unit), any -> new ArrayList<>())
                    .add(unit));
            return Stream.concat(links.keySet().stream(), gone.keySet().stream())
                    .distinct()
                    .map(each -> part(links.getOrDefault(each, List.of()), gone.getOrDefault(each, List.of())))
                    .toList();
        }

        /**
         * Some {@link #groups}, one after the other, until they have about so many records: never none while one has any.
         *
         * @param records how many each old unit has; units without any may be left out
         */
        public Moves some(Map<Integer, Integer> records, int limit) {
            List<Change> links = new ArrayList<>();
            List<Integer> old = new ArrayList<>();
            int chosen = 0;
            for (Moves group : groups()) {
                int more = group.count(records);
                if (more > 0 && (chosen == 0 || chosen + more <= limit)) {
                    chosen += more;
                    links.addAll(group.changes());
                    old.addAll(group.ended());
                }
            }
            return part(links, old);
        }

        /** How many records its old units have. */
        public int count(Map<Integer, Integer> records) {
            return ended.stream()
                    .mapToInt(unit -> records.getOrDefault(unit, 0))
                    .sum();
        }

        private static int root(Map<Integer, Integer> group, int unit) {
            int root = unit;
            while (group.getOrDefault(root, root) != root) {
                root = group.getOrDefault(root, root);
            }
            return root;
        }

        private Moves part(List<Change> some, Collection<Integer> here) {
            return new Moves(id, on, by, some, List.copyOf(here), units);
        }
    }
}
