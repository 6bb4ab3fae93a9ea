package vn.toam.output;

import static vn.toam.letter.Block.Align.CENTER;
import static vn.toam.letter.Block.Align.LEFT;
import static vn.toam.letter.Block.Align.RIGHT;
import static vn.toam.output.ReportWords.say;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toam.letter.Block;
import vn.toam.letter.Letter;
import vn.toam.letter.Series;
import vn.toam.output.Report.Figure;
import vn.toam.output.Report.Score;
import vn.toam.output.Report.Standing;
import vn.toam.output.Report.TaskGroup;
import vn.toam.shared.Numbers;

/** Puts a report's contents into the order and the words of the document: six parts, I to VI. Pure: the same report gives the same blocks. */
final class ReportLayout {

    private static final List<String> ROMAN = List.of("I", "II", "III");

    private final Report report;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Letter.Annex> annexes = new ArrayList<>();

    private ReportLayout(Report report) {
        this.report = report;
    }

    /** {@code report} as the paper that is signed: its body from part I to the closing sentence, long tables behind the signature. */
    static Letter letter(Report report) {
        ReportLayout layout = new ReportLayout(report);
        layout.overview();
        layout.results();
        layout.scores();
        layout.figures();
        layout.outlook();
        return new Letter(
                say("type"),
                report.letterhead(),
                report.subject(),
                layout.basis(),
                say("opening", report.letterhead().issuerInText(), report.plan(), year(report.year())),
                List.copyOf(layout.blocks),
                List.copyOf(layout.annexes),
                report.recipients(),
                report.signature(),
                report.year(),
                report.day(),
                report.demo());
    }

    /** More rows than this go to an annex. */
    private static final int ROWS_IN_BODY = 25;

    /** A task's words are cut to this many characters where its result is told; the plan has them whole. */
    private static final int TASK_WORDS = 220;

    /** Legal basis, ready to print: each line ends with a semicolon, the last with a full stop. */
    private List<String> basis() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < report.basis().size(); i++) {
            lines.add(say("basis", report.basis().get(i)) + (i == report.basis().size() - 1 ? "." : ";"));
        }
        return lines;
    }

    private void overview() {
        heading(1, say("part.overview"));
        passage(report.overview(), say("empty.overview"));
    }

    private void results() {
        heading(1, say("part.results"));
        if (report.groups().isEmpty()) {
            paragraph(say("empty.groups"));
        }
        int number = 1;
        for (TaskGroup group : report.groups()) {
            heading(2, number++ + ". " + group.title());
            passage(group.prose(), group.results().isEmpty() ? say("empty.group") : "");
            group.results().forEach(this::progress);
        }
        if (!report.kept().campaigns().isEmpty()) {
            heading(2, number + ". " + say("campaigns"));
            report.kept().campaigns().forEach(said -> blocks.add(new Block.Item(said)));
        }
    }

    /** What was to be done, by whom, what came of it, when it was told. */
    private void progress(Report.Progress entry) {
        String who = entry.agency().isBlank() ? "" : say("progress.who", entry.agency());
        String said =
                entry.text().isBlank() ? entry.state() : say("progress.said", sentence(entry.text()), entry.state());
        blocks.add(new Block.Item(
                say("progress", capital(shortened(entry.task())), who, said, Numbers.date(entry.date()))));
    }

    private void scores() {
        heading(1, say("part.scores"));
        List<Score> scores = report.scores();
        if (scores.isEmpty()) {
            paragraph(say("empty.scores"));
            return;
        }
        String counts = Arrays.stream(Standing.values())
                .filter(standing -> count(standing) > 0)
                .map(standing -> say("scores.count", count(standing), ReportWords.standing(standing)))
                .collect(Collectors.joining(", "));
        paragraph(say("scores.sum", scores.size(), year(report.year()), counts));
        table(new Block.Grid(say("scores.caption", year(report.year())), scoreColumns(), scoreRows()));
        reasons();
        if (report.chart() != null && !report.chart().drawn().isEmpty()) {
            blocks.add(picture(report.chart()));
        }
    }

    private long count(Standing standing) {
        return report.scores().stream()
                .filter(score -> score.standing() == standing)
                .count();
    }

    private void reasons() {
        List<Score> open = report.scores().stream()
                .filter(score -> score.standing() != Standing.MET && score.standing() != Standing.ON_COURSE)
                .filter(score -> !score.typed() && !score.why().isBlank())
                .toList();
        reasons("scores.reasons", open);
        reasons("scores.typed", report.scores().stream().filter(Score::typed).toList());
    }

    private void reasons(String heading, List<Score> scores) {
        if (!scores.isEmpty()) {
            paragraph(say(heading));
            scores.forEach(score -> blocks.add(new Block.Item(say("scores.reason", score.target(), score.why()))));
        }
    }

    private List<Block.Column> scoreColumns() {
        return List.of(
                new Block.Column(say("col.no"), 62, CENTER),
                new Block.Column(say("col.target"), 278, LEFT),
                new Block.Column(say("col.wanted"), 135, CENTER),
                new Block.Column(say("col.lastYear", year(report.year() - 1)), 120, RIGHT),
                new Block.Column(say("col.year", year(report.year())), 120, RIGHT),
                new Block.Column(say("col.standing"), 120, CENTER),
                new Block.Column(say("col.units"), 165, CENTER));
    }

    private List<List<String>> scoreRows() {
        List<List<String>> rows = new ArrayList<>();
        for (Score score : report.scores()) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    score.target(),
                    score.wanted(),
                    withUnit(score.lastYear(), score.unit()),
                    withUnit(score.value(), score.unit()),
                    ReportWords.standing(score.standing()),
                    score.typed()
                            ? say("typed")
                            : score.expected() == 0 ? "–" : score.received() + "/" + score.expected()));
        }
        return rows;
    }

    private static Block.Picture picture(Series series) {
        String values = series.drawn().stream()
                .map(point -> point.label() + " " + withUnit(point.value(), series.unit()))
                .collect(Collectors.joining("; "));
        String described = series.goal() == null
                ? say("chart.described", series.title(), values)
                : say("chart.described.goal", series.title(), values, withUnit(series.goal(), series.unit()));
        return new Block.Picture(say("chart.caption", series.title()), described, series);
    }

    private void figures() {
        heading(1, say("part.figures"));
        Report.Received received = report.received();
        if (report.figures().stream().allMatch(figure -> figure.value() == null)) {
            paragraph(say("empty.figures", year(report.year())));
            received.remarks().forEach(this::paragraph);
            return;
        }
        paragraph(say("received", Numbers.date(received.on()), received.units(), received.expected()));
        received.remarks().forEach(this::paragraph);
        int number = report.scores().isEmpty() ? 1 : 2;
        table(new Block.Grid(say("figures.caption", number, year(report.year())), figureColumns(), figureRows()));
        paragraph(say("figures.note"));
    }

    private List<Block.Column> figureColumns() {
        return List.of(
                new Block.Column(say("col.no"), 60, CENTER),
                new Block.Column(say("col.figure"), 330, LEFT),
                new Block.Column(say("col.unit"), 110, CENTER),
                new Block.Column(say("col.lastYear", year(report.year() - 1)), 115, RIGHT),
                new Block.Column(say("col.year", year(report.year())), 115, RIGHT),
                new Block.Column(say("col.change"), 105, RIGHT),
                new Block.Column(say("col.units"), 165, CENTER));
    }

    private List<List<String>> figureRows() {
        List<List<String>> rows = new ArrayList<>();
        String group = "";
        int number = 1;
        for (Figure figure : report.figures()) {
            if (!figure.group().equals(group)) {
                group = figure.group();
                rows.add(List.of(group));
            }
            rows.add(List.of(
                    String.valueOf(number++),
                    figure.label(),
                    figure.unit(),
                    Numbers.number(figure.lastYear()),
                    Numbers.number(figure.value()),
                    signed(figure.change()),
                    figure.received() + "/" + figure.expected()));
        }
        return rows;
    }

    private void outlook() {
        heading(1, say("part.difficulties"));
        heading(2, say("difficulties"));
        List<String> raised = report.kept().difficulties();
        boolean told = !report.obstacles().isEmpty() || !raised.isEmpty();
        passage(report.difficulties(), told ? "" : say("empty.difficulties"));
        if (!raised.isEmpty()) {
            paragraph(say("difficulties.raised"));
            raised.forEach(said -> blocks.add(new Block.Item(said)));
        }
        if (!report.obstacles().isEmpty()) {
            paragraph(say("obstacles", report.obstacles().size()));
            report.obstacles().forEach(this::obstacle);
        }
        heading(2, say("proposals"));
        passage(report.proposals(), say("empty.proposals"));
        heading(1, say("part.directions", year(report.year() + 1)));
        passage(report.directions(), say("empty.directions"));
        paragraph(say("closing", report.subject()));
    }

    private void obstacle(Report.Progress entry) {
        String said = entry.text().isBlank() ? say("obstacle.unsaid") : sentence(entry.text());
        blocks.add(new Block.Item(
                say("obstacle", entry.agency(), said, shortened(entry.task()), Numbers.date(entry.date()))));
    }

    /** In the body, or behind the signature when it is long. */
    private void table(Block.Grid grid) {
        if (grid.rows().size() <= ROWS_IN_BODY) {
            blocks.add(grid);
            return;
        }
        String number = ROMAN.get(annexes.size());
        annexes.add(new Letter.Annex(number, grid));
        paragraph(say("annexed", grid.caption().replaceFirst("^[^.]*\\. ", ""), number));
    }

    private static String sentence(String text) {
        String said = text.strip().replaceAll("\\s*\\R\\s*", "; ");
        return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    }

    /** An item of its own begins with a capital letter, however the plan went on there. */
    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The words of a task that fit, cut between words. */
    private static String shortened(String task) {
        String said = sentence(task);
        if (said.length() <= TASK_WORDS) {
            return said;
        }
        int cut = said.lastIndexOf(' ', TASK_WORDS);
        return said.substring(0, cut < 0 ? TASK_WORDS : cut) + " …";
    }

    private void heading(int level, String text) {
        blocks.add(new Block.Heading(level, text));
    }

    private void paragraph(String text) {
        blocks.add(new Block.Paragraph(text));
    }

    /** The passage is called after the heading above it. */
    private void passage(Report.Prose prose, String empty) {
        String label = Optional.of(blocks.getLast())
                .map(block -> block instanceof Block.Heading heading ? heading.text() : "")
                .orElse("");
        blocks.add(new Block.Passage(prose.section(), prose.text(), label, empty));
    }

    private static String year(int year) {
        return String.valueOf(year);
    }

    /** A value with its unit after a space that doesn't break, or a dash. */
    static String withUnit(@Nullable BigDecimal value, String unit) {
        String number = Numbers.number(value);
        return value == null || unit.isBlank() ? number : unit.equals("%") ? number + "%" : number + " " + unit;
    }

    private static String signed(@Nullable BigDecimal change) {
        return change != null && change.signum() > 0 ? "+" + Numbers.number(change) : Numbers.number(change);
    }
}
