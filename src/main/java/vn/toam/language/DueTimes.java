package vn.toam.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Times that are no single day: months, quarters, windows, and limits that count from an event. */
public final class DueTimes {
    /**
     * A time in the view.
     *
     * @param date month {@code 2026-09}, quarter {@code 2026-Q3}, the same without its year ({@code 09}, {@code Q3}), or a length
     *     after an event {@code P15D}; null for a window and for "after" without a length
     * @param from first day, month or quarter of a window
     * @param to its last
     * @param after the event that a limit counts from
     */
    public record Due(
            int start,
            int end,
            @Nullable String date,
            @Nullable String from,
            @Nullable String to,
            @Nullable String after) {
        public boolean window() {
            return from != null;
        }
    }

    private static final String DAY_MONTH = "\\s?(?:[/.]|tháng)\\s?(\\d{1,2})";
    private static final String YEAR = "\\s?(?:[/.-]|,?\\s?năm)\\s?(20\\d{2})";
    private static final String QUARTER_NO = "(iv|i{1,3}|[1-4])";
    private static final String QUARTER_YEAR = "(?:\\s?[/-]\\s?(?:năm )?|,? năm |\\s)(20\\d{2})";
    private static final String UNTIL = "\\s?(?:-|đến)(?: hết)?\\s?";

    private static final Rx DAYS = Rx.of(
            "từ\\s(?:ngày\\s?)?(\\d{1,2})(?:" + DAY_MONTH + "(?:" + YEAR + ")?)?" + UNTIL + "(?:ngày\\s?)?(\\d{1,2})"
                    + DAY_MONTH + "(?:" + YEAR + ")?(?![\\d%]|/\\p{L})",
            "từ");
    private static final Rx MONTHS = Rx.of(
            "(?:từ )?tháng\\s?(\\d{1,2})(?:" + YEAR + ")?\\s?(-|,|và|đến)(?: hết)?\\s?" + "(?:tháng\\s?)?(\\d{1,2})"
                    + YEAR + "(?!\\d)",
            "tháng");
    private static final Rx QUARTERS = Rx.of(
            "(?:từ )?quý\\s?" + QUARTER_NO + "(?:" + QUARTER_YEAR + ")?(?:\\s?(?:-|,|và|đến)(?: hết)?\\s?)(?:quý\\s)?"
                    + QUARTER_NO + QUARTER_YEAR + "(?!\\d)",
            "quý");
    private static final Rx MONTH =
            Rx.of("(?<!\\d )(?<!\\d)tháng\\s?(\\d{1,2})(?:" + YEAR + ")?(?![\\d%]|/\\d|\\s?tuổi)", "tháng");
    private static final Rx QUARTER = Rx.of("quý\\s?" + QUARTER_NO + "(?![\\p{L}\\d])(?:" + QUARTER_YEAR + ")?", "quý");
    private static final Rx COUNTED = Rx.of(
            "(?<![\\d/.,])(\\d{1,3})(?:\\s?-\\s?(\\d{1,3}))?\\s(ngày|giờ|tháng|tuần)(?: làm việc)?(?: đầu)?,?\\s(?:kể từ|tính từ|sau khi|từ khi|từ ngày)(?: khi| sau)?\\s?([^,;.()]{3,160})",
            "kể từ",
            "tính từ",
            "sau khi",
            "từ khi",
            "từ ngày");
    private static final Rx AFTER = Rx.of("(?:ngay\\s)?sau\\skhi\\s([^,;.()]{4,200})", "khi");
    private static final Map<String, String> QUARTERS_BY_NAME = Map.of("i", "1", "ii", "2", "iii", "3", "iv", "4");

    /** All times of {@code [start, end)} in order; {@code year} is the plan's own year for months and quarters that name none. */
    public List<Due> in(View view, int start, int end, @Nullable String year) {
        List<Due> found = new ArrayList<>();
        days(view, start, end, found);
        months(view, start, end, found);
        quarters(view, start, end, found);
        relative(view, start, end, found);
        Matcher m = MONTH.in(view, start, end);
        while (m.find()) {
            String month = month(m.group(1));
            if (month != null) {
                add(found, point(m, withYear(m.group(2), year, month)));
            }
        }
        Matcher q = QUARTER.in(view, start, end);
        while (q.find()) {
            add(found, point(q, withYear(q.group(2), year, quarter(q.group(1)))));
        }
        found.sort(Comparator.comparingInt(Due::start));
        return found;
    }

    private static Due point(Matcher m, String date) {
        return new Due(m.start(), m.end(), date, null, null, null);
    }

    private static void days(View view, int start, int end, List<Due> found) {
        Matcher m = DAYS.in(view, start, end);
        while (m.find()) {
            String lastMonth = month(m.group(5));
            String firstMonth = m.group(2) == null ? lastMonth : month(m.group(2));
            if (firstMonth != null && lastMonth != null) {
                String firstYear = m.group(3) == null ? m.group(6) : m.group(3);
                String from = withYear(firstYear, null, firstMonth + "-" + two(m.group(1)));
                String to = withYear(m.group(6), null, lastMonth + "-" + two(m.group(4)));
                add(found, new Due(m.start(), m.end(), null, from, to, null));
            }
        }
    }

    private static void months(View view, int start, int end, List<Due> found) {
        Matcher m = MONTHS.in(view, start, end);
        while (m.find()) {
            String first = month(m.group(1));
            String last = month(m.group(4));
            if (first != null && last != null) {
                String from = withYear(m.group(2), m.group(5), first);
                String to = m.group(5) + "-" + last;
                boolean apart = ",và".contains(m.group(3)) && Integer.parseInt(last) - Integer.parseInt(first) != 1;
                if (apart) {
                    add(found, new Due(m.start(), m.end(2) < 0 ? m.end(1) : m.end(2), from, null, null, null));
                    add(found, new Due(m.start(4), m.end(), to, null, null, null));
                } else {
                    add(found, new Due(m.start(), m.end(), null, from, to, null));
                }
            }
        }
    }

    private static void quarters(View view, int start, int end, List<Due> found) {
        Matcher m = QUARTERS.in(view, start, end);
        while (m.find()) {
            String from = withYear(m.group(2), m.group(4), quarter(m.group(1)));
            add(found, new Due(m.start(), m.end(), null, from, m.group(4) + "-" + quarter(m.group(3)), null));
        }
    }

    private static void relative(View view, int start, int end, List<Due> found) {
        Matcher m = COUNTED.in(view, start, end);
        while (m.find()) {
            String count = Integer.toString(Integer.parseInt(m.group(2) == null ? m.group(1) : m.group(2)));
            String length = switch (Vi.strip(m.group(3))) {
                case "gio" -> "PT" + count + "H";
                case "thang" -> "P" + count + "M";
                case "tuan" -> "P" + count + "W";
                default -> "P" + count + "D";
            };
            add(found, new Due(m.start(), m.end(4), length, null, null, view.slice(m.start(4), m.end(4))));
        }
        Matcher a = AFTER.in(view, start, end);
        while (a.find()) {
            add(found, new Due(a.start(), a.end(), null, null, null, view.slice(a.start(1), a.end(1))));
        }
    }

    private static void add(List<Due> found, Due due) {
        if (found.stream().noneMatch(o -> o.start() < due.end() && due.start() < o.end())) {
            found.add(due);
        }
    }

    private static String withYear(@Nullable String own, @Nullable String plan, String part) {
        String year = own == null ? plan : own;
        return year == null ? part : year + "-" + part;
    }

    private static @Nullable String month(String written) {
        int m = Integer.parseInt(written);
        return m >= 1 && m <= 12 ? two(written) : null;
    }

    private static String two(String written) {
        return "%02d".formatted(Integer.parseInt(written));
    }

    private static String quarter(String written) {
        return "Q" + QUARTERS_BY_NAME.getOrDefault(written, written);
    }
}
