package vn.toam.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is too long to count through: pages follow one another by the sort key of their first and last row. Each costs the
 * same wherever it lies.
 *
 * @param items what this page shows
 * @param before where the page before ends; null: this is the first
 * @param after where the page after begins; null: this is the last
 * @param total items of the whole list
 */
public record KeysetSlice<T>(
        List<T> items, @Nullable Cursor before, @Nullable Cursor after, long total) {

    public KeysetSlice {
        items = List.copyOf(items);
    }

    /**
     * A page out of the rows read for it.
     *
     * @param read in the order of reading, one more than {@code size} where there are more
     * @param asked where reading began; null: at the beginning of the list
     * @param key the sort key of a row
     */
    public static <T> KeysetSlice<T> of(
            List<T> read, int size, @Nullable Cursor asked, long total, Function<T, List<String>> key) {
        boolean back = asked != null && asked.back();
        boolean more = read.size() > size;
        List<T> page = more ? read.subList(0, size) : read;
        List<T> items = back ? page.reversed() : page;
        if (items.isEmpty()) {
            return new KeysetSlice<>(items, null, null, total);
        }
        boolean earlier = back ? more : asked != null;
        boolean later = back || more;
        return new KeysetSlice<>(
                items,
                earlier ? new Cursor(key.apply(items.getFirst()), true) : null,
                later ? new Cursor(key.apply(items.getLast()), false) : null,
                total);
    }
}
