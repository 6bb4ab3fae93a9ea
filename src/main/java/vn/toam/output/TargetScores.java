package vn.toam.output;

import static vn.toam.output.ReportWords.say;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.definition.Indicator;
import vn.toam.geography.Unit;
import vn.toam.indicator.IndicatorService;
import vn.toam.indicator.Value;
import vn.toam.letter.Series;
import vn.toam.plancontent.Comparison;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.Target;
import vn.toam.shared.Numbers;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.target.ScorecardService;
import vn.toam.target.ScorecardView;
import vn.toam.target.Sentence;
import vn.toam.unit.UnitService;

/** How the targets of a plan stand in its unit: the scorecard's own verdicts and reasons, in the document's words. */
@Component
class TargetScores {

    /** The targets in the order of the plan, and the first that has figures as a picture. */
    record Scored(List<Report.Score> scores, @Nullable Series chart) {}

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final int MOST_COLUMNS = 24;

    private final ScorecardService scorecards;
    private final IndicatorService indicators;
    private final UnitService units;
    private final Words words;

    TargetScores(ScorecardService scorecards, IndicatorService indicators, UnitService units, Words words) {
        this.scorecards = scorecards;
        this.indicators = indicators;
        this.units = units;
        this.words = words;
    }

    Scored of(Plan plan, Unit unit, int year) {
        List<ScorecardView.Line> lines = scorecards.lines(plan.id(), unit.id(), year);
        List<Indicator> measured = lines.stream()
                .map(ScorecardView.Line::indicator)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, TreeMap<Integer, BigDecimal>> series = indicators.series(measured, unit.id());
        return new Scored(
                lines.stream().map(line -> score(line, year, series)).toList(),
                lines.stream()
                        .filter(line -> line.value() != null && line.value().value() != null)
                        .findFirst()
                        .map(line -> chart(line, unit, year, series))
                        .orElse(null));
    }

    private Report.Score score(ScorecardView.Line line, int year, Map<String, TreeMap<Integer, BigDecimal>> series) {
        Value value = line.value();
        ScorecardView.Typed typed = line.typed();
        BigDecimal now = value != null
                ? value.value()
                : typed == null ? null : typed.now().value();
        Indicator indicator = line.indicator();
        BigDecimal before = indicator == null
                ? typed == null ? null : typed.before()
                : series.getOrDefault(indicator.id(), new TreeMap<>()).get(year - 1);
        return new Report.Score(
                tight(line.target().text().vi()),
                wanted(line),
                line.measure().vi().strip(),
                round(now),
                round(before),
                Report.Standing.valueOf(line.verdict().status().name()),
                sentence(line.verdict().why()),
                value == null ? 0 : value.coverage().received(),
                value == null ? 0 : value.coverage().expected(),
                typed != null);
    }

    /** What is asked, short enough for a column, with the year when it is not asked every year. */
    private String wanted(ScorecardView.Line line) {
        Target target = line.target();
        Comparison comparison = target.comparator();
        boolean level = comparison != null && !comparison.change() && target.score() == null;
        String asked = level ? target.figure(VIETNAMESE) : sentence(line.demand());
        Integer by = target.by();
        return by == null ? asked : say("wanted.by", asked, String.valueOf(by));
    }

    /** Columns by unit below where they fit on the page and say more than years, otherwise by year. */
    private Series chart(
            ScorecardView.Line line, Unit unit, int year, Map<String, TreeMap<Integer, BigDecimal>> series) {
        Indicator indicator = Objects.requireNonNull(line.indicator());
        TreeMap<Integer, BigDecimal> years = new TreeMap<>(
                series.getOrDefault(indicator.id(), new TreeMap<>()).headMap(year, true));
        Set<Integer> thin = indicators.provisional(indicator.id(), unit.id());
        List<Series.Point> points = years.size() > 2 ? List.of() : below(indicator, unit, year);
        String title = indicator.name().vi();
        if (points.size() < 2 || points.size() > MOST_COLUMNS) {
            title = without(title, years, thin, year);
            years.keySet().removeAll(thin);
            points = years.entrySet().stream()
                    .map(each -> new Series.Point(String.valueOf(each.getKey()), round(each.getValue())))
                    .toList();
        }
        Comparison comparison = line.target().measure();
        BigDecimal goal =
                comparison == null || comparison.change() ? null : line.target().measureValue();
        return new Series(title, line.measure().vi().strip(), points, goal);
    }

    /** Names the years that are not drawn: nobody takes their gap for a step. */
    private static String without(String title, TreeMap<Integer, BigDecimal> years, Set<Integer> thin, int year) {
        String missing = IntStream.rangeClosed(years.isEmpty() ? year : years.firstKey(), year)
                .filter(each -> !years.containsKey(each) || thin.contains(each))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? title : say("chart.without", title, missing);
    }

    private List<Series.Point> below(Indicator indicator, Unit unit, int year) {
        List<Value> values = indicators.children(indicator.id(), unit.id(), year);
        Map<Integer, String> names =
                units.findAll(values.stream().map(Value::unit).toList(), LocalDate.of(year, 12, 1)).stream()
                        .collect(Collectors.toMap(Unit::id, Unit::name));
        return values.stream()
                .map(value -> new Series.Point(names.getOrDefault(value.unit(), ""), round(value.value())))
                .toList();
    }

    /** Two decimals, as they are printed: the workbook and the document must not differ. */
    private static @Nullable BigDecimal round(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(2, RoundingMode.HALF_UP);
    }

    private String sentence(Sentence sentence) {
        Object[] arguments = sentence.arguments().stream().map(this::write).toArray();
        return tight(words.get(VIETNAMESE, sentence.key(), arguments));
    }

    /** Per cent signs close to their figure, as in the tables. */
    private static String tight(String text) {
        return text.replace(" %", "%");
    }

    private Object write(@Nullable Object value) {
        return switch (value) {
            case null -> "–";
            case Sentence inner -> sentence(inner);
            case Text text -> text.vi();
            case Number number -> Numbers.number(number);
            case LocalDate date -> Numbers.date(date);
            default -> value;
        };
    }
}
