package vn.toam.shared;

import java.util.List;

/**
 * One page of a long list.
 *
 * @param items what this page shows
 * @param number this page, from 1
 * @param size most items on a page
 * @param total items of the whole list
 */
public record Slice<T>(List<T> items, int number, int size, int total) {

    /** A page of a list that is whole at hand; a number beyond it is the last. */
    public static <T> Slice<T> of(List<T> all, int number, int size) {
        int page = Math.clamp(number, 1, Math.max(1, (all.size() + size - 1) / size));
        int from = (page - 1) * size;
        return new Slice<>(all.subList(from, Math.min(all.size(), from + size)), page, size, all.size());
    }

    /** Number of pages, at least 1. */
    public int pages() {
        return Math.max(1, (total + size - 1) / size);
    }
}
