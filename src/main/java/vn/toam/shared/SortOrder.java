package vn.toam.shared;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list, as the address of its page says it: {@code sort=NAME&down=true}.
 *
 * @param list address of the list with all that narrows it, ending in ? or &amp;
 * @param by the column
 * @param down from the largest, the latest, the last
 */
public record SortOrder<C extends Enum<C>>(String list, C by, boolean down) {

    /** The order of the list at a path narrowed by parameters; blank ones narrow nothing. */
    public static <C extends Enum<C>> SortOrder<C> of(String path, Map<String, ?> narrowed, C by, boolean down) {
        StringBuilder list = new StringBuilder(path).append('?');
        narrowed.forEach((name, value) -> {
            String written = String.valueOf(value);
            if (!written.isBlank()) {
                list.append(name)
                        .append('=')
                        .append(URLEncoder.encode(written, StandardCharsets.UTF_8))
                        .append('&');
            }
        });
        return new SortOrder<>(list.toString(), by, down);
    }

    /** Address of the list sorted by a column; by the one that sorts it already, the other way round. */
    public String to(Enum<?> column) {
        return list + order(column, column == by && !down);
    }

    /** Address of the list as it is sorted, ending in &amp;: the page's number follows. */
    public String address() {
        return list + order(by, down) + "&";
    }

    /** Says of a column's head how it sorts the list; null: another does. */
    public @Nullable String aria(Enum<?> column) {
        return column != by ? null : down ? "descending" : "ascending";
    }

    private static String order(Enum<?> column, boolean down) {
        return "sort=" + column.name() + "&down=" + down;
    }
}
