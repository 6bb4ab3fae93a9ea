package vn.toam.outline;

import java.util.List;
import java.util.regex.Matcher;
import vn.toam.language.Rx;
import vn.toam.language.View;

/** Finds the parts of a document. */
public final class Frames {
    private static final int SHORT_LINE = 130;
    private static final int LONGEST_TITLE = 600;

    private final Rx planType = Rx.of(
            "(?:kế hoạch(?: liên tịch| phối hợp| hành động)?|chương trình(?: hành động| công tác| phối hợp)?|đề án|phương án)(?=[\\s:*\\n]|$)");
    private final Rx decisionType = Rx.of("(?:quyết định|nghị quyết)\\s*:?\\s*(?=\\n|$|về|v/v|ban hành|phê duyệt)");
    private final Rx basis = Rx.of(
            "(?:căn cứ|tiếp nhận|xét đề nghị|theo đề nghị|kính gửi|\\(?(?:ban hành )?kèm theo|thực hiện (?:chỉ thị|quyết định|nghị quyết|kế hoạch|công văn|chương trình)[^\\n]{60}|triển khai thực hiện [^\\n]{150})");
    private final Rx strictBasis = Rx.of("(?:căn cứ|tiếp nhận|xét đề nghị|theo đề nghị|kính gửi)\\b");
    private final Rx heading =
            Rx.of("(?:[ivx]{1,4}|\\d|a)\\s?[./)]\\s*[\\p{L}\"]|(?:i{1,3}|1)-\\s?\\p{L}|phần (?:thứ nhất|i|1|một)\\b");
    private final Rx basisHeading = Rx.of("i\\s?[./)]\\s*(?:căn cứ|cơ sở pháp lý)");
    private final Rx secondHeading = Rx.of("ii\\s?[./)-]\\s*\\p{L}");
    private final Rx closing = Rx.of("-?\\s?n[ơo]i nh[ậâ]n");
    private final Rx annex = Rx.of("(?:phụ lục|biểu mẫu|mẫu số|danh mục)\\b");
    private final Rx attached = Rx.of("\\(?(?:ban hành )?kèm theo");
    private final Rx authority = Rx.of(
            "(?:(?:chủ tịch )?(?:ủy ban|ubnd|hội đồng)|thủ tướng|chính phủ|(?:bộ trưởng|thứ trưởng|giám đốc|quốc hội|ban thường vụ)\\b)");
    private final Rx motto = Rx.of("cộng hòa xã hội|đảng cộng sản việt nam");
    private final Rx numberLine = Rx.of("số\\s?[:.]?\\s?\\d{0,5}[^\\n]{0,3}/(?:kh|ctr|qđ)");
    private final Rx dateLine = Rx.of("ngày\\s?\\d{0,2}\\s?tháng\\s?\\d{0,2}\\s?năm");
    private final Rx small = Rx.of("kế hoạch [^\\n]{8,200}");

    public Frame find(View view) {
        List<View.Range> ps = view.paragraphs();
        int type = title(view, ps);
        if (type < 0) {
            return untitled(view, ps);
        }
        int decision = decisionBefore(view, ps, type);
        View.Range words = titleWords(view, ps, type);
        int end = closingAfter(view, ps, type);
        int closingStart = decision >= 0 && !closesAt(view, end) ? decisionClosing(view, ps, decision, type) : end;
        int start = ps.get(type).start();
        int letterhead = decision >= 0 ? ps.get(decision).start() : start;
        int body = decision >= 0 ? ps.get(decision).end() : words.start();
        return new Frame(
                start,
                letterhead,
                words.start(),
                words.end(),
                body,
                opening(view, ps, words.end(), end),
                end,
                closingStart);
    }

    /** KẾ HOẠCH on a line of its own, below the motto if there is one; else the first line in capitals that starts so. */
    private int title(View view, List<View.Range> ps) {
        int from = 0;
        for (int i = 0; i < ps.size(); i++) {
            if (motto.found(view, ps.get(i).start(), ps.get(i).end())
                    && view.upper(
                            ps.get(i).start(),
                            Math.min(ps.get(i).end(), ps.get(i).start() + 20))) {
                from = i;
                break;
            }
        }
        int prefix = -1;
        for (int i = from; i < ps.size(); i++) {
            View.Range p = ps.get(i);
            Matcher m = planType.in(view, p.start(), p.end());
            if (m.lookingAt() && view.upper(p.start(), m.end())) {
                if (m.end() >= p.end() - 2) {
                    return i;
                }
                prefix = prefix < 0 ? i : prefix;
            }
        }
        return prefix;
    }

    /** A decision (its title, not "QUYẾT ĐỊNH:" before article 1) above the plan, or -1. */
    private int decisionBefore(View view, List<View.Range> ps, int type) {
        for (int i = 0; i < type; i++) {
            View.Range p = ps.get(i);
            if (view.upper(p.start(), Math.min(p.end(), p.start() + 10))
                    && decisionType.in(view, p.start(), p.end()).lookingAt()) {
                return i;
            }
        }
        return -1;
    }

    /** The words after KẾ HOẠCH: all lines in capitals, or the next paragraph and short lines that go on. */
    private View.Range titleWords(View view, List<View.Range> ps, int type) {
        View.Range first = ps.get(type);
        Matcher m = planType.in(view, first.start(), first.end());
        int start = m.lookingAt() ? m.end() : first.start();
        View.Range title = view.trim(start, first.end(), "");
        int next = type + 1;
        if (title.end() - title.start() < 3) {
            while (next < ps.size() && starts(attached, view, ps.get(next))) {
                next++;
            }
            if (next >= ps.size() || starts(strictBasis, view, ps.get(next))) {
                return new View.Range(first.end(), first.end());
            }
            title = ps.get(next++);
        }
        int end = title.end();
        while (next < ps.size() && titleGoesOn(view, new View.Range(title.start(), end), ps.get(next))) {
            end = ps.get(next++).end();
        }
        return view.trim(title.start(), end, " -–:.");
    }

    private static boolean starts(Rx rx, View view, View.Range p) {
        return rx.in(view, p.start(), p.end()).lookingAt();
    }

    private boolean titleGoesOn(View view, View.Range title, View.Range next) {
        if (starts(basis, view, next) || starts(heading, view, next)) {
            return false;
        }
        char first = view.text().charAt(next.start());
        boolean open = ".;:".indexOf(view.text().charAt(title.end() - 1)) < 0;
        boolean closed = ".;:,".indexOf(view.text().charAt(next.end() - 1)) >= 0;
        if (title.end() - title.start() > LONGEST_TITLE) {
            return false;
        }
        if (view.upper(title.start(), title.end())) {
            return view.upper(next.start(), next.end()) || first == '(' && next.end() - next.start() < SHORT_LINE;
        }
        boolean goesOn =
                first == '(' || Character.isLowerCase(first) || !closed && next.end() - next.start() < SHORT_LINE;
        return open && goesOn && next.end() - next.start() < 160 && title.end() - title.start() < 400;
    }

    private int opening(View view, List<View.Range> ps, int from, int end) {
        boolean basisPart = false;
        for (View.Range p : ps) {
            if (p.start() >= from && (basisPart ? starts(secondHeading, view, p) : starts(heading, view, p))) {
                if (!basisPart && starts(basisHeading, view, p)) {
                    basisPart = true;
                    continue;
                }
                return p.start();
            }
        }
        return Math.min(end, ps.isEmpty() ? 0 : ps.getLast().end());
    }

    /** A text without KẾ HOẠCH: a plan whose title is lost, a page with a small title, or a report. */
    private Frame untitled(View view, List<View.Range> ps) {
        int head = letterheadEnd(view, ps);
        int end = closingAfter(view, ps, 0);
        if (head >= 0) {
            int start = head < ps.size() ? ps.get(head).start() : end;
            boolean capital = head < ps.size()
                    && view.upper(ps.get(head).start(), ps.get(head).end());
            View.Range words = capital ? wordsBelow(view, ps, head) : new View.Range(start, start);
            return new Frame(
                    start, start, words.start(), words.end(), start, opening(view, ps, words.end(), end), end, end);
        }
        for (View.Range p : ps) {
            boolean line = small.in(view, p.start(), p.end()).matches()
                    && ".;:".indexOf(view.text().charAt(p.end() - 1)) < 0;
            int opening = line ? opening(view, ps, p.end(), end) : end;
            if (line && opening < end && Character.isUpperCase(view.text().charAt(p.start()))) {
                return new Frame(p.start(), p.start(), p.start() + 9, p.end(), p.start(), opening, end, end);
            }
        }
        int newsOpening = ps.size() > 2 ? ps.get(2).start() : view.low().length();
        return new Frame(-1, -1, 0, 0, 0, newsOpening, end, end);
    }

    /** A title in capitals; below "QUYẾT ĐỊNH" alone, the lines that say what is decided. */
    private View.Range wordsBelow(View view, List<View.Range> ps, int head) {
        View.Range title = ps.get(head);
        int next = head + 1;
        if (title.end() - title.start() > 14 || !starts(decisionType, view, title) || next >= ps.size()) {
            return title;
        }
        title = ps.get(next++);
        int end = title.end();
        while (next < ps.size()
                && !starts(authority, view, ps.get(next))
                && titleGoesOn(view, new View.Range(title.start(), end), ps.get(next))) {
            end = ps.get(next++).end();
        }
        return view.trim(title.start(), end, " -–:.");
    }

    /** The paragraph after motto, number and date, or -1 when there is no letterhead. */
    private int letterheadEnd(View view, List<View.Range> ps) {
        boolean seen = false;
        for (int i = 0; i < Math.min(ps.size(), 40); i++) {
            View.Range p = ps.get(i);
            seen |= starts(numberLine, view, p);
            if (seen && p.end() - p.start() < 120 && dateLine.found(view, p.start(), p.end())) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Recipients after the title; without them the first annex, else the end. */
    private int closingAfter(View view, List<View.Range> ps, int type) {
        int annexStart = view.low().length();
        for (int i = type + 1; i < ps.size(); i++) {
            View.Range p = ps.get(i);
            if (closing.in(view, p.start(), Math.min(p.end(), p.start() + 14)).lookingAt()) {
                return p.start();
            }
            if (i > type + 8 && view.upper(p.start(), Math.min(p.end(), p.start() + 8)) && starts(annex, view, p)) {
                annexStart = Math.min(annexStart, p.start());
            }
        }
        return annexStart;
    }

    private boolean closesAt(View view, int p) {
        return closing.in(view, p, p + 14).lookingAt();
    }

    /** Where the decision's recipients, or its signature, stand. */
    private int decisionClosing(View view, List<View.Range> ps, int decision, int type) {
        for (int i = decision; i < type; i++) {
            if (closing.in(
                            view,
                            ps.get(i).start(),
                            Math.min(ps.get(i).end(), ps.get(i).start() + 14))
                    .lookingAt()) {
                return ps.get(i).start();
            }
        }
        return ps.get(Math.max(decision, type - 8)).start();
    }
}
