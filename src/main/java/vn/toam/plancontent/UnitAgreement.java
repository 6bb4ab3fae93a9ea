package vn.toam.plancontent;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.Catalog;
import vn.toam.definition.CodeList;
import vn.toam.definition.Indicator;

/**
 * Whether an indicator measures what a target asks: a percentage is held against a percentage, cases against cases, a rate per 1,000
 * against a rate per 1,000, a level against a level. What does not agree is no measure, however alike the names are.
 */
public final class UnitAgreement {

    private static final String NUMBER = "\\d[\\d.,]*";
    private static final Pattern MONEY = Pattern.compile("(?iuU)" + NUMBER
            + "\\s*(nghìn |triệu |tỷ |tỉ )?(đồng|vnđ|vnd|usd|đô la)\\b" + "|" + NUMBER + "\\s*(triệu|tỷ|tỉ)\\b");
    private static final Pattern CHANGES = Pattern.compile(
            "(?iuU)\\b(giảm|tăng)( thêm| bình quân| trung bình| ít nhất| tối thiểu| từ| trên| khoảng| mỗi năm| hằng năm| hàng năm)*\\s+"
                    + NUMBER + "\\s*(%|phần trăm|điểm)");
    private static final Pattern COMES_TO = Pattern.compile(
            "(?iuU)\\b(giảm|tăng)[^.;,\\d]{0,60}\\b(còn|xuống|lên|tới mức|đến mức)( còn| dưới| trên| mức| ít nhất)*\\s+"
                    + NUMBER);
    private static final Pattern PER = Pattern.compile(
            "(?iuU)‰|phần nghìn|" + NUMBER
                    + "\\s*(\\p{L}+\\s*){0,3}(/|trên|mỗi)\\s*(?<per>1[.,]?000[.,]?000|100[.,]?000|10[.,]?000|1[.,]?000|một nghìn|một trăm nghìn)\\b");

    private static final String PLACES =
            "thôn|bản|làng|ấp|buôn|phum|sóc|tổ dân phố|khu dân cư|khu phố|khối phố|xã|phường|đặc khu|thị trấn|huyện|quận|tỉnh|thành phố|địa phương";

    /** So many in every place: the sum of all places says nothing of it. */
    private static final Pattern EACH = Pattern.compile("(?iuU)\\b(mỗi|từng)( một)?\\s+(" + PLACES
            + "|hộ|gia đình|trường|cơ quan|đơn vị|câu lạc bộ|chi hội|cụm)\\b");

    private static final Pattern OTHER_PLACES = Pattern.compile(
            "(?iuU)\\b(tỉnh|huyện|quận|thôn|bản|làng|ấp|buôn|tổ dân phố|khu dân cư|khu phố|cơ quan|sở|trường)\\b");
    private static final Pattern COMMUNES = Pattern.compile("(?iuU)\\b(xã|phường|thị trấn|đặc khu|địa phương)\\b");

    private final Catalog catalog;

    public UnitAgreement(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Whether {@code indicator} may be held against a goal. */
    public boolean fits(Indicator indicator, Item.Goal goal) {
        return goal.score() != null || fits(indicator, goal.text().vi(), goal.comparator(), goal.unit());
    }

    /** Whether the indicator of a target in force, if it names one, may be held against it. */
    public boolean fits(Target target) {
        Indicator indicator = target.indicator() == null
                ? null
                : catalog.find(Indicator.class, target.indicator()).orElse(null);
        return indicator == null || fits(indicator, target);
    }

    /** Whether {@code indicator}, be it of the catalogue or not, may be held against a target in force. */
    public boolean fits(Indicator indicator, Target target) {
        Comparison comparator = target.comparator();
        return comparator == null
                || target.score() != null
                || fits(indicator, target.text().vi(), comparator, target.unit());
    }

    private boolean fits(Indicator indicator, String text, Comparison comparator, @Nullable String unit) {
        if (MONEY.matcher(text).find() || "money".equals(unit)) {
            return false;
        }
        boolean change = comparator.change();
        if (change ? COMES_TO.matcher(text).find() : CHANGES.matcher(text).find()) {
            return false;
        }
        BigDecimal per = per(text);
        boolean percent = "percent".equals(unit) && per == null;
        return switch (indicator.kind()) {
            case COUNT -> change && percent || counts(indicator, text, unit);
            case YES_NO -> percent && ofCommunes(text);
            case RATE ->
                "percent".equals(indicator.unit())
                        ? percent
                        : change && percent
                                || per != null && per.compareTo(indicator.per()) == 0
                                || per == null && "rate".equals(unit) && wordOf(text) == null;
        };
    }

    /** A yes or no is answered by communes: a share of provinces, of villages or of schools is another. */
    private static boolean ofCommunes(String text) {
        Matcher other = OTHER_PLACES.matcher(text);
        Matcher communes = COMMUNES.matcher(text);
        return !other.find() || communes.find() && communes.start() < other.start();
    }

    private boolean counts(Indicator indicator, String text, @Nullable String unit) {
        if (!"count".equals(unit) && !"times".equals(unit)
                || per(text) != null
                || EACH.matcher(text).find()) {
            return false;
        }
        if ("times".equals(unit)) {
            return indicator.unit().equals("times") || indicator.unit().equals("session");
        }
        String said = wordOf(text);
        return said == null || said.equals(indicator.unit());
    }

    /** What a rate is counted per; null when the words name none. */
    private static @Nullable BigDecimal per(String text) {
        Matcher found = PER.matcher(text);
        if (!found.find()) {
            return null;
        }
        String number = found.group("per");
        if (number == null || number.contains("một nghìn")) {
            return BigDecimal.valueOf(1000);
        }
        return number.contains("trăm") ? BigDecimal.valueOf(100_000) : new BigDecimal(number.replaceAll("[.,]", ""));
    }

    /** The code of the unit that stands right behind the first number; null when it is none that is known. */
    private @Nullable String wordOf(String text) {
        Map<String, String> names = new TreeMap<>(java.util.Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(java.util.Comparator.naturalOrder()));
        for (CodeList.Code code : catalog.codes("units").codes()) {
            names.put(code.name().vi().toLowerCase(Locale.ROOT), code.code());
        }
        Matcher number = Pattern.compile(NUMBER + "\\s*(trở lên\\s+)?").matcher(text.toLowerCase(Locale.ROOT));
        while (number.find()) {
            String rest = text.toLowerCase(Locale.ROOT).substring(number.end());
            for (Map.Entry<String, String> name : names.entrySet()) {
                if (rest.startsWith(name.getKey()) && !rest.matches("(?sU)" + Pattern.quote(name.getKey()) + "\\w.*")) {
                    return name.getValue();
                }
            }
        }
        return null;
    }
}
