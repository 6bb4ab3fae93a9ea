package vn.toam.geography;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How figures kept in the borders of one day are read in those of another; pure. What went whole counts whole. What was split counts by
 * the households that moved, when they are known for every part; otherwise nothing honest can be said, unless all parts lie on one side.
 * The remainder takes what the parts leave, so that over all units of a day the shares of a former unit make exactly one.
 */
public final class Weights {

    /** How far a figure speaks of the territory asked for. */
    public enum Kind {
        /** The sum of whole units. */
        EXACT,
        /** At least one unit counts by its share of households. */
        APPORTIONED,
        /** A unit lies only partly within and nobody knows how many households that is. */
        NOT_COMPARABLE
    }

    /** A unit whose figures count with {@code share} (0–1]; null: some of it, how much is not known. */
    public record Source(int unit, @Nullable BigDecimal share) {}

    /** What is to be added up, by id; no sources: the territory had none on that day. */
    public record Reading(Kind kind, List<Source> sources) {

        /** A unit read as itself. */
        public static Reading of(int unit) {
            return new Reading(Kind.EXACT, List.of(new Source(unit, BigDecimal.ONE)));
        }

        /** The sources that do not count whole. */
        public List<Source> parted() {
            return sources.stream()
                    .filter(source -> source.share() == null || source.share().compareTo(BigDecimal.ONE) != 0)
                    .toList();
        }
    }

    /** A link with the lives of both ends. */
    record Edge(int from, int to, Share share, @Nullable Integer households, Validity old, Validity now) {}

    private static final int DIGITS = 12;

    private final Map<Integer, List<Edge>> out = new HashMap<>();
    private final Map<Integer, List<Edge>> in = new HashMap<>();
    private final Map<Integer, Validity> lives = new HashMap<>();

    Weights(List<Edge> edges) {
        for (Edge edge : edges) {
            out.computeIfAbsent(edge.from(), any -> new ArrayList<>()).add(edge);
            in.computeIfAbsent(edge.to(), any -> new ArrayList<>()).add(edge);
            lives.put(edge.from(), edge.old());
            lives.put(edge.to(), edge.now());
        }
    }

    /**
     * @param inside the communes of the territory, as they lived
     * @param on the day whose borders are asked for
     * @param from the day in whose borders the figures are kept
     */
    Reading read(Map<Integer, Validity> inside, LocalDate on, LocalDate from) {
        Map<Integer, Validity> all = new TreeMap<>();
        reached(inside.keySet()).forEach(unit -> all.put(unit, life(unit, inside)));
        Map<Integer, Answer> known = new HashMap<>();
        List<Source> sources = new ArrayList<>();
        Kind kind = Kind.EXACT;
        for (Map.Entry<Integer, Validity> each : all.entrySet()) {
            if (each.getValue().on(from)) {
                BigDecimal share =
                        share(each.getKey(), all, inside.keySet(), on, known).share();
                if (share == null) {
                    kind = Kind.NOT_COMPARABLE;
                    sources.add(new Source(each.getKey(), null));
                } else if (share.signum() > 0) {
                    boolean whole = share.compareTo(BigDecimal.ONE) == 0;
                    kind = whole || kind == Kind.NOT_COMPARABLE ? kind : Kind.APPORTIONED;
                    sources.add(new Source(each.getKey(), whole ? BigDecimal.ONE : share));
                }
            }
        }
        return new Reading(kind, sources);
    }

    private Validity life(int unit, Map<Integer, Validity> inside) {
        Validity life = inside.get(unit);
        return life != null ? life : Objects.requireNonNull(lives.get(unit));
    }

    /** Everything that shares a piece of land with these, however many reorganisations away. */
    private Set<Integer> reached(Set<Integer> inside) {
        Set<Integer> reached = new HashSet<>(inside);
        List<Integer> next = new ArrayList<>(inside);
        while (!next.isEmpty()) {
            int unit = next.removeLast();
            out.getOrDefault(unit, List.of()).stream()
                    .map(Edge::to)
                    .filter(reached::add)
                    .forEach(next::add);
            in.getOrDefault(unit, List.of()).stream()
                    .map(Edge::from)
                    .filter(reached::add)
                    .forEach(next::add);
        }
        return reached;
    }

    /** How much of a unit lies inside; null: cannot be said. */
    private record Answer(@Nullable BigDecimal share) {}

    private Answer share(
            int unit, Map<Integer, Validity> all, Set<Integer> inside, LocalDate on, Map<Integer, Answer> known) {
        Answer before = known.get(unit);
        if (before != null) {
            return before;
        }
        Validity life = all.getOrDefault(unit, new Validity(LocalDate.MAX, LocalDate.MAX));
        Answer answer;
        if (life.on(on)) {
            answer = new Answer(inside.contains(unit) ? BigDecimal.ONE : BigDecimal.ZERO);
        } else {
            boolean forward = !on.isBefore(life.to());
            List<Edge> edges = (forward ? out : in).getOrDefault(unit, List.of());
            List<Answer> parts = edges.stream()
                    .map(edge -> share(forward ? edge.to() : edge.from(), all, inside, on, known))
                    .toList();
            answer = new Answer(combined(edges, parts));
        }
        known.put(unit, answer);
        return answer;
    }

    private static @Nullable BigDecimal combined(List<Edge> edges, List<Answer> parts) {
        if (parts.isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal first = parts.getFirst().share();
        if (parts.stream().anyMatch(part -> part.share() == null)) {
            return null;
        }
        if (first != null && parts.stream().allMatch(part -> first.compareTo(value(part)) == 0)) {
            return first;
        }
        List<BigDecimal> fractions = fractions(edges);
        if (fractions.isEmpty()) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            sum = sum.add(fractions.get(i).multiply(value(parts.get(i))));
        }
        return sum;
    }

    private static BigDecimal value(Answer answer) {
        BigDecimal share = answer.share();
        return share == null ? BigDecimal.ZERO : share;
    }

    /** Shares of the households along each link, the last taking what the others leave; empty when not all are known. */
    private static List<BigDecimal> fractions(List<Edge> edges) {
        long all = 0;
        for (Edge edge : edges) {
            Integer households = edge.households();
            if (households == null) {
                return List.of();
            }
            all += households;
        }
        if (all == 0) {
            return List.of();
        }
        List<BigDecimal> fractions = new ArrayList<>();
        BigDecimal left = BigDecimal.ONE;
        for (Edge edge : edges) {
            boolean last = fractions.size() == edges.size() - 1;
            Integer households = edge.households();
            BigDecimal fraction = last || households == null
                    ? left
                    : BigDecimal.valueOf(households).divide(BigDecimal.valueOf(all), DIGITS, RoundingMode.HALF_UP);
            fractions.add(fraction);
            left = left.subtract(fraction);
        }
        return fractions;
    }
}
