package vn.toam.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The return of one unit in one round. It exists, empty, from the moment the round opens: what is missing can be listed.
 *
 * @param province code of the province of today that the unit lies in; leads every key
 * @param id its key within the province
 * @param unit who reports
 * @param receiver the unit that accepts or returns, by the rules at the cut-off
 * @param figures figure by field; yes is 1, no is 0; a field without a figure is not answered
 * @param notes remark by field: why a figure is unusual
 * @param narrative text by text field
 * @param nilReturn true: declared that nothing happened; blanks were set to 0 on purpose
 * @param version counts every save: two people typing at once notice each other
 * @param sentAt when it was first sent; null: never
 * @param changedAt last change of any kind
 * @param accepted the figures that count, by field, however the others change; null: none count
 * @param tallies what was counted from records for its lines; stays as it was when it is sent
 */
public record Submission(
        int province,
        UUID id,
        UUID round,
        String form,
        int year,
        int unit,
        int receiver,
        SubmissionStatus status,
        Map<String, BigDecimal> figures,
        Map<String, String> notes,
        Map<String, String> narrative,
        boolean nilReturn,
        int version,
        @Nullable Instant sentAt,
        Instant changedAt,
        @Nullable Map<String, BigDecimal> accepted,
        Tallies tallies) {

    /** True when figures once accepted count in sums. */
    public boolean counted() {
        return accepted != null;
    }

    /** The same with another count. */
    public Submission counted(Tallies other) {
        return new Submission(
                province, id, round, form, year, unit, receiver, status, figures, notes, narrative, nilReturn, version,
                sentAt, changedAt, accepted, other);
    }

    /** Lines whose figure is not what was counted. */
    public List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        tallies.lines().forEach((line, tally) -> {
            BigDecimal reported = figures.get(line);
            if (reported != null && tally.differs(reported)) {
                differences.add(new Difference(line, tally, reported, notes.getOrDefault(line, "")));
            }
        });
        return differences;
    }

    /** True when nobody has typed anything yet. */
    public boolean untouched() {
        return version == tallies.fills();
    }
}
