package vn.toam.reorganisation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.shared.Text;
import vn.toam.unit.UnitService;

/**
 * How far the records of a reorganisation have followed; while it is being undone, how many have not gone back.
 *
 * @param kinds by kind of records
 * @param open provinces of which records may still be on their way
 * @param failed the last attempt at some of them failed and is repeated
 */
public record FollowingProgress(List<Kind> kinds, List<Text> open, boolean failed) {

    /**
     * Records of one kind.
     *
     * @param name what they are
     * @param done how many stand with the new units
     * @param estimate how many were counted before the units changed, or are known by now
     */
    public record Kind(Text name, int done, int estimate, boolean open) {}

    static FollowingProgress of(Reorganisation one, List<Following> rows, Map<String, Text> names, UnitService units) {
        Map<String, List<Following>> kinds = rows.stream().collect(Collectors.groupingBy(Following::records));
        List<Text> open = rows.stream()
                .filter(Following::open)
                .map(Following::province)
                .distinct()
                .flatMap(code ->
                        units.byCode(Level.PROVINCE, String.format(Locale.ROOT, "%02d", code), one.on()).stream())
                .map(Unit::fullName)
                .toList();
        return new FollowingProgress(
                names.entrySet().stream()
                        .filter(each -> kinds.containsKey(each.getKey()))
                        .map(each -> kind(each.getValue(), kinds.getOrDefault(each.getKey(), List.of())))
                        .toList(),
                open,
                rows.stream().anyMatch(Following::failed));
    }

    private static Kind kind(Text name, List<Following> rows) {
        int done = rows.stream().mapToInt(Following::done).sum();
        int estimate = rows.stream().mapToInt(Following::estimate).sum();
        return new Kind(name, done, Math.max(done, estimate), rows.stream().anyMatch(Following::open));
    }

    /** Of all kinds. */
    public int done() {
        return kinds.stream().mapToInt(Kind::done).sum();
    }

    /** Of all kinds. */
    public int estimate() {
        return kinds.stream().mapToInt(Kind::estimate).sum();
    }
}
