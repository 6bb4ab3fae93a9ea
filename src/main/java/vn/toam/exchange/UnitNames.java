package vn.toam.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.toam.mapping.ToneMarks;
import vn.toam.sheet.Folded;

/**
 * Finds a unit of a round by what stands in a table: its code, or its name with or without the type, with or without diacritics, with "UBND"
 * or a number before it, with the unit above behind it. Better spelling wins; what still fits several units, or only nearly one, is never
 * guessed: that is suggested.
 */
final class UnitNames {

    private static final Pattern TYPE =
            Pattern.compile("^(xa|phuong|dac khu|thi tran|tt|p|x|dk|quan|huyen|thi xa|thanh pho|tp|tinh)\\s+(?=\\S)");
    private static final Pattern CODE = Pattern.compile("\\d{1,5}");
    private static final Pattern BEFORE = Pattern.compile(
            "(?iu)^\\s*(?:(?:\\d{1,4}\\s*[.)/:–-]|(?:[iv]{1,4}x?|x[iv]{1,4}|[a-hj-oq-u])\\s*[.)/])\\s*)?(?:[-–•*+]\\s*)?(?:(?:ubnd|hđnd|ủy ban nhân dân|uỷ ban nhân dân|uy ban nhan dan)\\s+)?");
    private static final Pattern CODED = Pattern.compile("^(.*?)\\s*[(\\[]\\s*(\\d{5})\\s*[)\\]]\\s*$");
    private static final Pattern OVER = Pattern.compile("^(.+?)\\s*(?:,|\\s[-–]\\s|\\()\\s*([^,()]+?)\\)?\\s*$");
    private static final Map<Pattern, String> SHORT = Map.of(
            Pattern.compile("(?iu)^\\s*tt[.\\s]\\s*"), "thị trấn ",
            Pattern.compile("(?iu)^\\s*x[.\\s]\\s*"), "xã ",
            Pattern.compile("(?iu)^\\s*p[.\\s]\\s*"), "phường ");
    private static final Pattern BEHIND = Pattern.compile("\\s*[,(]\\s*|\\s[-–]\\s");
    /** The first way of spelling without marks. */
    private static final int FOLDED = 2;

    private static final int NEAR = 2;
    private static final int SUGGESTED = 3;

    private final List<Asked> units;
    private final List<Map<String, List<Asked>>> spellings = new ArrayList<>();
    private final Map<String, Asked> codes = new HashMap<>();

    UnitNames(List<Asked> units) {
        this.units = units;
        List<java.util.function.Function<Asked, String>> ways = List.of(
                unit -> Folded.spelled(unit.fullName()),
                unit -> Folded.spelled(unit.name()),
                unit -> Folded.of(unit.fullName()),
                unit -> Folded.of(unit.name()),
                unit -> Folded.of(unit.name()));
        for (var way : ways) {
            Map<String, List<Asked>> index = new HashMap<>();
            units.forEach(unit -> index.computeIfAbsent(way.apply(unit), key -> new ArrayList<>())
                    .add(unit));
            spellings.add(index);
        }
        units.forEach(unit -> codes.put(number(unit.code()), unit));
    }

    /** The units that {@code cell} may mean: none, one, or several that it does not tell apart. */
    List<Asked> find(Object cell) {
        String written = cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
        if (CODE.matcher(written).matches()) {
            Asked unit = codes.get(number(written));
            return unit == null ? List.of() : List.of(unit);
        }
        List<Asked> found = named(written);
        String bare = BEFORE.matcher(written).replaceFirst("");
        if (found.isEmpty() && !bare.equals(written)) {
            found = named(bare);
        }
        Matcher coded = CODED.matcher(bare);
        if (found.isEmpty() && coded.matches()) {
            Asked unit = codes.get(number(coded.group(2)));
            return unit == null
                    ? List.of()
                    : named(coded.group(1)).stream().filter(unit::equals).toList();
        }
        return found.isEmpty() ? below(bare) : found;
    }

    /** "Xã Tân Yên, Bắc Ninh": only where the unit above is the one that is named. */
    private List<Asked> below(String written) {
        Matcher over = OVER.matcher(written);
        if (!over.matches()) {
            return List.of();
        }
        String above = bare(Folded.of(over.group(2)));
        return find(over.group(1)).stream()
                .filter(unit -> bare(Folded.of(unit.over())).equals(above))
                .toList();
    }

    private List<Asked> named(String written) {
        String folded = Folded.of(written);
        List<String> keys = List.of(Folded.spelled(written), Folded.spelled(written), folded, folded, bare(folded));
        for (int i = 0; i < spellings.size(); i++) {
            List<Asked> found = spellings.get(i).getOrDefault(keys.get(i), List.of());
            if (i >= FOLDED) {
                found = found.stream()
                        .filter(unit -> ToneMarks.agree(written, unit.fullName()))
                        .toList();
            }
            if (!found.isEmpty()) {
                return i == spellings.size() - 1 && !folded.equals(bare(folded)) ? sameType(folded, found) : found;
            }
        }
        return List.of();
    }

    /** "p tan yen" means the ward, never a commune of that name. */
    private static List<Asked> sameType(String folded, List<Asked> found) {
        String type = folded.substring(0, folded.indexOf(' '));
        return found.stream()
                .filter(unit -> {
                    String own = Folded.of(unit.fullName());
                    return own.startsWith(type)
                            || initials(own, Folded.of(unit.name())).equals(type);
                })
                .toList();
    }

    private static String initials(String fullName, String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : fullName.replace(name, "").strip().split(" ")) {
            initials.append(word.isEmpty() ? "" : word.charAt(0));
        }
        return initials.toString();
    }

    /** The name and type alone, written out: no number and no "UBND" before it, nothing of the unit above behind it. */
    static String bareName(String written) {
        String bare = BEHIND.split(BEFORE.matcher(written).replaceFirst(""), 2)[0];
        for (Map.Entry<Pattern, String> type : SHORT.entrySet()) {
            bare = type.getKey().matcher(bare).replaceFirst(type.getValue());
        }
        return bare.strip();
    }

    /** The unit above that stands behind a name; blank: none. */
    static String placeBehind(String written) {
        String[] parts = BEHIND.split(BEFORE.matcher(written).replaceFirst(""), 3);
        return parts.length == 1 ? "" : parts[1].replace(")", "").strip();
    }

    /** Units whose names come near what is written, the nearest first. */
    List<Asked> near(Object cell) {
        String written = BEFORE.matcher(cell.toString()).replaceFirst("");
        String said = bare(Folded.of(written.split("[,(]", 2)[0]));
        if (said.length() < 2 || CODE.matcher(said).matches()) {
            return List.of();
        }
        return units.stream()
                .filter(unit -> Math.abs(Folded.of(unit.name()).length() - said.length()) <= NEAR)
                .map(unit -> Map.entry(ToneMarks.apart(Folded.of(unit.name()), said), unit))
                .filter(each -> each.getKey() <= Math.min(NEAR, said.length() / 4))
                .sorted(Comparator.comparingInt(Map.Entry::getKey))
                .limit(SUGGESTED)
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String bare(String folded) {
        return TYPE.matcher(folded).replaceFirst("");
    }

    private static String number(String code) {
        return code.replaceFirst("^0+", "");
    }
}
