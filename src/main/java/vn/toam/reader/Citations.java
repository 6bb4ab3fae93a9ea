package vn.toam.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.language.CitedAfter;
import vn.toam.language.Diacritics;
import vn.toam.language.Lexicon;
import vn.toam.language.Rx;
import vn.toam.language.Vi;
import vn.toam.language.View;
import vn.toam.language.Words;
import vn.toam.outline.Frame;
import vn.toam.reader.PlanDraft.Citation;

/** Documents named in the text: by number, laws and resolutions also by name alone; each once. */
final class Citations {
    /** Number and letters of a document, with the blanks that typing put between them. */
    static final Pattern NUMBER = Pattern.compile(
            "(?=\\d)(?<![\\p{L}\\d/.,-])(\\d{1,6}[a-zA-Z]?|\\d{1,4}\\.\\d{1,2}(?=/20\\d{2}/))(?:\\s?/\\s?((?:19|20)\\d{2}))?\\s?([/-])\\s?"
                    + "([A-ZĐÐ][A-ZĐÐa-zđ]{0,14}\\d{0,3}(?!\\p{L})(?:(?:[-–&/]\\s?|\\s[-–](?=\\S))[A-ZĐÐ][A-ZĐÐa-zđ]{0,14}\\d{0,3}(?!\\p{L})){0,5})");

    /** A note below the text: "[1] Quyết định số …", as files of Word come out, or "1 Quyết định số …". */
    private static final Pattern BRACKETED = Pattern.compile("\\[\\d{1,3}]\\s*");

    private static final Pattern NOTE =
            Pattern.compile("(?:\\[\\d{1,3}]|\\(\\d{1,2}\\)|\\d{1,2}[.)]?|[¹²³⁰-⁹]{1,2})\\s?(?=[\\p{Lu}\"“])");

    private final Rx typeBefore;
    private final Rx bare;
    private final Rx party;
    private final Rx replaces;
    private final CitedAfter after;
    private final CitedLaws laws;
    private final Map<String, String> codeTypes;
    private final Diacritics restored;

    Citations(Lexicon lexicon) {
        typeBefore = lexicon.rx("({docTypes})(?:,? số| số:| sô| só|:)?\\s*$");
        bare = lexicon.rx("({docTypes}) (?:số )?(\\d{1,5})(?= ngày| của)");
        party = lexicon.rx("(?=\\d)(?<![\\d/])(\\d{1,4}) ({partyCodes})/(tw|tu|hu|qu|đu|ttu)\\b");
        replaces = Rx.of("thay thế(?: cho)? $|bãi bỏ $|thay thế [^.;]{0,40}$");
        after = new CitedAfter(lexicon);
        codeTypes = lexicon.map("codeTypes");
        restored = new Diacritics(lexicon);
        laws = new CitedLaws(lexicon, restored);
    }

    List<Citation> read(View view, Frame frame, @Nullable String ownNumber) {
        List<Citation> found = new ArrayList<>();
        part(view, frame, frame.bodyStart(), frame.end(), found);
        notes(view, frame).forEach(n -> part(view, frame, n.start(), n.end(), found));
        found.sort(Comparator.comparingInt(c -> c.evidence().start()));
        return unique(found, ownNumber);
    }

    private void part(View view, Frame frame, int from, int to, List<Citation> found) {
        List<Citation> here = new ArrayList<>();
        numbers(view, frame, from, to, here);
        laws.read(view, frame, from, to, here);
        found.addAll(here);
    }

    /** Notes that stand behind recipients and signature; those without brackets only before the annexes. */
    private static List<View.Range> notes(View view, Frame frame) {
        List<View.Range> notes = new ArrayList<>();
        boolean annex = false;
        for (View.Range p : view.paragraphs()) {
            if (p.start() >= frame.end() && p.end() > p.start()) {
                annex |= ANNEX.in(view, p.start(), p.end()).lookingAt()
                        && view.upper(p.start(), Math.min(p.end(), p.start() + 8));
                Pattern mark = annex ? BRACKETED : NOTE;
                if (view.text(mark, p.start(), p.end()).lookingAt()) {
                    notes.add(p);
                }
            }
        }
        return notes;
    }

    private static final Rx ANNEX = Rx.of("(?:phụ lục|biểu|mẫu|danh mục)");

    /** Whether a place lies in a footnote. */
    static boolean footnote(View view, Frame frame, int p) {
        if (p >= frame.end()) {
            return true;
        }
        int start = view.paragraphStart(p);
        return view.text(BRACKETED, start, p + 1).lookingAt();
    }

    private void numbers(View view, Frame frame, int from, int to, List<Citation> found) {
        Matcher m = view.text(NUMBER, from, to);
        m.useTransparentBounds(true);
        int digit = view.words().first(Words.DIGIT, from, to);
        while (digit >= 0) {
            boolean number = m.region(digit, to).lookingAt();
            String type = number ? typeAt(view, m.start(), m.group(4)) : null;
            if (type != null && plausible(m.group(4))) {
                add(view, frame, found, m.start(), m.end(), type, compact(m.group()));
            }
            digit = view.words().first(Words.DIGIT, number ? m.end() : digit + 1, to);
        }
        Matcher b = bare.in(view, from, to);
        while (b.find()) {
            add(view, frame, found, b.start(2), b.end(2), Vi.capital(b.group(1)), b.group(2));
        }
        Matcher p = party.in(view, from, to);
        while (p.find()) {
            String written = view.text().substring(p.start(), p.end());
            String type = typeAt(view, p.start(), written.substring(written.indexOf(' ') + 1));
            add(view, frame, found, p.start(), p.end(), type == null ? "Văn bản" : type, written.replace(' ', '-'));
        }
    }

    static String compact(String number) {
        return number.replaceAll("\\s+", "").replace('–', '-').replace('Ð', 'Đ');
    }

    private static boolean plausible(String code) {
        return code.chars().filter(Character::isUpperCase).count() >= 2;
    }

    /** The kind written before the number, else the one its letters stand for; null for no document at all. */
    private @Nullable String typeAt(View view, int p, String code) {
        Matcher t = typeBefore.in(view, Math.max(0, p - 40), p);
        if (t.find()) {
            String type = restored.type(view, t.start(1), t.end(1));
            return type.equals("Văn bản") ? byCode(code, type) : type;
        }
        return byCode(code, null);
    }

    private @Nullable String byCode(String code, @Nullable String other) {
        String first = code.split("[-–/&\\s]")[0].replaceFirst("^QD$", "QĐ").replaceFirst("^ND$", "NĐ");
        if (first.startsWith("QH") && first.length() > 2) {
            return "Luật";
        }
        String type = codeTypes.get(first);
        if (type == null) {
            type = codeTypes.get(first.replace('Ð', 'Đ'));
        }
        if (type != null) {
            return type;
        }
        return other != null ? other : code.contains("-") ? "Công văn" : null;
    }

    private void add(View view, Frame frame, List<Citation> found, int start, int end, String type, String written) {
        String number = restored.number(view, written);
        CitedAfter.Found rest = after.read(view, end, frame.inOpening(start));
        int typeStart = typeStart(view, start);
        int nameStart = number.contains("/QH") ? lawStart(view, typeStart) : typeStart;
        String name = nameStart < typeStart ? view.slice(nameStart, typeStart).replaceFirst("\\s*số:?$", "") : null;
        String raw = view.slice(start, end);
        found.add(new Citation(
                type,
                number,
                raw.equals(number) ? null : raw,
                name,
                rest.issuer(),
                rest.date(),
                rest.subject(),
                frame.inOpening(start),
                nested(view, start),
                footnote(view, frame, start),
                relation(view, typeStart),
                view.evidence(typeStart, rest.end())));
    }

    private static final Rx LAW_BEFORE = Rx.of("((?:bộ luật|luật|pháp lệnh) [^;.,\\n\\d]{3,110}?) số:?\\s*$");

    /** "Luật Kinh doanh bất động sản số 29/2023/QH15": where the law's name begins. */
    private static int lawStart(View view, int p) {
        int from = Math.max(0, p - 130);
        Matcher m = LAW_BEFORE.in(view, from, p);
        return m.find() && Character.isUpperCase(view.text().charAt(m.start())) ? m.start() : p;
    }

    private int typeStart(View view, int p) {
        Matcher t = typeBefore.in(view, Math.max(0, p - 40), p);
        return t.find() ? t.start(1) : p;
    }

    /** Inside the quoted or bracketed title of another document, or after "về Đề án", in the same clause as an earlier number. */
    private static final int CLAUSE = 400;

    private static boolean nested(View view, int p) {
        int near = Math.max(0, p - CLAUSE);
        String reach = view.text().substring(near, p);
        int clause = Math.max(reach.lastIndexOf(';'), reach.lastIndexOf('\n'));
        String before = reach.substring(Math.max(0, clause));
        return NUMBER.matcher(before).find() && !before.matches("(?s).*(?:, | và )(?:[^,]{0,60})$");
    }

    private @Nullable String relation(View view, int p) {
        return replaces.in(view, Math.max(0, p - 60), p).find() ? "REPLACES" : null;
    }

    /** One citation for each number and each name; the first mention gives the place, later ones fill what it lacks. */
    private static List<Citation> unique(List<Citation> found, @Nullable String ownNumber) {
        Map<String, Citation> byKey = new LinkedHashMap<>();
        String own = ownNumber == null ? "" : ownNumber.toUpperCase(Locale.ROOT);
        for (Citation c : found) {
            if (c.number() != null && c.number().toUpperCase(Locale.ROOT).equals(own)) {
                continue;
            }
            byKey.merge(key(c), c, Citations::merge);
        }
        List<Citation> out = new ArrayList<>(byKey.values());
        Set<String> numbered = new HashSet<>();
        out.stream().filter(c -> c.number() != null && c.name() != null).forEach(c -> numbered.add(nameKey(c)));
        out.removeIf(c -> c.number() == null && numbered.contains(nameKey(c)));
        return out;
    }

    private static String key(Citation c) {
        return c.number() != null ? c.number().toUpperCase(Locale.ROOT) : nameKey(c);
    }

    /** What one mention of a law or congress says and another leaves out. */
    private static final String UNSAID = Vi.fold(" năm \\d{4}| sửa đổi$| đại biểu| toàn quốc| lần| thứ");

    private static String nameKey(Citation c) {
        return Vi.key(c.name() == null ? "" : c.name()).replaceAll(UNSAID, "");
    }

    /** The first spelling, unless it stands in capitals and the second does not. */
    private static @Nullable String better(@Nullable String a, @Nullable String b) {
        boolean shouted = a != null && b != null && a.equals(a.toUpperCase(Locale.ROOT));
        return a == null || shouted ? b : a;
    }

    private static Citation merge(Citation a, Citation b) {
        return new Citation(
                a.type(),
                better(a.number(), b.number()),
                a.raw() != null ? a.raw() : b.raw(),
                better(a.name(), b.name()),
                better(a.issuer(), b.issuer()),
                a.date() != null ? a.date() : b.date(),
                better(a.subject(), b.subject()),
                a.basis() || b.basis(),
                a.nested() && b.nested(),
                a.footnote() && b.footnote(),
                a.relation() != null ? a.relation() : b.relation(),
                a.evidence());
    }
}
