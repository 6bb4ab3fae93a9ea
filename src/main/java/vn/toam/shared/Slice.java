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

    /** Number of pages, at least 1. */
    public int pages() {
        return Math.max(1, (total + size - 1) / size);
    }
}
