package vn.toam.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Numbers with what they count: percentages, rates, times a year, counts. */
public final class Quantities {
    /** What a value counts. */
    public enum Unit {
        PERCENT,
        COUNT,
        TIMES,
        RATE,
        MONEY
    }

    /**
     * A number in the view.
     *
     * @param numberEnd one past the figure itself, before its unit
     * @param bound a count whose comparator word stands before it ("ít nhất 100")
     */
    public record Quantity(
            int start,
            int numberEnd,
            int end,
            BigDecimal value,
            @Nullable BigDecimal to,
            Unit unit,
            @Nullable String unitText,
            @Nullable BigDecimal per,
            boolean bound) {}

    private static final String NUM = "(\\d+(?:[.,]\\d+)*)";
    private static final Rx PERCENT = Rx.of(
            "(?<![\\d/.,])" + NUM + "\\s?(?:%\\s?)?(?:(?:-|đến)\\s?" + NUM + "\\s?)?(?:%|phần trăm)", "%", "phần trăm");
    private static final Rx AMOUNT = Rx.of(
            "(?<![\\d/.,])" + NUM + "(?:\\s?(?:-|đến)\\s?" + NUM
                    + ")?\\s?((?:nghìn tỷ|ngàn tỷ|tỷ|tỉ|triệu|nghìn|ngàn)?\\s?(?:đồng|usd|vnđ|vnd|đô la mỹ|đô la|euro|eur))(?![\\p{L}])",
            "đồng",
            "usd",
            "vnđ",
            "vnd",
            "đô la",
            "eur");
    private static final Rx TIMES_AS_MANY = Rx.of("gấp(?: ít nhất| trên| hơn| khoảng)? (?:\\d+(?:,\\d+)? -)?$");
    private static final Rx RATE = Rx.of(
            "(?<![\\d/.,])" + NUM
                    + "((?: [\\p{L}]+){0,6})\\s?/\\s?(10{2,6}|1(?:\\.0{3}){1,2}|10{1,2}\\.000)(?![\\d%])((?: [\\p{L}]+){0,6})",
            "/1",
            "/ 1");
    private static final Rx TIMES = Rx.of(
            "(?<![\\d/.,])(\\d{1,3}|{n})\\s?lần(?:\\s?/\\s?(?:năm|quý|tháng|tuần)| (?:trong|mỗi|một) (?:năm|quý|tháng))?(?= |[.,;/]|$)"
                    .replace("{n}", "một|hai|ba|bốn"),
            "lần");

    private final Rx rateUnit;
    private final Rx boundCount;
    private final Rx verbCount;
    private final Rx listCount;
    private final Rx notCounted;
    private final Map<String, String> words;

    public Quantities(Lexicon lexicon) {
        rateUnit = lexicon.rx("(?<![\\d/.,])" + NUM + "\\s?({rateUnits})(?![\\p{L}])", Words.DIGIT);
        String bound = "(?:{atLeast}|{moreThan}|{atMost}|{lessThan}|từ)";
        String number = "(\\d{1,3}(?:\\.\\d{3})+|\\d+(?:,\\d+)?|{numberWords})";
        boundCount = lexicon.rx("(?<![\\p{L}])" + bound + "(?: {fillers})? " + number
                + "(?:(?:\\s?-\\s?| đến )(\\d+))? (?=[\\p{L}\"])");
        verbCount = lexicon.rx(
                "(?<![\\p{L}]){countVerbs}(?: được| mới| thêm| cho| nghề| nghề cho| việc làm cho| kỹ năng cho| kiến thức cho| khoảng| từ){0,2} (\\d{1,3}(?:\\.\\d{3})+|\\d{1,6}(?:,\\d+)?)(?:(?:\\s?-\\s?| đến )(\\d+))? (?=[\\p{L}\"])",
                Words.DIGIT);
        listCount = Rx.of("(?:, | và |; )(\\d{1,3}(?:\\.\\d{3})+|\\d{1,5}) (?=\\p{L})", Words.DIGIT);
        notCounted = lexicon.rx("{notCounted}(?![\\p{L}])");
        words = lexicon.map("numberWords");
    }

    /** All numbers of {@code [start, end)} in order; of two that overlap the one found first by kind stays. */
    public List<Quantity> in(View view, int start, int end) {
        List<Quantity> all = new ArrayList<>();
        percents(view, start, end, all);
        amounts(view, start, end, all);
        rates(view, start, end, all);
        times(view, start, end, all);
        counts(view, boundCount.in(view, start, end), true, all);
        counts(view, verbCount.in(view, start, end), false, all);
        carried(view, start, end, all);
        all.sort(Comparator.comparingInt(Quantity::start));
        return all;
    }

    private static void add(List<Quantity> all, Quantity q) {
        if (all.stream().noneMatch(o -> o.start() < q.end() && q.start() < o.end())) {
            all.add(q);
        }
    }

    private static void percents(View view, int start, int end, List<Quantity> all) {
        Matcher m = PERCENT.in(view, start, end);
        while (m.find()) {
            int numberEnd = m.group(2) == null ? m.end(1) : m.end(2);
            add(
                    all,
                    new Quantity(
                            m.start(),
                            numberEnd,
                            m.end(),
                            parse(m.group(1)),
                            m.group(2) == null ? null : parse(m.group(2)),
                            Unit.PERCENT,
                            "%",
                            null,
                            false));
        }
    }

    /** "350 triệu USD", "1.200 tỷ đồng": the value as written, scale and currency as its unit. */
    private static void amounts(View view, int start, int end, List<Quantity> all) {
        Matcher m = AMOUNT.in(view, start, end);
        while (m.find()) {
            int numberEnd = m.group(2) == null ? m.end(1) : m.end(2);
            BigDecimal to = m.group(2) == null ? null : parse(m.group(2));
            String unit = view.slice(m.start(3), m.end(3));
            add(all, new Quantity(m.start(), numberEnd, m.end(), parse(m.group(1)), to, Unit.MONEY, unit, null, false));
        }
    }

    private void rates(View view, int start, int end, List<Quantity> all) {
        Matcher m = RATE.in(view, start, end);
        while (m.find()) {
            String unit = view.slice(m.end(1), m.end());
            add(
                    all,
                    new Quantity(
                            m.start(),
                            m.end(1),
                            m.end(3),
                            parse(m.group(1)),
                            null,
                            Unit.RATE,
                            unit,
                            parse(m.group(3)),
                            false));
        }
        Matcher u = rateUnit.in(view, start, end);
        while (u.find()) {
            boolean wholeTimes = u.group(2).startsWith("l")
                    && !u.group(1).contains(",")
                    && !TIMES_AS_MANY.found(view, Math.max(start, u.start() - 24), u.start());
            if (!wholeTimes) {
                add(
                        all,
                        new Quantity(
                                u.start(),
                                u.end(1),
                                u.end(),
                                parse(u.group(1)),
                                null,
                                Unit.RATE,
                                view.slice(u.start(2), u.end(2)),
                                null,
                                false));
            }
        }
    }

    private void times(View view, int start, int end, List<Quantity> all) {
        Matcher m = TIMES.in(view, start, end);
        while (m.find()) {
            add(
                    all,
                    new Quantity(
                            m.start(), m.end(1), m.end(), number(m.group(1)), null, Unit.TIMES, "lần", null, false));
        }
    }

    private void counts(View view, Matcher m, boolean bound, List<Quantity> all) {
        while (m.find()) {
            boolean ageOrTerm =
                    notCounted.in(view, m.end(), view.low().length()).lookingAt();
            boolean bareFrom = bound
                    && m.group().startsWith("t")
                    && (m.group().startsWith("từ ") || m.group().startsWith("tu "));
            if (!ageOrTerm && !bareFrom) {
                int numberEnd = m.group(2) == null ? m.end(1) : m.end(2);
                Matcher scaled = SCALE.in(view, m.end(), view.low().length());
                boolean scale = scaled.lookingAt();
                BigDecimal by = scale ? scaleOf(scaled.group(1)) : BigDecimal.ONE;
                int nounStart = scale ? scaled.end() : m.end();
                add(
                        all,
                        new Quantity(
                                m.start(1),
                                numberEnd,
                                nounStart,
                                whole(number(m.group(1)).multiply(by)),
                                m.group(2) == null
                                        ? null
                                        : whole(parse(m.group(2)).multiply(by)),
                                Unit.COUNT,
                                noun(view, nounStart),
                                null,
                                bound));
            }
        }
    }

    /** "1,5 triệu người": the figure in full. */
    private static final Rx SCALE = Rx.of("(triệu|nghìn|ngàn|vạn) (?=\\p{L})");

    private static BigDecimal scaleOf(String word) {
        return switch (Vi.strip(word)) {
            case "trieu" -> new BigDecimal(1_000_000);
            case "van" -> new BigDecimal(10_000);
            default -> new BigDecimal(1_000);
        };
    }

    private static BigDecimal whole(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** "ít nhất 100 …, 50 …": the second number continues the first. */
    private void carried(View view, int start, int end, List<Quantity> all) {
        Matcher m = listCount.in(view, start, end);
        while (m.find()) {
            int p = m.start();
            boolean after = all.stream().anyMatch(q -> q.unit() == Unit.COUNT && q.end() <= p && p - q.end() < 120);
            if (after && !notCounted.in(view, m.end(), view.low().length()).lookingAt()) {
                add(
                        all,
                        new Quantity(
                                m.start(1),
                                m.end(1),
                                m.end(),
                                parse(m.group(1)),
                                null,
                                Unit.COUNT,
                                noun(view, m.end()),
                                null,
                                false));
            }
        }
    }

    private static String noun(View view, int p) {
        int end = p;
        for (int words = 0;
                words < 3
                        && end < view.text().length()
                        && ".,;:()\n\"".indexOf(view.text().charAt(end)) < 0;
                words++) {
            int next = end + 1;
            while (next < view.text().length() && Character.isLetter(view.text().charAt(next))) {
                next++;
            }
            end = next;
        }
        return view.slice(p, end);
    }

    private BigDecimal number(String written) {
        for (Map.Entry<String, String> e : words.entrySet()) {
            if (written.equals(Vi.fold(e.getKey())) || written.equals(Vi.strip(e.getKey()))) {
                return new BigDecimal(e.getValue());
            }
        }
        return parse(written);
    }

    /** "1.703" is thousands, "33,59" and "0.5" are decimals. */
    public static BigDecimal parse(String written) {
        String plain = written.matches("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?") ? written.replace(".", "") : written;
        plain = plain.replace(',', '.');
        int dot = plain.indexOf('.');
        String digits = dot < 0
                ? plain
                : plain.substring(0, dot + 1) + plain.substring(dot + 1).replace(".", "");
        BigDecimal value = new BigDecimal(digits).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
