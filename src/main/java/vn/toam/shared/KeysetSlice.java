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
 * @param more there are more than {@code total}: nobody counted on
 */
public record KeysetSlice<T>(
        List<T> items, @Nullable Cursor before, @Nullable Cursor after, long total, boolean more) {

    public KeysetSlice {
        items = List.copyOf(items);
    }

    public KeysetSlice(List<T> items, @Nullable Cursor before, @Nullable Cursor after, long total) {
        this(items, before, after, total, false);
    }

    /** The same of a list that was counted so far. */
    public KeysetSlice<T> counted(long records, boolean andMore) {
        return new KeysetSlice<>(items, before, after, records, andMore);
    }

    /** The same page with other things in place of its items, one for each. */
    public <S> KeysetSlice<S> with(List<S> others) {
        return new KeysetSlice<>(others, before, after, total, more);
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
