package vn.toam.analysis;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.toam.geography.Unit;
import vn.toam.geography.Weights;
import vn.toam.indicator.Coverage;
import vn.toam.indicator.Value;
import vn.toam.shared.Settings;
import vn.toam.shared.Speech;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.sheet.Table;
import vn.toam.submission.AsOf;
import vn.toam.target.ScorecardView;

/** The tables of the pages as files, row by row what the pages show, in the reader's language. */
@Component
class Tables {

    private final Words words;
    private final Settings settings;
    private final Clock clock;

    Tables(Words words, Settings settings, Clock clock) {
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /** The units below a place. */
    Table below(IndicatorView view) {
        Map<Integer, Value> values = view.byUnit();
        List<Table.Column> columns = new ArrayList<>(
                List.of(column("analysis.unit", 34), column("indicator.value", 14), column("analysis.measure", 12)));
        if (view.rate()) {
            columns.add(column("analysis.numerator", 14));
            columns.add(column("analysis.base", 14));
        }
        columns.addAll(counted());
        return new Table(
                speech().t("analysis.below"),
                title(speech().text(view.indicator().name()), view.place(), view.year()),
                columns,
                view.below().stream()
                        .filter(unit -> values.containsKey(unit.id()))
                        .map(unit -> row(view, unit, Objects.requireNonNull(values.get(unit.id()))))
                        .toList(),
                row(view, view.place(), view.value()),
                notes(speech().t("analysis.borders.help", view.on()), speech().t("analysis.summed")));
    }

    private List<@Nullable Object> row(IndicatorView view, Unit unit, Value value) {
        List<@Nullable Object> row = cells(speech().text(unit.fullName()), value.value(), measure(view.measure()));
        if (view.rate()) {
            row.add(value.counted() ? value.numerator() : null);
            row.add(value.counted() ? value.base() : null);
        }
        row.addAll(counted(value, view.names()));
        return row;
    }

    /** The years of a place. */
    Table series(IndicatorView view) {
        TreeSet<Integer> years = new TreeSet<>(view.series().keySet());
        years.addAll(view.notComparable());
        return new Table(
                speech().t("analysis.series"),
                title(speech().text(view.indicator().name()), view.place(), view.year()),
                List.of(
                        column("shared.year", 10),
                        column("indicator.value", 14),
                        column("analysis.measure", 12),
                        column("analysis.complete", 14),
                        column("analysis.expected", 14),
                        column("analysis.mark", 40)),
                years.descendingSet().stream()
                        .map(year -> cells(
                                Year.of(year),
                                view.series().get(year),
                                measure(view.measure()),
                                view.coverage().containsKey(year)
                                        ? view.coverage().get(year).received()
                                        : null,
                                view.coverage().containsKey(year)
                                        ? view.coverage().get(year).expected()
                                        : null,
                                remarks(
                                        view.coverage().get(year),
                                        view.moved().contains(year) ? speech().t("analysis.borders.changed") : null,
                                        mark(view.readings().get(year), view.names()))))
                        .toList(),
                List.of(),
                notes());
    }

    /** The targets, the units below side by side and the other indicators, as many of these as there are. */
    List<Table> scorecard(ScorecardView view) {
        Stream<Table> targets = view.lines().isEmpty() ? Stream.of() : Stream.of(targets(view));
        Stream<Table> matrix =
                view.below().isEmpty() || view.measured().isEmpty() ? Stream.of() : Stream.of(matrix(view));
        return Stream.of(targets, matrix, Stream.of(others(view)))
                .flatMap(tables -> tables)
                .toList();
    }

    private Table targets(ScorecardView view) {
        return new Table(
                speech().t("indicator.scorecard"),
                title(view),
                with(
                        List.of(
                                column("analysis.target", 46),
                                column("analysis.demand", 28),
                                column("analysis.status", 15),
                                column("indicator.value", 12),
                                column("analysis.measure", 12),
                                column("analysis.why", 46)),
                        counted()),
                view.lines().stream().map(line -> row(view, line)).toList(),
                List.of(),
                notes());
    }

    private List<@Nullable Object> row(ScorecardView view, ScorecardView.Line line) {
        Value value = line.value();
        String demand = Stream.concat(Stream.of(line.demand()), line.also().stream())
                .map(sentence -> sentence.in(speech()))
                .collect(Collectors.joining(", "));
        return with(
                cells(
                        speech().text(line.target().text()),
                        line.indicator() == null && line.typed() == null ? null : demand,
                        speech().name(line.verdict().status()),
                        value != null
                                ? value.value()
                                : line.typed() == null
                                        ? null
                                        : line.typed().now().value(),
                        measure(line.measure()),
                        line.verdict().why().in(speech())),
                value == null
                        ? cells(null, null, line.typed() == null ? null : speech().t("indicator.byHand"))
                        : counted(value, view.names()));
    }

    private Table matrix(ScorecardView view) {
        List<Table.Column> columns = new ArrayList<>(List.of(column("analysis.place", 30)));
        view.measured().forEach(line -> {
            String measure = measure(line.measure());
            columns.add(new Table.Column(
                    speech().text(line.target().text()) + (measure.isEmpty() ? "" : " (" + measure + ")"), 22));
            columns.add(column("analysis.status", 15));
            columns.add(column("analysis.coverage", 12));
        });
        columns.add(column("analysis.mark", 40));
        return new Table(
                speech().t("analysis.compare"),
                title(view),
                columns,
                view.below().stream()
                        .map(unit -> {
                            List<@Nullable Object> row = cells(speech().text(unit.fullName()));
                            view.matrix().getOrDefault(unit.id(), List.of()).forEach(cell -> {
                                row.add(cell.figure());
                                row.add(speech().name(cell.status()));
                                row.add(
                                        cell.figure() == null
                                                ? null
                                                : cell.coverage().received() + "/"
                                                        + cell.coverage().expected());
                            });
                            row.add(mark(view.readings().get(unit.id()), view.names()));
                            return row;
                        })
                        .toList(),
                List.of(),
                notes());
    }

    private Table others(ScorecardView view) {
        return new Table(
                speech().t("analysis.others"),
                title(view),
                with(
                        List.of(
                                column("analysis.title", 46),
                                column("indicator.value", 14),
                                column("analysis.measure", 12)),
                        counted()),
                view.others().stream()
                        .map(other -> with(
                                cells(
                                        speech().text(other.indicator().name()),
                                        other.value().value(),
                                        measure(other.measure())),
                                counted(other.value(), view.names())))
                        .toList(),
                List.of(),
                notes());
    }

    private List<Table.Column> counted() {
        return List.of(column("analysis.complete", 14), column("analysis.expected", 14), column("analysis.mark", 40));
    }

    private List<@Nullable Object> counted(Value value, Map<Integer, Text> names) {
        return cells(
                value.coverage().received(),
                value.coverage().expected(),
                remarks(value.value() == null ? null : value.coverage(), mark(value.reading(), names)));
    }

    /** What must be known beside a figure; null: nothing. */
    private @Nullable String remarks(@Nullable Coverage coverage, @Nullable String... others) {
        Stream<@Nullable String> thin = coverage != null && coverage.provisional()
                ? Stream.of(speech().t("indicator.provisional"))
                : Stream.of();
        AsOf until = coverage == null ? null : coverage.asOf();
        Stream<@Nullable String> dated = coverage == null || until == null
                ? Stream.of()
                : Stream.of(speech().t(
                                coverage.asOfKey(),
                                speech().t("indicator.part." + until.first()),
                                speech().t("indicator.part." + until.last())));
        String all = Stream.concat(Stream.concat(thin, dated), Arrays.stream(others))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? null : all;
    }

    /** How a figure of other borders was read, with the units that are in it only in part; null: it is the unit's own. */
    private @Nullable String mark(Weights.@Nullable Reading reading, Map<Integer, Text> names) {
        if (reading == null || reading.sources().isEmpty() && reading.kind() == Weights.Kind.EXACT) {
            return null;
        }
        if (reading.kind() == Weights.Kind.EXACT) {
            return speech().t("analysis.mark.exact", reading.sources().size());
        }
        return reading.parted().stream()
                .map(source -> speech().text(names.getOrDefault(source.unit(), Text.of("–")))
                        + (source.share() == null
                                ? ""
                                : speech().t(
                                                "analysis.mark.share",
                                                source.share().movePointRight(2))))
                .collect(Collectors.joining("; ", speech().t("analysis.mark." + reading.kind()) + ": ", ""));
    }

    private Speech speech() {
        return new Speech(words, LocaleContextHolder.getLocale());
    }

    private Table.Column column(String key, int width) {
        return new Table.Column(speech().t(key), width);
    }

    private String measure(Text measure) {
        return speech().text(measure).strip();
    }

    private String title(ScorecardView view) {
        var plan = view.plan();
        return title(
                plan == null ? speech().t("indicator.scorecard") : speech().text(plan.name()),
                view.place(),
                view.year());
    }

    private String title(String what, Unit place, int year) {
        return speech().t("analysis.file.title", what, place.fullName(), String.valueOf(year));
    }

    private List<String> notes(String... own) {
        Stream<String> made = settings.demo() ? Stream.of(speech().t("shared.demo")) : Stream.of();
        return Stream.of(Arrays.stream(own), made, Stream.of(speech().t("analysis.file.source", LocalDate.now(clock))))
                .flatMap(notes -> notes)
                .toList();
    }

    private static List<@Nullable Object> cells(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }

    private static <T extends @Nullable Object> List<T> with(List<? extends T> first, List<? extends T> more) {
        List<T> all = new ArrayList<>(first);
        all.addAll(more);
        return all;
    }
}
