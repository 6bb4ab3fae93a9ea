package vn.toam.reader;

import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a document: letterhead, title, opening, body, closing. All positions are offsets into the view.
 *
 * @param typeStart where the word KẾ HOẠCH stands as a title, or -1 in a text without a title (a news report)
 * @param titleStart first char of the title's words
 * @param titleEnd one past them
 * @param bodyStart first char that may hold citations: the title, or the start of a news report
 * @param openingEnd where the first numbered heading stands
 * @param end where recipients and signature begin, or the end of the text
 * @param decision the plan follows a decision that issues it
 */
record Frame(int typeStart, int titleStart, int titleEnd, int bodyStart, int openingEnd, int end, boolean decision) {

    boolean news() {
        return typeStart < 0;
    }

    boolean inOpening(int p) {
        return p >= titleEnd && p < openingEnd;
    }

    /** Finds the parts. */
    static final class Finder {
        private final Rx planType;
        private final Rx decisionType;
        private final Rx basis;
        private final Rx heading;
        private final Rx closing;
        private final Rx annex;
        private final Rx attached;

        Finder(Lexicon lexicon) {
            planType = lexicon.rx(
                    "(?:kế hoạch(?: liên tịch| phối hợp| hành động)?|chương trình(?: hành động| công tác| phối hợp)?|đề án|phương án)(?=[\\s:*\\n]|$)");
            decisionType = Rx.of("quyết định\\s*:?\\s*(?=\\n|$|về|v/v|ban hành|phê duyệt)");
            basis = lexicon.rx("(?:căn cứ|tiếp nhận|xét đề nghị|theo đề nghị|kính gửi|\\(?(?:ban hành )?kèm theo)");
            heading = Rx.of("(?:i|1|a|phần (?:thứ nhất|i|1|một))\\s?[./)]\\s*[\\p{L}\"]|phần (?:thứ nhất|i|1|một)\\b");
            closing = Rx.of("-?\\s?n[ơo]i nh[ậâ]n");
            annex = Rx.of("(?:phụ lục|biểu mẫu|mẫu số|danh mục)\\b");
            attached = Rx.of("\\(?(?:ban hành )?kèm theo");
        }

        Frame find(View view) {
            List<View.Range> ps = view.paragraphs();
            int type = title(view, ps);
            boolean decision = type > 0 && decisionBefore(view, ps, type);
            int from = type < 0 ? 0 : type;
            int end = closingStart(view, ps, from);
            if (type < 0) {
                return new Frame(-1, 0, 0, 0, newsOpening(view, ps), end, false);
            }
            View.Range words = titleWords(view, ps, type);
            int opening = opening(view, ps, words.end(), end);
            return new Frame(
                    ps.get(type).start(),
                    words.start(),
                    words.end(),
                    decision ? decisionStart(view, ps, type) : words.start(),
                    opening,
                    end,
                    decision);
        }

        private int title(View view, List<View.Range> ps) {
            for (int i = 0; i < ps.size(); i++) {
                View.Range p = ps.get(i);
                Matcher m = planType.in(view, p.start(), p.end());
                if (m.lookingAt() && view.upper(p.start(), m.end())) {
                    return i;
                }
            }
            return -1;
        }

        private boolean decisionBefore(View view, List<View.Range> ps, int type) {
            return ps.subList(0, type).stream()
                    .anyMatch(p -> view.upper(p.start(), Math.min(p.end(), p.start() + 10))
                            && decisionType.in(view, p.start(), p.end()).lookingAt());
        }

        private int decisionStart(View view, List<View.Range> ps, int type) {
            return ps.subList(0, type).stream()
                    .filter(p -> view.upper(p.start(), Math.min(p.end(), p.start() + 10))
                            && decisionType.in(view, p.start(), p.end()).lookingAt())
                    .mapToInt(View.Range::end)
                    .findFirst()
                    .orElse(0);
        }

        /** The words after KẾ HOẠCH: all lines in capitals, or one paragraph and what is bracketed below it. */
        private View.Range titleWords(View view, List<View.Range> ps, int type) {
            View.Range first = ps.get(type);
            Matcher m = planType.in(view, first.start(), first.end());
            int start = m.lookingAt() ? m.end() : first.start();
            View.Range same = view.trim(start, first.end(), "");
            int next = type + 1;
            if (same.end() - same.start() < 3) {
                while (next < ps.size()
                        && attached.in(view, ps.get(next).start(), ps.get(next).end())
                                .lookingAt()) {
                    next++;
                }
                if (next >= ps.size()
                        || basis.in(view, ps.get(next).start(), ps.get(next).end())
                                .lookingAt()) {
                    return new View.Range(first.end(), first.end());
                }
                same = ps.get(next++);
            }
            int end = same.end();
            while (next < ps.size() && titleGoesOn(view, same, ps.get(next))) {
                end = ps.get(next++).end();
            }
            return view.trim(same.start(), end, " -–:.");
        }

        private boolean titleGoesOn(View view, View.Range title, View.Range next) {
            if (basis.in(view, next.start(), next.end()).lookingAt()
                    || heading.in(view, next.start(), next.end()).lookingAt()) {
                return false;
            }
            boolean upper = view.upper(title.start(), title.end()) && view.upper(next.start(), next.end());
            char first = view.text().charAt(next.start());
            return upper || (first == '(' || Character.isLowerCase(first)) && next.end() - next.start() < 160;
        }

        private int opening(View view, List<View.Range> ps, int from, int end) {
            for (View.Range p : ps) {
                if (p.start() >= from && heading.in(view, p.start(), p.end()).lookingAt()) {
                    return p.start();
                }
            }
            return Math.min(end, ps.isEmpty() ? 0 : ps.getLast().end());
        }

        private static int newsOpening(View view, List<View.Range> ps) {
            return ps.size() > 2 ? ps.get(2).start() : view.low().length();
        }

        /** Recipients after the title; without them the first annex, else the end. */
        private int closingStart(View view, List<View.Range> ps, int type) {
            int annexStart = view.low().length();
            for (int i = type + 1; i < ps.size(); i++) {
                View.Range p = ps.get(i);
                if (closing.in(view, p.start(), Math.min(p.end(), p.start() + 14))
                        .lookingAt()) {
                    return p.start();
                }
                if (i > type + 8
                        && view.upper(p.start(), Math.min(p.end(), p.start() + 8))
                        && annex.in(view, p.start(), p.end()).lookingAt()) {
                    annexStart = Math.min(annexStart, p.start());
                }
            }
            return annexStart;
        }
    }

    /** The paragraph that holds an offset. */
    static View.@Nullable Range paragraphAt(View view, int p) {
        return view.paragraphs().stream()
                .filter(r -> r.start() <= p && p <= r.end())
                .findFirst()
                .orElse(null);
    }
}
