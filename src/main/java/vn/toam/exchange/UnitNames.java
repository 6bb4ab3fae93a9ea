package vn.toam.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds a unit of a round by what stands in a table: its code, or its name with or without the type, with or without diacritics. Better
 * spelling wins; what still fits several units is never guessed.
 */
final class UnitNames {

    private static final Pattern TYPE =
            Pattern.compile("^(xa|phuong|dac khu|thi tran|tt|p|x|quan|huyen|thi xa|thanh pho|tp|tinh)\\s+(?=\\S)");
    private static final Pattern CODE = Pattern.compile("\\d{1,5}");

    private final List<Map<String, List<Asked>>> spellings = new ArrayList<>();
    private final Map<String, Asked> codes = new HashMap<>();

    UnitNames(List<Asked> units) {
        List<java.util.function.Function<Asked, String>> ways = List.of(
                unit -> Folded.spelled(unit.fullName()),
                unit -> Folded.spelled(unit.name()),
                unit -> Folded.of(unit.fullName()),
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
        String folded = Folded.of(written);
        List<String> keys = List.of(
                Folded.spelled(written),
                Folded.spelled(written),
                folded,
                TYPE.matcher(folded).replaceFirst(""));
        for (int i = 0; i < spellings.size(); i++) {
            List<Asked> found = spellings.get(i).getOrDefault(keys.get(i), List.of());
            if (!found.isEmpty()) {
                return i == spellings.size() - 1 ? sameType(folded, found) : found;
            }
        }
        return List.of();
    }

    /** "p tan yen" means the ward when there is a commune of that name too. */
    private static List<Asked> sameType(String folded, List<Asked> found) {
        List<Asked> same = found.stream()
                .filter(unit -> folded.charAt(0) == Folded.of(unit.fullName()).charAt(0)
                        && !folded.equals(Folded.of(unit.name())))
                .toList();
        return same.isEmpty() ? found : same;
    }

    private static String number(String code) {
        return code.replaceFirst("^0+", "");
    }
}
