package vn.toam.output;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * The page of one report: the document as it would be printed, what the reader may change in it, and the files made so far.
 *
 * @param plan the programme's plan, {@code name} its short name
 * @param years years that can be reported on, newest first
 * @param narratives what was written, by section
 * @param files files made, newest first
 * @param writes the reader may write passages and make files
 */
public record ReportView(
        UUID plan,
        Text name,
        List<Integer> years,
        Report report,
        List<Block> blocks,
        Map<String, Narrative> narratives,
        List<MadeFile> files,
        boolean writes) {

    /** Address of this page. */
    public String address() {
        return "/output/" + plan + "/" + report.year();
    }

    /** Passages nobody has written yet; those with results of agencies can do without. */
    public List<Block.Passage> unwritten() {
        return blocks.stream()
                .filter(block -> block instanceof Block.Passage passage
                        && passage.prose().text().isBlank()
                        && !passage.empty().isEmpty())
                .map(Block.Passage.class::cast)
                .toList();
    }

    /** The element id of a section's field: letters, digits and dashes. */
    public String id(String section) {
        return Sections.id(section);
    }

    /** When a section was saved last, null before that. */
    public @Nullable Instant savedAt(String section) {
        Narrative written = narratives.get(section);
        return written == null ? null : written.changedAt();
    }

    /** Who saved a section last; blank before that. */
    public String savedBy(String section) {
        Narrative written = narratives.get(section);
        return written == null ? "" : written.changedBy();
    }

    /** Version of a section, 0 before anybody wrote it. */
    public int version(String section) {
        return Sections.prose(narratives, section).version();
    }

    /** Text of a section as it is kept. */
    public String text(String section) {
        return Sections.prose(narratives, section).text();
    }

    /** Lines of the legal basis. */
    public List<String> basis() {
        return ReportLayout.basis(report);
    }

    /** The tables behind the signature. */
    public List<Annexed> annexes() {
        return ReportLayout.annexes(report).stream()
                .map(annex ->
                        new Annexed(Phrases.say("annex", annex.number()), WordFrame.belongsTo(report), annex.grid()))
                .toList();
    }

    /** A table behind the signature with its head. */
    public record Annexed(String title, String belongsTo, Block.Grid grid) {}

    /** The lines over the signature as they are edited: one a line. */
    public String authorityLines() {
        List<String> lines = new java.util.ArrayList<>(report.signature().authority());
        lines.add(report.signature().post());
        return String.join("\n", lines);
    }

    /** The sentence that opens the body. */
    public String opening() {
        return ReportLayout.opening(report);
    }

    /** The document's number and place with date, as printed. */
    public String number() {
        return Phrases.say(
                "number",
                WordFrame.number(report.letterhead().number()),
                report.letterhead().code());
    }

    /** Place and date as printed. */
    public String dated() {
        return WordFrame.dated(report.letterhead(), report.year());
    }

    /** What it is about, with a capital letter. */
    public String subject() {
        return WordFrame.capitalised(report.subject());
    }

    /** The distribution list as printed. */
    public List<String> recipients() {
        return WordFrame.recipients(report);
    }

    /** The distribution list as it is edited: one a line. */
    public String recipientLines() {
        return String.join("\n", report.recipients());
    }

    /** A phrase of the document. */
    public String phrase(String key) {
        return Phrases.say(key);
    }

    /** Width of the column of a chart row in percent of the highest, and of the goal. */
    public static long share(java.math.BigDecimal value, Report.Series series) {
        double top = series.drawn().stream()
                .mapToDouble(
                        point -> java.util.Objects.requireNonNull(point.value()).doubleValue())
                .max()
                .orElse(1);
        double highest =
                series.goal() == null ? top : Math.max(top, series.goal().doubleValue());
        return highest == 0 ? 0 : Math.round(value.doubleValue() * 100 / highest);
    }
}
