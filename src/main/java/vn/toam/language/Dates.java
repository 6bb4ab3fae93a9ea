package vn.toam.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Days, months and windows as plans write them, given as ISO or as the part the text says. */
public final class Dates {
    /** A date in the view: {@code iso} is "2022-04-13", "04-13" without a year. */
    public record Found(int start, int end, String iso) {
        public boolean hasYear() {
            return iso.length() == 10;
        }
    }

    private static final Rx WORDS = Rx.of("(\\d{1,2})\\s?tháng\\s?(\\d{1,2})(?:,?\\s?năm\\s?(\\d{4}))?", "tháng");
    private static final Rx FIGURES = Rx.of(
            "(?=\\d)(?<![\\d/.,-])(\\d{1,2})\\s?([/.-])\\s?(\\d{1,2})(?:\\s?[/.-]\\s?((?:19|20)\\d{2}))?(?![\\d/%]|[.,]\\d|-\\p{L}|/\\p{L})",
            Words.DIGIT);

    private static final Rx DAY_BEFORE = Rx.of("(?:ngày |\\(|và )$");

    private Dates() {}

    /** All days in {@code [start, end)}; figures without a year count only with a slash or when they follow "ngày" or a bracket. */
    public static List<Found> in(View view, int start, int end) {
        List<Found> found = new ArrayList<>();
        Matcher w = WORDS.in(view, start, end);
        while (w.find()) {
            add(found, w.start(), w.end(), w.group(1), w.group(2), w.group(3));
        }
        Matcher f = FIGURES.in(view, start, end);
        while (f.find()) {
            if (f.group(4) != null || f.group(2).equals("/") || afterDay(view, f.start())) {
                add(found, f.start(), f.end(), f.group(1), f.group(3), f.group(4));
            }
        }
        found.sort(java.util.Comparator.comparingInt(Found::start));
        return found;
    }

    private static boolean afterDay(View view, int p) {
        return DAY_BEFORE.found(view, p - 12, p);
    }

    private static void add(List<Found> found, int start, int end, String day, String month, @Nullable String year) {
        int d = Integer.parseInt(day);
        int m = Integer.parseInt(month);
        if (d >= 1 && d <= 31 && m >= 1 && m <= 12) {
            String part = "%02d-%02d".formatted(m, d);
            found.add(new Found(start, end, year == null ? part : year + "-" + part));
        }
    }

    /** The first day that starts within {@code reach} chars of {@code start}. */
    public static @Nullable Found next(View view, int start, int reach) {
        int end = Math.min(view.low().length(), start + reach);
        List<Found> all = in(view, start, end);
        return all.isEmpty() ? null : all.getFirst();
    }
}
