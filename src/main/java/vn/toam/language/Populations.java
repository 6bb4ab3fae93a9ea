package vn.toam.language;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.language.Quantities.Quantity;

/** Whom or what a number is about: the words behind it as far as the predicate; for "tỷ lệ X đạt N" the X. */
public final class Populations {
    private static final Rx RATIO = Rx.of("(?:tỷ|tỉ) (?:lệ|trọng|số|suất) ", "tỷ ", "tỉ ");
    private static final String VERBS =
            "được|đạt|có|tham gia|vào năm|đến năm|hoàn thành|giảm|tăng|còn|duy trì|xuống|ở mức|phải|cam kết|đưa|không|biết|thành lập|mỗi|hằng|hàng|từ năm|chiếm|phấn đấu|ít nhất|tối thiểu|đều";
    private static final Rx PREDICATE = Rx.of(
            " (?:năm 20\\d\\d|(?:" + VERBS
                    + ")(?= )|(?:trên|dưới|tại|khoảng|hơn|gần|từ)(?= \\d)(?! \\d{1,3} tuổi)|tại(?= \\p{L})|(?<!tuổi )(?<!cấp )(?<!tháng )trở lên|(?<!đầu tư )(?<!lĩnh vực )(?<!hoạt động )(?<!công tác )(?<!ngành )(?<!việc )(?<!dự án )(?<!và )(?:xây dựng|thực hiện|triển khai)(?= ))");
    private static final Rx ENDS_AT_COMMA = Rx.of(
            ", (?:" + VERBS
                    + "|trong đó|đến|vào|bảo đảm|đảm bảo|góp phần|nhằm|để|với|theo|trên|dưới|là|tại|trong|qua|nâng|tiếp tục|từng bước|thực hiện|triển khai|xây dựng|tổ chức|riêng|nhất là|đặc biệt|bao gồm|gồm|từ|khoảng|\\d)\\b");

    private static final Rx NOTHING_BEHIND = Rx.of("\\s?(?:[,;.)/]|$|so với|vào năm|/năm|trở lên$)");
    private static final Rx REACHES = Rx.of(" (?:đạt|tăng|giảm|còn|dưới|trên)");
    private static final Rx LEAD =
            Rx.of("[\\s,]*(?:và |phấn đấu |đến (?:hết |cuối )?năm \\d{4},? ?|hằng năm,? ?|hàng năm,? ?|mỗi năm,? ?)*");

    private static final int LONGEST_BRACKET = 400;

    private Populations() {}

    /** The population of {@code q}; {@code limit} is where the next number stands, {@code from} where the one before ended. */
    public static @Nullable String of(View view, int clause, int from, Quantity q, int limit) {
        Matcher ratio = RATIO.in(view, clause, q.start());
        boolean of = ratio.find();
        if (!of && NOTHING_BEHIND.in(view, q.end(), limit).lookingAt()) {
            return before(view, from, q.start());
        }
        int start = of ? ratio.end() : Math.min(q.end(), limit);
        int end = end(view, start, start < q.start() ? q.start() : limit);
        int open = view.last('(', start, end);
        boolean cut = open >= 0
                && view.text().indexOf(')', open, Math.min(view.text().length(), end + LONGEST_BRACKET)) > end;
        View.Range r = view.trim(start, cut ? open : end, " .,;:");
        return r.end() > r.start() ? view.slice(r.start(), r.end()) : null;
    }

    /** "Quy mô GRDP đạt 91 triệu đồng": the subject before the verb. */
    private static @Nullable String before(View view, int from, int number) {
        int end = from;
        Matcher p = PREDICATE.in(view, from, number);
        while (p.find() && (end == from || REACHES.in(view, p.start(), number).lookingAt())) {
            end = p.start();
        }
        Matcher lead = LEAD.in(view, from, end);
        View.Range r = view.trim(lead.lookingAt() ? lead.end() : from, end, " ,");
        return r.end() - r.start() > 2 ? view.slice(r.start(), r.end()) : null;
    }

    /** A comma ends it only when no further noun of a list follows: "xã, phường, đặc khu". */
    private static int end(View view, int start, int limit) {
        Matcher p = PREDICATE.in(view, start, limit);
        int end = p.find() ? p.start() : limit;
        Matcher comma = ENDS_AT_COMMA.in(view, start, Math.min(limit, end + 2));
        return comma.find() ? Math.min(end, comma.start()) : end;
    }
}
