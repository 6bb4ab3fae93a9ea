package vn.toam.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.reader.PlanDraft.Citation;

/** Documents named in the text: by number, laws and resolutions also by name alone; each once. */
final class Citations {
    /** Number and letters of a document, with the blanks that typing put between them. */
    static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d/.,-])(\\d{1,6}[a-zA-Z]?)(?:\\s?/\\s?((?:19|20)\\d{2}))?\\s?([/-])\\s?"
                    + "([A-ZĐÐ][A-ZĐÐa-zđ]{0,14}\\d{0,3}(?!\\p{L})(?:(?:[-–&/]\\s?|\\s[-–](?=\\S))[A-ZĐÐ][A-ZĐÐa-zđ]{0,14}\\d{0,3}(?!\\p{L})){0,5})");

    private static final int NAME_REACH = 160;

    private final Rx typeBefore;
    private final Rx bare;
    private final Rx party;
    private final Rx law;
    private final Rx amending;
    private final Rx congress;
    private final Rx basisLaw;
    private final Rx issuer;
    private final Rx issuerStop;
    private final Rx replaces;
    private final Rx dated;
    private final Map<String, String> codeTypes;
    private final Diacritics restored;

    Citations(Lexicon lexicon) {
        typeBefore = lexicon.rx("({docTypes})(?:,? số| số:| sô| só|:)?\\s*$");
        bare = lexicon.rx("({docTypes}) (?:số )?(\\d{1,5})(?= ngày| của)");
        party = lexicon.rx("(?<![\\d/])(\\d{1,4}) ({partyCodes})/(tw|tu|hu|qu|đu|ttu)\\b");
        law = lexicon.rx("(?:bộ luật|luật|pháp lệnh) {lawNames}(?![\\p{L}])(?: năm \\d{4}| \\(sửa đổi\\))?");
        amending = Rx.of("luật sửa đổi,? bổ sung[^;.\\n]{0,200}?(?= ngày| số \\d|[;.,()\\n]|$)");
        congress = Rx.of("nghị quyết (?:đại hội|hội nghị)[^,;.()\\n]{3,90}");
        basisLaw = Rx.of(
                "(?:căn cứ(?: các)?|;)\\s+((?:luật|pháp lệnh) [^;.\\n]{3,110}?)(?= ngày \\d| số \\d| năm \\d| đã được|[;.\\n]|, ngày)");
        issuer = Rx.of("\\s*,?\\s*(?:của|do)\\s+");
        issuerStop = lexicon.rx("[,;.()\":\\n]| {issuerStops}\\b");
        replaces = Rx.of("thay thế(?: cho)? $|bãi bỏ $|thay thế [^.;]{0,40}$");
        dated = Rx.of("\\s*,?\\s*(?:ban hành |ký )?ngày\\s*");
        codeTypes = lexicon.map("codeTypes");
        restored = new Diacritics(lexicon);
    }

    List<Citation> read(View view, Frame frame, @Nullable String ownNumber) {
        List<Citation> found = new ArrayList<>();
        numbers(view, frame, found);
        names(view, frame, found);
        found.sort(Comparator.comparingInt(c -> c.evidence().start()));
        return unique(found, ownNumber);
    }

    private void numbers(View view, Frame frame, List<Citation> found) {
        Matcher m = view.text(NUMBER, frame.bodyStart(), frame.end());
        int last = frame.bodyStart();
        while (m.find()) {
            String number = compact(m.group());
            String type = typeAt(view, m.start(), last, found, m.group(4));
            if (plausible(m.group(4)) && type != null) {
                add(view, frame, found, m.start(), m.end(), type, number);
                last = m.end();
            }
        }
        Matcher b = bare.in(view, frame.bodyStart(), frame.end());
        while (b.find()) {
            add(view, frame, found, b.start(2), b.end(2), Vi.capital(b.group(1)), b.group(2));
        }
        Matcher p = party.in(view, frame.bodyStart(), frame.end());
        while (p.find()) {
            String written = view.text().substring(p.start(), p.end());
            String type = typeAt(view, p.start(), p.start(), found, written.substring(written.indexOf(' ') + 1));
            add(view, frame, found, p.start(), p.end(), type == null ? "Văn bản" : type, written.replace(' ', '-'));
        }
    }

    private static Evidence doubted(View view, Evidence e) {
        return view.plain() ? e.doubt(0.7, "reader.why.diacritics") : e;
    }

    static String compact(String number) {
        return number.replaceAll("\\s+", "").replace('–', '-').replace('Ð', 'Đ');
    }

    private static boolean plausible(String code) {
        return code.chars().filter(Character::isUpperCase).count() >= 2;
    }

    /** The kind written before the number, else the one its letters stand for; null for no document at all. */
    private @Nullable String typeAt(View view, int p, int last, List<Citation> found, String code) {
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
        int after = end;
        String date = null;
        Matcher d = dated.in(view, end, Math.min(view.low().length(), end + 24));
        Dates.Found day = Dates.next(view, end, 34);
        if (d.lookingAt() && day != null && day.start() <= d.end() + 2) {
            date = day.hasYear() ? day.iso() : null;
            after = day.end();
        }
        int typeStart = typeStart(view, start);
        String raw = view.slice(start, end);
        found.add(new Citation(
                type,
                number,
                raw.equals(number) ? null : raw,
                null,
                issuerAt(view, after),
                date,
                frame.inOpening(start),
                nested(view, start),
                relation(view, typeStart),
                view.evidence(typeStart, after)));
    }

    private int typeStart(View view, int p) {
        Matcher t = typeBefore.in(view, Math.max(0, p - 40), p);
        return t.find() ? t.start(1) : p;
    }

    private static final Rx NEW_NAME = Rx.of(
            "(?:ủy ban|ubnd|sở|kế hoạch|nghị quyết|quyết định|chỉ thị|công văn|thông tư|nghị định|luật|căn cứ|kết luận|hội đồng)\\b");

    private @Nullable String issuerAt(View view, int p) {
        Matcher m = issuer.in(view, p, Math.min(view.low().length(), p + 40));
        if (!m.lookingAt()) {
            return null;
        }
        int limit = Math.min(view.low().length(), m.end() + NAME_REACH);
        Matcher stop = issuerStop.in(view, m.end(), limit);
        int end = m.end();
        while (stop.find()) {
            end = stop.start();
            boolean inName = (stop.group().equals(",")
                            || stop.group().endsWith(" và")
                            || stop.group().endsWith(" va"))
                    && stop.end() + 1 < limit
                    && Character.isUpperCase(view.text().charAt(stop.end() + 1))
                    && !NEW_NAME.in(view, stop.end() + 1, limit).lookingAt();
            if (!inName) {
                break;
            }
        }
        String name = view.slice(m.end(), end);
        return name.isEmpty() ? null : name;
    }

    /** Inside the quoted or bracketed title of another document, or after "về Đề án", in the same clause as an earlier number. */
    private static boolean nested(View view, int p) {
        int clause = Math.max(view.text().lastIndexOf(';', p), view.text().lastIndexOf('\n', p));
        String before = view.text().substring(Math.max(0, clause), p);
        return NUMBER.matcher(before).find() && !before.matches("(?s).*(?:, | và )(?:[^,]{0,60})$");
    }

    private @Nullable String relation(View view, int p) {
        return replaces.in(view, Math.max(0, p - 60), p).find() ? "REPLACES" : null;
    }

    private void names(View view, Frame frame, List<Citation> found) {
        int covered = 0;
        Matcher a = amending.in(view, frame.bodyStart(), frame.end());
        List<View.Range> amended = new ArrayList<>();
        while (a.find()) {
            amended.add(new View.Range(a.start(), a.end()));
            named(view, frame, found, "Luật", a.start(), a.end());
        }
        Matcher m = law.in(view, frame.bodyStart(), frame.end());
        while (m.find()) {
            int start = m.start();
            boolean capital = Character.isUpperCase(view.text().charAt(start));
            boolean inside = amended.stream().anyMatch(r -> r.start() <= start && start < r.end());
            if (capital && !inside && start >= covered) {
                String type = m.group().startsWith("b") ? "Bộ luật" : m.group().startsWith("p") ? "Pháp lệnh" : "Luật";
                named(view, frame, found, type, start, m.end());
                covered = m.end();
            }
        }
        Matcher b = basisLaw.in(view, frame.bodyStart(), frame.openingEnd());
        while (b.find()) {
            int start = b.start(1);
            boolean known = found.stream()
                    .anyMatch(o -> o.number() == null
                            && o.evidence().start() <= view.at()[start]
                            && view.at()[start] < o.evidence().end());
            if (!known && Character.isUpperCase(view.text().charAt(start))) {
                named(view, frame, found, "Luật", start, b.end(1));
            }
        }
        Matcher c = congress.in(view, frame.bodyStart(), frame.end());
        while (c.find()) {
            int end = congressEnd(view, c.start(), c.end());
            if (!view.text(NUMBER, c.start(), end).find()) {
                named(view, frame, found, "Nghị quyết", c.start(), end);
            }
        }
    }

    private static final Rx CONGRESS_STOP = Rx.of(
            " (?:đề ra|đã|và|về|nhiệm kỳ|trong|để|góp phần|đưa|đến|thành|vào|là|;|xác định|đặt ra|gắn|được)(?=[ ;.]|$)");

    private static int congressEnd(View view, int start, int end) {
        Matcher stop = CONGRESS_STOP.in(view, start + 12, end);
        return stop.find() ? stop.start() : end;
    }

    private void named(View view, Frame frame, List<Citation> found, String type, int start, int end) {
        View.Range r = view.trim(start, end, " ,;.");
        String name = restored.name(view, r);
        Citation numbered = numberAfter(view, found, r.end());
        if (numbered != null) {
            found.remove(numbered);
            found.add(new Citation(
                    type,
                    numbered.number(),
                    numbered.raw(),
                    name,
                    numbered.issuer(),
                    numbered.date(),
                    numbered.basis(),
                    numbered.nested(),
                    numbered.relation(),
                    new Evidence(view.evidence(r).start(), numbered.evidence().end(), 1, null)));
            return;
        }
        String date = null;
        Matcher d = dated.in(view, r.end(), Math.min(view.low().length(), r.end() + 24));
        Dates.Found day = Dates.next(view, r.end(), 40);
        if (d.lookingAt() && day != null && day.hasYear() && day.start() <= d.end() + 2) {
            date = day.iso();
        }
        found.add(new Citation(
                type,
                null,
                null,
                name,
                null,
                date,
                frame.inOpening(start),
                false,
                relation(view, start),
                doubted(view, view.evidence(r))));
    }

    private @Nullable Citation numberAfter(View view, List<Citation> found, int p) {
        String after =
                view.low().substring(p, Math.min(view.low().length(), p + 8)).trim();
        if (!after.startsWith("số") && !after.startsWith("so") && !after.startsWith("(số")) {
            return null;
        }
        int from = view.at()[p];
        return found.stream()
                .filter(c -> c.number() != null
                        && c.evidence().start() >= from
                        && c.evidence().start() - from < 14)
                .findFirst()
                .orElse(null);
    }

    /** One citation for each number and each name; the first mention gives the place, later ones fill what it lacks. */
    private static List<Citation> unique(List<Citation> found, @Nullable String ownNumber) {
        Map<String, Citation> byKey = new LinkedHashMap<>();
        String own = ownNumber == null ? "" : ownNumber.toUpperCase(java.util.Locale.ROOT);
        for (Citation c : found) {
            if (c.number() != null
                    && c.number().toUpperCase(java.util.Locale.ROOT).equals(own)) {
                continue;
            }
            byKey.merge(key(c), c, Citations::merge);
        }
        List<Citation> out = new ArrayList<>(byKey.values());
        out.removeIf(c -> c.number() == null
                && out.stream()
                        .anyMatch(o -> o.number() != null
                                && o.name() != null
                                && nameKey(o).equals(nameKey(c))));
        return out;
    }

    private static String key(Citation c) {
        return c.number() != null ? c.number().toUpperCase(java.util.Locale.ROOT) : nameKey(c);
    }

    private static String nameKey(Citation c) {
        return Vi.key(c.name() == null ? "" : c.name()).replaceAll(" năm \\d{4}| sửa đổi$", "");
    }

    /** The first spelling, unless it stands in capitals and the second does not. */
    private static @Nullable String better(@Nullable String a, @Nullable String b) {
        boolean shouted = a != null && b != null && a.equals(a.toUpperCase(java.util.Locale.ROOT));
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
                a.basis() || b.basis(),
                a.nested() && b.nested(),
                a.relation() != null ? a.relation() : b.relation(),
                a.evidence());
    }
}
