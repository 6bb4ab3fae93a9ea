package vn.toam.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.reader.PlanDraft.Deadline;

/** What falls due: reports with their days, five-year and ten-year reviews, one-off limits. */
final class Deadlines {
    private static final Rx FIVE = Rx.of("sơ kết(?: \\p{L}+){0,3}? (?:05|5|năm) năm");
    private static final Rx TEN = Rx.of("tổng kết(?: \\p{L}+){0,3}? (?:10|mười) năm");
    private static final Rx LIMIT = Rx.of(
            "(?:trước|chậm nhất|muộn nhất|hạn cuối|đến hết|xong|vào|hạn chót)(?: là| vào| đến| trước| hết)*(?: ngày)?:?\\s*$|(?:trước ngày|ngày) [\\d/]{1,10} (?:và|,|hoặc) (?:ngày |trước ngày )?$");
    private static final Rx MONTHLY = Rx.of(
            "(?:trước|chậm nhất|vào)(?: là| vào)? ngày (?:mùng )?(\\d{1,2})(?! ?[/.-]\\d| tháng \\d)(?: của)?,? (?:hằng|hàng|mỗi) tháng");
    private static final Rx SEMESTER = Rx.of("(?:định kỳ )?(?:cuối |mỗi |kết thúc |từng )học kỳ[^;.]{0,120}báo cáo");
    private static final Rx REPORT = Rx.of("báo cáo|gửi|tổng hợp|đăng ký");
    private static final Rx HALF = Rx.of("(?:06|6|sáu) tháng|nửa năm");
    private static final Rx TO = Rx.of(
            "(?:báo cáo|gửi|gửi báo cáo)[^;.()]{0,80}? (?:về|cho|tới|đến) ([^;.()]{3,140}?)(?= \\(?(?:trước|chậm|để|theo|định|hằng|hàng|vào)| ?[;.(]|$)");

    private final Times times;
    private final AgencyNames names;

    Deadlines(Lexicon lexicon, AgencyNames names) {
        this.times = new Times(lexicon);
        this.names = names;
    }

    List<Deadline> read(View view, Node root, Zones zones) {
        List<Deadline> out = new ArrayList<>();
        root.all().filter(n -> n.kind != Node.Kind.ROOT).forEach(n -> {
            reviews(view, n, out);
            monthly(view, n, out);
            days(view, n, zones, out);
            semester(view, n, out);
        });
        return out;
    }

    private void reviews(View view, Node n, List<Deadline> out) {
        Matcher five = FIVE.in(view, n.textStart, n.end);
        while (five.find()) {
            add(view, n, out, "review_5y", null, null, "review", five.start(), five.end());
        }
        Matcher ten = TEN.in(view, n.textStart, n.end);
        while (ten.find()) {
            add(view, n, out, "final_10y", null, null, "review", ten.start(), ten.end());
        }
    }

    private void monthly(View view, Node n, List<Deadline> out) {
        Matcher m = MONTHLY.in(view, n.textStart, n.end);
        while (m.find()) {
            add(
                    view,
                    n,
                    out,
                    "monthly_report",
                    "--%02d".formatted(Integer.parseInt(m.group(1))),
                    "monthly",
                    "report",
                    m.start(),
                    m.end());
        }
    }

    private void semester(View view, Node n, List<Deadline> out) {
        Matcher m = SEMESTER.in(view, n.textStart, n.end);
        if (m.find()) {
            add(view, n, out, "other", null, "semester", "report", m.start(), m.end());
        }
    }

    /** Days that are a limit: "trước ngày 15/12 hằng năm", "chậm nhất ngày 17 tháng 12". */
    private void days(View view, Node n, Zones zones, List<Deadline> out) {
        for (int[] c : sentences(view, n)) {
            for (Dates.Found d : Dates.in(view, c[0], c[1])) {
                if (LIMIT.found(view, Math.max(c[0], d.start() - 34), d.start())
                        && !view.text(Citations.NUMBER, d.start(), d.end() + 14).lookingAt()) {
                    day(view, n, c, d, out);
                }
            }
        }
    }

    private static List<int[]> sentences(View view, Node n) {
        return Targets.split(view, n.textStart, n.end);
    }

    private void day(View view, Node n, int[] c, Dates.Found d, List<Deadline> out) {
        boolean report = REPORT.found(view, c[0], c[1]) || REPORT.found(view, Math.max(n.start, c[0] - 120), c[0]);
        String frequency = times.frequency(view, c[0], c[1]);
        String kind = "other";
        if (report && !d.hasYear()) {
            kind = HALF.found(view, Math.max(c[0], d.start() - 30), d.start())
                            && d.iso().compareTo("08") < 0
                    ? "half_year_report"
                    : "annual_report";
        }
        add(
                view,
                n,
                out,
                kind,
                d.iso(),
                d.hasYear() ? null : frequency == null ? "yearly" : frequency,
                report ? "report" : "task",
                Math.max(c[0], limitStart(view, c[0], d.start())),
                d.end());
        if (!d.hasYear() && frequency == null) {
            Deadline last = out.removeLast();
            out.add(new Deadline(
                    last.kind(),
                    last.date(),
                    last.who(),
                    last.to(),
                    last.frequency(),
                    last.what(),
                    last.text(),
                    last.evidence().doubt(0.8, "reader.why.noYear")));
        }
    }

    private static int limitStart(View view, int from, int p) {
        Matcher m = LIMIT.in(view, Math.max(from, p - 34), p);
        return m.find() ? m.start() : p;
    }

    private void add(
            View view,
            Node n,
            List<Deadline> out,
            String kind,
            @Nullable String date,
            @Nullable String frequency,
            String what,
            int start,
            int end) {
        out.add(new Deadline(
                kind,
                date,
                who(view, n),
                to(view, n, start),
                frequency,
                what,
                view.slice(start, end),
                view.evidence(start, end)));
    }

    /** The agency whose item it is, or the subject of the sentence. */
    private @Nullable String who(View view, Node n) {
        AgencyNames.Names own = names.list(view, n.textStart, n.end);
        if (!own.names().isEmpty()) {
            return view.slice(
                    own.names().getFirst().start(), own.names().getLast().end());
        }
        for (Node up = n.parent; up != null && up.parent != null; up = up.parent) {
            if (up.heading && up.kind != Node.Kind.ROMAN) {
                return Outline.title(view, up);
            }
        }
        return null;
    }

    private static @Nullable String to(View view, Node n, int p) {
        Matcher m = TO.in(view, Math.max(n.textStart, p - 220), n.end);
        return m.find() ? view.slice(m.start(1), m.end(1)) : null;
    }
}
