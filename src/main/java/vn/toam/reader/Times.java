package vn.toam.reader;

import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Years to reach something by, and how often. */
final class Times {
    /** A year limit in the view. */
    record Year(int start, int end, int year, boolean onward) {}

    private static final Rx BY = Rx.of(
            "(?<!so với )(?<!so với cùng kỳ )(từ |đến |vào |trong |hết |cuối |tới )?(?:hết |cuối |thời điểm |kết thúc )?năm (20\\d{2})(?! ?- ?20\\d{2})( trở đi)?(?! (?:là|đã|đạt được))");
    private static final Rx BASE = Rx.of(
            "so với [^;.]{0,30}$|(?:hiện nay|từ) [^;.]{0,12}$|giai đoạn $|tháng \\d{1,2} $|tháng \\d{1,2},? $|\\($|tầm nhìn (?:đến )?$|định hướng (?:đến )?$");
    private static final Rx LEADS = Rx.of(
            "\\s*,?\\s*(?:(?:phấn đấu|đạt|có|là|ít nhất|trên|tối thiểu|còn|xuống|dưới|khoảng|từ|ở mức|lên|tỷ lệ này|cơ bản|tăng lên|giảm xuống|duy trì)\\s*,?\\s*)*$");

    private final Rx often;
    private final Map<String, String> frequencies;

    Times(Lexicon lexicon) {
        often = lexicon.rx("{frequencies}(?![\\p{L}])");
        frequencies = lexicon.map("frequencies");
    }

    /** The year that binds the number at {@code [start, end)}: behind it, else before it, between the neighbouring numbers. */
    @Nullable
    Year by(View view, int from, int start, int end, int limit, boolean last) {
        Year right = null;
        Matcher r = BY.in(view, end, limit);
        if (r.find()
                && !isBase(view, end, r)
                && !(!last && LEADS.in(view, r.end(), limit).matches())) {
            right = year(r);
        }
        if (right != null) {
            return right;
        }
        Year left = null;
        Matcher l = BY.in(view, from, start);
        while (l.find()) {
            if (!isBase(view, from, l)) {
                left = year(l);
            }
        }
        return left;
    }

    /** The last year limit of a heading or lead-in. */
    @Nullable
    Year inHeading(View view, int start, int end) {
        return by(view, start, end, end, end, true);
    }

    private static boolean isBase(View view, int from, Matcher m) {
        return BASE.found(view, Math.max(from, m.start() - 40), m.start());
    }

    private static Year year(Matcher m) {
        return new Year(m.start(), m.end(), Integer.parseInt(m.group(2)), m.group(3) != null);
    }

    /** The frequency word in {@code [start, end)}, the finest if there are several. */
    @Nullable
    String frequency(View view, int start, int end) {
        Matcher m = often.in(view, start, end);
        String found = null;
        while (m.find()) {
            String f = lookUp(m.group());
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
        return java.util.List.of("yearly", "quarterly", "monthly", "weekly", "daily")
                .indexOf(frequency);
    }
}
