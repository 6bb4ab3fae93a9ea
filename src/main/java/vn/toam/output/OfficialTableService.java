package vn.toam.output;

import static vn.toam.output.ReportWords.say;
import static vn.toam.round.RoundPermissions.FIGURES_READ;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.catalog.Catalog;
import vn.toam.collection.CollectionFigures;
import vn.toam.definition.CodeList;
import vn.toam.definition.Field;
import vn.toam.geography.Unit;
import vn.toam.geography.Weights;
import vn.toam.indicator.FigureService;
import vn.toam.shared.Access;
import vn.toam.shared.Settings;
import vn.toam.shared.Subject;
import vn.toam.unit.UnitService;

/** Fills the table of Circular 07/2017 for a place and year: a row is the sum of the lines that name it, and of nothing else. */
@Service
@EnableConfigurationProperties(OfficialSettings.class)
public class OfficialTableService {

    private static final String CIRCULAR = "TT07";
    private static final String ROWS = "official-tt07";

    private final FigureService sums;
    private final FigureRepository repository;
    private final CollectionFigures figures;
    private final UnitService units;
    private final Catalog catalog;
    private final OfficialSettings chosen;
    private final Settings settings;
    private final Access access;
    private final Clock clock;

    OfficialTableService(
            FigureService sums,
            FigureRepository repository,
            CollectionFigures figures,
            UnitService units,
            Catalog catalog,
            OfficialSettings chosen,
            Settings settings,
            Access access,
            Clock clock) {
        this.sums = sums;
        this.repository = repository;
        this.figures = figures;
        this.units = units;
        this.catalog = catalog;
        this.chosen = chosen;
        this.settings = settings;
        this.access = access;
        this.clock = clock;
    }

    /** The table of a place. @param asked null: the newest year that it was asked about and that has begun */
    @Transactional(readOnly = true)
    public OfficialTable of(int unit, @Nullable Integer asked) {
        access.require(FIGURES_READ, Subject.of(unit));
        List<Integer> years = years(units.find(unit));
        int now = LocalDate.now(clock).getYear();
        int year = asked != null
                ? asked
                : years.stream().filter(each -> each <= now).findFirst().orElse(now);
        Unit place = units.find(unit, LocalDate.of(year, 12, 1));
        Map<String, List<Field>> lines = lines();
        FigureService.Sums known = sums.sums(
                lines.values().stream().flatMap(List::stream).map(Field::id).toList(), unit, year);
        return new OfficialTable(
                place,
                year,
                years,
                LocalDate.of(year, 12, 1),
                catalog.codes(ROWS).codes().stream()
                        .map(row -> row(row, lines.getOrDefault(row.code(), List.of()), known))
                        .toList(),
                notes(known, year),
                settings.demo());
    }

    private List<Integer> years(Unit unit) {
        int[] within =
                figures.within(unit.id()).stream().mapToInt(Integer::intValue).toArray();
        return repository.years(unit.province(), within).stream()
                .map(FigureRepository.Year::year)
                .toList();
    }

    /** Lines by the row that they stand in; those of ours alone stand in none. */
    private Map<String, List<Field>> lines() {
        return catalog.forms().stream()
                .flatMap(form -> form.fields().stream())
                .filter(line ->
                        line.official() != null && line.official().form().equals(CIRCULAR))
                .collect(Collectors.groupingBy(line -> chosen.rows()
                        .getOrDefault(
                                line.id(),
                                Objects.requireNonNull(line.official()).row())));
    }

    private OfficialTable.Row row(CodeList.Code row, List<Field> lines, FigureService.Sums known) {
        List<FigureService.Sum> of = lines.stream()
                .map(line -> Objects.requireNonNull(known.lines().get(line.id())))
                .toList();
        List<String> missing = lines.stream()
                .filter(line ->
                        Objects.requireNonNull(known.lines().get(line.id())).total() == null)
                .map(Field::line)
                .toList();
        return new OfficialTable.Row(
                row.code(),
                row.name().vi(),
                lines.isEmpty() ? "" : unit(lines.getFirst()),
                missing.isEmpty() && !lines.isEmpty()
                        ? of.stream()
                                .map(sum -> Objects.requireNonNull(sum.total()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                        : null,
                missing,
                lines.size(),
                of.stream().mapToInt(sum -> sum.coverage().received()).min().orElse(0),
                of.stream().mapToInt(sum -> sum.coverage().expected()).max().orElse(0));
    }

    private String unit(Field line) {
        String code = line.unit() == null ? "" : line.unit();
        return catalog.codes("units").find(code).map(unit -> unit.name().vi()).orElse("");
    }

    private List<String> notes(FigureService.Sums known, int year) {
        List<String> notes = new ArrayList<>();
        notes.add(say("official.models"));
        List<String> moved = chosen.rows().entrySet().stream()
                .map(entry -> say(
                        "official.moved", catalog.field(entry.getKey()).name().vi(), entry.getValue()))
                .sorted()
                .toList();
        Stream.concat(Stream.of(say("official.singles")).filter(any -> moved.isEmpty()), moved.stream())
                .forEach(notes::add);
        if (known.reading() != Weights.Kind.EXACT) {
            notes.add(say("figures." + known.reading(), String.valueOf(year)));
        }
        return notes;
    }
}
