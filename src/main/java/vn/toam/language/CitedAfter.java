package vn.toam.language;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** What follows the number of a cited document: its day, who issued it and what it is about. */
public final class CitedAfter {
    /** What was found, and where it ends. */
    public record Found(
            @Nullable String date,
            @Nullable String issuer,
            @Nullable String subject,
            int end) {}

    private static final int NAME_REACH = 160;
    private static final int SUBJECT_REACH = 420;

    private static final Rx DATED = Rx.of("\\s*,?\\s*(?:ban hành |ký )?ngày\\s*");
    private static final Rx ISSUER = Rx.of("\\s*,?\\s*(?:của|do)\\s+");
    private static final Rx NEW_NAME = Rx.of(
            "(?:ủy ban|ubnd|sở|kế hoạch|nghị quyết|quyết định|chỉ thị|công văn|thông tư|nghị định|luật|căn cứ|kết luận|hội đồng)\\b");
    private static final Rx NAME_WORD = Rx.of("xây dựng|chỉ đạo|tổ chức|giao|kế hoạch|và");
    private static final Rx SUBJECT = Rx.of(
            " *,? *(?=(?:về việc|v/v|về|ban hành|phê duyệt|quy định|sửa đổi|hướng dẫn|thực hiện|triển khai|tăng cường|công bố|thông qua|quy chế|bổ sung|thi hành|điều chỉnh|đẩy mạnh|phát động|hợp nhất)\\b)");

    /** Where the subject ends: the clause, another document, or whoever now speaks. */
    private static final Rx SUBJECT_END = Rx.of(
            "[;\\n]|\\.(?= |$)|\\(sau đây|, ?(?:và )?(?=(?:căn cứ|thực hiện|nghị quyết|quyết định|chỉ thị|kế hoạch|công văn|thông tư|nghị định|luật|kết luận|hướng dẫn|chương trình|tờ trình|báo cáo)(?:,? số)? ?\\d)"
                    + "| và (?=(?:nghị quyết|quyết định|chỉ thị|kế hoạch|công văn|thông tư|nghị định|luật|kết luận|hướng dẫn) số)"
                    + "|, (?=(?:ủy ban|ubnd|sở|bộ|trường|phòng|ban|hội|công an|tỉnh|huyện|thành phố|trung tâm)\\b[^;,\\n]{0,90} (?:ban hành|xây dựng|triển khai|đề ra|lập|tổ chức)\\b)");

    private static final Rx BODY_END = Rx.of("[;,()\\n]|\\.(?= |$)");

    private final Rx issuerStop;

    public CitedAfter(Lexicon lexicon) {
        issuerStop = lexicon.rx("[,;.()\":\\n]| (?:\\d|(?:ngày|khoảng|là|với|{issuerStops})\\b)");
    }

    public Found read(View view, int end, boolean basis) {
        Dates.@Nullable Found day = day(view, end);
        int at = day == null ? end : day.end();
        View.@Nullable Range issuer = issuer(view, at);
        at = issuer == null ? at : issuer.end();
        Dates.@Nullable Found later = day == null && issuer != null ? day(view, at) : null;
        at = later == null ? at : later.end();
        Dates.@Nullable Found date = day == null ? later : day;
        String iso = date != null && date.hasYear() ? date.iso() : null;
        String name = issuer == null ? null : view.slice(issuer.start(), issuer.end());
        return new Found(
                iso,
                name == null || name.isEmpty() ? null : name,
                subject(view, at, basis),
                day == null ? later == null ? end : at : day.end());
    }

    private static Dates.@Nullable Found day(View view, int p) {
        Matcher d = DATED.in(view, p, Math.min(view.low().length(), p + 24));
        Dates.Found day = Dates.next(view, p, 34);
        return d.lookingAt() && day != null && day.start() <= d.end() + 2 ? day : null;
    }

    /** The name behind "của"; words such as "xây dựng" end it only when written small, for "Bộ Xây dựng" goes on. */
    private View.@Nullable Range issuer(View view, int p) {
        Matcher m = ISSUER.in(view, p, Math.min(view.low().length(), p + 40));
        if (!m.lookingAt()) {
            return null;
        }
        int limit = Math.min(view.low().length(), m.end() + NAME_REACH);
        Matcher stop = issuerStop.in(view, m.end(), limit);
        int end = m.end();
        while (stop.find()) {
            end = stop.start();
            if (!inName(view, stop, limit)) {
                break;
            }
        }
        return new View.Range(m.end(), end);
    }

    private static boolean inName(View view, Matcher stop, int limit) {
        boolean word = stop.group().charAt(0) == ' ';
        boolean capital = word && Character.isUpperCase(view.text().charAt(stop.start() + 1));
        if (capital && NAME_WORD.in(view, stop.start() + 1, stop.end()).matches()) {
            return true;
        }
        boolean joins = stop.group().equals(",")
                || stop.group().endsWith(" và")
                || stop.group().endsWith(" va");
        return joins
                && stop.end() + 1 < limit
                && Character.isUpperCase(view.text().charAt(stop.end() + 1))
                && !NEW_NAME.in(view, stop.end() + 1, limit).lookingAt();
    }

    private static @Nullable String subject(View view, int p, boolean basis) {
        int limit = Math.min(view.low().length(), p + SUBJECT_REACH);
        Matcher about = SUBJECT.in(view, p, limit);
        if (!about.lookingAt()) {
            return null;
        }
        Matcher stop = (basis ? SUBJECT_END : BODY_END).in(view, about.end(), limit);
        if (!stop.find()) {
            return null;
        }
        View.Range r = view.trim(about.end(), stop.start(), " ,;.:");
        String subject = view.slice(r.start(), r.end());
        return subject.length() < 8 ? null : subject.indexOf('(') < 0 ? subject.replace(")", "") : subject;
    }
}
