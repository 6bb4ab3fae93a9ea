package vn.toam.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Years to reach something by, and how often. */
public final class Times {
    /** A year limit in the view. */
    public record Year(int start, int end, int year, boolean onward) {}

    private static final Rx BY = Rx.of(
            "(?<!so với )(?<!so với cùng kỳ )(từ |đến |vào |trong |hết |cuối |tới )?(?:hết |cuối |thời điểm |kết thúc )?năm (20\\d{2})(?! ?- ?20\\d{2})( trở đi)?(?:(?<=(?:đến|tới|hết|cuối) năm 20\\d{2})|(?! là))(?! (?:đã|đạt được))",
            "năm 20");
    private static final Rx BASE = Rx.of(
            "so với [^;.]{0,30}$|(?:hiện nay|từ) [^;.]{0,12}$|giai đoạn $|tháng \\d{1,2} $|tháng \\d{1,2},? $|\\($");
    private static final Rx BEFORE_DAY = Rx.of(
            "(?:trước|đến|hết|đến hết|chậm nhất)(?: là)? (?:ngày )?\\d{1,2}[/.-]\\d{1,2}[/.-](20\\d{2})(?!\\d)", "20");
    private static final Rx OUTLOOK = Rx.of("(?:tầm nhìn|định hướng) (?:đến )?$");
    private static final Rx MANY = Rx.of("gấp [^;.]{0,24}lần$", "gấp ");
    private static final Rx SPAN = Rx.of(
            "(?:giai đoạn|thời kỳ|từ năm|từ|trong các năm|các năm|từ nay) ?(?:từ )?(?:năm )?(20\\d{2})\\s?(?:-|đến)\\s?(?:hết |cuối )?(?:năm\\s)?(20\\d{2})",
            "20");
    private static final Rx SPAN_AROUND =
            Rx.of("(20\\d{2})\\s?(?:-|đến)\\s?(?:hết |cuối )?(?:năm\\s)?(20\\d{2})", "20");
    private static final Rx NAME_BEFORE = Rx.of(
            "(?:chương trình|đề án|chiến lược|kế hoạch|nghị quyết|quy hoạch|chuẩn|dự án|tiêu chí|phong trào|quyết định|so với|bình quân)(?: [^,;.:()]{0,80})? $");
    private static final Rx VISION =
            Rx.of("(?:[\\p{L}\\d.]{1,6}[.)]\\s*)?(?:tầm nhìn|định hướng)(?: đến)?(?: hết)? năm (20\\d{2})");
    private static final Rx NO_RHYTHM = Rx.of(
            "(?:lộ trình|kế hoạch|ngân sách|kinh phí|dự toán|nguồn chi|chương trình|nhiệm vụ|thống kê|báo cáo)(?: \\p{L}+){0,3} $");
    private static final Rx LEADS = Rx.of(
            "\\s*,?\\s*(?:(?:phấn đấu|đạt|có|là|ít nhất|trên|tối thiểu|còn|xuống|dưới|khoảng|từ|ở mức|lên|tỷ lệ này|cơ bản|tăng lên|giảm xuống|duy trì)\\s*,?\\s*)*$");

    private final Rx often;
    private final Map<String, String> frequencies;

    public Times(Lexicon lexicon) {
        often = lexicon.rxWith("frequencies", "{frequencies}(?![\\p{L}])");
        frequencies = lexicon.map("frequencies");
    }

    /** The year that binds the number at {@code [start, end)}: behind it, else before it, between the neighbouring numbers. */
    @Nullable
    public Year by(View view, int from, int start, int end, int limit, boolean last) {
        boolean comparedWith = MANY.found(view, Math.max(from, start - 24), end);
        List<Year> right = comparedWith ? List.of() : years(view, end, limit);
        if (!right.isEmpty()
                && (last || !LEADS.in(view, right.getFirst().end(), limit).matches())) {
            return right.getFirst();
        }
        List<Year> left = years(view, from, start);
        return left.isEmpty() ? null : left.getLast();
    }

    /** Years that limit something, in order: "đến năm 2030", and the last year of "giai đoạn 2026 - 2030". */
    private static List<Year> years(View view, int start, int end) {
        List<Year> out = new ArrayList<>();
        Matcher s = SPAN.in(view, start, end);
        while (s.find()) {
            if (!NAME_BEFORE.found(view, Math.max(start, s.start() - 90), s.start())) {
                out.add(new Year(s.start(), s.end(), Integer.parseInt(s.group(2)), false));
            }
        }
        Matcher m = BY.in(view, start, end);
        while (m.find()) {
            int p = m.start(2);
            boolean inSpan = SPAN_AROUND
                    .in(view, Math.max(start, p - 26), Math.min(end, p + 26))
                    .results()
                    .anyMatch(r -> r.start() <= p && p < r.end());
            if (!inSpan
                    && !BASE.found(view, Math.max(start, m.start() - 40), m.start())
                    && !outlook(view, start, m, end)) {
                out.add(new Year(m.start(), m.end(), Integer.parseInt(m.group(2)), m.group(3) != null));
            }
        }
        Matcher d = BEFORE_DAY.in(view, start, end);
        while (d.find()) {
            out.add(new Year(d.start(), d.end(), Integer.parseInt(d.group(1)), false));
        }
        out.sort(Comparator.comparingInt(Year::start));
        return out;
    }

    /** "Tầm nhìn đến năm 2045" names a programme, unless a figure of its own follows. */
    private static boolean outlook(View view, int start, Matcher year, int end) {
        return OUTLOOK.found(view, Math.max(start, year.start() - 20), year.start())
                && !LEADS.in(view, year.end(), end).matches();
    }

    /** The last year limit of a heading or lead-in. */
    @Nullable
    public Year inHeading(View view, int start, int end) {
        Matcher vision = VISION.in(view, start, end);
        if (vision.lookingAt()) {
            return new Year(vision.start(1), vision.end(1), Integer.parseInt(vision.group(1)), false);
        }
        return by(view, start, end, end, end, true);
    }

    /** The frequency word in {@code [start, end)}, the finest if there are several. */
    @Nullable
    public String frequency(View view, int start, int end) {
        Matcher m = often.in(view, start, end);
        String found = null;
        while (m.find()) {
            String f = lookUp(m.group());
            if (NO_RHYTHM.found(view, Math.max(start, m.start() - 50), m.start())) {
                continue;
            }
            if (found == null || rank(f) > rank(found)) {
                found = f;
            }
        }
        return found;
    }

    private String lookUp(String word) {
        for (Map.Entry<String, String> e : frequencies.entrySet()) {
            if (word.equals(Vi.fold(e.getKey())) || word.equals(Vi.strip(e.getKey()))) {
                return e.getValue();
            }
        }
        return "yearly";
    }

    private static int rank(String frequency) {
        return List.of("yearly", "quarterly", "monthly", "weekly", "daily").indexOf(frequency);
    }
}
