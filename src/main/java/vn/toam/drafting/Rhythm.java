package vn.toam.drafting;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.plancontent.Frequency;
import vn.toam.reader.PlanDraft;

/** How often a task is to be done, from its own words. The shortest period named wins: who answers monthly answers for the year too. */
public final class Rhythm {

    private static final String EACH = "(hằng|hàng|mỗi|từng|theo)";
    private static final Pattern MONTHLY = Pattern.compile("(?iuU)\\b" + EACH + " tháng\\b|\\bmột tháng một lần");
    private static final Pattern QUARTERLY = Pattern.compile("(?iuU)\\b" + EACH + " quý\\b|\\bmột quý một lần");
    private static final Pattern HALF_YEARLY =
            Pattern.compile("(?iuU)(định kỳ|mỗi|hằng|hàng)[^.;]{0,12} ?(06|6|sáu) tháng|(06|6|sáu) tháng (một|1) lần"
                    + "|(06|6|sáu) tháng,? (và )?(hằng|hàng) năm|(02|2|hai) lần/năm|\\bnăm hai lần");
    private static final Pattern YEARLY = Pattern.compile("(?iuU)\\b(hằng|hàng|mỗi|từng) năm\\b|(01|1|một) lần/năm");
    private static final Pattern ON_EVENT = Pattern.compile(
            "(?iuU)\\b(ngay )?khi (có|phát sinh|xảy ra|phát hiện|nhận được)\\b|\\bđột xuất\\b|\\btheo yêu cầu\\b");

    /** What is paid each month or year says how much, not how often the task is done. */
    private static final Pattern PAID = Pattern.compile(
            "(?iuU)(?:đồng|usd|vnđ)(?:\\s?/\\s?|\\s+)(?:(?:người|hộ|nạn nhân|cơ sở|mô hình|xã|đơn vị|học sinh|em)[\\s/]+)?(?:mỗi |hằng |hàng |một )?(?:năm|quý|tháng)"
                    + "|(?:trợ cấp|phụ cấp|lương|thu nhập|học bổng|mức hỗ trợ|sinh hoạt phí)(?: \\p{L}+){0,3} (?:hằng|hàng) (?:năm|quý|tháng)"
                    + "|(?:mỗi|hằng|hàng) (?:năm|quý|tháng),? (?:không quá |tối đa |ít nhất |khoảng )?[\\d.,]+ (?:nghìn |triệu |tỷ )?đồng");

    private static final String YEARS =
            "(?:năm )?(?<school>học )?(?<one>20\\d{2})(?:\\s?(?:[-–]|đến)\\s?(?:năm )?(?<last>20\\d{2}))?(?![/\\d]|\\s?[-–]\\s?\\d)";
    private static final String WITHIN =
            "(?<word>ngay trong|trong|đến hết|hết|trước|đến cuối|cuối) (?:giai đoạn |các |toàn bộ )?(?=năm |20)";
    private static final Pattern SCHEDULED = Pattern.compile(
            "(?iuU)^(?:(?<word>trong|đến hết|hết|trước|đến cuối|cuối|đến|từ|thực hiện|hoàn thành) )*(?:giai đoạn )?"
                    + YEARS + "[\\s.;]*$");
    private static final List<Pattern> LIMITED = List.of(
            Pattern.compile("(?iuU)^" + WITHIN + YEARS + ","),
            Pattern.compile("(?iuU)(?:hoàn thành|xong)[^.;]{0,80}? " + WITHIN + YEARS),
            Pattern.compile("(?iuU)(?<!tính )(?<!số liệu )(?<!kết quả )" + WITHIN + YEARS + "[\\s.;)]*$"));

    private Rhythm() {}

    /** A year, or the last of a period, as the limit of a task: of its time line, else of its words; null when there is none. */
    static @Nullable String year(String words, @Nullable String schedule) {
        if (schedule != null && !schedule.isBlank()) {
            Matcher m = SCHEDULED.matcher(schedule.strip());
            return m.find() ? last(m) : null;
        }
        for (Pattern limited : LIMITED) {
            Matcher m = limited.matcher(words.strip());
            if (m.find()) {
                return last(m);
            }
        }
        return null;
    }

    /** A school year is over on 31 May; "before the year" ends with the one before it. */
    private static String last(Matcher m) {
        String year = m.group("last") == null ? m.group("one") : m.group("last");
        if (m.group("school") != null && m.group("last") != null) {
            return year + "-05-31";
        }
        boolean before = m.group("word") != null && m.group("word").equalsIgnoreCase("trước");
        return before ? Integer.toString(Integer.parseInt(m.group("one")) - 1) : year;
    }

    /** That of a task done on several days of each year. */
    static Frequency ofDays(int days) {
        return days == 2 ? Frequency.HALF_YEARLY : days <= 4 ? Frequency.QUARTERLY : Frequency.MONTHLY;
    }

    public static Frequency of(String said) {
        String words = PAID.matcher(said).replaceAll(" ");
        if (MONTHLY.matcher(words).find()) {
            return Frequency.MONTHLY;
        }
        if (QUARTERLY.matcher(words).find()) {
            return Frequency.QUARTERLY;
        }
        if (HALF_YEARLY.matcher(words).find()) {
            return Frequency.HALF_YEARLY;
        }
        if (YEARLY.matcher(words).find()) {
            return Frequency.YEARLY;
        }
        return ON_EVENT.matcher(words).find() ? Frequency.ON_EVENT : Frequency.STANDING;
    }

    /** That of a task with this date: a date with a year comes once, a day of the year every year unless the words say more often. */
    public static Frequency of(PlanDraft.Deadline deadline, Frequency words) {
        String date = deadline.lastDay();
        if (date != null && date.matches("\\d{4}.*")) {
            return Frequency.ONCE;
        }
        return words.times() > 1 ? words : Frequency.YEARLY;
    }
}
