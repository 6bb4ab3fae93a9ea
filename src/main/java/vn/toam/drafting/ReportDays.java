package vn.toam.drafting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.reader.PlanDraft.Deadline;

/** Several days of the year for one report: which of them is the yearly one, which the half-yearly, which those of the quarters. */
final class ReportDays {

    /** Letters between two days of one list. */
    private static final int APART = 40;

    /** A rhythm and its days stand in one sentence. */
    private static final int SENTENCE = 250;

    private ReportDays() {}

    /** The same deadlines, where days that belong together have one kind and a rhythm that has its days is not said again without. */
    static List<Deadline> of(List<Deadline> deadlines) {
        List<Deadline> out = new ArrayList<>();
        List<Deadline> list = new ArrayList<>();
        for (int i = 0; i < deadlines.size(); i++) {
            Deadline d = deadlines.get(i);
            Deadline next = i + 1 < deadlines.size() ? deadlines.get(i + 1) : null;
            if (ofYear(d) && d.kind().equals("other") && (!list.isEmpty() || next != null && together(d, next))) {
                list.add(d);
            } else {
                out.add(d);
            }
            if (!list.isEmpty() && (next == null || !together(d, next))) {
                out.add(joined(list));
                list.clear();
            }
        }
        out.removeIf(d -> d.lastDay() == null && out.stream().anyMatch(e -> saysDay(e, d)));
        return out;
    }

    private static boolean ofYear(@Nullable Deadline d) {
        return d != null
                && "report".equals(d.what())
                && d.date() != null
                && d.date().matches("\\d{2}-\\d{2}");
    }

    private static boolean together(Deadline d, Deadline next) {
        int gap = next.evidence().start() - d.evidence().end();
        return ofYear(d) && ofYear(next) && gap >= 0 && gap < APART;
    }

    /** One day beside the yearly one is that of the half year; several are those of the quarters. */
    private static Deadline joined(List<Deadline> list) {
        Deadline first = list.getFirst();
        String kind = list.size() == 1 ? "half_year_report" : "quarterly_report";
        String days = String.join(",", list.stream().map(Deadline::lastDay).toList());
        return new Deadline(
                kind,
                days,
                null,
                null,
                null,
                first.who(),
                first.to(),
                first.frequency(),
                first.what(),
                first.text(),
                first.evidence());
    }

    private static boolean saysDay(Deadline dated, Deadline undated) {
        return dated.lastDay() != null
                && dated.kind().equals(undated.kind())
                && dated.kind().endsWith("_report")
                && Math.abs(dated.evidence().start() - undated.evidence().start()) < SENTENCE;
    }
}
