package vn.toam.reader;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.language.BindingNumbers;
import vn.toam.language.Clauses;
import vn.toam.language.Evidence;
import vn.toam.language.Lexicon;
import vn.toam.language.Populations;
import vn.toam.language.Quantities;
import vn.toam.language.Quantities.Quantity;
import vn.toam.language.Quantities.Unit;
import vn.toam.language.Rx;
import vn.toam.language.Times;
import vn.toam.language.View;
import vn.toam.outline.Node;
import vn.toam.outline.Zones;
import vn.toam.reader.PlanDraft.Passage;
import vn.toam.reader.PlanDraft.Target;

/** Finds the numbers that bind somebody, in the objectives first, and says when and how they bind. */
final class Targets {
    /** What a heading or lead-in says about all targets below it. */
    private record Frameword(
            @Nullable Integer by, boolean onward, @Nullable String frequency) {
        static final Frameword NONE = new Frameword(null, false, null);
    }

    private static final Rx LABEL = Rx.of(
            "(?:(?:nhóm )?(?:chỉ tiêu|mục tiêu)(?: (?:số )?\\d{1,2}(?:\\.\\d{1,2})?| cụ thể| chung)?(?: \\([^)]{0,40}\\))?\\s?[:.]\\s*)+");

    private final Quantities quantities;
    private final Bounds bounds;
    private final Times times;
    private final BindingNumbers binding;

    Targets(Lexicon lexicon) {
        quantities = new Quantities(lexicon);
        bounds = new Bounds(lexicon);
        times = new Times(lexicon);
        binding = new BindingNumbers(lexicon);
    }

    /** What was found, and what was looked at and left out. */
    record Found(List<Target> targets, List<Passage> others) {}

    /** {@code issued} is the year of the plan: a value of an earlier year is a result, no aim. */
    Found read(View view, Node root, Zones zones, boolean news, @Nullable Integer issued) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        Map<Node, Node> leadIns = leadIns(view, root);
        root.all().filter(n -> n.kind != Node.Kind.ROOT).forEach(n -> {
            Zones.Zone zone = zones.of(n);
            if (zone != Zones.Zone.OTHER || news) {
                boolean objective = zone == Zones.Zone.OBJECTIVE || zone == Zones.Zone.GENERAL;
                paragraph(
                        view,
                        n,
                        new Place(n, objective, zone == Zones.Zone.GENERAL, frame(view, n, leadIns.get(n)), issued),
                        found);
            }
        });
        return found;
    }

    /** Years and frequency of the headings above and of the lead-in before. */
    private Frameword frame(View view, Node n, @Nullable Node leadIn) {
        Frameword frame = Frameword.NONE;
        for (Node up = n.parent; up != null && up.parent != null; up = up.parent) {
            frame = fill(
                    frame,
                    view,
                    up.start,
                    up.heading() ? Math.max(up.titleEnd(), Math.min(up.end, up.titleEnd() + 1)) : up.end);
        }
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

    /** For each node the text, or the item without items of its own, before a list that ends with a colon. */
    private static Map<Node, Node> leadIns(View view, Node root) {
        Map<Node, Node> leadIns = new IdentityHashMap<>();
        root.all().forEach(parent -> {
            Node lead = null;
            for (Node n : parent.children) {
                if (lead != null) {
                    leadIns.put(n, lead);
                }
                View.Range line = view.trim(n.start, n.end, "");
                boolean leads = n.children.isEmpty()
                        && line.end() > line.start()
                        && view.text().charAt(line.end() - 1) == ':';
                lead = leads ? n : n.kind == Node.Kind.TEXT ? null : lead;
            }
        });
        return leadIns;
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
            boolean binds = !past
                    && (place.objective()
                            ? binding.inObjectives(view, c, q, said.from, said.percent, place.general())
                            : binding.outside(view, c, q));
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
    private static final Rx ELSEWHERE = Rx.of("\\s(?:ở|tại|đối với)\\s");
    private static final Rx ALONGSIDE = Rx.of("\\s*(?:\\([^)]*\\))?\\s*(?:,|và|-)?\\s*");

    /** "dưới 10% (nội thành), 5% (ngoại thành)": a number right behind another binds like it. */
    private Bounds.Bound bound(View view, Clauses.Clause c, Quantity q, int limit, Said said) {
        boolean carried =
                q.unit() == Unit.COUNT && !q.bound() && said.count && LISTED.found(view, said.from, q.start());
        boolean elided = LISTED.found(view, said.from, q.start())
                && ELSEWHERE.in(view, q.end(), c.end()).lookingAt();
        boolean alongside =
                carried || elided || ALONGSIDE.in(view, said.from, q.start()).matches();
        return said.bound != null && alongside ? said.bound : bounds.of(view, c.start(), said.from, q, limit);
    }

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
