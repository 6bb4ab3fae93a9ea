package vn.toam.geography;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of units and what they were made of: the links of the law, forwards and backwards. */
public final class SuccessionGraph {

    /** A step as it is told of a unit; {@code act} and {@code clause} blank when unknown. */
    public record Step(int unit, Share share, LocalDate on, String act, String clause) {}

    private static final Share[] SHARES = Share.values();
    private static final int[] NONE = {};

    private final Geography geography;
    private final GeographyRows.Links links;
    private final byte[] share;
    private final Map<Integer, int[]> out = new HashMap<>();
    private final Map<Integer, int[]> in = new HashMap<>();
    private final Weights weights;

    SuccessionGraph(Geography geography, GeographyRows rows) {
        this.geography = geography;
        links = rows.links();
        share = new byte[links.from().length];
        for (int i = 0; i < share.length; i++) {
            share[i] = (byte) Share.valueOf(links.share()[i]).ordinal();
            out.merge(links.from()[i], new int[] {i}, SuccessionGraph::joined);
            in.merge(links.to()[i], new int[] {i}, SuccessionGraph::joined);
        }
        weights = new Weights(edges());
    }

    private static int[] joined(int[] some, int[] one) {
        int[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = one[0];
        return all;
    }

    private List<Weights.Edge> edges() {
        List<Weights.Edge> edges = new ArrayList<>();
        for (int i = 0; i < share.length; i++) {
            int from = geography.index(links.from()[i]);
            int to = geography.index(links.to()[i]);
            if (geography.levelOf(to) == Level.COMMUNE) {
                int households = links.households()[i];
                edges.add(new Weights.Edge(
                        links.from()[i],
                        links.to()[i],
                        SHARES[share[i]],
                        households < 0 ? null : households,
                        geography.life(from),
                        geography.life(to)));
            }
        }
        return edges;
    }

    /** See {@link Geography#madeOf}. */
    int[] madeOf(int id, Origin which) {
        if (!in.containsKey(id)) {
            return new int[] {id};
        }
        Set<Integer> made = new LinkedHashSet<>(List.of(id));
        Deque<Integer> next = new ArrayDeque<>(made);
        while (!next.isEmpty()) {
            for (int link : in.getOrDefault(next.remove(), NONE)) {
                int from = links.from()[link];
                boolean ended = geography.to(geography.index(from)) == links.on()[link];
                if (which.counts(SHARES[share[link]], ended) && made.add(from)) {
                    next.add(from);
                }
            }
        }
        return made.stream().mapToInt(Integer::intValue).toArray();
    }

    /** See {@link Geography#becameOf}. */
    Map<Integer, LocalDate> becameOf(Collection<Integer> ids) {
        Map<Integer, LocalDate> became = new TreeMap<>();
        Set<Integer> seen = new HashSet<>(ids);
        Deque<Integer> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            for (int link : out.getOrDefault(next.remove(), NONE)) {
                int to = links.to()[link];
                became.merge(to, EpochDays.date(links.on()[link]), (one, other) -> one.isAfter(other) ? one : other);
                if (seen.add(to)) {
                    next.add(to);
                }
            }
        }
        return became;
    }

    /** The old units that a unit was formed from, each with its share. */
    public List<Step> predecessors(int id) {
        List<Step> steps = new ArrayList<>();
        for (int link : in.getOrDefault(id, NONE)) {
            steps.add(step(links.from()[link], link));
        }
        return steps;
    }

    /**
     * Where a unit went: its own links, or for a district those of its communes, those that go on unchanged included. Of a district each
     * successor is told once and as a part of it, unless it is the only one.
     */
    public List<Step> successors(int id) {
        int unit = geography.index(id);
        if (unit < 0) {
            return List.of();
        }
        if (geography.levelOf(unit) != Level.DISTRICT || geography.to(unit) == Integer.MAX_VALUE) {
            List<Step> steps = new ArrayList<>();
            for (int link : geography.to(unit) == Integer.MAX_VALUE ? NONE : out.getOrDefault(id, NONE)) {
                steps.add(step(links.to()[link], link));
            }
            return steps;
        }
        List<Step> went = new ArrayList<>();
        geography.visitFrom(unit, Level.COMMUNE, geography.last(unit), commune -> {
            for (int link : out.getOrDefault(geography.id(commune), NONE)) {
                went.add(step(links.to()[link], link));
            }
            if (geography.to(commune) > geography.to(unit)) {
                went.add(new Step(geography.id(commune), Share.FULL, EpochDays.date(geography.to(unit)), "", ""));
            }
        });
        for (int link : out.getOrDefault(id, NONE)) {
            went.add(step(links.to()[link], link));
        }
        return once(went);
    }

    private static List<Step> once(List<Step> went) {
        Map<Integer, Step> byUnit = new TreeMap<>();
        went.forEach(step -> byUnit.merge(
                step.unit(),
                step,
                (one, other) -> new Step(
                        one.unit(),
                        first(one.share(), other.share()),
                        first(one.on(), other.on()),
                        first(one.act(), other.act()),
                        first(one.clause(), other.clause()))));
        return byUnit.values().stream()
                .map(step -> byUnit.size() == 1
                        ? step
                        : new Step(step.unit(), Share.PART, step.on(), step.act(), step.clause()))
                .toList();
    }

    private static <T extends Comparable<? super T>> T first(T one, T other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private Step step(int unit, int link) {
        return new Step(
                unit, SHARES[share[link]], EpochDays.date(links.on()[link]), links.act()[link], links.clause()[link]);
    }

    /** Communes on the far side of the reform, and those of the near side that share them. */
    public record Sides(List<Integer> with, List<Integer> others) {}

    /**
     * The communes on the other side of the reform that hold some of {@code id}'s territory, and the communes on its own side that share these
     * without belonging to it.
     *
     * @param forward true: {@code id} is an old unit, look at its successors; false: a new one, look at its predecessors
     * @param day a day on which {@code id} existed, on its own side of the reform
     */
    public Sides sides(int id, boolean forward, LocalDate day) {
        int unit = geography.index(id);
        Set<Integer> mine = new LinkedHashSet<>();
        geography.visitFrom(unit, Level.COMMUNE, EpochDays.of(day), each -> mine.add(geography.id(each)));
        Set<Integer> far = new LinkedHashSet<>();
        mine.forEach(each -> far.addAll(across(each, forward)));
        Set<Integer> others = new LinkedHashSet<>();
        far.forEach(each -> others.addAll(across(each, !forward)));
        others.removeAll(mine);
        return new Sides(List.copyOf(far), List.copyOf(others));
    }

    /** The communes linked to one, itself included when it lived before and after the reform. */
    private List<Integer> across(int id, boolean forward) {
        List<Integer> found = new ArrayList<>();
        for (int link : (forward ? out : in).getOrDefault(id, NONE)) {
            if (geography.levelOf(geography.index(links.to()[link])) == Level.COMMUNE) {
                found.add((forward ? links.to() : links.from())[link]);
            }
        }
        int unit = geography.index(id);
        int reform = EpochDays.of(Geography.REFORM);
        if (geography.levelOf(unit) == Level.COMMUNE && geography.from(unit) < reform && geography.to(unit) > reform) {
            found.add(id);
        }
        return found;
    }

    /** See {@link Weights}; {@code null}: there were no communes in it. */
    @Nullable
    public Map<LocalDate, Weights.Reading> readings(int id, LocalDate on, Collection<LocalDate> days) {
        int unit = geography.index(id);
        if (unit < 0) {
            return null;
        }
        int day = geography.near(unit, EpochDays.of(on));
        Map<Integer, Validity> inside = new HashMap<>();
        geography.visitFrom(unit, Level.COMMUNE, day, each -> inside.put(geography.id(each), geography.life(each)));
        if (inside.isEmpty()) {
            return null;
        }
        Map<LocalDate, Weights.Reading> byDay = new HashMap<>();
        days.forEach(each -> byDay.put(each, weights.read(inside, EpochDays.date(day), each)));
        return byDay;
    }
}
