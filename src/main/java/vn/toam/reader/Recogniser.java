package vn.toam.reader;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toam.encoding.Note;
import vn.toam.language.Rx;
import vn.toam.language.Vi;
import vn.toam.language.View;
import vn.toam.outline.Frame;
import vn.toam.outline.Node;
import vn.toam.outline.Zones;
import vn.toam.outline.Zones.Zone;
import vn.toam.reader.Recognition.Kind;

/** Tells by title, number and parts whether a text is a plan, and what it is otherwise. */
final class Recogniser {
    /** Titles of other documents, on a line of their own or at its head; the first that fits counts. */
    private static final Map<Kind, Rx> TITLES = new LinkedHashMap<>();

    static {
        TITLES.put(Kind.REPORT, Rx.of("báo cáo\\b"));
        TITLES.put(Kind.CIRCULAR, Rx.of("(?:thông tư|nghị định)\\b"));
        TITLES.put(Kind.LAW, Rx.of("(?:bộ luật|luật|pháp lệnh|lệnh)\\b"));
        TITLES.put(Kind.DIRECTIVE, Rx.of("(?:chỉ thị|kết luận|hướng dẫn|nghị quyết)\\b"));
        TITLES.put(Kind.TELEGRAM, Rx.of("công điện\\b"));
        TITLES.put(Kind.SUBMISSION, Rx.of("tờ trình\\b"));
        TITLES.put(Kind.NOTICE, Rx.of("(?:thông báo|thông cáo)\\b"));
        TITLES.put(Kind.INVITATION, Rx.of("(?:giấy mời|thư mời|giấy triệu tập)\\b"));
        TITLES.put(Kind.MINUTES, Rx.of("biên bản\\b"));
        TITLES.put(Kind.CONTRACT, Rx.of("(?:hợp đồng|thỏa thuận|giao kèo)\\b"));
        TITLES.put(
                Kind.FORM,
                Rx.of(
                        "(?:đơn\\b|phiếu\\b|tờ khai\\b|giấy (?:đề nghị|xác nhận|chứng nhận|ủy quyền|giới thiệu)|bản cam kết|biểu mẫu|mẫu số|sơ yếu|lý lịch|bản kiểm điểm)"));
        TITLES.put(
                Kind.LIST,
                Rx.of(
                        "(?:danh sách|danh mục|bảng (?:kê|chấm|điểm|lương|tổng hợp)|thời khóa biểu|thực đơn|lịch (?:công tác|làm việc|thi|trực|học))"));
        TITLES.put(Kind.RULES, Rx.of("(?:quy chế|quy định|nội quy|điều lệ|quy trình|hương ước|quy ước)\\b"));
        TITLES.put(Kind.SPEECH, Rx.of("(?:bài phát biểu|diễn văn|phát biểu)\\b"));
        TITLES.put(Kind.DECISION, Rx.of("quyết định\\b"));
    }

    /** Documents that issue plans and stand before them. */
    private static final Set<Kind> ISSUING = EnumSet.of(Kind.DECISION, Kind.DIRECTIVE);

    private static final Rx APPROVED =
            Rx.of("(?:phê duyệt|ban hành)[^;\\n]{0,40}(?:kế hoạch|đề án|chương trình|chiến lược|phương án|dự án)");
    private static final Rx LETTER = Rx.of("(?:v/v|kính gửi)\\b");
    private static final Rx REPORTED =
            Rx.of("(?:ban hành|xây dựng|lập)(?: \\p{L}+){0,3} (?:kế hoạch|chương trình|đề án)");
    private static final Rx NUMBERED = Rx.of("(?:kế hoạch|chương trình)(?: hành động)?(?: số)? \\d{1,5} ?/ ?kh");
    private static final Set<Zone> PARTS =
            EnumSet.of(Zone.OBJECTIVE, Zone.TASK, Zone.ORGANISATION, Zone.BUDGET, Zone.REPORT);
    private static final int HEAD_LINES = 40;
    private static final int NEWS_HEAD = 2_500;

    private Recogniser() {}

    static Recognition recognise(View view, Frame frame, Node root, Zones zones, PlanDraft.Header header) {
        List<Note> reasons = new ArrayList<>();
        double score = 0;
        boolean word = !frame.news() && Headers.planWord(view, frame.typeStart());
        Kind before = otherTitle(view, word ? frame.typeStart() : Integer.MAX_VALUE);
        boolean titled = word && (before == null || ISSUING.contains(before));
        boolean numbered =
                header.number().value() != null && planNumber(header.number().value());
        String title = header.title().value();
        boolean approves = before == Kind.DECISION
                && title != null
                && APPROVED.found(View.probe(Vi.fold(title)), 0, title.length());
        Kind other = titled || approves ? null : before;
        score += fact(approves && !titled, 0.4, "reader.fact.approves", reasons);
        score += fact(titled, 0.5, "reader.fact.title", reasons);
        score += fact(numbered, 0.35, "reader.fact.number", reasons);
        score += fact(header.issuer().value() != null, 0.05, "reader.fact.issuer", reasons);
        Set<Zone> parts = EnumSet.noneOf(Zone.class);
        root.all().filter(n -> n.heading()).forEach(n -> parts.add(zones.of(n)));
        parts.retainAll(PARTS);
        score += fact(parts.size() > 1, Math.min(0.35, 0.12 * parts.size()), "reader.fact.parts", reasons);
        score -= fact(other != null, 0.6, "reader.fact.otherTitle", reasons);
        boolean news = frame.news() && other == null && reported(view);
        score += fact(news, 0.5, "reader.fact.reported", reasons);
        Kind kind =
                titled || approves ? Kind.PLAN : news ? Kind.NEWS_ON_PLAN : other != null ? other : rest(view, score);
        return new Recognition(kind, Math.round(Math.clamp(score, 0, 1) * 100) / 100.0, List.copyOf(reasons));
    }

    private static Kind rest(View view, double score) {
        boolean letter = view.paragraphs().stream()
                .limit(HEAD_LINES)
                .anyMatch(p -> LETTER.in(view, p.start(), p.end()).lookingAt());
        return score >= 0.5 ? Kind.PLAN : letter ? Kind.LETTER : Kind.OTHER;
    }

    private static boolean planNumber(String number) {
        return number.matches(".*[/-](?:KH|CTr|ĐA|KHLT|KHPH)(?:[^\\p{L}].*|LT.*|PH.*)?");
    }

    private static double fact(boolean holds, double weight, String key, List<Note> reasons) {
        if (holds) {
            reasons.add(Note.of(key));
        }
        return holds ? weight : 0;
    }

    /** The title of another kind of document among the first lines, in capitals and not behind more words. */
    private static @Nullable Kind otherTitle(View view, int end) {
        List<View.Range> head = view.paragraphs().stream()
                .limit(HEAD_LINES)
                .filter(p -> p.start() < end)
                .toList();
        for (View.Range p : head) {
            boolean capitals = view.upper(p.start(), Math.min(p.end(), p.start() + 12));
            for (Map.Entry<Kind, Rx> title : TITLES.entrySet()) {
                if (capitals && title.getValue().in(view, p.start(), p.end()).lookingAt()) {
                    return title.getKey();
                }
            }
        }
        return null;
    }

    /** A report on a plan names it near its head: by its number, or as what somebody issues. */
    private static boolean reported(View view) {
        return NUMBERED.found(view, 0, NEWS_HEAD) || REPORTED.found(view, 0, NEWS_HEAD);
    }
}
