package vn.toam.output;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.letter.Block;
import vn.toam.letter.Letter;
import vn.toam.letter.LetterWords;
import vn.toam.letter.Series;
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
        Letter letter,
        Map<String, Narrative> narratives,
        List<MadeFile> files,
        boolean writes) {

    /** Address of this page. */
    public String address() {
        return "/output/" + plan + "/" + report.year();
    }

    /** Passages nobody has written yet; those with results of agencies can do without. */
    public List<Block.Passage> unwritten() {
        return letter.body().stream()
                .filter(block -> block instanceof Block.Passage passage
                        && passage.written().isBlank()
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

    /** The lines over the signature as they are edited: one a line. */
    public String authorityLines() {
        List<String> lines = new java.util.ArrayList<>(report.signature().authority());
        lines.add(report.signature().post());
        return String.join("\n", lines);
    }

    /** The distribution list as it is edited: one a line. */
    public String recipientLines() {
        return String.join("\n", report.recipients());
    }

    /** A phrase that every paper carries. */
    public String phrase(String key) {
        return LetterWords.say(key);
    }

    /** Width of the column of a chart row in percent of the highest, and of the goal. */
    public static long share(java.math.BigDecimal value, Series series) {
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
