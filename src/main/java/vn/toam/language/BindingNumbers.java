package vn.toam.language;

import java.util.regex.Matcher;
import vn.toam.language.Quantities.Quantity;
import vn.toam.language.Quantities.Unit;

/** Which numbers bind somebody: no states of the past, shares of money, conditions, baselines or names of programmes. */
public final class BindingNumbers {
    private static final Rx OWN_FREQUENCY =
            Rx.of("(?:mỗi|hằng|hàng) (?:năm|quý|tháng|tuần)[^,;]{0,18}$", "mỗi ", "hằng ", "hàng ");
    private static final Rx UPWARD = Rx.of("trở lên", "trở lên");
    private static final Rx BASELINE = Rx.of("từ (?:mức )?$", "từ ");
    private static final Rx TO_LEVEL = Rx.of("[^;.]{0,80}?(?:lên|xuống|còn)\\b", "lên", "xuống", "còn");

    private final Rx past;
    private final Rx money;
    private final Rx condition;
    private final Rx binding;
    private final Rx moneyNext;
    private final Rx spending;

    public BindingNumbers(Lexicon lexicon) {
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

    /** Inside the objectives every number binds unless it is a condition, a baseline, a term or a detail of a percentage. */
    public boolean inObjectives(
            View view, Clauses.Clause c, Quantity q, int from, boolean percentSaid, boolean general) {
        boolean ownFrequency = OWN_FREQUENCY.found(view, Math.max(from, q.start() - 40), q.start())
                || OWN_FREQUENCY.found(view, Math.max(from, q.start() - 50), Math.max(from, q.start() - 1));
        if (condition.found(view, c.start(), c.end()) && q.unit() == Unit.PERCENT && conditionAround(view, c, q)) {
            return false;
        }
        if (isBaseline(view, c, q) || isState(view, c, q) || inName(view, c, q)) {
            return false;
        }
        if ((q.unit() == Unit.COUNT || q.unit() == Unit.MONEY) && bracketed(view, c, q)) {
            return false;
        }
        if (general && q.unit() == Unit.COUNT && !q.bound()) {
            return false;
        }
        return switch (q.unit()) {
            case PERCENT ->
                !(money.found(view, Math.max(c.start(), q.start() - 30), q.start())
                        && money.found(view, q.end(), Math.min(c.end(), q.end() + 30)));
            case RATE -> true;
            case MONEY -> !spending.found(view, c.start(), q.start());
            case TIMES -> !percentSaid && (ownFrequency || frequencyUnit(view, q));
            case COUNT -> !percentSaid || ownFrequency && q.bound();
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
    private static final Rx SHARE = Rx.of(
            "\\((?:(?:chiếm|đạt tỷ lệ|tỷ lệ|tương ứng|tương đương|bằng)[^()]{0,14}|(?:cả nước|toàn quốc|bình quân|trung bình|trung ương giao|kế hoạch giao|chỉ tiêu giao|tỉnh giao|mức chung)[^();]{0,20})$");

    private static boolean bracketed(View view, Clauses.Clause c, Quantity q) {
        int open = view.last('(', c.start(), q.start());
        int close = open < 0 ? -1 : view.text().indexOf(')', open, c.end());
        return close > q.start();
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
    public boolean outside(View view, Clauses.Clause c, Quantity q) {
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
                && !inName(view, c, q)
                && !isPast(view, c)
                && !(q.unit() == Unit.MONEY ? spending.found(view, c.start(), q.start()) : ofMoney(view, c, q))
                && !condition.found(view, c.start(), c.end())
                && !qualifies(view, c, q)
                && !isBaseline(view, c, q)
                && !isState(view, c, q);
    }

    /** "Xã có từ 30% hộ nghèo trở lên được ưu tiên": who is meant, not what is to be reached. */
    private static boolean qualifies(View view, Clauses.Clause c, Quantity q) {
        return WHO_HAS.in(view, view.trim(c.start(), c.end(), "").start(), q.start())
                        .matches()
                && GETS.in(view, q.end(), c.end()).find();
    }

    private static final Rx WHO_HAS = Rx.of(
            "(?:các |những )?(?:xã|phường|thôn|bản|hộ|hộ gia đình|người|trẻ em|đơn vị|cơ quan|trường|địa phương|doanh nghiệp|cá nhân|tập thể|khu vực)(?: \\p{L}+){0,4} (?:có|đạt|chiếm)(?: \\p{L}+){0,4}(?: từ| dưới| trên| ít nhất| tối thiểu)\\s?");
    private static final Rx GETS =
            Rx.of("[^,;.]{0,80}? (?:thì |phải |được (?:ưu tiên|hỗ trợ|xem xét|xét|vay|miễn|giảm|khen))");

    /** The number in the name of a programme: "Đề án “Đầu tư ít nhất 01 triệu căn hộ”". */
    private static boolean inName(View view, Clauses.Clause c, Quantity q) {
        return q.unit() == Unit.COUNT && PROGRAMME.found(view, Math.max(c.start(), q.start() - 110), q.start());
    }

    private static final Rx PROGRAMME = Rx.of(
            "(?:đề án|chương trình|phong trào|chiến dịch|cuộc vận động) [\"“]?(?:đầu tư|xây dựng|trồng|phát triển|đào tạo|hỗ trợ|bồi dưỡng|xóa|sửa chữa)[^,;:.”]{0,80}$");

    /** Words of the past; a result that people get is none. */
    private boolean isPast(View view, Clauses.Clause c) {
        Matcher m = past.in(view, c.start(), c.end());
        while (m.find()) {
            if (!HANDED_OUT
                    .in(view, Math.max(c.start(), m.start() - 14), m.end() + 12)
                    .find()) {
                return true;
            }
        }
        return false;
    }

    private static final Rx HANDED_OUT =
            Rx.of("(?:trả|nhận|nhận được|báo cáo|nâng cao|có) kết quả|kết quả (?:giải quyết|xử lý|học tập)", "kết quả");
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
}
