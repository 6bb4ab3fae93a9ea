package vn.toam.outline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.language.Lexicon;
import vn.toam.language.Rx;
import vn.toam.language.View;
import vn.toam.outline.Node.Kind;

/** Builds the tree of headings and items from the markers at the start of paragraphs. */
public final class Outline {
    private static final Pattern MARK = Pattern.compile(
            "(?<part>(?:Phần|PHẦN|Chương|CHƯƠNG) (?:(?i:thứ )(?i:nhất|hai|ba|tư|năm|sáu|bảy)|(?i:một|hai|ba|bốn|năm)|[IVX]{1,5}|\\d{1,2}|[A-EĐ]))\\s?[.:]?(?=\\s|$)"
                    + "|(?<roman>[IVX]{1,5})\\s?[.)/:-]\\s*(?=\\S)"
                    + "|(?<upper>[A-HKĐ])\\s?[.)/]\\s*(?=\\p{Lu})"
                    + "|(?<multi>\\d{1,2}(?:\\.\\d{1,2}){1,3})[.)]?\\s*(?=[\\p{L}\"“])"
                    + "|(?<num>\\d{1,2})\\s?(?:[.)/]\\s*(?=[^\\d\\s])|[.](?=\\s)|-\\s*(?=\\p{Lu}\\p{Ll}))"
                    + "|\\((?<paren>\\d{1,2})\\)\\s*"
                    + "|(?<letter>[a-zđ]\\d?)\\s?(?:\\)|\\.(?=\\s))\\s*"
                    + "|(?<dash>[-–—])\\s*(?=\\S)"
                    + "|(?<plus>\\+)\\s*(?=\\S)");
    /** Paragraphs that speak for the whole plan, not for the last agency above them. */
    private static final Rx CLOSING = Rx.of(
            "trên đây là |trong quá trình (?:triển khai|tổ chức|thực hiện)|(?:ủy ban nhân dân|ubnd)[^,.;]{0,60} (?:yêu cầu|đề nghị) ");

    private static final Rx ASKED = Rx.of("(?:trân trọng )?(?:đề nghị|mời) ");

    /** "Nhiệm vụ 1: Truyền thông": the name of the heading stands behind its colon. */
    private static final Rx ORDINAL = Rx.of(
            "(?:nhóm )?(?:nhiệm vụ|giải pháp|nội dung|hoạt động|mục tiêu|dự án|tiểu dự án|hợp phần)(?: số)? \\d{1,2}\\s?: ");

    private static final String DONE = ".;/…!";
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_LABEL = 80;
    private static final int LONGEST_SENTENCE = 150;

    private final Rx agencyColon;

    public Outline(Lexicon lexicon) {
        agencyColon = lexicon.rx(
                "(?:đề nghị |mời |đối với )?(?:các |những |thủ trưởng |lãnh đạo )*(?:{agencyHeads}|(?<=các ){collectiveHeads})\\b[^:.;]{0,200}(?:\\([^)]{0,160}\\))?\\s*:");
    }

    /** The tree below the paragraphs that start in {@code [from, to)}. */
    public Node read(View view, int from, int to) {
        Node root = new Node(Kind.ROOT, null, from, from, from, null);
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        for (View.Range p : view.paragraphs()) {
            if (p.start() >= from && p.start() < to && p.end() > p.start()) {
                place(view, open, p);
            }
        }
        root.all().forEach(n -> decide(view, n));
        Map<Node, Map<Kind, Siblings>> families = new IdentityHashMap<>();
        root.all()
                .filter(n -> n.numbered() && n.kind != Kind.ROMAN && n.parent != null)
                .forEach(n -> {
                    Siblings siblings = families.computeIfAbsent(n.parent, p -> new EnumMap<>(Kind.class))
                            .computeIfAbsent(n.kind, kind -> new Siblings(view, n.parent, kind));
                    siblings.heading(view, n, followSiblings(view, n, siblings));
                });
        return root;
    }

    private static void place(View view, Deque<Node> open, View.Range p) {
        Matcher m = view.text(MARK, p.start(), p.end());
        Kind kind = m.lookingAt() ? kind(m) : Kind.TEXT;
        if (kind == Kind.TEXT) {
            boolean closing = CLOSING.in(view, p.start(), p.end()).lookingAt();
            Node parent = open.stream()
                    .filter(n -> (closing ? n.kind.compareTo(Kind.ROMAN) <= 0 : n.numbered()) || n.kind == Kind.ROOT)
                    .findFirst()
                    .orElseThrow();
            new Node(kind, null, p.start(), p.start(), p.end(), parent);
            return;
        }
        String no = number(m, kind);
        closeTo(open, kind, no);
        open.push(new Node(kind, no, p.start(), m.end(), p.end(), open.peek()));
    }

    private static Kind kind(Matcher m) {
        if (m.group("roman") != null) {
            return Kind.ROMAN;
        }
        for (Kind k : List.of(Kind.PART, Kind.UPPER, Kind.MULTI, Kind.NUM, Kind.PAREN, Kind.LETTER, Kind.DASH)) {
            if (m.group(k.name().toLowerCase(java.util.Locale.ROOT)) != null) {
                return k;
            }
        }
        return Kind.PLUS;
    }

    private static @Nullable String number(Matcher m, Kind kind) {
        return kind == Kind.DASH || kind == Kind.PLUS
                ? null
                : m.group(kind.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** Pops to the parent of a new node: the sibling before it ends; kinds that usually stand above end everything below. */
    private static void closeTo(Deque<Node> open, Kind kind, @Nullable String no) {
        boolean restart = kind == Kind.NUM
                && "1".equals(no)
                && !open.isEmpty()
                && (open.peek().kind == Kind.LETTER
                        || open.peek().kind == Kind.MULTI && open.peek().numbered());
        if (!restart && open.stream().anyMatch(n -> n.kind == kind)) {
            if (kind == Kind.MULTI) {
                int dots = dots(no);
                while (open.peek().kind != Kind.ROOT && below(open.peek(), kind, dots)) {
                    open.pop();
                }
                return;
            }
            while (open.peek().kind != kind) {
                open.pop();
            }
            open.pop();
            return;
        }
        while (open.peek().kind != Kind.ROOT && higher(kind, open.peek().kind)) {
            open.pop();
        }
    }

    private static boolean below(Node node, Kind kind, int dots) {
        return node.kind.compareTo(kind) > 0 || node.kind == kind && dots(node.no) >= dots;
    }

    private static int dots(@Nullable String no) {
        return no == null ? 0 : (int) no.chars().filter(c -> c == '.').count();
    }

    private static boolean higher(Kind kind, Kind open) {
        return kind.compareTo(Kind.NUM) <= 0
                ? open.compareTo(kind) > 0
                : kind == Kind.MULTI
                        ? open.compareTo(Kind.MULTI) > 0
                        : kind == Kind.LETTER ? open.compareTo(Kind.PAREN) > 0 : kind == Kind.DASH && open == Kind.PLUS;
    }

    /** A numbered paragraph is a heading when it is short, names an agency before a colon, or has something below it. */
    private void decide(View view, Node n) {
        if (!n.numbered()) {
            return;
        }
        View.Range t = view.trim(n.textStart, n.end, "");
        Matcher colon = agencyColon.in(view, t.start(), t.end());
        char last = t.end() > t.start() ? view.text().charAt(t.end() - 1) : '.';
        if (n.kind == Kind.ROMAN || n.kind == Kind.PART || n.kind == Kind.UPPER) {
            n.heading = true;
            n.titleEnd = capitalsEnd(view, t);
        } else if (colon.lookingAt() && colon.end() < t.end()) {
            n.heading = true;
            n.titleEnd = colon.end();
        } else {
            n.heading = (DONE.indexOf(last) < 0 || below(n, t))
                    && t.end() - t.start() < LONGEST_TITLE
                    && !sentence(view, t);
            n.titleEnd = labelEnd(view, t);
        }
        View.Range title = view.trim(n.textStart, n.titleEnd, " :.;/*");
        n.titleEnd = title.end();
    }

    /** A full stop ends a heading only when items follow, or plain text after a short line. */
    private static boolean below(Node n, View.Range t) {
        int length = t.end() - t.start();
        boolean items = n.children.stream().anyMatch(c -> c.kind != Kind.TEXT);
        return items || !n.children.isEmpty() && length < 120;
    }

    /** "KINH PHÍ THỰC HIỆN: Kinh phí …": the heading is the part in capitals. */
    private static int capitalsEnd(View view, View.Range t) {
        int colon = view.text().indexOf(':', t.start(), t.end());
        return colon > 0 && colon < t.end() - 1 && view.upper(t.start(), colon) ? colon : t.end();
    }

    /** "Mục tiêu chung: …": the heading ends at the colon when a body follows. */
    private static int labelEnd(View view, View.Range t) {
        boolean ordinal = ORDINAL.in(view, t.start(), t.end()).lookingAt();
        if (ordinal && t.end() - t.start() < 160 && DONE.indexOf(view.text().charAt(t.end() - 1)) < 0) {
            return t.end();
        }
        int colon = view.text().indexOf(':', t.start(), t.end());
        return colon > 0 && colon < t.end() - 1 && colon - t.start() < LONGEST_LABEL ? colon : t.end();
    }

    /** "Thời gian: từ nay đến …": a few words, a colon and the body. */
    private static boolean labelled(View view, Node n) {
        String label = view.slice(n.textStart, Math.max(n.textStart, n.titleEnd));
        return n.titleEnd < n.end - 2
                && view.text().charAt(n.titleEnd) == ':'
                && label.length() < LONGEST_LABEL
                && label.chars().noneMatch(c -> ".?".indexOf(c) >= 0);
    }

    /** Two sentences or more are no heading. */
    private static boolean sentence(View view, View.Range t) {
        int stop = view.text().indexOf(". ", t.start(), t.end());
        return stop > t.start() + 3
                && stop < t.end() - 2
                && Character.isUpperCase(view.text().charAt(stop + 2));
    }

    /** One numbering, one kind: most siblings decide, so that a last item with its body on the same line stays a heading. */
    private static boolean followSiblings(View view, Node n, Siblings siblings) {
        if (n.heading) {
            boolean alone = siblings.size > 2 && siblings.headings == 1;
            boolean ended = DONE.indexOf(view.text().charAt(n.end - 1)) >= 0;
            return !(alone && ended && n.children.stream().allMatch(c -> c.kind == Kind.TEXT));
        }
        if (siblings.size > 1 && siblings.likely == siblings.size) {
            return true;
        }
        boolean paragraph = n.end - n.textStart > LONGEST_SENTENCE
                && n.children.stream().allMatch(c -> c.kind == Kind.TEXT)
                && !ASKED.in(view, n.textStart, n.end).lookingAt()
                && !labelled(view, n);
        return !paragraph
                && siblings.size > 2
                && siblings.headings * 3L > siblings.size * 2L
                && siblings.headings >= siblings.size - 2;
    }

    /** How many of the siblings of one kind are headings, and how many are or have a label. */
    private static final class Siblings {
        int size;
        int headings;
        int likely;

        Siblings(View view, Node parent, Kind kind) {
            for (Node s : parent.children) {
                if (s.kind == kind) {
                    size++;
                    headings += s.heading ? 1 : 0;
                    likely += s.heading || labelled(view, s) ? 1 : 0;
                }
            }
        }

        void heading(View view, Node n, boolean heading) {
            if (heading != n.heading) {
                int one = heading ? 1 : -1;
                headings += one;
                likely += labelled(view, n) ? 0 : one;
                n.heading = heading;
            }
        }
    }

    /** The headings of the first level. */
    public static List<Node> tops(Node root) {
        List<Node> parts = root.children.stream().filter(n -> n.heading).toList();
        List<Node> roman = parts.stream()
                .filter(n -> n.kind == Kind.ROMAN || n.kind == Kind.UPPER || n.kind == Kind.PART)
                .toList();
        return roman.isEmpty() ? parts : roman;
    }

    public static String title(View view, Node n) {
        boolean below = n.kind == Kind.PART
                && n.titleEnd <= n.textStart
                && !n.children.isEmpty()
                && n.children.getFirst().kind == Kind.TEXT;
        if (below) {
            return view.slice(n.children.getFirst().start, n.children.getFirst().end);
        }
        return view.slice(n.textStart, Math.max(n.textStart, n.titleEnd));
    }
}
