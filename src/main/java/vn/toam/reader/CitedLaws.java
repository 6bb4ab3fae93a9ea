package vn.toam.reader;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.language.Dates;
import vn.toam.language.Diacritics;
import vn.toam.language.Evidence;
import vn.toam.language.Lexicon;
import vn.toam.language.Rx;
import vn.toam.language.View;
import vn.toam.outline.Frame;
import vn.toam.reader.PlanDraft.Citation;

/** Laws and resolutions of congresses that are named, with their number behind the name or without any. */
final class CitedLaws {
    private static final Rx CONGRESS = Rx.of("nghị quyết (?:đại hội|hội nghị)[^,;.()\"\\n]{3,110}");
    private static final Rx CONGRESS_STOP = Rx.of(
            " (?:đề ra|đã|và|về|nhiệm kỳ|trong|để|góp phần|đưa|đến|thành|vào|là|với|tại|nhằm|trên địa bàn|;|xác định|đặt ra|gắn|được)(?=[ ;.]|$)");
    private static final Rx BASIS_LAW = Rx.of(
            "(?:căn cứ(?: các)?|;)\\s+((?:bộ luật|luật|pháp lệnh) [^;.\\n]{3,110}?)(?= ngày \\d| số \\d| năm \\d| đã được|[;.\\n]|, ngày)");
    private static final Rx ANY_AMENDING = Rx.of(
            "luật sửa đổi,? bổ sung[^;.\\n]{0,200}?(?= ngày| số \\d| trên địa bàn| ban hành| về | để | tại | được| đã |[;.,()\\n]|$)");

    private final Rx law;
    private final Rx amending;
    private final Rx replaces;
    private final Rx dated;
    private final Diacritics restored;

    CitedLaws(Lexicon lexicon, Diacritics restored) {
        this.restored = restored;
        law = lexicon.rx("(?=[blp])(?:bộ luật|luật|pháp lệnh) {lawNames}(?![\\p{L}])(?: năm \\d{4}| \\(sửa đổi\\))?");
        amending = lexicon.rx(
                "luật sửa đổi,? bổ sung (?:(?:một số|các) điều(?:, khoản)? )?(?:của |trong )?(?:các |\\d{1,2} )?"
                        + "(?:(?:bộ )?luật|pháp lệnh) (?:{lawNames}(?:(?:, | và )(?:(?:bộ )?luật |pháp lệnh ){lawNames}){0,8}|(?:có )?liên quan[^;.,\\n\\d]{0,60}?(?= ngày| số|[;.,\\n(]|$))(?![\\p{L}])");
        replaces = Rx.of("thay thế(?: cho)? $|bãi bỏ $|thay thế [^.;]{0,40}$");
        dated = Rx.of("\\s*,?\\s*(?:ban hành |ký )?ngày\\s*");
    }

    /** Adds what is named in {@code [from, to)}; a number right behind a law's name takes the name. */
    void read(View view, Frame frame, int from, int to, List<Citation> found) {
        NavigableMap<Integer, Citation> numbered = new TreeMap<>();
        found.stream()
                .filter(c -> c.number() != null)
                .forEach(c -> numbered.put(c.evidence().start(), c));
        NavigableMap<Integer, Integer> covered = new TreeMap<>();
        each(view, amending, from, to, covered, (s, e) -> named(view, frame, found, numbered, "Luật", s, e));
        each(view, ANY_AMENDING, from, to, covered, (s, e) -> named(view, frame, found, numbered, "Luật", s, e));
        each(view, law, from, to, covered, (s, e) -> named(view, frame, found, numbered, type(view, s), s, e));
        basis(view, frame, from, Math.min(to, frame.openingEnd()), covered, numbered, found);
        Matcher c = CONGRESS.in(view, from, to);
        while (c.find()) {
            int end = congressEnd(view, c.start(), c.end());
            if (!view.text(Citations.NUMBER, c.start(), end).find()) {
                named(view, frame, found, numbered, "Nghị quyết", c.start(), end);
            }
        }
    }

    private interface Name {
        void at(int start, int end);
    }

    /** Every match that begins with a capital and lies in no earlier one. */
    private static void each(View view, Rx rx, int from, int to, NavigableMap<Integer, Integer> covered, Name action) {
        Matcher m = rx.in(view, from, to);
        while (m.find()) {
            Map.Entry<Integer, Integer> before = covered.floorEntry(m.start());
            boolean inside = before != null && m.start() < before.getValue();
            if (!inside && Character.isUpperCase(view.text().charAt(m.start()))) {
                covered.put(m.start(), m.end());
                action.at(m.start(), m.end());
            }
        }
    }

    private static String type(View view, int start) {
        char first = view.low().charAt(start);
        return first == 'b' ? "Bộ luật" : first == 'p' ? "Pháp lệnh" : "Luật";
    }

    /** "Căn cứ Luật …": a law that the lexicon does not know. */
    private void basis(
            View view,
            Frame frame,
            int from,
            int to,
            NavigableMap<Integer, Integer> covered,
            NavigableMap<Integer, Citation> numbered,
            List<Citation> found) {
        Matcher b = BASIS_LAW.in(view, from, to);
        while (b.find()) {
            int start = b.start(1);
            Map.Entry<Integer, Integer> before = covered.floorEntry(start);
            boolean known = before != null && start < before.getValue();
            if (!known && Character.isUpperCase(view.text().charAt(start))) {
                named(view, frame, found, numbered, type(view, start), start, b.end(1));
            }
        }
    }

    private static int congressEnd(View view, int start, int end) {
        Matcher stop = CONGRESS_STOP.in(view, start + 12, end);
        return stop.find() ? stop.start() : end;
    }

    private void named(
            View view,
            Frame frame,
            List<Citation> found,
            NavigableMap<Integer, Citation> numbered,
            String type,
            int start,
            int end) {
        View.Range r = view.trim(start, end, " ,;.");
        String name = restored.name(view, r);
        Evidence place = view.evidence(r);
        Citation number = numberAfter(view, numbered, r.end());
        if (number != null) {
            found.set(
                    found.indexOf(number),
                    number.named(
                            type,
                            name,
                            new Evidence(place.start(), number.evidence().end(), 1, null)));
            numbered.remove(number.evidence().start());
            return;
        }
        String date = null;
        Matcher d = dated.in(view, r.end(), Math.min(view.low().length(), r.end() + 24));
        Dates.Found day = Dates.next(view, r.end(), 40);
        if (d.lookingAt() && day != null && day.hasYear() && day.start() <= d.end() + 2) {
            date = day.iso();
        }
        boolean footnote = Citations.footnote(view, frame, start);
        String relation = replaces.in(view, Math.max(0, start - 60), start).find() ? "REPLACES" : null;
        Evidence doubted = view.plain() ? place.doubt(0.7, "reader.why.diacritics") : place;
        found.add(new Citation(
                type, null, null, name, null, date, null, frame.inOpening(start), false, footnote, relation, doubted));
    }

    /** The number of a law right behind its name; that of a decree there belongs to the decree. */
    private static @Nullable Citation numberAfter(View view, NavigableMap<Integer, Citation> numbered, int p) {
        String after =
                view.low().substring(p, Math.min(view.low().length(), p + 8)).trim();
        if (!after.startsWith("số") && !after.startsWith("so") && !after.startsWith("(số")) {
            return null;
        }
        int from = view.at()[p];
        Map.Entry<Integer, Citation> next = numbered.ceilingEntry(from);
        boolean near = next != null && next.getKey() - from < 14;
        return near && isLaw(next.getValue()) ? next.getValue() : null;
    }

    private static boolean isLaw(Citation c) {
        String number = String.valueOf(c.number());
        return number.contains("/QH")
                || number.contains("UBTVQH")
                || number.contains("/PL")
                || number.contains("L/CTN");
    }
}
