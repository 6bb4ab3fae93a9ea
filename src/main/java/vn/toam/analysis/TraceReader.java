package vn.toam.analysis;

import static vn.toam.round.RoundPermissions.FIGURES_READ;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.catalog.Catalog;
import vn.toam.collection.CollectionFigures;
import vn.toam.collection.RoundReader;
import vn.toam.definition.Expression;
import vn.toam.definition.Field;
import vn.toam.definition.Form;
import vn.toam.definition.Indicator;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.indicator.IndicatorService;
import vn.toam.indicator.Measures;
import vn.toam.round.Round;
import vn.toam.shared.Access;
import vn.toam.shared.Numbers;
import vn.toam.shared.Subject;
import vn.toam.unit.UnitService;

/** Follows a figure down: from a place to the units below, from a commune to the cells of its returns. */
@Service
@Transactional(readOnly = true)
class TraceReader {

    private final IndicatorService indicators;
    private final Measures measures;
    private final CollectionFigures figures;
    private final RoundReader rounds;
    private final UnitService units;
    private final Catalog catalog;
    private final Access access;

    TraceReader(
            IndicatorService indicators,
            Measures measures,
            CollectionFigures figures,
            RoundReader rounds,
            UnitService units,
            Catalog catalog,
            Access access) {
        this.indicators = indicators;
        this.measures = measures;
        this.figures = figures;
        this.rounds = rounds;
        this.units = units;
        this.catalog = catalog;
        this.access = access;
    }

    TraceView trace(String id, int unit, int year) {
        Indicator indicator = measures.indicator(id);
        LocalDate day = figures.geography(year);
        Unit place = units.find(unit, day);
        boolean reports = place.level() == Level.COMMUNE && place.validity().on(day);
        Integer parent = place.parent();
        return new TraceView(
                indicator,
                catalog.measure(indicator),
                place,
                year,
                indicators.value(id, unit, year),
                formula(indicator),
                reports ? List.of() : indicators.below(unit, year),
                reports ? List.of() : indicators.children(id, unit, year),
                reports ? cells(indicator, unit, year) : List.of(),
                parent == null || !access.allows(FIGURES_READ, Subject.of(parent)) ? null : units.find(parent, day));
    }

    private List<TraceView.Cell> cells(Indicator indicator, int unit, int year) {
        Map<String, BigDecimal> facts = figures.facts(unit, year);
        List<TraceView.Cell> cells = new ArrayList<>();
        for (String id : indicator.fields()) {
            Field field = catalog.field(id);
            Round round = catalog.formOf(id)
                    .map(Form::id)
                    .flatMap(form -> rounds.asking(unit, form, year))
                    .orElse(null);
            cells.add(new TraceView.Cell(
                    field,
                    facts.get(id),
                    round,
                    round == null ? null : rounds.row(round, unit),
                    round == null ? null : rounds.tallies(round, unit).get(id)));
        }
        return cells;
    }

    /** "A3 Hộ được công nhận × 100 ÷ F1 Tổng số hộ", in the reader's language. */
    private String formula(Indicator indicator) {
        Locale locale = LocaleContextHolder.getLocale();
        String top = indicator.numerator().write(field -> label(field, locale));
        Expression base = indicator.denominator();
        return base == null
                ? top
                : "(" + top + ") × " + Numbers.number(indicator.per(), locale) + " ÷ ("
                        + base.write(field -> label(field, locale)) + ")";
    }

    private String label(String field, Locale locale) {
        Field found = catalog.field(field);
        return found.line() + " " + found.name().in(locale);
    }
}
