package vn.toam.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.toam.document.Document;
import vn.toam.encoding.Note;
import vn.toam.encoding.SourceText;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.PlanStatus;
import vn.toam.reader.PlanDraft;
import vn.toam.shared.Text;

/** The plan around the findings of a reading: its paper, name and period, as far as the text tells them. */
final class DraftPlan {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TITLE = 1_000;
    private static final UUID NOT_KEPT = new UUID(0, 0);

    private DraftPlan() {}

    static Plan of(PlanDraft draft, SourceText source, int unit, LocalDate today, Function<Document, UUID> keep) {
        PlanDraft.Header header = draft.header();
        LocalDate issued = DraftFindings.day(header.date().value()).orElse(null);
        String title = title(header.title().value(), source.text());
        Document paper = new Document(
                null,
                header.docType().value() == null ? "Kế hoạch" : header.docType().value(),
                header.number().value(),
                header.issuer().value(),
                issued,
                title,
                draft.signature().signer().value(),
                draft.signature().title().value());
        int fallback = issued == null ? today.getYear() : issued.getYear();
        int from = year(header.periodFrom().value(), fallback);
        int to = Math.max(from, year(header.periodTo().value(), from));
        List<Note> notes = new ArrayList<>(source.notes());
        notes.addAll(draft.warnings());
        if (!draft.kind().plan()) {
            notes.addAll(draft.kind().against());
        }
        return new Plan(
                NOT_KEPT,
                unit,
                null,
                paper.withId(keep.apply(paper)),
                Text.of(shortened(title, LONGEST_NAME)),
                from,
                to,
                PlanStatus.DRAFT,
                null,
                null,
                null,
                notes,
                false,
                0,
                null);
    }

    private static String title(@Nullable String title, String text) {
        String found = title == null
                ? text.lines()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse("")
                        .strip()
                : title;
        String upper = found.isEmpty() ? found : found.substring(0, 1).toUpperCase(Locale.ROOT) + found.substring(1);
        return shortened(upper, LONGEST_TITLE);
    }

    /** The words of {@code text} that fit, followed by an ellipsis when some do not. */
    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf(' ', most - 1);
        return text.substring(0, end < 0 ? most - 1 : end) + "…";
    }

    private static int year(@Nullable String year, int fallback) {
        return year != null && year.matches("(19|20)\\d{2}.*") ? Integer.parseInt(year.substring(0, 4)) : fallback;
    }
}
