package vn.toam.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.reader.PlanDraft.Passage;
import vn.toam.reader.PlanDraft.Target;
import vn.toam.reader.PlanDraft.Unit;
import vn.toam.reader.Quantities.Quantity;

/** Finds the numbers that bind somebody, in the objectives first, and says when and how they bind. */
final class Targets {
    /** What a heading or lead-in says about all targets below it. */
    private record Frameword(
            @Nullable Integer by, boolean onward, @Nullable String frequency) {
        static final Frameword NONE = new Frameword(null, false, null);
    }

    /** One clause: the piece between full stops and semicolons. */
    private record Clause(int start, int end, boolean newSentence) {}

    private static final Rx LABEL = Rx.of(
            "(?:(?:nhóm )?(?:chỉ tiêu|mục tiêu)(?: (?:số )?\\d{1,2}(?:\\.\\d{1,2})?| cụ thể| chung)?(?: \\([^)]{0,40}\\))?\\s?[:.]\\s*)+");
    private static final Rx OWN_FREQUENCY = Rx.of("(?:mỗi|hằng|hàng) (?:năm|quý|tháng|tuần)[^,;]{0,18}$");
    private static final Rx UPWARD = Rx.of("trở lên");
    private static final Rx BASELINE = Rx.of("từ (?:mức )?$");
    private static final Rx TO_LEVEL = Rx.of("[^;.]{0,80}?(?:lên|xuống|còn)\\b");

    private final Quantities quantities;
    private final Bounds bounds;
    private final Times times;
    private final Rx past;
    private final Rx money;
    private final Rx condition;
    private final Rx binding;

    Targets(Lexicon lexicon) {
        quantities = new Quantities(lexicon);
        bounds = new Bounds(lexicon);
        times = new Times(lexicon);
        past = lexicon.rx("(?<![\\p{L}]){pastWords}(?![\\p{L}])");
        money = lexicon.rx("(?<![\\p{L}]){moneyWords}(?![\\p{L}])");
        condition = lexicon.rx("(?<![\\p{L}]){conditionWords}(?![\\p{L}])");
        binding = Rx.of("phấn đấu|(?:đạt|đảm bảo|bảo đảm|có|duy trì|giảm|tăng)\\b|100\\s?%|trở lên|ít nhất|tối thiểu");
    }

    /** What was found, and what was looked at and left out. */
    record Found(List<Target> targets, List<Passage> others) {}

    Found read(View view, Node root, Zones zones, boolean news) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        root.all().filter(n -> n.kind != Node.Kind.ROOT).forEach(n -> {
            Zones.Zone zone = zones.of(n);
            if (zone != Zones.Zone.OTHER || news) {
                paragraph(view, n, zone == Zones.Zone.OBJECTIVE, frame(view, n), found);
            }
        });
        return found;
    }

    /** Years and frequency of the headings above and of the lead-in before. */
    private Frameword frame(View view, Node n) {
        Frameword frame = Frameword.NONE;
        for (Node up = n.parent; up != null && up.parent != null; up = up.parent) {
            frame = fill(
                    frame,
                    view,
                    up.start,
                    up.heading ? Math.max(up.titleEnd, Math.min(up.end, up.titleEnd + 1)) : up.end);
        }
        Node leadIn = leadIn(view, n);
        return leadIn == null ? frame : fill(over(view, leadIn), frame);
    }

    private Frameword over(View view, Node leadIn) {
        return fill(Frameword.NONE, view, leadIn.start, leadIn.end);
    }

    private static Frameword fill(Frameword a, Frameword b) {
        return new Frameword(
                a.by != null ? a.by : b.by,
                a.by != null ? a.onward : b.onward,
                a.frequency != null ? a.frequency : b.frequency);
    }

    private Frameword fill(Frameword frame, View view, int start, int end) {
        Times.Year year = times.inHeading(view, start, end);
        return fill(
                frame,
                new Frameword(
                        year == null ? null : year.year(),
                        year != null && year.onward(),
                        times.frequency(view, start, end)));
    }

    /** The text, or the item without items of its own, before a list that ends with a colon. */
    private static @Nullable Node leadIn(View view, Node n) {
        if (n.parent == null) {
            return null;
        }
        Node lead = null;
        for (Node s : n.parent.children) {
            if (s == n) {
                return lead;
            }
            boolean leads = s.children.isEmpty() && view.slice(s.start, s.end).endsWith(":");
            if (leads || s.kind == Node.Kind.TEXT) {
                lead = leads ? s : null;
            }
        }
        return null;
    }

    private void paragraph(View view, Node n, boolean objective, Frameword frame, Found found) {
        int start = n.textStart;
        Matcher label = LABEL.in(view, start, n.end);
        if (label.lookingAt()) {
            start = label.end();
        }
        Frameword sentence = Frameword.NONE;
        for (Clause c : clauses(view, start, n.end)) {
            if (c.newSentence()) {
                sentence = Frameword.NONE;
            }
            sentence = clause(view, n, c, objective, frame, sentence, found);
        }
    }

    static List<int[]> split(View view, int start, int end) {
        List<int[]> out = new ArrayList<>();
        new Targets.Splitter(view, start, end).clauses().forEach(c -> out.add(new int[] {c.start(), c.end()}));
        return out;
    }

    private static List<Clause> clauses(View view, int start, int end) {
        return new Splitter(view, start, end).clauses();
    }

    /** Cuts at semicolons and full stops, not inside brackets, numbers and abbreviations. */
    private record Splitter(View view, int start, int end) {
        List<Clause> clauses() {
            List<Clause> out = new ArrayList<>();
            int from = start;
            boolean fresh = true;
            int depth = 0;
            for (int i = start; i < end; i++) {
                char c = view.text().charAt(i);
                depth = c == '(' ? depth + 1 : c == ')' ? Math.max(0, depth - 1) : depth;
                boolean stop = c == '.'
                        && i + 2 < end
                        && view.text().charAt(i + 1) == ' '
                        && opens(view.text().charAt(i + 2))
                        && i - from > 8;
                if (depth == 0 && (c == ';' || stop)) {
                    out.add(new Clause(from, i, fresh));
                    from = i + 1;
                    fresh = stop;
                }
            }
            out.add(new Clause(from, end, fresh));
            return out;
        }

        private static boolean opens(char c) {
            return Character.isUpperCase(c) || Character.isDigit(c) || c == '"' || c == '“';
        }
    }

    /** What has been said in a clause so far: times, and the number before. */
    private static final class Said {
        Frameword times;
        boolean percent;
        boolean count;
        int from;
        Bounds.@Nullable Bound bound;

        Said(Frameword times, int from) {
            this.times = times;
            this.from = from;
        }
    }

    private Frameword clause(
            View view, Node n, Clause c, boolean objective, Frameword frame, Frameword sentence, Found found) {
        List<Quantity> all = quantities.in(view, c.start(), c.end());
        String frequency = times.frequency(view, c.start(), c.end());
        Said said = new Said(sentence, c.start());
        for (int i = 0; i < all.size(); i++) {
            Quantity q = all.get(i);
            boolean last = i + 1 == all.size();
            int limit = last ? c.end() : all.get(i + 1).start();
            boolean binds = objective ? binds(view, c, q, said) : bindsOutside(view, c, q);
            if (binds) {
                int lastEnd = all.getLast().end();
                Frameword own = own(view, said.from, q, limit, last, frequency, lastEnd, c.end());
                Frameword before = i > 0 || frequency == null ? said.times : Frameword.NONE;
                said.bound = bound(view, c, q, limit, said);
                Frameword whole = fill(fill(own, before), frame);
                found.targets().add(target(view, n, c, q, limit, whole, frequency, objective, said.bound));
                said.times = fill(own, said.times);
                said.percent |= q.unit() == Unit.PERCENT;
                said.count |= q.unit() == Unit.COUNT;
                said.from = q.end();
            } else if (objective) {
                found.others().add(other(view, q, limit));
            }
        }
        return said.times;
    }

    private static Passage other(View view, Quantity q, int limit) {
        View.Range r = view.trim(q.start(), Math.min(limit, q.end() + 40), " ,;");
        return new Passage(view.slice(r.start(), r.end()), view.evidence(r));
    }

    /** The year beside the number, else the one that closes the clause for all its numbers. */
    private Frameword own(
            View view,
            int from,
            Quantity q,
            int limit,
            boolean last,
            @Nullable String frequency,
            int lastEnd,
            int end) {
        Times.Year year = times.by(view, from, q.start(), q.end(), limit, last);
        if (year == null && !last) {
            year = times.by(view, lastEnd, lastEnd, lastEnd, end, true);
        }
        return new Frameword(year == null ? null : year.year(), year != null && year.onward(), frequency);
    }

    private static final Rx LISTED = Rx.of("(?:,| và)\\s*$");
    private static final Rx ALONGSIDE = Rx.of("\\s*(?:\\([^)]*\\))?\\s*(?:,|và|-)?\\s*");

    /** "dưới 10% (nội thành), 5% (ngoại thành)": a number right behind another binds like it. */
    private Bounds.Bound bound(View view, Clause c, Quantity q, int limit, Said said) {
        boolean carried =
                q.unit() == Unit.COUNT && !q.bound() && said.count && LISTED.found(view, said.from, q.start());
        boolean alongside = carried || ALONGSIDE.in(view, said.from, q.start()).matches();
        return said.bound != null && alongside ? said.bound : bounds.of(view, c.start(), said.from, q, limit);
    }

    /** Inside the objectives every number binds unless it is a condition, a baseline, a term or a detail of a percentage. */
    private boolean binds(View view, Clause c, Quantity q, Said said) {
        int from = said.from;
        boolean ownFrequency = OWN_FREQUENCY.found(view, Math.max(from, q.start() - 40), q.start())
                || OWN_FREQUENCY.found(view, Math.max(from, q.start() - 50), Math.max(from, q.start() - 1));
        if (condition.found(view, c.start(), c.end()) && q.unit() == Unit.PERCENT && conditionAround(view, c, q)) {
            return false;
        }
        if (isBaseline(view, c, q)) {
            return false;
        }
        if (q.unit() == Unit.COUNT && bracketed(view, c, q)) {
            return false;
        }
        return switch (q.unit()) {
            case PERCENT ->
                !(money.found(view, Math.max(c.start(), q.start() - 30), q.start())
                        && money.found(view, q.end(), Math.min(c.end(), q.end() + 30)));
            case RATE -> true;
            case TIMES -> !said.percent && (ownFrequency || frequencyUnit(view, q));
            case COUNT -> !said.percent || ownFrequency && q.bound();
        };
    }

    private static boolean bracketed(View view, Clause c, Quantity q) {
        int open = view.text().lastIndexOf('(', q.start());
        return open >= c.start() && view.text().indexOf(')', open) > q.start();
    }

    private static final Rx PER_PERIOD = Rx.of("[^/]*/|[^/]*(?:mỗi|một|trong) ");
    private static final Rx EACH = Rx.of(" mỗi\\b");

    private static boolean frequencyUnit(View view, Quantity q) {
        return PER_PERIOD.in(view, q.start(), q.end()).lookingAt()
                || EACH.in(view, q.end(), q.end() + 6).lookingAt();
    }

    private boolean conditionAround(View view, Clause c, Quantity q) {
        return condition.found(view, Math.max(c.start(), q.start() - 120), Math.min(c.end(), q.end() + 60));
    }

    /** "từ 23 ca … xuống 18 ca", "(năm 2020 là 33,5%)", "so với 40%". */
    private static boolean isBaseline(View view, Clause c, Quantity q) {
        if (BASELINE.found(view, Math.max(c.start(), q.start() - 10), q.start())
                && TO_LEVEL.in(view, q.end(), c.end()).lookingAt()
                && !UPWARD.found(view, q.end(), Math.min(c.end(), q.end() + 70))) {
            return true;
        }
        return PAST_VALUE.found(view, Math.max(c.start(), q.start() - 45), q.start());
    }

    private static final Rx PAST_VALUE = Rx.of(
            "(?:so với(?: mức)?|hiện nay(?: là| đạt)?|hiện có|đã đạt|\\((?:năm|cuối năm) \\d{4}(?: là| đạt)?:?|thực hiện năm \\d{4}(?: là| đạt)?:?)\\s?(?:khoảng )?$");

    /** Outside the objectives: a percentage with a word that binds, nothing about money or the past. */
    private boolean bindsOutside(View view, Clause c, Quantity q) {
        return q.unit() == Unit.PERCENT
                && binding.found(view, c.start(), c.end())
                && !past.found(view, c.start(), c.end())
                && !money.found(view, c.start(), c.end())
                && !condition.found(view, c.start(), c.end())
                && !isBaseline(view, c, q);
    }

    private Target target(
            View view,
            Node n,
            Clause c,
            Quantity q,
            int limit,
            Frameword full,
            @Nullable String own,
            boolean objective,
            Bounds.Bound bound) {
        View.Range text = view.trim(c.start(), c.end(), " .;,");
        Evidence e = view.evidence(text);
        if (!objective) {
            e = e.doubt(0.6, "reader.why.outsideObjectives");
        } else if (q.unit() == Unit.COUNT && !q.bound()) {
            e = e.doubt(0.7, "reader.why.countInObjectives");
        }
        if (bound.approx()) {
            e = e.doubt(0.8, "reader.why.approximate");
        }
        return new Target(
                view.slice(text.start(), text.end()),
                q.value(),
                q.to(),
                q.unit(),
                q.unitText(),
                q.per(),
                bound.comparator(),
                bound.of(),
                population(view, c, q, limit),
                full.by,
                full.onward,
                full.frequency,
                own == null && full.frequency != null,
                baseline(view, c, q),
                bound.approx(),
                null,
                objective ? null : n.path(),
                e);
    }

    private static final Rx RATIO = Rx.of("(?:tỷ|tỉ) (?:lệ|trọng|số|suất) ");
    private static final Rx PREDICATE = Rx.of(
            "(?:,| (?:được|đạt|có|tham gia|thực hiện|trở lên|vào năm|đến năm|hoàn thành|ít nhất|trên|dưới|giảm|tăng|còn|duy trì|xuống|ở mức|phải|cam kết|đưa|xây dựng|không|biết|triển khai|thành lập|mỗi|hằng|hàng|từ năm|tại)(?= ))");

    /** Behind the number as far as the predicate; for "tỷ lệ X đạt N" the X. */
    private static @Nullable String population(View view, Clause c, Quantity q, int limit) {
        Matcher ratio = RATIO.in(view, c.start(), q.start());
        if (ratio.find()) {
            Matcher p = PREDICATE.in(view, ratio.end(), q.start());
            int end = p.find() ? p.start() : q.start();
            return nullIfEmpty(view.slice(ratio.end(), end));
        }
        Matcher p = PREDICATE.in(view, Math.min(q.end(), limit), limit);
        int end = p.find() ? p.start() : limit;
        View.Range r = view.trim(Math.min(q.end(), limit), end, " .,;");
        return nullIfEmpty(view.slice(r.start(), r.end()));
    }

    private static @Nullable String nullIfEmpty(String s) {
        return s.isEmpty() ? null : s;
    }

    private static final Rx FROM_VALUE =
            Rx.of("từ (?:mức )?(\\d+(?:[.,]\\d+)*)[^;]{1,60}?(?:lên|xuống|còn)[^;]{0,30}$");

    private static java.math.@Nullable BigDecimal baseline(View view, Clause c, Quantity q) {
        Matcher m = FROM_VALUE.in(view, c.start(), q.start());
        return m.find() ? Quantities.parse(m.group(1)) : null;
    }
}
