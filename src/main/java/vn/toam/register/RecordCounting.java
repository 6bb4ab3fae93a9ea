package vn.toam.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Counts;
import vn.toam.catalog.RecordCount;
import vn.toam.catalog.Register;
import vn.toam.unit.Geographies;
import vn.toam.unit.Geography;
import vn.toam.unit.Level;
import vn.toam.unit.Origin;

/** Counts records into lines of forms. Records of former units count for what became of these. */
@Component
class RecordCounting implements Counts {

    private final CountRepository repository;
    private final Catalog catalog;
    private final Geographies geographies;

    RecordCounting(CountRepository repository, Catalog catalog, Geographies geographies) {
        this.repository = repository;
        this.catalog = catalog;
        this.geographies = geographies;
    }

    @Override
    public Set<String> lines() {
        Set<String> lines = new HashSet<>();
        catalog.all(Register.class)
                .forEach(register -> register.counts().forEach(count -> {
                    if (count.line() != null) {
                        lines.add(count.line());
                    }
                }));
        return lines;
    }

    @Override
    public List<Counted> of(Collection<Integer> units, Set<String> lines, LocalDate first, LocalDate last) {
        List<Counted> counted = new ArrayList<>();
        Geography geography = geographies.now();
        geography.provinces(units).forEach((province, within) -> {
            Map<Integer, Integer> now = origins(geography, within);
            Map<Register, List<RecordCount>> asked = asked(lines);
            Map<String, Set<Integer>> keeping = repository.keeping(
                    province, asked.keySet().stream().map(Register::id).toList(), now.keySet());
            asked.forEach((register, counts) -> {
                Set<Integer> kept = new HashSet<>();
                keeping.getOrDefault(register.id(), Set.of()).forEach(unit -> kept.add(now.get(unit)));
                List<List<CountRepository.Figure>> figures =
                        repository.count(province, register, counts, now.keySet(), first, last);
                for (int at = 0; at < counts.size(); at++) {
                    counted.addAll(counted(register, counts.get(at), figures.get(at), now, kept, first, last));
                }
            });
        });
        return counted;
    }

    /** The counts that feed the lines, by register, in the order of the catalog. */
    private Map<Register, List<RecordCount>> asked(Set<String> lines) {
        Map<Register, List<RecordCount>> asked = new LinkedHashMap<>();
        for (Register register : catalog.all(Register.class)) {
            List<RecordCount> counts = register.counts().stream()
                    .filter(count -> count.line() != null && lines.contains(count.line()))
                    .toList();
            if (!counts.isEmpty()) {
                asked.put(register, counts);
            }
        }
        return asked;
    }

    private static List<Counted> counted(
            Register register,
            RecordCount count,
            List<CountRepository.Figure> figures,
            Map<Integer, Integer> now,
            Set<Integer> kept,
            LocalDate first,
            LocalDate last) {
        Map<Integer, CountRepository.Figure> sums = new HashMap<>();
        figures.forEach(figure -> sums.merge(now.get(figure.unit()), figure, CountRepository.Figure::plus));
        Set<Integer> all = new HashSet<>(kept);
        all.addAll(sums.keySet());
        return all.stream()
                .map(unit -> {
                    CountRepository.Figure figure =
                            sums.getOrDefault(unit, new CountRepository.Figure(unit, BigDecimal.ZERO, 0));
                    return new Counted(
                            unit,
                            java.util.Objects.requireNonNull(count.line()),
                            register.id() + "." + count.id(),
                            register.name(),
                            figure.figure(),
                            figure.unproven(),
                            "/registers/" + register.id() + "?unit=" + unit + "&count=" + count.id() + "&from=" + first
                                    + "&to=" + last);
                })
                .toList();
    }

    /** The units whose records are counted, and for which of the units asked for. */
    static Map<Integer, Integer> origins(Geography geography, Collection<Integer> units) {
        Map<Integer, Integer> now = new HashMap<>();
        for (int unit : units) {
            if (geography.level(unit).filter(level -> level == Level.COMMUNE).isPresent()) {
                for (int former : geography.madeOf(unit, Origin.ENDED)) {
                    now.put(former, unit);
                }
            } else {
                geography.belonging(unit).forEach(below -> now.put(below, unit));
            }
        }
        return now;
    }
}
