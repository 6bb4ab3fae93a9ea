package vn.toam.recordquery;

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
import vn.toam.definition.Field;
import vn.toam.definition.RecordCount;
import vn.toam.definition.Register;
import vn.toam.geography.Geography;
import vn.toam.geography.Level;
import vn.toam.geography.Origin;
import vn.toam.register.Registers;
import vn.toam.unit.Geographies;

/** Counts records into lines of forms. Records of former units count for what became of these. */
@Component
public class RecordCounting implements Counts {

    private final CountRepository repository;
    private final Catalog catalog;
    private final Registers registers;
    private final Geographies geographies;

    RecordCounting(CountRepository repository, Catalog catalog, Registers registers, Geographies geographies) {
        this.repository = repository;
        this.catalog = catalog;
        this.registers = registers;
        this.geographies = geographies;
    }

    @Override
    public Set<String> lines() {
        return catalog.counted();
    }

    @Override
    public boolean counts(Field line) {
        String named = line.counted();
        return catalog.counted().contains(line.id())
                || named != null && named.indexOf('.') > 0 && known(named.substring(0, named.indexOf('.')));
    }

    /** A register of the country, or one that a unit made. */
    private boolean known(String register) {
        return catalog.find(Register.class, register).isPresent() || register.startsWith(Registers.OWN);
    }

    @Override
    public List<Offered> offered(int unit) {
        return registers.of(unit).stream()
                .flatMap(register -> register.counts().stream()
                        .map(count -> new Offered(
                                register.id() + "." + count.id(),
                                register.name(),
                                count.name(),
                                count.of(),
                                count.field() == null
                                        ? null
                                        : register.field(count.field())
                                                .orElseThrow()
                                                .unit())))
                .toList();
    }

    /** A register with what is counted from it. */
    private record Feeding(Register register, List<RecordCount> counts) {}

    /** What feeds these lines: counts of the country by what they name, lines of own forms by what these name. */
    private List<Feeding> feeding(Set<String> lines) {
        Map<String, Feeding> feeding = new LinkedHashMap<>();
        for (Register register : catalog.all(Register.class)) {
            register.counts().stream()
                    .filter(count -> count.line() != null && lines.contains(count.line()))
                    .forEach(count -> add(feeding, register, count));
        }
        lines.forEach(line -> {
            String named = catalog.formOf(line)
                    .flatMap(form -> form.field(line))
                    .map(Field::counted)
                    .orElse(null);
            int dot = named == null ? -1 : named.indexOf('.');
            if (named != null && dot > 0) {
                registers
                        .newest(named.substring(0, dot))
                        .ifPresent(register -> register.count(named.substring(dot + 1))
                                .ifPresent(count -> add(feeding, register, count.feeding(line))));
            }
        });
        return List.copyOf(feeding.values());
    }

    private static void add(Map<String, Feeding> feeding, Register register, RecordCount count) {
        feeding.computeIfAbsent(register.id(), any -> new Feeding(register, new ArrayList<>()))
                .counts()
                .add(count);
    }

    @Override
    public List<Counted> of(Collection<Integer> units, Set<String> lines, LocalDate first, LocalDate last) {
        List<Counted> counted = new ArrayList<>();
        Geography geography = geographies.now();
        List<Feeding> feeding = feeding(lines);
        geography.provinces(units).forEach((province, within) -> {
            Map<Integer, Integer> now = origins(geography, within);
            Map<String, Set<Integer>> keeping = repository.keeping(
                    province, feeding.stream().map(each -> each.register().id()).toList(), now.keySet());
            for (Feeding each : feeding) {
                Register register = each.register();
                Set<Integer> kept = new HashSet<>();
                keeping.getOrDefault(register.id(), Set.of()).forEach(unit -> kept.add(now.get(unit)));
                List<List<CountRepository.Figure>> figures =
                        repository.count(province, register, each.counts(), now.keySet(), first, last);
                for (int at = 0; at < figures.size(); at++) {
                    counted.addAll(counted(register, each.counts().get(at), figures.get(at), now, kept, first, last));
                }
            }
        });
        return counted;
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
