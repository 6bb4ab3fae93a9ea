package vn.toam.indicator;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.OwnDefinitions;
import vn.toam.definition.Expression;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Indicator;
import vn.toam.definition.LineKind;
import vn.toam.geography.Level;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.submission.AsOf;
import vn.toam.submission.Fact;

/**
 * What is added up: every indicator, and every line of a form as a count of itself. Ids of indicators are written with hyphens, those of
 * lines with underscores, so they share one space.
 */
@Component
public class Measures {

    private final Catalog catalog;
    private final Map<String, Indicator> indicators;
    private final Set<String> fields;
    private final Map<String, Level> levels;
    private final Map<String, LineKind> kinds;
    private final OwnMeasureRepository own;
    private final Map<String, Indicator> defined = new ConcurrentHashMap<>();

    Measures(Catalog catalog, OwnMeasureRepository own) {
        this.catalog = catalog;
        this.own = own;
        this.indicators = catalog.indicators().stream().collect(Collectors.toMap(Indicator::id, Function.identity()));
        this.fields = catalog.forms().stream()
                .flatMap(form -> form.fields().stream())
                .filter(field -> field.type() != FieldType.TEXT)
                .map(Field::id)
                .collect(Collectors.toSet());
        this.levels = new HashMap<>();
        catalog.forms()
                .forEach(form -> form.fields().forEach(field -> levels.put(field.id(), Level.valueOf(form.level()))));
        this.kinds = new TreeMap<>();
        fields.forEach(field ->
                kinds.put(field, Objects.requireNonNull(catalog.field(field).kind())));
    }

    /** An indicator of the catalogue, or one that a planner defined; those never change once they are kept. */
    public Optional<Indicator> find(String id) {
        Indicator known = indicators.getOrDefault(id, defined.get(id));
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Indicator> read = own.find(id).map(OwnMeasure::indicator);
        read.ifPresent(indicator -> defined.put(id, indicator));
        return read;
    }

    /** @throws NotFound when there is none */
    public Indicator indicator(String id) {
        return find(id).orElseThrow(() -> new NotFound("Indicator " + id));
    }

    /** What is added up from the returns of a province: the catalogue's indicators, and those that planners defined there. */
    List<Indicator> summed(int province) {
        return Stream.concat(
                        indicators.values().stream(),
                        own.summed(province).stream().map(OwnMeasure::indicator))
                .toList();
    }

    /** What one reporting unit contributes to each line and to these indicators, from its accepted figures; null: it has none. */
    Map<String, Part> of(@Nullable Fact fact, List<Indicator> summed) {
        Map<String, Part> parts = new HashMap<>();
        if (fact != null) {
            fact.figures().forEach((field, figure) -> parts.put(field, line(field, figure, fact)));
            for (Indicator indicator : summed) {
                Part part = part(indicator, fact);
                if (part != null) {
                    parts.put(indicator.id(), part);
                }
            }
        }
        return parts;
    }

    /** What it contributes to these measures, by id. */
    Map<String, Part> of(Fact fact, Collection<String> wanted) {
        Map<String, Part> parts = new HashMap<>(wanted.size() * 2);
        for (String measure : wanted) {
            Part part = part(measure, fact);
            if (part != null) {
                parts.put(measure, part);
            }
        }
        return parts;
    }

    /** The indicator of this id; null: it is a line of a form. */
    private @Nullable Indicator named(String measure) {
        return line(measure) ? null : find(measure).orElse(null);
    }

    /** True for a line of a form, a unit's own among them. */
    private boolean line(String measure) {
        return fields.contains(measure) || OwnDefinitions.first(measure).isPresent();
    }

    /** What it contributes to one measure; null unless it knows every figure that is needed. */
    @Nullable
    Part part(String measure, Fact fact) {
        Indicator indicator = named(measure);
        if (indicator != null) {
            return part(indicator, fact);
        }
        BigDecimal figure = fact.figures().get(measure);
        return figure == null ? null : line(measure, figure, fact);
    }

    private static Part line(String field, BigDecimal figure, Fact fact) {
        return new Part(figure, BigDecimal.ZERO, 1, fact.partial().contains(field) ? 0 : 1);
    }

    /** The lines of forms that these measures are made of. */
    Set<String> fields(Collection<String> wanted) {
        Set<String> named = new HashSet<>();
        for (String measure : wanted) {
            Indicator indicator = named(measure);
            if (indicator == null) {
                named.add(measure);
            } else {
                named.addAll(indicator.fields());
            }
        }
        return named;
    }

    /** The lines of these that count how many there are. */
    Set<String> states(Collection<String> wanted) {
        Set<String> states = fields(wanted);
        states.removeIf(field -> kinds.get(field) != LineKind.STOCK);
        return states;
    }

    /** Until when a measure is known, by what is known of its lines; null: to the end of the year, or it counts no state. */
    @Nullable
    AsOf asOf(String measure, Map<String, AsOf> known) {
        return known.isEmpty()
                ? null
                : states(List.of(measure)).stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .reduce(AsOf::and)
                        .orElse(null);
    }

    /** Which units report a measure: those that fill the form of its lines. */
    Level level(String measure) {
        Indicator indicator = named(measure);
        String field =
                indicator == null ? measure : indicator.fields().iterator().next();
        return Optional.ofNullable(levels.get(field))
                .or(() -> OwnDefinitions.first(field)
                        .flatMap(own -> catalog.formOf(field))
                        .map(form -> Level.valueOf(form.level())))
                .orElse(Level.COMMUNE);
    }

    /** Of how many units a figure of it is the whole. */
    Coverage coverage(String measure, Part part, int expected) {
        Indicator indicator = named(measure);
        return new Coverage(
                Math.min(part.whole(), expected),
                expected,
                indicator == null ? Indicator.COVERAGE : indicator.coverage());
    }

    /** How a measure is called. */
    Text name(String measure) {
        Indicator indicator = named(measure);
        return indicator == null ? catalog.field(measure).name() : indicator.name();
    }

    /** Its value from added-up parts, not rounded; null: nobody knows it. */
    @Nullable
    BigDecimal value(String measure, Part part) {
        Indicator indicator = named(measure);
        return part.units() == 0
                ? null
                : indicator == null ? part.numerator() : indicator.value(part.numerator(), part.base());
    }

    /** @throws Rejected naming the ids that are neither an indicator nor a line of a form */
    void check(List<String> wanted) {
        List<String> unknown = wanted.stream()
                .filter(measure -> !fields.contains(measure) && find(measure).isEmpty())
                .toList();
        if (wanted.isEmpty() || !unknown.isEmpty()) {
            throw Rejected.field("measures", "indicator.problem.measures", String.join(", ", unknown));
        }
    }

    static @Nullable Part part(Indicator indicator, Fact fact) {
        Map<String, BigDecimal> figures = fact.figures();
        BigDecimal numerator = indicator.numerator().evaluate(figures::get);
        Expression base = indicator.base();
        BigDecimal divisor = base == null ? BigDecimal.ZERO : base.evaluate(figures::get);
        if (numerator == null || divisor == null) {
            return null;
        }
        boolean whole = fact.partial().isEmpty() || Collections.disjoint(indicator.fields(), fact.partial());
        return new Part(numerator, divisor, 1, whole ? 1 : 0);
    }

    /** Changes when any definition does: sums kept with other definitions are then computed again. */
    String fingerprint() {
        return Integer.toHexString((catalog.indicators().toString() + kinds).hashCode());
    }
}
