package vn.toam.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.language.Lexicon;
import vn.toam.language.Rx;
import vn.toam.language.Vi;
import vn.toam.language.View;

/** The issuing body in the lines above the number: capitals, wrapped, beside the motto, below its superior. */
final class Letterhead {
    private static final Rx MOTTO = Rx.of(
            "cộng\\s+hòa\\s+xã\\s+hội(?:\\s+chủ\\s+nghĩa)?(?:\\s+việt\\s+nam)?|hòa\\s+xã\\s+hội\\s+chủ\\s+nghĩa\\s+việt\\s+nam|độc\\s+lập\\s*-\\s*tự\\s+do\\s*-\\s*hạnh\\s+phúc|đảng\\s+cộng\\s+sản\\s+việt\\s+nam");
    private static final Rx NO_NAME =
            Rx.of("số\\b|[^\\n]*/|[^\\n]*\\d|cộng$|[^\\n]*ngày\\b|quyết định|kế hoạch|nhiệt liệt");
    private static final Rx SUPERIOR =
            Rx.of("(?:ủy ban nhân dân|ubnd|đảng bộ) ((?:tỉnh|thành phố|tp\\.?|huyện|quận|thị xã|xã|phường) .*)");
    private static final Rx DEPARTMENT =
            Rx.of("(?:sở|phòng|ban|chi cục|công an|hội|văn phòng|thanh tra|liên đoàn|trung tâm)\\b.*");

    /** The end of a line that a name cannot end with, so that the next line goes on although it looks like a name. */
    private static final java.util.regex.Pattern CUT = java.util.regex.Pattern.compile(
            ".*(?:ủy|ủy ban|hội đồng|nhân|thủ tướng|văn phòng|thanh tra)|bộ|sở|ban|phòng|hội|trường|viện");

    private static final Rx ABBREVIATED = Rx.of("^ubnd\\b");

    private static final java.util.regex.Pattern VOWEL = java.util.regex.Pattern.compile("[aeiouy]");

    private static final String COMMITTEE = "Ủy ban ";

    private final Lexicon lexicon;
    private final Rx head;

    Letterhead(Lexicon lexicon) {
        this.lexicon = lexicon;
        head = lexicon.rx("(?:{agencyHeads}|thủ tướng chính phủ|chính phủ|quốc hội)(?![\\p{L}])");
    }

    /** The body's name in ordinary spelling and its place, or null. */
    PlanDraft.@Nullable Passage read(View view, int limit) {
        List<View.Range> lines = new ArrayList<>();
        List<View.Range> mottos = mottos(view, limit);
        for (View.Range p : view.paragraphs()) {
            if (p.end() <= limit) {
                without(view, p, mottos, lines);
            }
        }
        return lines.isEmpty() ? null : compose(view, lines);
    }

    private static List<View.Range> mottos(View view, int limit) {
        List<View.Range> out = new ArrayList<>();
        Matcher m = MOTTO.in(view, 0, limit);
        while (m.find()) {
            out.add(new View.Range(m.start(), m.end()));
        }
        return out;
    }

    /** The parts of a paragraph in capitals that are neither motto nor number nor date. */
    private static void without(View view, View.Range p, List<View.Range> mottos, List<View.Range> lines) {
        int from = p.start();
        for (View.Range m : mottos) {
            if (m.end() > from && m.start() < p.end()) {
                keep(view, from, Math.max(from, m.start()), lines);
                from = Math.min(p.end(), m.end());
            }
        }
        keep(view, from, p.end(), lines);
    }

    private static void keep(View view, int start, int end, List<View.Range> lines) {
        View.Range r = view.trim(start, end, " -–.");
        boolean capitals = r.end() - r.start() >= 2
                && view.text().substring(r.start(), r.end()).chars().noneMatch(Character::isLowerCase);
        if (capitals
                && r.end() - r.start() < 140
                && !NO_NAME.in(view, r.start(), r.end()).lookingAt()) {
            lines.add(r);
        }
    }

    private PlanDraft.@Nullable Passage compose(View view, List<View.Range> lines) {
        List<String> bodies = new ArrayList<>();
        int start = lines.getFirst().start();
        for (View.Range l : lines) {
            String text = view.slice(l.start(), l.end());
            boolean dangling =
                    !bodies.isEmpty() && CUT.matcher(Vi.fold(bodies.getLast())).matches();
            boolean opens = head.in(view, l.start(), l.end()).lookingAt() && !dangling
                    || Vi.fold(text).equals("ủy");
            if (bodies.isEmpty() || opens) {
                bodies.add(text);
                start = l.start();
            } else {
                bodies.set(bodies.size() - 1, bodies.getLast() + " " + text);
            }
        }
        if (!isBody(bodies.getLast())) {
            return null;
        }
        return new PlanDraft.Passage(
                withPlace(view, bodies), view.evidence(start, lines.getLast().end()));
    }

    private boolean isBody(String name) {
        View probe = View.probe(Vi.fold(name));
        return head.in(probe).lookingAt();
    }

    /** "SỞ Y TẾ" below "ỦY BAN NHÂN DÂN TỈNH X" is the department of that province. */
    private String withPlace(View view, List<String> bodies) {
        String issuer = spell(view, bodies.getLast());
        String folded = Vi.fold(issuer);
        if (bodies.size() < 2 || !DEPARTMENT.in(View.probe(folded)).matches()) {
            return issuer;
        }
        String above = bodies.get(bodies.size() - 2);
        Matcher s = SUPERIOR.in(View.probe(Vi.fold(above)));
        if (!s.matches()) {
            return issuer;
        }
        String place = spell(view, above.substring(s.start(1)));
        boolean named = folded.endsWith(Vi.fold(place.substring(place.indexOf(' ') + 1)));
        return named ? issuer : issuer + " " + Character.toLowerCase(place.charAt(0)) + place.substring(1);
    }

    /** The spelling in the text's own sentences, else capitals only where names have them. */
    private String spell(View view, String name) {
        String low = ABBREVIATED.in(View.probe(Vi.fold(name))).replaceFirst("ủy ban nhân dân");
        String search = view.plain() ? Vi.strip(low) : low;
        for (int i = view.low().indexOf(search); i >= 0; i = view.low().indexOf(search, i + 1)) {
            if (!view.upper(i, i + search.length())
                    && !Character.isLowerCase(view.text().charAt(i))) {
                return view.slice(i, i + search.length());
            }
        }
        String title =
                title(low).replace("Thủ tướng chính phủ", "Thủ tướng Chính phủ").replace("Chính Phủ", "Chính phủ");
        boolean ministry = title.startsWith(COMMITTEE) && !title.startsWith(COMMITTEE + "nhân");
        return ministry ? COMMITTEE + Vi.capital(title.substring(COMMITTEE.length())) : title;
    }

    /** "ủy ban nhân dân tỉnh cà mau" → "Ủy ban nhân dân tỉnh Cà Mau"; "sở giáo dục và đào tạo" → "Sở Giáo dục và Đào tạo". */
    String title(String low) {
        StringBuilder out = new StringBuilder();
        boolean council = low.startsWith("ủy ban")
                || low.startsWith("uỷ ban")
                || low.startsWith("hội đồng")
                || low.startsWith("thủ tướng")
                || low.startsWith("ban chỉ đạo");
        boolean place = low.startsWith("trường ");
        boolean next = true;
        String[] words = low.split(" ");
        for (int i = 0; i < words.length; i++) {
            boolean letters =
                    words[i].length() > 1 && !VOWEL.matcher(Vi.strip(words[i])).find();
            out.append(i == 0 ? "" : " ")
                    .append(
                            letters
                                    ? words[i].toUpperCase(Locale.ROOT)
                                    : place || next ? Vi.capital(words[i]) : words[i]);
            next = i == 0 && !council || words[i].equals("và") || words[i].endsWith(",") || words[i].equals("-");
            String pair = i + 1 < words.length ? words[i] + " " + words[i + 1] : words[i];
            if (lexicon.list("unitWords").contains(pair) && i + 2 < words.length) {
                out.append(i + 1 < words.length ? " " + words[++i] : "");
                place = true;
            } else if (i > 0 && lexicon.list("unitWords").contains(words[i])) {
                place = true;
            }
        }
        return out.toString();
    }
}
