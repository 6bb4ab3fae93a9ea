package vn.toam.output;

import static vn.toam.output.ReportWords.say;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.definition.Section;
import vn.toam.geography.Unit;
import vn.toam.geography.Weights;
import vn.toam.indicator.FigureService;
import vn.toam.shared.Numbers;
import vn.toam.submission.AsOf;
import vn.toam.unit.UnitService;

/** Accepted figures of an area, added up line by line, with the year before beside them, and the submissions they come from. */
@Component
class CollectedFigures {

    /** All of it. */
    record Collected(List<Report.Figure> figures, Report.Received received, List<Report.Source> sources) {}

    private final FigureRepository repository;
    private final FigureService sums;
    private final Catalog catalog;
    private final UnitService units;

    CollectedFigures(FigureRepository repository, FigureService sums, Catalog catalog, UnitService units) {
        this.repository = repository;
        this.sums = sums;
        this.catalog = catalog;
        this.units = units;
    }

    Collected of(Unit unit, int year) {
        FigureService.Sums now = added(lines(catalog.forms()), unit, year);
        FigureService.Sums before = added(lines(catalog.forms()), unit, year - 1);
        List<FigureRepository.Asked> asked = repository.asked(unit.province(), ints(now.from()), year);
        Map<String, BigDecimal> changes =
                exact(now) && exact(before) ? repository.changes(unit.province(), ints(now.from()), year) : Map.of();
        List<Report.Figure> figures = new ArrayList<>();
        List<Report.Figure> owed = new ArrayList<>();
        asked.stream()
                .collect(Collectors.groupingBy(
                        FigureRepository.Asked::form, java.util.TreeMap::new, Collectors.toList()))
                .forEach((form, of) -> {
                    Form asking = catalog.form(form, of.getFirst().formVersion());
                    if (catalog.find(Form.class, form).isPresent()) {
                        figures.addAll(lines(asking, field -> true, now, before, changes));
                        owed.addAll(lines(asking, field -> !field.optional(), now, before, changes));
                    } else {
                        figures.addAll(own(asking, unit, year));
                    }
                });
        List<String> remarks = Stream.of(remark(now, year), remark(before, year - 1), until(now, year))
                .flatMap(Optional::stream)
                .toList();
        return new Collected(figures, received(owed, asked, year, remarks), sources(asked));
    }

    /** Lines of a form that a unit made for itself; how complete the report is, they do not say. */
    private List<Report.Figure> own(Form form, Unit unit, int year) {
        List<String> lines = lines(List.of(form));
        return lines(form, field -> true, added(lines, unit, year), added(lines, unit, year - 1), Map.of()).stream()
                .map(figure -> figure.under(form.name().vi()))
                .toList();
    }

    private static List<String> lines(List<Form> forms) {
        return forms.stream()
                .flatMap(form -> form.fields().stream())
                .filter(field -> field.type() != FieldType.TEXT)
                .map(Field::id)
                .distinct()
                .toList();
    }

    private FigureService.Sums added(List<String> lines, Unit unit, int year) {
        return sums.sums(lines, unit.id(), year);
    }

    private static boolean exact(FigureService.Sums sums) {
        return sums.reading() == Weights.Kind.EXACT;
    }

    /** What the reader must know about figures of a year in which the unit had other borders. */
    private static Optional<String> remark(FigureService.Sums sums, int year) {
        return exact(sums) ? Optional.empty() : Optional.of(say("figures." + sums.reading(), String.valueOf(year)));
    }

    /** Until when what there is was counted, where not to the end of the year. */
    private static Optional<String> until(FigureService.Sums sums, int year) {
        return sums.lines().values().stream()
                .map(sum -> sum.coverage().asOf())
                .filter(Objects::nonNull)
                .reduce(AsOf::and)
                .map(asOf -> say(
                        asOf.first() == asOf.last() ? "figures.asOf" : "figures.asOf.several",
                        String.valueOf(year),
                        say("part." + asOf.first()),
                        say("part." + asOf.last())));
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Lines of a form; one that may stay empty is there when somebody filled it. */
    private List<Report.Figure> lines(
            Form form,
            Predicate<Field> which,
            FigureService.Sums now,
            FigureService.Sums before,
            Map<String, BigDecimal> changes) {
        List<Report.Figure> lines = new ArrayList<>();
        for (Section section : form.sections()) {
            for (Field field : section.fields()) {
                FigureService.Sum sum = now.lines().get(field.id());
                boolean said =
                        !field.optional() || sum != null && sum.coverage().received() > 0;
                if (field.type() != FieldType.TEXT && said && which.test(field)) {
                    lines.add(new Report.Figure(
                            section.name().vi(),
                            (field.partOf() == null ? "" : "– ") + field.name().vi(),
                            field.type() == FieldType.YES_NO ? say("unit.yes") : unit(field),
                            total(sum),
                            total(before.lines().get(field.id())),
                            changes.get(field.id()),
                            sum == null ? 0 : sum.coverage().received(),
                            sum == null ? 0 : sum.coverage().expected()));
                }
            }
        }
        return lines;
    }

    private static @Nullable BigDecimal total(FigureService.@Nullable Sum sum) {
        return sum == null ? null : sum.total();
    }

    private String unit(Field field) {
        String code = field.unit() == null ? "" : field.unit();
        return catalog.codes("units").find(code).map(unit -> unit.name().vi()).orElse("");
    }

    /** As many as the poorest line that must be filled has of the units below; the day is that of the last acceptance, so that the same figures say the same. */
    private static Report.Received received(
            List<Report.Figure> figures, List<FigureRepository.Asked> asked, int year, List<String> remarks) {
        LocalDate day = asked.stream()
                .filter(FigureRepository.Asked::counted)
                .map(FigureRepository.Asked::accepted)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(CollectedFigures::day)
                .orElse(LocalDate.of(year, 12, 1));
        int expected = figures.stream().mapToInt(Report.Figure::expected).max().orElse(0);
        Report.Figure poorest = figures.stream()
                .filter(figure -> expected > 0 && figure.expected() == expected)
                .min(Comparator.comparingInt(Report.Figure::received))
                .orElse(null);
        return poorest == null
                ? new Report.Received(0, 0, day, remarks)
                : new Report.Received(poorest.received(), poorest.expected(), day, remarks);
    }

    private List<Report.Source> sources(List<FigureRepository.Asked> asked) {
        Map<LocalDate, List<FigureRepository.Asked>> byDay =
                asked.stream().collect(Collectors.groupingBy(FigureRepository.Asked::geography));
        Map<Integer, String> names = new HashMap<>();
        byDay.forEach((day, of) -> units.findAll(
                        of.stream().map(FigureRepository.Asked::unit).distinct().toList(), day)
                .forEach(unit -> names.put(unit.id(), unit.fullName().vi())));
        Map<String, String> forms = asked.stream()
                .collect(Collectors.toMap(
                        FigureRepository.Asked::form,
                        each -> catalog.form(each.form(), each.formVersion())
                                .name()
                                .vi(),
                        (one, other) -> one));
        return asked.stream()
                .map(each -> new Report.Source(
                        names.getOrDefault(each.unit(), ""),
                        forms.getOrDefault(each.form(), each.form()),
                        say(each.counted() ? "state.counted" : "state." + each.status()),
                        each.accepted() == null || !each.counted() ? null : day(each.accepted()),
                        "/collection/forms/" + each.round() + "/" + each.unit()))
                .toList();
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(Numbers.ZONE).toLocalDate();
    }
}
