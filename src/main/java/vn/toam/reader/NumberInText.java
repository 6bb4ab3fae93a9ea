package vn.toam.reader;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.language.Dates;
import vn.toam.language.Rx;
import vn.toam.language.View;
import vn.toam.outline.Frame;
import vn.toam.reader.PlanDraft.Field;

/** A plan without letterhead that is called by its number: in its own title, or by the first sentences of a report on it. */
final class NumberInText {
    private static final String TYPE =
            "(?:kế hoạch|chương trình(?: hành động)?|đề án)(?: liên tịch| phối hợp)?(?: số:?)? ?(?=\\d)";
    private static final Rx CALLED = Rx.of("(?<![\\p{L}])" + TYPE, "kế hoạch", "chương trình", "đề án");
    private static final Rx LABEL = Rx.of("(?:số\\s?:? ?)?(?=\\d)");
    private static final Rx IN_BRACKETS = Rx.of("\\(\\s*" + TYPE, "(");
    private static final Rx DAY_BEHIND = Rx.of(",? ?(?:ký |ban hành )?(?:ngày )?");
    private static final Rx DAY = Rx.of("(?:ngày |, )$");
    private static final Rx ISSUED = Rx.of("ban hành|đã có|ký|công bố|phê duyệt|thông qua");
    private static final String PLAN_CODE = "\\d+[a-zA-Z]?(?:/\\d{4})?[/-](?:KH|CTr|ĐA)\\b.*";
    private static final int FIRST_SENTENCES = 1_500;
    private static final int MOST_MENTIONS = 40;

    private NumberInText() {}

    /** The number that the title itself bears, else in a report the number of the first plan it calls by number. */
    static Field number(View view, Frame frame) {
        Field own = frame.news() ? Field.NONE : inTitle(view, frame);
        return own != Field.NONE || !frame.news() ? own : mentioned(view);
    }

    private static Field inTitle(View view, Frame frame) {
        Matcher label = LABEL.in(view, frame.titleStart(), frame.titleEnd());
        Field first = label.lookingAt() ? plan(view, label.end(), 0.8) : Field.NONE;
        Matcher bracket = IN_BRACKETS.in(view, frame.titleStart(), frame.titleEnd());
        return first == Field.NONE && bracket.find() ? plan(view, bracket.end(), 0.8) : first;
    }

    private static Field mentioned(View view) {
        Matcher m = CALLED.in(view, 0, FIRST_SENTENCES);
        while (m.find()) {
            Field number = plan(view, m.end(), 0.7);
            if (number != Field.NONE) {
                return number;
            }
        }
        return Field.NONE;
    }

    private static Field plan(View view, int start, double confidence) {
        Matcher n = view.text(Citations.NUMBER, start, start + 60);
        boolean plan = n.lookingAt() && Citations.compact(n.group()).matches(PLAN_CODE);
        return plan
                ? new Field(
                        Citations.compact(n.group()),
                        view.evidence(n.start(), n.end()).doubt(confidence, "reader.why.numberInText"))
                : Field.NONE;
    }

    /** Where the number of a title that starts with it ends. */
    static int behind(View view, Frame frame) {
        Matcher label = LABEL.in(view, frame.titleStart(), frame.titleEnd());
        if (!label.lookingAt() || plan(view, label.end(), 1) == Field.NONE) {
            return frame.titleStart();
        }
        Matcher n = view.text(Citations.NUMBER, label.end(), frame.titleEnd());
        int end = n.lookingAt() ? n.end() : label.end();
        Dates.Found day = dayBehind(view, end);
        return day == null ? end : day.end();
    }

    /** The day right behind the number, or at the head of the sentence that says it was issued. */
    static Field date(View view, @Nullable String number) {
        if (number == null) {
            return Field.NONE;
        }
        Matcher m = CALLED.in(view);
        for (int mention = 0; mention < MOST_MENTIONS && m.find(); mention++) {
            Matcher n = view.text(Citations.NUMBER, m.end(), m.end() + 60);
            if (n.lookingAt() && Citations.compact(n.group()).equalsIgnoreCase(number)) {
                Dates.Found day = dayBehind(view, n.end());
                day = day == null ? dayBefore(view, m.start()) : day;
                if (day != null) {
                    return new Field(
                            day.iso(), view.evidence(day.start(), day.end()).doubt(0.8, "reader.why.numberInText"));
                }
            }
        }
        return Field.NONE;
    }

    private static Dates.@Nullable Found dayBehind(View view, int p) {
        Dates.Found day = Dates.next(view, p, 40);
        return day != null
                        && day.hasYear()
                        && DAY_BEHIND.in(view, p, day.start()).matches()
                ? day
                : null;
    }

    private static Dates.@Nullable Found dayBefore(View view, int p) {
        int start = Math.max(view.text().lastIndexOf('\n', p), view.text().lastIndexOf(". ", p)) + 1;
        for (Dates.Found day : Dates.in(view, start, p)) {
            boolean said = DAY.found(view, Math.max(start, day.start() - 6), day.start());
            if (day.hasYear() && said && ISSUED.found(view, day.end(), p)) {
                return day;
            }
        }
        return null;
    }
}
