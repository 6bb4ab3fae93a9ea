package vn.toam.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.language.AgencyNames;
import vn.toam.language.Clauses;
import vn.toam.language.Dates;
import vn.toam.language.DueTimes;
import vn.toam.language.DueTimes.Due;
import vn.toam.language.Evidence;
import vn.toam.language.Lexicon;
import vn.toam.language.PeriodicReports;
import vn.toam.language.Rx;
import vn.toam.language.Times;
import vn.toam.language.Vi;
import vn.toam.language.View;
import vn.toam.outline.Node;
import vn.toam.outline.Zones;
import vn.toam.outline.Zones.Zone;
import vn.toam.reader.PlanDraft.Deadline;

/** What falls due: reports and their days, months, quarters and windows of tasks, reviews, limits that count from an event. */
final class Deadlines {
    private static final Rx LIMIT = Rx.of(
            "(?:trước|chậm nhất|muộn nhất|hạn cuối|đến hết|xong|vào|hạn chót)(?: là| vào| đến| trước| hết)*(?: \\d{1,2}(?:h|g| giờ|:)\\d{0,2}'?,?)?(?: các)?(?: ngày)?:?\\s*$");
    private static final String DAY =
            "\\d{1,2}\\s?(?:[/.-]|tháng)\\s?\\d{1,2}(?:(?:[/.-]| năm )20\\d{2})?(?: (?:hằng|hàng) năm)?";
    private static final String NEXT = "(?:\\s?[,;]| và|, và| hoặc|,? (?:và )?trước)+ (?:trước )?(?:các )?(?:ngày )?";
    /** Between the first of several days and a later one: "trước ngày 15/3, 15/6 và ". */
    private static final Rx LISTED = Rx.of("ngày:? " + DAY + "(?:" + NEXT + DAY + "){0,4}" + NEXT + "$", "ngày");

    private static final Rx SECOND = Rx.of(NEXT + DAY);
    private static final Rx PART_LIMIT = Rx.of(
            "(?:trong|trước|chậm nhất|muộn nhất|đến hết|hết|xong|vào|hoàn thành|hạn chót)(?: là| vào| trong| trước| hết| đến| cuối| đầu| giữa)*\\s*$");
    private static final Rx DONE_BEFORE = Rx.of("(?:hoàn thành|báo cáo|gửi|xong|trình|tổng kết|sơ kết)[^;.]{0,90}$");
    private static final Rx REVIEW_BEFORE = Rx.of("(tổng kết|sơ kết)(?! định)[^;.]{0,60}$");
    private static final Rx OPEN_BRACKET = Rx.of("\\(\\s*$");
    private static final Rx CLOSE_BRACKET = Rx.of("\\s*\\)");
    private static final Rx REPORT = Rx.of("báo cáo|gửi|tổng hợp|đăng ký");
    private static final Rx HALF = Rx.of("(?:06|6|sáu) tháng|nửa năm");
    private static final Rx YEARLY = Rx.of(",? ?(?:hằng|hàng|mỗi) năm");
    private static final Rx EVENT = Rx.of("tháng hành động|tuần lễ|tháng cao điểm|ngày hội|lễ hội");
    private static final Rx SCHEDULED =
            Rx.of("đợt|thời gian|tiến độ|triển khai|tổ chức|thực hiện|tiến hành|kiểm tra|hoàn thành");
    private static final Rx FROM = Rx.of("(?:từ|kể từ|từ cuối|từ đầu) $");
    private static final Rx AT_ONCE = Rx.of("ngay sau khi");
    private static final Rx TO = Rx.of(
            "(?:báo cáo|gửi|gửi báo cáo)[^;.()]{0,80}? (?:về|cho|tới|đến) ([^;.()]{3,140}?)(?= \\(?(?:trước|chậm|để|theo|định|hằng|hàng|vào)| ?[;.(]|$)");

    private final Times times;
    private final AgencyNames names;
    private final DueTimes dues = new DueTimes();
    private final PeriodicReports periodic = new PeriodicReports();
    private final Rx label;
    private final Rx leadLabel;

    Deadlines(Lexicon lexicon, AgencyNames names) {
        this.times = new Times(lexicon);
        this.names = names;
        label = lexicon.rx("(?<![\\p{L}]){timeLabels}(?: dự kiến)?(?:\\s?:[^;.]{0,50}| )$");
        leadLabel = lexicon.rx("(?:{leadLabels}|{doerLabels})\\s?:\\s*");
    }

    /** All deadlines but the windows of the {@code events}; {@code year} is the one year that the plan is for, or null. */
    List<Deadline> read(View view, Node root, Zones zones, @Nullable String year, List<PlanDraft.Event> events) {
        List<Deadline> out = new ArrayList<>();
        DueAgencies whose = new DueAgencies(view, names, leadLabel);
        root.all().filter(n -> n.kind != Node.Kind.ROOT).forEach(n -> {
            for (int[] c : Clauses.split(view, n.textStart, n.end)) {
                List<Deadline> found = new ArrayList<>();
                List<Due> parts = dues.in(view, c[0], c[1], year);
                days(view, n, c, parts, whose, found);
                parts.stream()
                        .filter(d -> falls(view, n, c, d, zones.of(n)))
                        .forEach(d -> found.add(part(view, n, c, d, whose)));
                repeated(view, n, c, whose, found);
                found.sort(Comparator.comparingInt(d -> d.evidence().start()));
                out.addAll(found);
            }
        });
        out.removeIf(d -> d.dateFrom() != null
                && events.stream()
                        .anyMatch(e -> d.dateFrom().equals(e.dateFrom()) && Objects.equals(d.dateTo(), e.dateTo())));
        return out;
    }

    /** Reports that come again, and reviews; a rhythm that already has its day is not said twice. */
    private void repeated(View view, Node n, int[] c, DueAgencies whose, List<Deadline> found) {
        List<String> dated = found.stream().map(Deadline::kind).toList();
        for (PeriodicReports.Report r : periodic.in(view, c[0], c[1], dated)) {
            boolean known = r.kind().endsWith("_review")
                    && found.stream().anyMatch(d -> d.kind().equals(r.kind()));
            if (!known) {
                found.add(new Deadline(
                        r.kind(),
                        r.date(),
                        null,
                        null,
                        null,
                        whose.of(n),
                        to(view, n, r.start()),
                        r.frequency(),
                        r.what(),
                        view.slice(r.start(), r.end()),
                        view.evidence(r.start(), r.end())));
            }
        }
    }

    /** Days that are a limit: "trước ngày 15/12 hằng năm", "chậm nhất ngày 17 tháng 12", or that stand behind "Thời gian:". */
    private void days(View view, Node n, int[] c, List<Due> parts, DueAgencies whose, List<Deadline> out) {
        for (Dates.Found d : Dates.in(view, c[0], c[1])) {
            boolean inWindow = parts.stream().anyMatch(p -> p.window() && p.start() < d.end() && d.start() < p.end());
            boolean limit = LIMIT.found(view, Math.max(c[0], d.start() - 34), d.start())
                    || listed(view, c, d)
                    || d.hasYear() && labelled(view, n, d.start());
            boolean number =
                    view.text(Citations.NUMBER, d.start(), d.end() + 14).lookingAt();
            if (limit && !inWindow && !number) {
                out.add(day(view, n, c, d, whose));
            }
        }
    }

    private Deadline day(View view, Node n, int[] c, Dates.Found d, DueAgencies whose) {
        boolean report = REPORT.found(view, c[0], c[1]) || REPORT.found(view, Math.max(n.start, c[0] - 120), c[0]);
        String frequency = times.frequency(view, c[0], c[1]);
        String kind = "other";
        if (report && !d.hasYear()) {
            boolean first = SECOND.in(view, d.end(), c[1]).lookingAt();
            boolean half = d.iso().compareTo("08") < 0
                    && (HALF.found(view, Math.max(c[0], d.start() - (first ? HALF_REACH : 30)), d.start())
                            || HALF.found(view, d.end(), Math.min(c[1], d.end() + 20)));
            boolean part = first || listed(view, c, d) && QUARTERLY.found(view, c[0], c[1]);
            kind = half ? "half_year_report" : part ? "other" : "annual_report";
        } else if (d.hasYear()) {
            kind = reviewed(view, c[0], d.start());
        }
        int start = limitStart(view, c[0], d.start());
        Evidence evidence = view.evidence(start, d.end());
        return new Deadline(
                kind,
                d.iso(),
                null,
                null,
                null,
                whose.of(n),
                to(view, n, start),
                d.hasYear() ? null : "yearly",
                report ? "report" : "task",
                view.slice(start, d.end()),
                d.hasYear() || frequency != null ? evidence : evidence.doubt(0.8, "reader.why.noYear"));
    }

    /** A later one of several days: the days before the last are no annual reports, and nobody says what else they are. */
    private static boolean listed(View view, int[] c, Dates.Found d) {
        return LISTED.found(view, Math.max(c[0], d.start() - LONGEST_LIST), d.start());
    }

    private static final Rx QUARTERLY = Rx.of("quý", "quý");
    private static final int LONGEST_LIST = 130;
    private static final int HALF_REACH = 160;

    /** "báo cáo sơ kết trước ngày …": which review a day or month belongs to. */
    private static String reviewed(View view, int from, int p) {
        Matcher review = REVIEW_BEFORE.in(view, Math.max(from, p - 70), p);
        return !review.find()
                ? "other"
                : Vi.strip(review.group(1)).equals("tong ket") ? "final_review" : "preliminary_review";
    }

    private static int limitStart(View view, int from, int p) {
        Matcher m = LIMIT.in(view, Math.max(from, p - 34), p);
        return m.find() ? Math.max(from, m.start()) : p;
    }

    /** Whether a month, quarter, window or event in this place says when something is due. */
    private boolean falls(View view, Node n, int[] c, Due d, Zone zone) {
        if (d.date() != null && FROM.found(view, Math.max(c[0], d.start() - 8), d.start())) {
            return false;
        }
        if (labelled(view, n, d.start())) {
            return true;
        }
        boolean work = zone == Zone.TASK || zone == Zone.ORGANISATION || zone == Zone.REPORT || zone == Zone.BUDGET;
        boolean done = DONE_BEFORE.found(view, Math.max(c[0], d.start() - 110), d.start());
        if (d.after() != null) {
            return d.date() == null ? (work || done) && done && atOnce(view, d) : work || done;
        }
        if (!work && !done) {
            return false;
        }
        if (d.window()) {
            return !EVENT.found(view, c[0], c[1]) && SCHEDULED.found(view, c[0], d.start());
        }
        boolean bracket = d.date() != null
                && view.low().substring(d.start(), d.end()).contains("20")
                && OPEN_BRACKET.found(view, Math.max(c[0], d.start() - 3), d.start())
                && CLOSE_BRACKET.in(view, d.end(), c[1]).lookingAt();
        return bracket || PART_LIMIT.found(view, Math.max(c[0], d.start() - 34), d.start());
    }

    /** "Báo cáo ngay sau khi kết thúc": a limit; "khử khuẩn sau khi nước rút" only tells the order of things. */
    private static boolean atOnce(View view, Due d) {
        return AT_ONCE.in(view, d.start(), d.end()).lookingAt()
                || REVIEW_BEFORE.found(view, Math.max(0, d.start() - 70), d.start());
    }

    private boolean labelled(View view, Node n, int p) {
        return label.found(view, Math.max(n.textStart, p - 90), p);
    }

    private Deadline part(View view, Node n, int[] c, Due d, DueAgencies whose) {
        Matcher m = PART_LIMIT.in(view, Math.max(c[0], d.start() - 34), d.start());
        int start = m.find() ? m.start() : d.start();
        String kind = reviewed(view, c[0], d.start());
        boolean report = REPORT.found(view, c[0], c[1]);
        boolean yearly = YEARLY.in(view, d.end(), c[1]).lookingAt();
        String date = d.date();
        if (yearly && report && kind.equals("other")) {
            kind = "annual_report";
        }
        if (yearly && date != null && date.startsWith("20")) {
            date = date.substring(5);
        }
        return new Deadline(
                kind,
                date,
                d.from(),
                d.to(),
                d.after(),
                whose.of(n),
                to(view, n, start),
                yearly ? "yearly" : null,
                kind.endsWith("_review") ? "review" : report ? "report" : "task",
                view.slice(start, d.end()),
                view.evidence(start, d.end()));
    }

    /** Letters behind a limit in which the receiver is looked for. */
    private static final int REACH = 400;

    private static @Nullable String to(View view, Node n, int p) {
        Matcher m = TO.in(view, Math.max(n.textStart, p - 220), Math.min(n.end, p + REACH));
        return m.find() ? view.slice(m.start(1), m.end(1)) : null;
    }
}
