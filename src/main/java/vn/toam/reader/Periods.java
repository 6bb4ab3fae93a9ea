package vn.toam.reader;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.language.Rx;
import vn.toam.language.View;
import vn.toam.outline.Frame;
import vn.toam.reader.PlanDraft.Field;

/** The years a plan covers, from its title; else from the schedules of its tasks, but for a plan that a decision carries. */
final class Periods {
    private static final Rx SPAN = Rx.of(
            "(?:giai đoạn|thời kỳ|từ năm|nhiệm kỳ|năm học|năm)?\\s?((?:19|20)\\d{2})\\s?(?:-|đến năm|đến hết năm|đến|tới)\\s?((?:19|20)\\d{2})");
    private static final Rx UNTIL = Rx.of("(?:đến|tới)(?: hết| cuối)? năm\\s?((?:19|20)\\d{2})");
    private static final Rx YEAR = Rx.of("(?<!tháng \\d{1,2} )năm (?:học )?((?:19|20)\\d{2})");
    private static final Rx BEFORE_YEAR =
            Rx.of("(?:đến|tới|tháng \\d{1,2}|hết|tầm nhìn|định hướng|từ|so với|tháng \\d{1,2},) $");
    private static final Rx ONWARDS = Rx.of("năm (20\\d{2}) và (?:các|những) năm (?:tiếp theo|sau)");

    /** From and to; either may be absent. */
    Field[] read(View view, Frame frame, Field title) {
        View.Range t = range(view, title);
        if (t != null) {
            Field year = lastYear(view, t);
            if (year != null) {
                return new Field[] {year, year};
            }
            Matcher s = SPAN.in(view, t.start(), t.end());
            if (s.find()) {
                return new Field[] {field(view, s, 1), field(view, s, 2)};
            }
            Matcher u = UNTIL.in(view, t.start(), t.end());
            if (u.find()) {
                return new Field[] {Field.NONE, field(view, u, 1)};
            }
        }
        if (frame.decision()) {
            return new Field[] {Field.NONE, Field.NONE};
        }
        Matcher o = ONWARDS.in(view, frame.openingEnd(), frame.end());
        return new Field[] {o.find() ? field(view, o, 1) : Field.NONE, Field.NONE};
    }

    private static Field field(View view, Matcher m, int group) {
        return new Field(m.group(group), view.evidence(m.start(), m.end()));
    }

    /** A bare "năm 2024": not "đến năm 2030", not the year of a date or of a span. */
    private static @Nullable Field lastYear(View view, View.Range t) {
        Field year = null;
        Matcher y = YEAR.in(view, t.start(), t.end());
        while (y.find()) {
            boolean other = BEFORE_YEAR.found(view, Math.max(t.start(), y.start() - 14), y.start())
                    || SPAN.in(view, y.start(), t.end()).lookingAt();
            if (!other) {
                year = field(view, y, 1);
            }
        }
        return year;
    }

    private static View.@Nullable Range range(View view, Field title) {
        if (title.value() == null || title.evidence() == null) {
            return null;
        }
        int start = 0;
        while (start < view.at().length && view.at()[start] < title.evidence().start()) {
            start++;
        }
        return new View.Range(
                start, Math.min(view.low().length(), start + title.value().length()));
    }
}
