package vn.toam.paper;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import vn.toam.encoding.EncodingFinder;
import vn.toam.encoding.FontRuns;
import vn.toam.paper.UnreadableFile.Reason;

/**
 * Text of an RTF file in reading order: paragraphs and table cells as lines, list numbers as Word stored them beside each item, text boxes
 * where they hang, footnotes at the end as "[1] …". Left out: headers and footers, pictures, styles, field codes, deletions, hidden text.
 */
final class RtfText {
    /** Groups whose content is no text of the document. */
    private static final Set<String> SKIPPED = Set.of(
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "fldinst",
            "listtable",
            "listoverridetable",
            "revtbl",
            "rsidtbl",
            "themedata",
            "colorschememapping",
            "datastore",
            "xmlnstbl",
            "latentstyles",
            "generator",
            "annotation",
            "atnid",
            "atnauthor",
            "nonesttables",
            "nonshppict",
            "shprslt",
            "pnseclvl",
            "bkmkstart",
            "bkmkend",
            "sp",
            "filetbl",
            "ftnsep",
            "ftnsepc",
            "ftncn",
            "aftnsep",
            "aftnsepc",
            "aftncn",
            "tc",
            "xe");

    /** Groups that are marked as skippable, but hold text. */
    private static final Set<String> READ = Set.of("shpinst", "shptxt", "ud", "listtext", "pntext", "footnote");

    private static final Map<String, String> CHARACTERS = Map.ofEntries(
            Map.entry("tab", "\t"),
            Map.entry("line", "\n"),
            Map.entry("emdash", "—"),
            Map.entry("endash", "–"),
            Map.entry("bullet", "•"),
            Map.entry("lquote", "‘"),
            Map.entry("rquote", "’"),
            Map.entry("ldblquote", "“"),
            Map.entry("rdblquote", "”"),
            Map.entry("emspace", " "),
            Map.entry("enspace", " "),
            Map.entry("~", "\u00a0"),
            Map.entry("_", "-"),
            Map.entry("{", "{"),
            Map.entry("}", "}"),
            Map.entry("\\", "\\"));

    private static final Set<String> LINE_ENDS =
            Set.of("par", "sect", "page", "cell", "nestcell", "column", "softpage");

    /** Groups inside groups; Word stays below 100. */
    private static final int MAX_DEPTH = 2_000;

    /** What holds inside one pair of braces. */
    private static final class Group {
        private boolean skipped;
        private boolean fonts;
        private boolean note;
        private boolean starred;
        private boolean ansiCopy;
        private boolean label;
        private boolean hidden;
        private boolean capitals;
        private int font;
        private int fallback = 1;

        private Group inner() {
            Group inner = new Group();
            inner.skipped = skipped || ansiCopy;
            inner.fonts = fonts;
            inner.note = note;
            inner.label = label;
            inner.hidden = hidden;
            inner.capitals = capitals;
            inner.font = font;
            inner.fallback = fallback;
            return inner;
        }
    }

    private final RtfFonts fonts = new RtfFonts();
    private final RtfTokens tokens;
    private final FontRuns bodyRuns;
    private final FontRuns noteRuns;
    private final StringBuilder body = new StringBuilder();
    private final StringBuilder notes = new StringBuilder();
    private final Deque<Group> outer = new ArrayDeque<>();
    private Group group = new Group();
    private int noteCount;
    private int toSkip;
    private int defaultFont;

    private RtfText(byte[] bytes, EncodingFinder finder) {
        tokens = new RtfTokens(bytes);
        bodyRuns = new FontRuns(finder);
        noteRuns = new FontRuns(finder);
    }

    static String read(byte[] bytes, EncodingFinder finder) throws UnreadableFile {
        return new RtfText(bytes, finder).read();
    }

    private String read() throws UnreadableFile {
        do {
            RtfTokens.Kind token = tokens.next();
            switch (token) {
                case END -> throw new UnreadableFile(Reason.DAMAGED, outer.size() + " groups not closed");
                case OPEN -> open();
                case CLOSE -> close();
                case WORD -> word(tokens.word());
                case CODED -> coded(fonts.decode(group.font, tokens.number()));
                default -> text(tokens.word());
            }
        } while (!outer.isEmpty());
        body.append(bodyRuns.take());
        return body.append('\n').append(notes).toString();
    }

    private void open() throws UnreadableFile {
        if (outer.size() > MAX_DEPTH) {
            throw new UnreadableFile(Reason.BOMB, "groups nested deeper than " + MAX_DEPTH);
        }
        outer.push(group);
        group = group.inner();
        toSkip = 0;
    }

    private void close() {
        boolean endsNote = group.note && (outer.isEmpty() || !outer.peek().note);
        if (endsNote && !group.skipped) {
            notes.append("[%d] %s\n".formatted(noteCount, noteRuns.take().strip()));
        }
        group = outer.isEmpty() ? new Group() : outer.pop();
        toSkip = 0;
    }

    private void word(String word) {
        if (word.equals("*")) {
            group.starred = true;
        } else if (SKIPPED.contains(word) || group.starred && !READ.contains(word)) {
            group.skipped = true;
        } else if (word.equals("u")) {
            show(String.valueOf((char) tokens.number()));
            toSkip = group.fallback;
        } else if (CHARACTERS.containsKey(word)) {
            text(CHARACTERS.get(word));
        } else if (LINE_ENDS.contains(word)) {
            endLine();
        } else {
            property(word);
        }
        group.starred &= word.equals("*");
    }

    private void property(String word) {
        switch (word) {
            case "bin" -> tokens.skip(tokens.number());
            case "fonttbl" -> group.fonts = true;
            case "footnote" -> beginNote();
            case "listtext", "pntext" -> group.label = true;
            case "upr" -> group.ansiCopy = true;
            case "ud" -> group.skipped = false;
            case "uc" -> group.fallback = Math.clamp(tokens.number(1), 0, 10);
            case "ansicpg" -> fonts.documentPage(tokens.number());
            case "deff" -> defaultFont = group.font = tokens.number();
            case "f" -> group.font = tokens.number();
            case "fcharset" -> fonts.characterSet(group.font, tokens.number());
            case "v", "deleted" -> group.hidden = tokens.number(1) != 0;
            case "caps" -> group.capitals = tokens.number(1) != 0;
            case "plain" -> plain();
            default -> {
                // layout, with no bearing on the text
            }
        }
    }

    private void plain() {
        group.hidden = false;
        group.capitals = false;
        group.font = defaultFont;
    }

    private void beginNote() {
        if (!group.skipped) {
            group.note = true;
            noteCount++;
        }
    }

    private void coded(String letter) {
        if (toSkip > 0) {
            toSkip--;
        } else {
            show(letter);
        }
    }

    private void text(String text) {
        int skip = Math.min(toSkip, text.length());
        toSkip -= skip;
        show(text.substring(skip));
    }

    private void show(String text) {
        if (group.fonts && !group.skipped) {
            fonts.name(group.font, text);
        } else if (!group.skipped && !group.hidden) {
            boolean bullet =
                    group.label && text.length() == 1 && !Character.isLetterOrDigit(text.charAt(0)) && !text.isBlank();
            (group.note ? noteRuns : bodyRuns).add(fonts.name(group.font), group.capitals, bullet ? "-" : text);
        }
    }

    private void endLine() {
        if (group.skipped || group.fonts) {
            return;
        }
        if (group.note) {
            noteRuns.add("", false, " ");
        } else {
            String line = bodyRuns.take();
            body.append(line.startsWith(" ") && !line.startsWith("  ") ? line.substring(1) : line)
                    .append('\n');
        }
    }
}
