package vn.toam.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.toam.language.Vi;

/** One line of the source without marks, bookmarks and invisible chars; columns side by side become lines of their own. */
final class Line {
    private static final Pattern BOOKMARK = Pattern.compile("\\[bookmark:[^\\]\\n]{0,60}]");
    private static final Pattern PAGE =
            Pattern.compile("(?:-{0,3} ?\\d{1,3} ?-{0,3}|(?i:trang|page) \\d{1,3}(?: ?/ ?\\d{1,3})?)");
    private static final String INVISIBLE = "\uFEFF\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\f\\";
    private static final String BULLETS = "•·●▪■□\uF0B7\uF02D✓➢❖◦‣*";
    private static final Pattern OPENS = Pattern.compile(
            "(?:ke hoach|chuong trinh|de an|phuong an|quyet dinh)(?: hanh dong)?:?|phu luc.{0,40}|\\[\\d{1,3}].*");
    private static final int GAP = 4;
    private static final int RIGHT_COLUMN = 16;
    private static final int LETTERHEAD_LINES = 14;

    final StringBuilder text = new StringBuilder();
    private int[] at = new int[64];
    boolean bold;
    boolean blankBefore;
    boolean closing;
    /** A paragraph of its own that nothing joins. */
    boolean whole;

    private int indent;

    private void add(char c, int offset) {
        if (text.length() == at.length) {
            at = Arrays.copyOf(at, at.length * 2);
        }
        at[text.length()] = offset;
        text.append(c);
    }

    int at(int i) {
        return at[i];
    }

    void append(Line next) {
        if (!text.isEmpty()) {
            add(' ', next.at(0));
        }
        for (int i = 0; i < next.text.length(); i++) {
            add(next.text.charAt(i), next.at(i));
        }
    }

    Line part(int start, int end) {
        Line part = new Line();
        part.bold = bold;
        part.closing = closing;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' || !part.text.isEmpty()) {
                part.add(c == '\t' ? ' ' : c, at(i));
            }
        }
        part.trimEnd();
        return part;
    }

    /** A cell of a table as one line behind {@code label}, whose chars stand for the cell's first. */
    static Line cell(String label, String source, int start, int end) {
        Line line = new Line();
        line.blankBefore = true;
        line.whole = true;
        for (int i = 0; i < label.length(); i++) {
            line.add(label.charAt(i), start);
        }
        int s = start;
        while (s < end) {
            int e = source.indexOf('\n', s);
            e = e < 0 || e > end ? end : e;
            Line part = clean(source, s, e);
            if (!part.text.isEmpty()) {
                Line plain = part.part(0, part.text.length());
                if (s > start) {
                    line.add(' ', s);
                }
                for (int i = 0; i < plain.text.length(); i++) {
                    line.add(plain.text.charAt(i), plain.at(i));
                }
            }
            s = e + 1;
        }
        return line;
    }

    private void trimEnd() {
        while (!text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.setLength(text.length() - 1);
        }
    }

    /** The lines of a source in reading order; empty ones and page numbers are left out. */
    static List<Line> of(String source) {
        List<Line> lines = new ArrayList<>();
        boolean blank = true;
        boolean closing = false;
        boolean bold = false;
        int s = 0;
        Iterator<Tables.Table> tables = Tables.of(source).iterator();
        Tables.Table table = tables.hasNext() ? tables.next() : null;
        while (s <= source.length()) {
            if (table != null && s <= table.start() && lineEnd(source, s) > table.start()) {
                lines.addAll(table.lines());
                s = table.end();
                table = tables.hasNext() ? tables.next() : null;
                continue;
            }
            int e = lineEnd(source, s);
            Line line = clean(source, s, e);
            boolean boldAtStart = bold;
            bold ^= marks(source, s, e) % 2 == 1;
            line.bold |= boldAtStart && (bold || source.substring(s, e).strip().endsWith("**"))
                    || bold && source.substring(s, e).strip().startsWith("**");
            boolean page = PAGE.matcher(line.text).matches();
            if (line.text.chars().noneMatch(Character::isLetterOrDigit) || page) {
                blank |= !page;
                bold &= e > s;
            } else {
                String plain = Vi.strip(Vi.fold(line.text.toString()));
                closing = plain.startsWith("noi nhan")
                        || closing && !OPENS.matcher(plain).matches();
                line.blankBefore = blank;
                line.closing = closing;
                lines.add(line);
                blank = false;
            }
            s = e + 1;
        }
        return columns(lines);
    }

    private static int lineEnd(String source, int s) {
        int e = source.indexOf('\n', s);
        return e < 0 ? source.length() : e;
    }

    private static int indent(String source, int s, int e) {
        int i = s;
        while (i < e && (source.charAt(i) == ' ' || source.charAt(i) == '\t' || source.charAt(i) == '\u00a0')) {
            i++;
        }
        return i - s;
    }

    private static int marks(String source, int s, int e) {
        int count = 0;
        for (int i = source.indexOf("**", s, e); i >= 0; i = source.indexOf("**", i + 2, e)) {
            count++;
        }
        return count;
    }

    private static Line clean(String source, int s, int e) {
        Line line = new Line();
        String raw = source.substring(s, e).strip();
        line.indent = indent(source, s, e);
        line.bold = raw.startsWith("**") && raw.endsWith("**") && raw.length() > 4;
        Matcher bookmark = BOOKMARK.matcher(source).region(s, e);
        int skipTo = bookmark.find() ? bookmark.start() : -1;
        int blanks = 0;
        for (int i = s; i < e; i++) {
            if (i == skipTo) {
                i = bookmark.end() - 1;
                skipTo = bookmark.find() ? bookmark.start() : -1;
                continue;
            }
            char c = source.charAt(i);
            if (c == ' ' || c == '\u00a0' || c == '\r') {
                blanks++;
            } else if (c == '\t' || c == '|') {
                blanks += GAP;
            } else if (line.keeps(c, source, i, e)) {
                if (blanks > 0 && !line.text.isEmpty()) {
                    line.add(blanks >= GAP ? '\t' : ' ', i - 1);
                }
                blanks = 0;
                line.add(line.text.isEmpty() && BULLETS.indexOf(c) >= 0 ? '-' : c, i);
            }
        }
        return line;
    }

    /** Markdown marks and invisible chars go; a star or hash stays only where it is a bullet. */
    private boolean keeps(char c, String source, int i, int e) {
        if (INVISIBLE.indexOf(c) >= 0) {
            return false;
        }
        if (c == '*') {
            return text.isEmpty() && i + 1 < e && source.charAt(i + 1) == ' ' && source.indexOf('*', i + 1) < 0;
        }
        return !(c == '#' && text.isEmpty());
    }

    /** Letterhead and signature stand side by side: the left column first, then the right one. */
    private static List<Line> columns(List<Line> lines) {
        List<Line> out = new ArrayList<>();
        List<Line> right = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            int gap = line.text.indexOf("\t");
            if (line.whole) {
                out.addAll(right);
                right.clear();
                out.add(line);
                continue;
            }
            boolean blankNumber = gap > 0 && gap + 1 < line.text.length() && line.text.charAt(gap + 1) == '/';
            boolean sideBySide = gap > 0 && !blankNumber && (i < LETTERHEAD_LINES || line.closing);
            if (!sideBySide && !line.closing) {
                out.addAll(right);
                right.clear();
            }
            if (sideBySide) {
                Line left = line.part(0, gap);
                left.blankBefore = true;
                out.add(left);
                Line other = line.part(gap + 1, line.text.length());
                other.blankBefore = true;
                right.add(other);
            } else {
                Line whole = line.part(0, line.text.length());
                whole.blankBefore = line.blankBefore;
                (line.closing && line.indent > RIGHT_COLUMN && !right.isEmpty() ? right : out).add(whole);
            }
        }
        out.addAll(right);
        return out;
    }
}
