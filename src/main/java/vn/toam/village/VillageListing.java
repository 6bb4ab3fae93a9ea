package vn.toam.village;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.SearchWords;
import vn.toam.shared.VietnameseOrder;

/** Narrows, sorts and adds up the list of a commune's villages. */
public final class VillageListing {

    private VillageListing() {}

    /** What the list can be sorted by. */
    public enum Column {
        NO,
        NAME,
        HEAD,
        HOUSEHOLDS
    }

    /** Which villages are listed. */
    public enum Shown {
        CURRENT,
        ENDED,
        ALL
    }

    /** What is asked of the list. @param kind blank: every kind */
    record Asked(String q, String kind, Shown shown, Column sort, boolean down) {}

    /**
     * What the listed villages add up to.
     *
     * @param known how many of them say how many households they have: only these are in the sum
     */
    public record Totals(int villages, int known, int households) {}

    static List<VillageRow> of(List<VillageRow> all, Asked asked) {
        SearchWords words = SearchWords.of(asked.q());
        Comparator<VillageRow> order = order(asked.sort());
        return all.stream()
                .filter(row -> asked.shown() == Shown.ALL || row.ended() == (asked.shown() == Shown.ENDED))
                .filter(row -> asked.kind().isBlank() || row.village().kind().equals(asked.kind()))
                .filter(row -> words.isEmpty()
                        || words.in(row.village().fullName().vi() + " "
                                + row.heads().head() + " " + row.heads().frontHead()))
                .sorted(asked.down() ? order.reversed() : order)
                .toList();
    }

    static Totals totals(List<VillageRow> rows) {
        List<Integer> known = rows.stream()
                .map(row -> row.village().households())
                .filter(Objects::nonNull)
                .toList();
        return new Totals(
                rows.size(), known.size(), known.stream().mapToInt(n -> n).sum());
    }

    private static Comparator<VillageRow> order(Column by) {
        Comparator<VillageRow> no = Comparator.comparingInt(row -> row.village().no());
        return switch (by) {
            case NO -> no;
            case NAME ->
                Comparator.<VillageRow, String>comparing(row -> row.village().name(), VietnameseOrder.NAMES)
                        .thenComparing(no);
            case HEAD ->
                Comparator.<VillageRow, String>comparing(row -> row.heads().head(), VietnameseOrder.NAMES)
                        .thenComparing(no);
            case HOUSEHOLDS ->
                Comparator.<VillageRow>comparingInt(row -> orLess(row.village().households()))
                        .thenComparing(no);
        };
    }

    private static int orLess(@Nullable Integer number) {
        return number == null ? -1 : number;
    }
}
