package vn.toam.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.toam.language.Lexicon;
import vn.toam.language.Rx;
import vn.toam.language.Vi;
import vn.toam.language.View;
import vn.toam.paper.Budget;

/** Turns the lines of a source into the paragraphs its author wrote, and the paragraphs into a {@link View}. */
public final class Repair {
    private static final Pattern MARKER = Pattern.compile(
            "(?:[-+–]\\s?(?=\\S)|[IVX]{1,5}[.)]\\s|\\d{1,2}(?:\\.\\d{1,2}){0,3}[.)]?\\s(?=\\p{Lu})|\\d{1,2}[.)](?:\\s|(?=\\p{L}))|[a-zđ]\\d?(?:\\)\\s?|\\.\\s)(?=\\S)"
                    + "|[A-HĐ][.)]\\s|\\(\\d{1,2}\\)|(?i:điều|phần|chương|phụ lục) [\\dIVX]+|(?i:căn cứ|nơi nhận) )");
    private static final Pattern INLINE = Pattern.compile(
            "(?<=\\S) (?=(?:[IVX]{1,5}\\.\\s?\\p{Lu}{2}|\\d{1,2}(?:\\.\\d{1,2}){0,2}\\.\\s?\\p{Lu}\\p{L}|[a-zđ]\\)\\s?\\p{Lu}))"
                    + "|(?<=\\S) (?=K[ẾE] HO[ẠA]CH )|(?<=\\S) (?=- (?:Chủ trì|Phối hợp|Đẩy mạnh|Tăng cường|Tiếp tục|Xây dựng|Hướng dẫn|Chỉ đạo|Căn cứ|Rà soát|Kiểm tra|Tổ chức|Thực hiện|Triển khai|Nâng cao|Tuyên truyền|Quan tâm|Thường xuyên|Lồng ghép|Cụ thể hóa|Nhằm|Tạo|Đa dạng hóa|Phát huy|Bảo đảm|Đưa|Tham mưu|Trong phạm vi|Trên cơ sở|Theo dõi|Tổng hợp|Các)[ ,])"
                    + "|(?<=[.;:/)]) (?=[-+–]\\s?\\p{L})"
                    + "|(?<=[.;:)/]) (?=(?:Căn cứ|Can cu) )|(?<=\\S) (?=N[ơo]i nh[ậa]n ?:|T/?M\\. )|(?<=[.;:)]) (?=(?:Thực hiện|Thuc hien) (?:Chỉ|Quyết|Nghị|Kế|Công|Chuong|Chi|Quyet|Nghi|Ke|Cong))");
    private static final String DONE = ".;:!?…/";
    private static final int FLAT_LENGTH = 800;

    /** Longest paragraph, many times the longest of real plans: beyond it a paragraph is cut at a blank, so that time grows with the text. */
    private static final int LONGEST = 4_000;

    /** No title or heading is longer; longer text need not be asked whether it is one. */
    private static final int LONGEST_HEADING = 500;

    /** With and without marks. */
    private final List<String> hyphenPairs;

    private final GluedWords glued;
    private final Rx title;

    public Repair(Lexicon lexicon) {
        this.hyphenPairs = lexicon.list("hyphenPairs").stream()
                .flatMap(pair -> Stream.of(Vi.fold(pair), Vi.strip(pair)))
                .distinct()
                .toList();
        this.glued = new GluedWords(lexicon);
        this.title = lexicon.rx("(?:{docTypes}|phụ lục)\\s*:?");
    }

    public View view(String source, Budget budget) {
        List<Line> paragraphs = split(join(Line.of(source)));
        boolean plain = Vi.isPlain(source);
        if (!plain) {
            paragraphs = glued.separate(paragraphs);
        }
        return assemble(paragraphs, plain, budget);
    }

    private static View assemble(List<Line> paragraphs, boolean plain, Budget budget) {
        int length = paragraphs.stream().mapToInt(p -> p.text.length() + 1).sum();
        StringBuilder text = new StringBuilder(length);
        int[] at = new int[length];
        List<View.Range> ranges = new ArrayList<>();
        for (Line p : paragraphs) {
            int start = text.length();
            for (int i = 0; i < p.text.length(); i++) {
                at[text.length()] = p.at(i);
                text.append(p.text.charAt(i));
            }
            ranges.add(new View.Range(start, text.length()));
            at[text.length()] = p.text.isEmpty() ? 0 : p.at(p.text.length() - 1);
            text.append('\n');
        }
        String low = Vi.fold(text.toString());
        return new View(text.toString(), plain ? Vi.strip(low) : low, at, plain, ranges, budget);
    }

    private List<Line> join(List<Line> lines) {
        int width = width(lines);
        boolean apart = apart(lines);
        boolean body = false;
        boolean spaced = lines.stream().filter(l -> l.blankBefore).count() * 4 > lines.size();
        List<Line> out = new ArrayList<>();
        Line current = null;
        int lastLength = 0;
        boolean lastBold = false;
        for (Line line : lines) {
            boolean whole = current != null && (current.whole || line.whole || current.text.length() > LONGEST);
            body |= MARKER.matcher(line.text).lookingAt();
            if (current != null
                    && !whole
                    && (continues(current, lastLength, lastBold, line, width, spaced)
                            || apart && body && goesOnWithoutGap(current, line))) {
                current.append(line);
            } else {
                current = line;
                out.add(line);
            }
            lastLength = line.text.length();
            lastBold = line.bold;
        }
        return out;
    }

    /** The width at which the text was wrapped, or 0 when its lines are whole paragraphs. */
    private static int width(List<Line> lines) {
        int[] lengths = lines.stream().mapToInt(l -> l.text.length()).sorted().toArray();
        if (lengths.length < 12) {
            return 0;
        }
        int wide = lengths[lengths.length * 95 / 100];
        long full = lines.stream().filter(l -> l.text.length() > wide * 0.7).count();
        return wide <= 130 && full * 100 > lines.size() * 30L ? wide : 0;
    }

    /** Items stand apart by empty lines: then a line without one before it goes on, however short the line above it is. */
    private static boolean apart(List<Line> lines) {
        List<Line> items = lines.stream()
                .filter(l -> !l.closing && MARKER.matcher(l.text).lookingAt())
                .toList();
        long gaps = items.stream().filter(l -> l.blankBefore).count();
        return items.size() > 8 && gaps * 10 > items.size() * 9L;
    }

    private boolean goesOnWithoutGap(Line current, Line line) {
        String text = current.text.toString();
        return !line.blankBefore
                && !line.closing
                && !current.closing
                && !MARKER.matcher(line.text).lookingAt()
                && MARKER.matcher(text).lookingAt()
                && DONE.indexOf(text.charAt(text.length() - 1)) < 0
                && !isTitle(line.text.toString())
                && (current.bold || !line.bold);
    }

    private boolean continues(Line current, int lastLength, boolean lastBold, Line line, int width, boolean spaced) {
        String text = current.text.toString();
        boolean done = DONE.indexOf(text.charAt(text.length() - 1)) >= 0;
        boolean marker = LONE_MARK.matcher(line.text).matches()
                || MARKER.matcher(line.text).lookingAt();
        boolean lower = startsLower(line.text);
        if (yearsGoOn(text, line.text)) {
            return true;
        }
        if (LONE_MARK.matcher(text).matches()) {
            return !marker && !line.blankBefore && !line.closing;
        }
        if (titlesPart(current, line)) {
            return false;
        }
        if (line.closing) {
            boolean opens = lower || line.text.charAt(0) == '(';
            return !line.blankBefore && !marker && opens && !done && text.startsWith("-");
        }
        if (!marker && !done && (dangles(text) || capitalsGoOn(current, line))) {
            return true;
        }
        if (line.blankBefore) {
            return !done && !marker && (lower || lastBold && line.bold && numberedHeading(text));
        }
        if (marker) {
            boolean full = width > 0 && lastLength > width * 0.75;
            return !done && (numberInside(text, line) || full && falseMarker(text, line.text));
        }
        if (width == 0) {
            return lower && !done || spaced && lastLength >= 60 && (lower || !done) && !numberedHeading(text);
        }
        int space = line.text.indexOf(" ");
        int firstWord = space < 0 ? line.text.length() : space;
        return spaced || lastLength + 1 + firstWord > width - 2 || lower && !done;
    }

    /** A title, or the border between the body and the recipients, stands between the two lines. */
    private boolean titlesPart(Line current, Line line) {
        String text = current.text.toString();
        return isTitle(line.text.toString()) && !capitalsGoOn(current, line)
                || isTitle(text) && !MARKER.matcher(text).lookingAt()
                || current.closing != line.closing;
    }

    /** What looks like a marker belongs to the sentence: a hyphen inside a name, a number behind its word. */
    private boolean numberInside(String text, Line line) {
        return hyphenPair(text, line.text)
                || Character.isDigit(line.text.charAt(0))
                        && COUNTED_BEFORE
                                .matcher(text)
                                .region(Math.max(0, text.length() - 40), text.length())
                                .find();
    }

    /** "1." with its heading on the next line. */
    private static final Pattern LONE_MARK = Pattern.compile(
            "(?:[IVX]{1,5}|\\d{1,2}(?:\\.\\d{1,2}){0,3}|[a-zđ])[.)]|(?:CHƯƠNG|PHẦN|Chương|Phần) [IVX\\d]{1,5}[.:]?");

    private static final Pattern YEAR_LAST = Pattern.compile("(?:19|20)\\d{2}\\s?(?<dash>[-–])?$");
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<dash>[-–])?\\s?(?:19|20)\\d{2}(?!\\d)");

    /** "giai đoạn 2021⏎- 2030", "2021 -⏎2030": a period cut by the line end. */
    private static boolean yearsGoOn(String before, CharSequence line) {
        Matcher last = YEAR_LAST.matcher(before);
        Matcher first = YEAR_FIRST.matcher(line);
        return last.region(Math.max(0, before.length() - 8), before.length()).find()
                && first.lookingAt()
                && (last.group("dash") == null) != (first.group("dash") == null);
    }

    private static final Pattern DANGLING =
            Pattern.compile("(?: (?:ngày|tháng|năm|số|của|các|về|theo|tại|đến|với|cho|trong)|,)$");

    private static boolean dangles(CharSequence text) {
        return DANGLING.matcher(text)
                .region(Math.max(0, text.length() - LONGEST_DANGLING), text.length())
                .find();
    }

    private static final int LONGEST_DANGLING = 8;

    /** A heading in capitals that was wrapped: "I. MỤC ĐÍCH,⏎YÊU CẦU". */
    private static boolean capitalsGoOn(Line current, Line line) {
        return !line.blankBefore
                && current.text.length() < LONGEST_HEADING
                && Character.isUpperCase(current.text.charAt(0))
                && MARKER.matcher(current.text).lookingAt()
                && current.text.chars().noneMatch(Character::isLowerCase)
                && line.text.chars().noneMatch(Character::isLowerCase);
    }

    private static boolean startsLower(CharSequence s) {
        return Character.isLowerCase(s.charAt(0));
    }

    private boolean isTitle(String text) {
        return text.length() < 40 && !startsLower(text) && matches(title, text);
    }

    private static boolean matches(Rx rx, String text) {
        String low = Vi.fold(text);
        return rx.in(View.probe(low, Vi.strip(low).equals(low))).matches();
    }

    private static boolean numberedHeading(CharSequence text) {
        return text.length() < 200 && Character.isDigit(text.charAt(0));
    }

    /** A hyphen or number at the start of a wrapped line that belongs to the sentence ("2021⏎- 2030", "Lao động⏎- Thương binh"). */
    private boolean falseMarker(String before, CharSequence line) {
        char c = line.charAt(0);
        if (c == '-' || c == '–') {
            char next = line.length() > 2 ? line.charAt(line.charAt(1) == ' ' ? 2 : 1) : 'A';
            if (Character.isDigit(next) && Character.isDigit(before.charAt(before.length() - 1))) {
                return true;
            }
            if (Character.isLowerCase(next)) {
                return true;
            }
        }
        return false;
    }

    /** "Lao động⏎- Thương binh": a hyphen inside a name. */
    private boolean hyphenPair(String before, CharSequence line) {
        if (line.charAt(0) != '-' && line.charAt(0) != '–') {
            return false;
        }
        String tail = before.substring(Math.max(0, before.length() - 24));
        String head = line.toString().substring(0, Math.min(line.length(), 24));
        String joined = Vi.fold(tail + " " + head);
        return hyphenPairs.stream().anyMatch(pair -> across(joined, pair, tail.length()));
    }

    /** Whether the pair stands across the place where one line ends and the next begins. */
    private static boolean across(String joined, String pair, int place) {
        int at = joined.indexOf(pair, Math.max(0, place - pair.length()));
        return at >= 0 && at < place && at + pair.length() > place + 1;
    }

    /** "cấp độ⏎1. Cấp ngay": the number belongs to the word before it. */
    private static final Pattern COUNTED_BEFORE = Pattern.compile(
            " (?:độ|số|mục|cấp|điều|khoản|điểm|nhóm|mức|quý|tháng|ngày|đợt|bước|thứ|loại|hạng|vùng|lớp|tập|quyển|học kỳ|giai đoạn)$");

    /** A whole plan in a few endless lines: breaks it before headings and items. */
    private static List<Line> split(List<Line> paragraphs) {
        long length = paragraphs.stream().mapToLong(p -> p.text.length()).sum();
        List<Line> out = new ArrayList<>();
        for (Line p : paragraphs) {
            boolean flat = p.text.length() > FLAT_LENGTH && p.text.length() * 5L > length * 4L;
            int from = 0;
            Matcher m = INLINE.matcher(p.text);
            while (flat && m.find()) {
                addParts(p.part(from, m.start()), out);
                from = m.end();
            }
            addParts(from == 0 ? p : p.part(from, p.text.length()), out);
        }
        return out;
    }

    private static void addParts(Line p, List<Line> out) {
        int from = 0;
        while (p.text.length() - from > LONGEST) {
            int blank = p.text.lastIndexOf(" ", from + LONGEST);
            int cut = blank > from + LONGEST / 2 ? blank : from + LONGEST;
            out.add(p.part(from, cut));
            from = cut;
        }
        out.add(from == 0 ? p : p.part(from, p.text.length()));
    }
}
