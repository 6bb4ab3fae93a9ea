package vn.toam.plancontent;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A last day as people type it, turned into what is kept. */
public final class DueDayParser {

    private DueDayParser() {}

    private static String several(String typed) {
        List<String> days = new ArrayList<>();
        for (String one : typed.split("[,;]| và ")) {
            String day = read(one);
            if (day == null || !day.matches("\\d{2}-\\d{2}")) {
                throw new DateTimeException(typed);
            }
            days.add(day);
        }
        return String.join(",", days.stream().sorted().distinct().toList());
    }

    /**
     * Several days of the year: DD/MM, DD/MM. DD: that day of each month; DD/MM: every year; MM/yyyy, yyyy and DD/MM/yyyy: once. Blank: none.
     *
     * @throws DateTimeException when it is none of these or no such day exists
     */
    public static @Nullable String read(String typed) {
        if (typed.matches("(?s).*\\d\\s*([,;]| và )\\s*\\d.*")) {
            return several(typed);
        }
        String value = typed.strip().replaceAll("\\s*[/.-]\\s*", "/");
        if (value.isEmpty()) {
            return null;
        }
        if (!value.matches("\\d{1,2}|\\d{4}|\\d{1,2}/\\d{1,2}(/\\d{4})?|\\d{1,2}/\\d{4}|\\d{4}/\\d{1,2}/\\d{1,2}")) {
            throw new DateTimeException(typed);
        }
        String[] parts = value.split("/");
        int first = Integer.parseInt(parts[0]);
        if (parts.length == 1) {
            return parts[0].length() == 4
                    ? parts[0]
                    : "--%02d".formatted(MonthDay.of(1, first).getDayOfMonth());
        }
        int second = Integer.parseInt(parts[1]);
        if (parts.length == 2) {
            return parts[1].length() == 4
                    ? YearMonth.of(second, first).toString()
                    : MonthDay.of(second, first).toString().substring(2);
        }
        int third = Integer.parseInt(parts[2]);
        return parts[0].length() == 4
                ? LocalDate.of(first, second, third).toString()
                : LocalDate.of(third, second, first).toString();
    }
}
