package vn.toam.reader;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.language.Lexicon;
import vn.toam.language.Quantities;
import vn.toam.language.Quantities.Quantity;
import vn.toam.language.Rx;
import vn.toam.language.View;
import vn.toam.reader.PlanDraft.Comparator;

/** How a number binds: the words before it and "trở lên" behind it. */
final class Bounds {
    /** The comparator, a bound of a change, the baseline's end and whether the number is approximate. */
    record Bound(Comparator comparator, @Nullable Comparator of, boolean approx) {}

    private static final Rx UPWARD = Rx.of("[^;.%]{0,70}?trở lên", "trở lên");
    private static final Rx DOWNWARD = Rx.of("[^;.%]{0,40}?trở xuống", "trở xuống");

    private final Rx atLeast;
    private final Rx moreThan;
    private final Rx lessThan;
    private final Rx atMost;
    private final Rx about;
    private final Rx down;
    private final Rx up;
    private final Rx level;

    Bounds(Lexicon lexicon) {
        String year = "(?: (?:vào|đến|trong)(?: cuối| hết)? năm \\d{4})?";
        atLeast = lexicon.rxWith("atLeast", "(?<![\\p{L}]){atLeast}" + year + "(?: {fillers})*\\s*$");
        moreThan = lexicon.rxWith("moreThan", "(?<![\\p{L}]){moreThan}(?: {fillers})?\\s*$");
        lessThan = lexicon.rxWith("lessThan", "(?<![\\p{L}]){lessThan}(?: {fillers})?\\s*$");
        atMost = lexicon.rxWith("atMost", "(?<![\\p{L}]){atMost}(?: {fillers})?\\s*$");
        about = lexicon.rxWith("about", "(?<![\\p{L}]){about}\\s*$");
        String middle =
                "(?: (?:{atLeast}|{moreThan}|{about}|từ|thêm|được|hằng năm|hàng năm|mỗi năm|khoảng|tối đa))*\\s*$";
        down = lexicon.rxWith("changeDown", "(?<![\\p{L}]){changeDown}" + middle);
        up = lexicon.rxWith("changeUp", "(?<![\\p{L}]){changeUp}" + middle);
        level = lexicon.rx("(?<![\\p{L}]){levelWords}(?![\\p{L}])");
    }

    /** The bound of {@code q}; {@code from} is where its clause, or the number before it, ended. */
    Bound of(View view, int clause, int from, Quantity q, int limit) {
        Comparator simple = simple(view, from, q, limit);
        boolean approx = about.found(view, Math.max(from, q.start() - 14), q.start());
        Comparator change = change(view, clause, from, q);
        if (change != null) {
            return new Bound(change, simple == Comparator.EQ ? null : simple, approx);
        }
        return new Bound(simple, null, approx);
    }

    private Comparator simple(View view, int from, Quantity q, int limit) {
        int s = Math.max(from, q.start() - 60);
        if (atLeast.found(view, s, q.start())) {
            return Comparator.GE;
        }
        if (atMost.found(view, s, q.start())) {
            return Comparator.LE;
        }
        if (lessThan.found(view, s, q.start())) {
            return Comparator.LT;
        }
        if (UPWARD.in(view, q.end(), limit).lookingAt()) {
            return Comparator.GE;
        }
        if (DOWNWARD.in(view, q.end(), limit).lookingAt()) {
            return Comparator.LE;
        }
        return moreThan.found(view, s, q.start()) ? Comparator.GT : Comparator.EQ;
    }

    /** A change needs its verb right before the number, or at the head of the clause with no level word between. */
    private @Nullable Comparator change(View view, int clause, int from, Quantity q) {
        int s = Math.max(clause, q.start() - 80);
        if (down.found(view, s, q.start())) {
            return Comparator.DECREASE_BY;
        }
        if (up.found(view, s, q.start())) {
            return Comparator.INCREASE_BY;
        }
        if (q.unit() != Quantities.Unit.PERCENT && q.unit() != Quantities.Unit.COUNT
                || q.unit() == Quantities.Unit.COUNT) {
            return null;
        }
        Matcher v = HEAD.in(view, Math.max(clause, q.start() - 120), q.start());
        int verbEnd = -1;
        boolean less = false;
        while (v.find()) {
            verbEnd = v.end();
            less = v.group(1).startsWith("gi")
                    || v.group(1).startsWith("k")
                    || v.group(1).startsWith("c");
        }
        if (verbEnd < 0 || verbEnd < from) {
            return null;
        }
        String between = view.low().substring(verbEnd, q.start());
        boolean broken = between.indexOf(',') >= 0 || between.indexOf(':') >= 0 || between.indexOf(';') >= 0;
        boolean hasLevel = level.found(view, verbEnd, q.start());
        return broken || hasLevel ? null : less ? Comparator.DECREASE_BY : Comparator.INCREASE_BY;
    }

    private static final Rx HEAD = Rx.of(
            "(?<![\\p{L}])(giảm|kéo giảm|cắt giảm|tăng)(?! cường| nghèo| thiểu)(?: tỷ lệ| tỉ lệ| số| tối thiểu| ít nhất)?(?![\\p{L}])",
            "giảm",
            "tăng");
}
