package vn.toam.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.language.AgencyNames;
import vn.toam.language.Lexicon;
import vn.toam.language.Rx;
import vn.toam.language.Vi;
import vn.toam.language.View;
import vn.toam.outline.Frame;
import vn.toam.reader.PlanDraft.Field;
import vn.toam.reader.PlanDraft.Passage;

/** Who issued the plan: the letterhead; else who says "ban hành Kế hoạch"; a bare "UBND tỉnh" gets its place from the text. */
final class Issuers {
    private static final Rx SPEAKS = Rx.of(
            "\\s*(?:đã |vừa |sẽ )?(?:chính thức )?(?:ban hành|xây dựng|lập|đề ra|tổ chức|triển khai|ký ban hành|thông báo)(?: và triển khai| triển khai)?(?: các)? (?:kế hoạch|chương trình|đề án|nội dung|quyết định)");
    private static final Rx UNIT =
            Rx.of("(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|tp\\.?)(?= |$)");
    private static final Rx BARE = Rx.of(
            "(?:ủy ban nhân dân|hội đồng nhân dân|ban chỉ đạo.*|tỉnh ủy|thành ủy|huyện ủy|(?:sở|ban|công an|hội) .*)(?: (tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu))|(?:ủy ban nhân dân|hội đồng nhân dân)");
    private static final Rx PLACE_LINE = Rx.of("([\\p{L} .]{3,40}?),?\\s?ngày(?:\\s?\\d{0,2})? tháng");
    private static final int HEAD = 6000;

    private final AgencyNames names;
    private final Letterhead letterhead;
    private final Rx head;

    Issuers(Lexicon lexicon, AgencyNames names) {
        this.names = names;
        letterhead = new Letterhead(lexicon);
        head = lexicon.rx("(?<![\\p{L}])(?:{agencyHeads})(?![\\p{L}])");
    }

    Field read(View view, Frame frame) {
        Passage top = frame.news() ? null : letterhead.read(view, frame.letterheadEnd());
        Passage said = top == null || bareUnit(top.text()) ? speaker(view, frame) : null;
        Passage found =
                said == null ? top : top != null && !said.text().matches("(?:Ủy ban|Uỷ ban|UBND).*") ? top : said;
        return found == null ? Field.NONE : complete(view, frame, found);
    }

    private static boolean bareUnit(String name) {
        String k = Vi.fold(name);
        return k.equals("ủy ban nhân dân") || k.equals("hội đồng nhân dân");
    }

    /** "UBND huyện … xây dựng kế hoạch": the name right before the verb. */
    private @Nullable Passage speaker(View view, Frame frame) {
        int from = frame.news() ? 0 : frame.decision() ? frame.bodyStart() : frame.titleEnd();
        int to = Math.min(view.low().length(), Math.max(frame.openingEnd(), from) + 3000);
        Matcher m = head.in(view, from, to);
        while (m.find()) {
            AgencyNames.Name name =
                    names.name(view, m.start(), Math.min(view.low().length(), m.start() + 170));
            if (name != null
                    && !name.collective()
                    && SPEAKS.in(view, name.end(), name.end() + 60).lookingAt()) {
                View.Range r = view.trim(name.start(), name.end(), " ,");
                return new Passage(view.slice(r.start(), r.end()), view.evidence(r));
            }
        }
        return null;
    }

    private static Field complete(View view, Frame frame, Passage found) {
        String name =
                found.text().replaceFirst("^UBND\\b", "Ủy ban nhân dân").replaceFirst("^HĐND\\b", "Hội đồng nhân dân");
        Matcher bare = BARE.in(View.probe(Vi.fold(name)));
        if (bare.matches()
                && (bare.group(1) == null
                        || name.endsWith(bare.group(1))
                        || Vi.fold(name).endsWith(bare.group(1)))) {
            String place = place(view, frame, bare.group(1));
            if (place != null) {
                String unit = bare.group(1) == null && Character.isUpperCase(place.charAt(0)) ? " " : "";
                return new Field(
                        (name + " " + unit + place).replace("  ", " "),
                        found.evidence().doubt(0.8, "reader.why.issuerPlace"));
            }
        }
        return new Field(name, found.evidence());
    }

    /** The place that the head of the text names most often with this unit, else the one beside the date. */
    private static @Nullable String place(View view, Frame frame, @Nullable String unit) {
        if (unit != null) {
            Map<String, Integer> counts = new HashMap<>();
            Matcher u = Rx.of("(?<![\\p{L}])" + unit + " ")
                    .in(view, Math.max(0, frame.bodyStart()), Math.max(0, frame.bodyStart()) + HEAD);
            while (u.find()) {
                String named = properName(view, u.end());
                if (named != null) {
                    counts.merge(named, u.start() < frame.titleEnd() ? 3 : 1, Integer::sum);
                }
            }
            String most = counts.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(null);
            if (most != null) {
                return most;
            }
        }
        String beside = beside(view);
        if (beside == null || unit != null) {
            return beside;
        }
        Matcher u = Rx.of("(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) "
                        + java.util.regex.Pattern.quote(Vi.fold(beside)))
                .in(view);
        return u.find() ? u.group(1) + " " + beside : beside;
    }

    private static @Nullable String beside(View view) {
        for (View.Range p : view.paragraphs()) {
            Matcher m = PLACE_LINE.in(view, p.start(), p.end());
            if (p.end() - p.start() < 90 && m.lookingAt()) {
                String line = view.slice(m.start(1), m.end(1));
                Matcher w = UNIT.in(View.probe(Vi.fold(line)));
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
