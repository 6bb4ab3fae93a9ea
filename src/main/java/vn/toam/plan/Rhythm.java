package vn.toam.plan;

import java.util.regex.Pattern;
import vn.toam.reader.PlanDraft;

/** How often a task is to be done, from its own words. The shortest period named wins: who answers monthly answers for the year too. */
final class Rhythm {

    private static final String EACH = "(hằng|hàng|mỗi|từng|theo)";
    private static final Pattern MONTHLY = Pattern.compile("(?iuU)\\b" + EACH + " tháng\\b|\\bmột tháng một lần");
    private static final Pattern QUARTERLY = Pattern.compile("(?iuU)\\b" + EACH + " quý\\b|\\bmột quý một lần");
    private static final Pattern HALF_YEARLY =
            Pattern.compile("(?iuU)(định kỳ|mỗi|hằng|hàng)[^.;]{0,12} ?(06|6|sáu) tháng|(06|6|sáu) tháng (một|1) lần"
                    + "|(06|6|sáu) tháng,? (và )?(hằng|hàng) năm|(02|2|hai) lần/năm|\\bnăm hai lần");
    private static final Pattern YEARLY = Pattern.compile("(?iuU)\\b(hằng|hàng|mỗi|từng) năm\\b|(01|1|một) lần/năm");
    private static final Pattern ON_EVENT = Pattern.compile(
            "(?iuU)\\b(ngay )?khi (có|phát sinh|xảy ra|phát hiện|nhận được)\\b|\\bđột xuất\\b|\\btheo yêu cầu\\b");

    private Rhythm() {}

    static Frequency of(String words) {
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
    static Frequency of(PlanDraft.Deadline deadline, Frequency words) {
        String date = deadline.lastDay();
        if (date != null && date.matches("\\d{4}.*")) {
            return Frequency.ONCE;
        }
        return words.times() > 1 ? words : Frequency.YEARLY;
    }
}
