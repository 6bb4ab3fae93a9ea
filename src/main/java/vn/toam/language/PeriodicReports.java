package vn.toam.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Reports and reviews that come again without a day ("định kỳ hằng quý báo cáo"), on request, or once in the middle and at the end. */
public final class PeriodicReports {
    /** A report or review in the view; {@code date} is a year or null. */
    public record Report(
            int start,
            int end,
            String kind,
            @Nullable String date,
            @Nullable String frequency,
            String what) {}

    private static final Rx YEARS = Rx.of(
            "(sơ kết|tổng kết)(?:(?! tổng kết| sơ kết) \\p{L}+){0,3}? (0?[1-9]|10|15|20|hai|ba|năm|mười) năm(?! \\d)",
            "sơ kết",
            "tổng kết");
    private static final Rx REVIEW_YEAR = Rx.of(
            "(sơ kết|giữa kỳ|tổng kết)(?: \\p{L}+){0,8}?,? ?\\(?(?:vào |trong |cuối )*năm (20\\d{2})(?! ?-)",
            "sơ kết", "giữa kỳ", "tổng kết");
    private static final Rx REVIEW_AFTER =
            Rx.of("(?:tổng kết)[^,;.]{0,60}? (?:sau )?khi (?:kết thúc|hoàn thành)[^,;.]{0,60}", "tổng kết");
    private static final Rx SEMESTER =
            Rx.of("(?:định kỳ )?(?:cuối |mỗi |kết thúc |từng )học kỳ[^;.]{0,120}báo cáo", "học kỳ");
    private static final Rx MONTHLY = Rx.of(
            "(?:(?:trước|chậm nhất|vào)(?: là| vào)? )?ngày (?:mùng )?(\\d{1,2})(?! ?[/.-]\\d| tháng \\d)(?: của)?(?: sau| kế tiếp)?,? (?:hằng|hàng|mỗi) tháng",
            "hằng tháng",
            "hàng tháng",
            "mỗi tháng");
    private static final Rx OF_QUARTER = Rx.of(
            "(?:quý (?:iv|i{1,3}|[1-4])(?![\\p{L}\\d])(?:(?:,| và|, và) (?:quý )?(?:iv|i{1,3}|[1-4])(?![\\p{L}\\d]))*[^.;\\d]{0,60})?ngày (?:mùng )?\\d{1,2}(?: của)? tháng (?:cuối|đầu|thứ ba|cuối cùng|đầu tiên)(?: của)?(?: mỗi| hằng| hàng| từng| các)? quý",
            "quý");
    private static final Rx OFTEN = Rx.of(
            "(?:hằng|hàng|mỗi|từng) (?<unit>năm|quý|tháng|tuần|ngày)|(?<half>(?<!\\d)(?:(?:0?6|sáu) tháng(?! \\d| (?:đầu|cuối) năm)|nửa năm))(?: (?:một|01|1) lần)?|lần/(?<per>năm|quý|tháng|tuần|ngày)|(?<=báo cáo )(?<bare>tháng|quý|năm)(?= ?[,.;(]| (?:và|về|theo|gửi|hoặc)\\b)");
    private static final Rx REPORTING = Rx.of(
            "(?<!công bố )(?<!thời gian )(?<!kỳ )báo cáo(?! viên)|sơ kết|tổng kết|kiểm điểm",
            "báo cáo",
            "sơ kết",
            "tổng kết",
            "kiểm điểm");
    private static final Rx REVIEWED = Rx.of("(?:tổ chức |tiến hành )?đánh giá ");
    private static final Rx NOUN_BEFORE = Rx.of(
            "(?:kế hoạch|ngân sách|dự toán|kinh phí|chương trình|nhiệm vụ|chi thường xuyên|nguồn|chiến dịch|chỉ tiêu|hoạt động|số liệu|lộ trình|niên giám|điều tra|giao ban|thời gian báo cáo|kỳ báo cáo|cân đối|bố trí|quỹ)(?: \\p{L}+){0,4} $");
    /** "thực hiện Kế hoạch và báo cáo hằng quý": the report comes each quarter, not the plan. */
    private static final Rx AND_REPORTS =
            Rx.of("(?:và|,|hoặc) (?:gửi |tổng hợp,? )?báo cáo(?: \\p{L}+){0,3} $", "báo cáo");

    private static final Rx ON_REQUEST = Rx.of(
            "(?:báo cáo )?đột xuất,? (?:khi|theo|nếu)(?: có)? (?:yêu cầu|cần thiết|đề nghị|chỉ đạo|quy định)|báo cáo đột xuất|(?<=hoặc )(?:khi|theo) (?:có )?(?:yêu cầu|đề nghị)|khi có yêu cầu",
            "đột xuất",
            "yêu cầu",
            "đề nghị");
    private static final Rx LAST_REPORT = Rx.of("báo cáo[^;.]{0,200}$", "báo cáo");

    /** All of them in the clause {@code [start, end)}; {@code dated} says for which kinds the clause already gives a day. */
    public List<Report> in(View view, int start, int end, List<String> dated) {
        List<Report> out = new ArrayList<>();
        reviews(view, start, end, out);
        monthly(view, start, end, out);
        Matcher s = SEMESTER.in(view, start, end);
        if (s.find()) {
            out.add(new Report(s.start(), s.end(), "other", null, "semester", "report"));
        }
        if (REPORTING.found(view, start, end)
                || REVIEWED.in(view, firstWord(view, start, end), end).lookingAt()) {
            often(view, start, end, dated, out);
        }
        Matcher r = ON_REQUEST.in(view, start, end);
        if (r.find() && LAST_REPORT.found(view, start, r.start() + 8)) {
            out.add(new Report(r.start(), r.end(), "other", null, "on_request", "report"));
        }
        return out;
    }

    private static int firstWord(View view, int start, int end) {
        return view.trim(start, end, "").start();
    }

    private static void reviews(View view, int start, int end, List<Report> out) {
        Matcher years = YEARS.in(view, start, end);
        while (years.find()) {
            out.add(new Report(
                    years.start(), years.end(), review(years.group(1), years.group(2)), null, null, "review"));
        }
        Matcher year = REVIEW_YEAR.in(view, start, end);
        while (year.find()) {
            String kind = switch (Vi.strip(year.group(1))) {
                case "tong ket" -> "final_review";
                case "giua ky" -> "midterm_review";
                default -> "preliminary_review";
            };
            out.add(new Report(year.start(), year.end(), kind, year.group(2), null, "review"));
        }
        Matcher after = REVIEW_AFTER.in(view, start, end);
        if (after.find()) {
            out.add(new Report(after.start(), after.end(), "final_review", null, null, "review"));
        }
    }

    private static String review(String word, String years) {
        if (Vi.strip(word).equals("tong ket")) {
            return years.equals("10") || Vi.strip(years).equals("muoi") ? "final_10y" : "final_review";
        }
        return years.equals("5") || years.equals("05") || Vi.strip(years).equals("nam")
                ? "review_5y"
                : "preliminary_review";
    }

    private static void monthly(View view, int start, int end, List<Report> out) {
        Matcher m = MONTHLY.in(view, start, end);
        while (m.find()) {
            String day = "--%02d".formatted(Integer.parseInt(m.group(1)));
            out.add(new Report(m.start(), m.end(), "monthly_report", day, "monthly", "report"));
        }
        Matcher q = OF_QUARTER.in(view, start, end);
        while (q.find()) {
            out.add(new Report(q.start(), q.end(), "quarterly_report", null, "quarterly", "report"));
        }
    }

    /** Every rhythm that the clause names for its report, each once. */
    private static void often(View view, int start, int end, List<String> dated, List<Report> out) {
        List<String> said = new ArrayList<>(dated);
        out.forEach(r -> said.add(r.kind()));
        Matcher m = OFTEN.in(view, start, end);
        while (m.find()) {
            int before = Math.max(start, m.start() - 60);
            boolean noun = NOUN_BEFORE.found(view, before, m.start()) && !AND_REPORTS.found(view, before, m.start());
            String frequency = frequency(m);
            String kind = kind(frequency);
            boolean near = !dated.isEmpty()
                    || REPORTING.found(view, Math.max(start, m.start() - 120), m.start())
                    || REPORTING.found(view, m.end(), Math.min(end, m.end() + 80))
                    || REVIEWED.in(view, firstWord(view, start, end), end).lookingAt();
            if (near && !noun && !said.contains(kind) && !said.contains(frequency)) {
                said.add(kind.equals("other") ? frequency : kind);
                out.add(new Report(m.start(), m.end(), kind, null, frequency, "report"));
            }
        }
    }

    private static String frequency(Matcher m) {
        if (m.group("half") != null) {
            return "half_yearly";
        }
        String said = m.group("unit") == null ? m.group("bare") : m.group("unit");
        String unit = Vi.strip(said == null ? m.group("per") : said);
        return switch (unit) {
            case "quy" -> "quarterly";
            case "thang" -> "monthly";
            case "tuan" -> "weekly";
            case "ngay" -> "daily";
            default -> "yearly";
        };
    }

    private static String kind(String frequency) {
        return switch (frequency) {
            case "yearly" -> "annual_report";
            case "half_yearly" -> "half_year_report";
            case "quarterly" -> "quarterly_report";
            case "monthly" -> "monthly_report";
            default -> "other";
        };
    }
}
