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

    private static final Rx LABEL = Rx.of(
            "(?:(?:nhóm )?(?:chỉ tiêu|mục tiêu)(?: (?:số )?\\d{1,2}(?:\\.\\d{1,2})?| cụ thể| chung)?(?: \\([^)]{0,40}\\))?\\s?[:.]\\s*)+");
    private static final Rx OWN_FREQUENCY =
            Rx.of("(?:mỗi|hằng|hàng) (?:năm|quý|tháng|tuần)[^,;]{0,18}$", "mỗi ", "hằng ", "hàng ");
    private static final Rx UPWARD = Rx.of("trở lên", "trở lên");
    private static final Rx BASELINE = Rx.of("từ (?:mức )?$", "từ ");
    private static final Rx TO_LEVEL = Rx.of("[^;.]{0,80}?(?:lên|xuống|còn)\\b", "lên", "xuống", "còn");

    private final Quantities quantities;
    private final Bounds bounds;
    private final Times times;
    private final Rx past;
    private final Rx money;
    private final Rx condition;
    private final Rx binding;
    private final Rx moneyNext;
    private final Rx spending;

    Targets(Lexicon lexicon) {
        quantities = new Quantities(lexicon);
        bounds = new Bounds(lexicon);
        times = new Times(lexicon);
        past = lexicon.rxWith("pastWords", "(?<![\\p{L}]){pastWords}(?![\\p{L}])");
        money = lexicon.rxWith("moneyWords", "(?<![\\p{L}]){moneyWords}(?![\\p{L}])");
        condition = lexicon.rxWith("conditionWords", "(?<![\\p{L}]){conditionWords}(?![\\p{L}])");
        moneyNext = lexicon.rxWith(
                "moneyWords",
                "\\s?(?:(?:tổng|số|mức|giá trị|toàn bộ|các|nguồn|chi|thu) ){0,3}{moneyWords}(?![\\p{L}])");
        spending = Rx.of(
                "kinh phí|mức (?:hỗ trợ|chi)|hỗ trợ (?:[\\p{L}]+ ){0,4}$|dự toán|định mức|tổng mức đầu tư",
                "kinh phí",
                "mức",
                "hỗ trợ ",
                "dự toán");
        binding = Rx.of(
                "(?:trên|dưới|không quá|tối đa|khoảng) \\d|phấn đấu|(?:đạt|đảm bảo|bảo đảm|có|duy trì|giảm|tăng)\\b|100\\s?%|trở lên|ít nhất|tối thiểu");
    }

    /** What was found, and what was looked at and left out. */
    record Found(List<Target> targets, List<Passage> others) {}

    /** {@code issued} is the year of the plan: a value of an earlier year is a result, no aim. */
    Found read(View view, Node root, Zones zones, boolean news, @Nullable Integer issued) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        root.all().filter(n -> n.kind != Node.Kind.ROOT).forEach(n -> {
            Zones.Zone zone = zones.of(n);
            if (zone != Zones.Zone.OTHER || news) {
                boolean objective = zone == Zones.Zone.OBJECTIVE || zone == Zones.Zone.GENERAL;
                paragraph(view, n, new Place(n, objective, zone == Zones.Zone.GENERAL, frame(view, n), issued), found);
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

    /** Where a paragraph stands and what that means for its numbers. */
    private record Place(
            Node node,
            boolean objective,
            boolean general,
            Frameword frame,
            @Nullable Integer issued) {}

    private void paragraph(View view, Node n, Place place, Found found) {
        int start = n.textStart;
        Matcher label = LABEL.in(view, start, n.end);
        if (label.lookingAt()) {
            start = label.end();
        }
        Frameword sentence = Frameword.NONE;
        for (Clauses.Clause c : Clauses.in(view, start, n.end)) {
            if (c.newSentence()) {
                sentence = Frameword.NONE;
            }
            sentence = clause(view, c, place, sentence, found);
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

    private Frameword clause(View view, Clauses.Clause c, Place place, Frameword sentence, Found found) {
        List<Quantity> all = quantities.in(view, c.start(), c.end());
        Said said = new Said(sentence, c.start());
        for (int i = 0; i < all.size(); i++) {
            Quantity q = all.get(i);
            int limit = i + 1 == all.size() ? c.end() : all.get(i + 1).start();
            String frequency = frequency(view, c, q);
            Frameword own = own(view, c, all, i, said.from, frequency);
            boolean past = place.issued() != null && own.by != null && own.by < place.issued();
            boolean binds = !past && (place.objective() ? binds(view, c, q, said, place) : bindsOutside(view, c, q));
            if (binds) {
                boolean change = RISE.found(view, Math.max(said.from, q.start() - 60), q.start());
                Frameword before = i > 0 || frequency == null ? said.times : Frameword.NONE;
                before = change && frequency != null && i > 0 ? Frameword.NONE : before;
                own = change && frequency != null && i > 0 ? new Frameword(null, false, frequency) : own;
                said.bound = bound(view, c, q, limit, said);
                Frameword whole = fill(fill(own, before), place.frame());
                String about = Populations.of(view, c.start(), said.from, q, limit);
                found.targets().add(target(view, c, q, whole, frequency, place, said.bound, about));
                said.times = fill(new Frameword(own.by, own.onward, null), said.times);
                said.percent |= q.unit() == Unit.PERCENT;
                said.count |= q.unit() == Unit.COUNT;
                said.from = q.end();
            } else if (place.objective()) {
                found.others().add(other(view, q, limit));
            }
        }
        return said.times;
    }

    /** The rhythm of the clause, but for that of a later change: "đạt 350 triệu USD, tăng bình quân hàng năm 9%". */
    private @Nullable String frequency(View view, Clauses.Clause c, Quantity q) {
        Matcher rise = LATER_RISE.in(view, q.end(), c.end());
        return times.frequency(view, c.start(), rise.find() ? rise.start() : c.end());
    }

    private static final Rx RISE = Rx.of("(?:tăng|giảm)(?: trưởng)?[^,;]{0,50}$", "tăng", "giảm");
    private static final Rx LATER_RISE = Rx.of(", (?:tốc độ )?(?:tăng|giảm)", "tăng", "giảm");

    private static Passage other(View view, Quantity q, int limit) {
        View.Range r = view.trim(q.start(), Math.min(limit, q.end() + 40), " ,;");
        return new Passage(view.slice(r.start(), r.end()), view.evidence(r));
    }

    /** The year beside the number, else the one that closes the clause for all its numbers. */
    private Frameword own(
            View view, Clauses.Clause c, List<Quantity> all, int i, int from, @Nullable String frequency) {
        Quantity q = all.get(i);
        boolean last = i + 1 == all.size();
        int limit = last ? c.end() : all.get(i + 1).start();
        Times.Year year = times.by(view, from, q.start(), q.end(), limit, last);
        if (year == null && !last) {
            int lastEnd = all.getLast().end();
            year = times.by(view, lastEnd, lastEnd, lastEnd, c.end(), true);
        }
        return new Frameword(year == null ? null : year.year(), year != null && year.onward(), frequency);
    }

    private static final Rx LISTED = Rx.of("(?:,| và)\\s*$");
    private static final Rx ALONGSIDE = Rx.of("\\s*(?:\\([^)]*\\))?\\s*(?:,|và|-)?\\s*");

    /** "dưới 10% (nội thành), 5% (ngoại thành)": a number right behind another binds like it. */
    private Bounds.Bound bound(View view, Clauses.Clause c, Quantity q, int limit, Said said) {
        boolean carried =
                q.unit() == Unit.COUNT && !q.bound() && said.count && LISTED.found(view, said.from, q.start());
        boolean alongside = carried || ALONGSIDE.in(view, said.from, q.start()).matches();
        return said.bound != null && alongside ? said.bound : bounds.of(view, c.start(), said.from, q, limit);
    }

    /** Inside the objectives every number binds unless it is a condition, a baseline, a term or a detail of a percentage. */
    private boolean binds(View view, Clauses.Clause c, Quantity q, Said said, Place place) {
        int from = said.from;
        boolean ownFrequency = OWN_FREQUENCY.found(view, Math.max(from, q.start() - 40), q.start())
                || OWN_FREQUENCY.found(view, Math.max(from, q.start() - 50), Math.max(from, q.start() - 1));
        if (condition.found(view, c.start(), c.end()) && q.unit() == Unit.PERCENT && conditionAround(view, c, q)) {
            return false;
        }
        if (isBaseline(view, c, q) || isState(view, c, q)) {
            return false;
        }
        if ((q.unit() == Unit.COUNT || q.unit() == Unit.MONEY) && bracketed(view, c, q)) {
            return false;
        }
        if (place.general() && q.unit() == Unit.COUNT && !q.bound()) {
            return false;
        }
        return switch (q.unit()) {
            case PERCENT ->
                !(money.found(view, Math.max(c.start(), q.start() - 30), q.start())
                        && money.found(view, q.end(), Math.min(c.end(), q.end() + 30)));
            case RATE -> true;
            case MONEY -> !spending.found(view, c.start(), q.start());
            case TIMES -> !said.percent && (ownFrequency || frequencyUnit(view, q));
            case COUNT -> !said.percent || ownFrequency && q.bound();
        };
    }

    /** What is, not what shall be: "hiện nay có …", "(chiếm 32,2 %)". */
    private static boolean isState(View view, Clauses.Clause c, Quantity q) {
        return STATE.in(view, view.trim(c.start(), c.end(), "").start(), c.end())
                        .lookingAt()
                || bracketed(view, c, q) && SHARE.found(view, Math.max(c.start(), q.start() - 24), q.start());
    }

    private static final Rx STATE =
            Rx.of("(?:hiện nay|hiện tại|hiện có|hiện đã|hiện,|đến nay|tính đến nay|thời gian qua)(?![\\p{L}])");
    private static final Rx SHARE = Rx.of("\\((?:chiếm|đạt tỷ lệ|tỷ lệ|tương ứng|tương đương|bằng)[^()]{0,14}$");

    private static boolean bracketed(View view, Clauses.Clause c, Quantity q) {
        int open = view.text().lastIndexOf('(', q.start());
        return open >= c.start() && view.text().indexOf(')', open) > q.start();
    }

    private static final Rx PER_PERIOD = Rx.of("[^/]*/|[^/]*(?:mỗi|một|trong) ");
    private static final Rx EACH = Rx.of(" mỗi\\b");

    private static boolean frequencyUnit(View view, Quantity q) {
        return PER_PERIOD.in(view, q.start(), q.end()).lookingAt()
                || EACH.in(view, q.end(), q.end() + 6).lookingAt();
    }

    private boolean conditionAround(View view, Clauses.Clause c, Quantity q) {
        return condition.found(view, Math.max(c.start(), q.start() - 120), Math.min(c.end(), q.end() + 60));
    }

    /** "từ 23 ca … xuống 18 ca", "(năm 2020 là 33,5%)", "so với 40%". */
    private static boolean isBaseline(View view, Clauses.Clause c, Quantity q) {
        if (BASELINE.found(view, Math.max(c.start(), q.start() - 10), q.start())
                && TO_LEVEL.in(view, q.end(), c.end()).lookingAt()
                && !UPWARD.found(view, q.end(), Math.min(c.end(), q.end() + 70))) {
            return true;
        }
        return PAST_VALUE.found(view, Math.max(c.start(), q.start() - 45), q.start());
    }

    private static final Rx PAST_VALUE = Rx.of(
            "(?:so với(?: mức)?|hiện nay(?: là| đạt)?|hiện có|đã đạt|\\((?:năm|cuối năm) \\d{4}(?: là| đạt)?:?|thực hiện năm \\d{4}(?: là| đạt)?:?)\\s?(?:khoảng )?$",
            "so với", "hiện ", "đã đạt", "năm ");

    /** Outside the objectives: a share, rate, amount or number with words that bind, nothing of the budget, the past or a condition. */
    private boolean bindsOutside(View view, Clauses.Clause c, Quantity q) {
        boolean binds = switch (q.unit()) {
            case PERCENT, RATE -> binding.found(view, c.start(), c.end());
            case MONEY -> STRIVES.found(view, c.start(), q.start());
            case COUNT ->
                STRIVES.found(view, c.start(), q.start()) && LEVEL.found(view, c.start(), q.start())
                        || q.bound()
                                && HAS.in(
                                                view,
                                                view.trim(c.start(), c.end(), "")
                                                        .start(),
                                                c.end())
                                        .lookingAt();
            case TIMES -> false;
        };
        return binds
                && !isPast(view, c)
                && !(q.unit() == Unit.MONEY ? spending.found(view, c.start(), q.start()) : ofMoney(view, c, q))
                && !condition.found(view, c.start(), c.end())
                && !isBaseline(view, c, q)
                && !isState(view, c, q);
    }

    /** Words of the past; a result that people get is none. */
    private boolean isPast(View view, Clauses.Clause c) {
        Matcher m = past.in(view, c.start(), c.end());
        while (m.find()) {
            if (!HANDED_OUT.in(view, Math.max(c.start(), m.start() - 14), m.end() + 12).find()) {
                return true;
            }
        }
        return false;
    }

    private static final Rx HANDED_OUT = Rx.of(
            "(?:trả|nhận|nhận được|báo cáo|nâng cao|có) kết quả|kết quả (?:giải quyết|xử lý|học tập)", "kết quả");
    private static final Rx STRIVES = Rx.of("phấn đấu|đến (?:hết |cuối )?năm 20", "phấn đấu", "năm 20");
    private static final Rx LEVEL = Rx.of("(?:đạt|có|còn|lên)(?: ít nhất| tối thiểu| trên| khoảng| từ)? $");
    private static final Rx HAS = Rx.of("(?:phấn đấu )?(?:đến (?:hết |cuối )?năm 20\\d\\d,? )?(?:phấn đấu )?có ");

    /** A share of money: "hỗ trợ 50% kinh phí", "vốn ngân sách: 85%"; money that people receive is not meant. */
    private boolean ofMoney(View view, Clauses.Clause c, Quantity q) {
        return SOURCE.in(view, view.trim(c.start(), c.end(), " -+").start(), q.start())
                        .lookingAt()
                || money.found(view, Math.max(c.start(), q.start() - 40), q.start())
                || moneyNext.in(view, q.end(), c.end()).lookingAt();
    }

    private static final Rx SOURCE = Rx.of(
            "(?:trong đó,? ?:?)?(?:tỷ lệ )?(?:ngân sách|vốn|nguồn vốn|kinh phí|nguồn kinh phí|nguồn thu|chi thường xuyên|chi đầu tư|tổng vốn|tổng kinh phí)(?![\\p{L}])(?![^;.]{0,60}giải ngân)");

    private Target target(
            View view,
            Clauses.Clause c,
            Quantity q,
            Frameword full,
            @Nullable String own,
            Place place,
            Bounds.Bound bound,
            @Nullable String population) {
        View.Range text = view.trim(c.start(), c.end(), " .;,");
        Evidence e = view.evidence(text);
        if (!place.objective()) {
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
                population,
                full.by,
                full.onward,
                full.frequency,
                own == null && full.frequency != null,
                baseline(view, c, q),
                bound.approx(),
                null,
                place.objective() ? null : place.node().path(),
                e);
    }

    private static final Rx FROM_VALUE =
            Rx.of("từ (?:mức )?(\\d+(?:[.,]\\d+)*)[^;]{1,60}?(?:lên|xuống|còn)[^;]{0,30}$", "từ ");

    private static java.math.@Nullable BigDecimal baseline(View view, Clauses.Clause c, Quantity q) {
        Matcher m = FROM_VALUE.in(view, c.start(), q.start());
        return m.find() ? Quantities.parse(m.group(1)) : null;
    }
}
