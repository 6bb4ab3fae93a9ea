package vn.toam.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "quý I, II, III trước ngày 25 tháng cuối quý": the days of the year that a day of the quarter means. */
public final class QuarterDays {
    private static final Pattern DAY =
            Pattern.compile("ngay (?:mung )?(\\d{1,2})(?: cua)? thang (?<which>cuoi|thu ba|dau)");
    private static final Pattern NAMED = Pattern.compile(
            "quy ((?:iv|i{1,3}|[1-4])(?![a-z\\d])(?:(?:,| va|, va) (?:quy )?(?:iv|i{1,3}|[1-4])(?![a-z\\d]))*)");
    private static final Pattern NUMBER = Pattern.compile("iv|i{1,3}|[1-4]");
    private static final Map<String, Integer> QUARTERS =
            Map.of("i", 1, "ii", 2, "iii", 3, "iv", 4, "1", 1, "2", 2, "3", 3, "4", 4);

    private QuarterDays() {}

    /** MM-DD of the first quarter when all are meant, of each named quarter joined by commas, or null when no day is said. */
    public static @Nullable String of(String text) {
        String low = Vi.strip(Vi.fold(text));
        Matcher day = DAY.matcher(low);
        if (!day.find() || Integer.parseInt(day.group(1)) > 31 || day.group(1).equals("0")) {
            return null;
        }
        boolean after = day.group("which").equals("dau");
        Matcher named = NAMED.matcher(low);
        if (!named.find()) {
            return day(after ? 1 : 3, day.group(1));
        }
        List<String> days = new ArrayList<>();
        NUMBER.matcher(named.group(1))
                .results()
                .map(quarter -> Objects.requireNonNull(QUARTERS.get(quarter.group())))
                .forEach(quarter -> days.add(day(after ? next(quarter) : 3 * quarter, day.group(1))));
        return String.join(",", days.stream().sorted().distinct().toList());
    }

    /** The first month of the quarter behind. */
    private static int next(int quarter) {
        return quarter % 4 * 3 + 1;
    }

    private static String day(int month, String day) {
        return "%02d-%02d"
                .formatted(
                        month,
                        Math.min(
                                Integer.parseInt(day), java.time.Month.of(month).minLength()));
    }
}
