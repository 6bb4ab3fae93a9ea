package vn.toam.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.reader.PlanDraft.Field;

/** Who issued the plan: the letterhead; else who says "ban hành Kế hoạch"; a bare "UBND tỉnh" gets its place from the text. */
final class Issuers {
    private static final Rx FURNITURE =
            Rx.of("cộng hòa|độc lập|số\\s?[:.]|số \\d|đảng cộng sản|ngày|tự do|.*\\d.*|.*việt nam độc lập");
    private static final Rx MOTTO = Rx.of("\\s*(?:cộng hòa xã hội|đảng cộng sản việt|độc lập\\s*-)");
    private static final Rx SPEAKS = Rx.of(
            "\\s*(?:đã |vừa |sẽ )?(?:chính thức )?(?:ban hành|xây dựng|lập|đề ra|tổ chức|triển khai|ký ban hành|thông báo)(?: và triển khai| triển khai)?(?: các)? (?:kế hoạch|chương trình|đề án|nội dung)");
    private static final Rx UNIT =
            Rx.of("(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|tp\\.?)(?= |$)");
    private static final Rx BARE = Rx.of(
            "(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|ban chỉ đạo.*|tỉnh ủy|thành ủy|huyện ủy)(?: (tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu))?");
    private static final Rx PLACE_LINE = Rx.of("([\\p{L} .]{3,40}?),?\\s?ngày(?:\\s?\\d{0,2})? tháng");
    private static final Rx SUPERIOR =
            Rx.of("(?:ủy ban nhân dân|ubnd|đảng bộ) ((?:tỉnh|thành phố|tp\\.?|huyện|quận|thị xã|xã|phường) .*)");
    private static final Rx DEPARTMENT =
            Rx.of("(?:sở|phòng|ban|chi cục|công an|hội|văn phòng|thanh tra|liên đoàn|trung tâm)\\b.*");

    private final Lexicon lexicon;
    private final AgencyNames names;
    private final Rx head;

    Issuers(Lexicon lexicon, AgencyNames names) {
        this.lexicon = lexicon;
        this.names = names;
        head = lexicon.rx("(?<![\\p{L}])(?:{agencyHeads})(?![\\p{L}])");
    }

    Field read(View view, Frame frame) {
        Field letterhead = frame.news() ? Field.NONE : letterhead(view, frame.typeStart());
        Field found = letterhead != Field.NONE ? letterhead : speaker(view, frame);
        String name = found.value();
        return name == null ? found : complete(view, frame, name, found.evidence());
    }

    /** The lines in capitals above the number, without motto; a lower body below its superior. */
    private Field letterhead(View view, int limit) {
        List<View.Range> lines = new ArrayList<>();
        for (View.Range p : view.paragraphs()) {
            if (p.end() > limit) {
                break;
            }
            Matcher motto = MOTTO.in(view, p.start(), p.end());
            int end = motto.find() ? motto.start() : p.end();
            boolean named = view.upper(p.start(), end)
                    && !FURNITURE.in(view, p.start(), end).matches()
                    && !FURNITURE.in(view, p.start(), end).lookingAt();
            if (named && end > p.start() + 2 && end - p.start() < 140) {
                lines.add(new View.Range(p.start(), end));
            }
        }
        return lines.isEmpty() ? Field.NONE : compose(view, lines);
    }

    private Field compose(View view, List<View.Range> lines) {
        List<String> bodies = new ArrayList<>();
        int start = -1;
        int end = 0;
        for (View.Range l : lines) {
            String text = view.slice(l.start(), l.end());
            boolean opens = head.in(view, l.start(), l.end()).lookingAt();
            if (opens || bodies.isEmpty()) {
                bodies.add(text);
                start = l.start();
            } else {
                bodies.set(bodies.size() - 1, bodies.getLast() + " " + text);
            }
            end = l.end();
        }
        String issuer = spell(view, bodies.getLast());
        String folded = Vi.fold(issuer);
        if (bodies.size() > 1 && DEPARTMENT.in(probe(folded)).matches()) {
            Matcher s = SUPERIOR.in(probe(Vi.fold(bodies.get(bodies.size() - 2))));
            String place =
                    s.matches() ? spell(view, bodies.get(bodies.size() - 2).substring(s.start(1))) : "";
            boolean named = place.isEmpty() || folded.endsWith(Vi.fold(place.substring(place.indexOf(' ') + 1)));
            issuer = named ? issuer : issuer + " " + Character.toLowerCase(place.charAt(0)) + place.substring(1);
        }
        return new Field(issuer, view.evidence(start, end));
    }

    private static View probe(String low) {
        return new View(low, low, new int[0], false, List.of());
    }

    /** The spelling in the text's own sentences, else capitals only where names have them. */
    private String spell(View view, String name) {
        String low = Vi.fold(name);
        String search = view.plain() ? Vi.strip(low) : low;
        for (int i = view.low().indexOf(search); i >= 0; i = view.low().indexOf(search, i + 1)) {
            if (!view.upper(i, i + search.length())
                    && !Character.isLowerCase(view.text().charAt(i))) {
                return view.slice(i, i + search.length());
            }
        }
        return title(name.toLowerCase(Locale.ROOT));
    }

    private String title(String low) {
        StringBuilder out = new StringBuilder();
        boolean place = false;
        boolean next = true;
        String[] words = low.split(" ");
        for (int i = 0; i < words.length; i++) {
            String pair = i + 1 < words.length ? words[i] + " " + words[i + 1] : words[i];
            boolean unit = lexicon.list("unitWords").contains(words[i]);
            boolean unitPair = lexicon.list("unitWords").contains(pair);
            out.append(i == 0 ? "" : " ").append(place || next ? Vi.capital(words[i]) : words[i]);
            next = i == 0
                            && !low.startsWith("ủy ban nhân dân")
                            && !low.startsWith("hội đồng nhân dân")
                            && !words[0].endsWith("ban")
                    || words[i].equals("và")
                    || words[i].endsWith(",")
                    || words[i].equals("-");
            if (unitPair && i + 2 < words.length) {
                out.append(' ').append(words[++i]);
                place = true;
            } else if (unit && i > 0) {
                place = true;
            }
        }
        return out.toString();
    }

    /** "UBND huyện … xây dựng kế hoạch": the name right before the verb. */
    private Field speaker(View view, Frame frame) {
        int from = frame.news() ? 0 : frame.titleEnd();
        int to = frame.news() ? Math.min(view.low().length(), 4000) : Math.max(frame.openingEnd(), frame.titleEnd());
        for (int pass = 0; pass < 2; pass++) {
            Matcher m = head.in(view, from, to);
            int p = from;
            while (m.find(p)) {
                p = m.start() + 1;
                if (p > to) {
                    break;
                }
                AgencyNames.Name name =
                        names.name(view, m.start(), Math.min(view.low().length(), m.start() + 170));
                if (name != null
                        && !name.collective()
                        && SPEAKS.in(view, name.end(), Math.min(view.low().length(), name.end() + 60))
                                .lookingAt()) {
                    return Headers.field(view, name.start(), name.end());
                }
            }
            to = Math.min(view.low().length(), to + 3000);
        }
        return Field.NONE;
    }

    private Field complete(View view, Frame frame, String written, @Nullable Evidence e) {
        String name = written.replaceFirst("^UBND\\b", "Ủy ban nhân dân").replaceFirst("^HĐND\\b", "Hội đồng nhân dân");
        Matcher bare = BARE.in(probe(Vi.fold(name)));
        if (bare.matches() && e != null && !lastIsName(name)) {
            String place = place(view, frame, bare.group(1));
            if (place != null) {
                return new Field(name + " " + place, e.doubt(0.8, "reader.why.issuerPlace"));
            }
        }
        return new Field(name, e);
    }

    private static boolean lastIsName(String name) {
        String last = name.substring(name.lastIndexOf(' ') + 1);
        return Character.isUpperCase(last.charAt(0));
    }

    /** The place in "thành phố …" of the title, else in the line with place and date. */
    private @Nullable String place(View view, Frame frame, @Nullable String unit) {
        if (unit != null) {
            Matcher u = Rx.of(unit + " ").in(view, frame.titleStart(), Math.max(frame.titleStart(), frame.titleEnd()));
            while (u.find()) {
                String named = properName(view, u.end());
                if (named != null) {
                    return named;
                }
            }
        }
        for (View.Range p : view.paragraphs()) {
            Matcher m = PLACE_LINE.in(view, p.start(), p.end());
            if (p.end() - p.start() < 90 && m.lookingAt()) {
                String line = view.slice(m.start(1), m.end(1));
                Matcher w = UNIT.in(probe(Vi.fold(line)));
                return w.lookingAt() ? line.substring(Math.min(line.length(), w.end() + 1)) : line;
            }
        }
        return null;
    }

    private static @Nullable String properName(View view, int start) {
        int end = start;
        int p = start;
        while (p < view.text().length() && Character.isUpperCase(view.text().charAt(p)) && end - start < 40) {
            while (p < view.text().length()
                    && (Character.isLetter(view.text().charAt(p)) || view.text().charAt(p) == '-')) {
                p++;
            }
            end = p;
            p++;
        }
        return end > start && !view.upper(start, end) ? view.slice(start, end) : null;
    }
}
