package vn.toam.geography;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Periods of things numbered from 0, each with a value: the parents of a unit, its children, its names. Days are counted from 1970; the ends
 * of time are the ends of an int. One block of ints whatever their number.
 */
final class PeriodIndex {

    /** Where the periods of each owner begin; one more at the end. */
    private final int[] start;

    private final int[] from;
    private final int[] to;
    private final int[] value;

    /** @param owners of each period; the periods of one owner keep their order */
    PeriodIndex(int size, int[] owners, int[] from, int[] to, int[] value) {
        start = new int[size + 1];
        for (int owner : owners) {
            start[owner + 1]++;
        }
        for (int i = 0; i < size; i++) {
            start[i + 1] += start[i];
        }
        this.from = new int[owners.length];
        this.to = new int[owners.length];
        this.value = new int[owners.length];
        int[] next = Arrays.copyOf(start, size);
        for (int i = 0; i < owners.length; i++) {
            int at = next[owners[i]]++;
            this.from[at] = from[i];
            this.to[at] = to[i];
            this.value[at] = value[i];
        }
    }

    /** The value on a day; -1: none. */
    int on(int owner, int day) {
        for (int i = start[owner]; i < start[owner + 1]; i++) {
            if (from[i] <= day && day < to[i]) {
                return value[i];
            }
        }
        return -1;
    }

    /** Every value on a day, in order. */
    void each(int owner, int day, IntConsumer use) {
        for (int i = start[owner]; i < start[owner + 1]; i++) {
            if (from[i] <= day && day < to[i]) {
                use.accept(value[i]);
            }
        }
    }

    /** Every value of any day, in order. */
    void each(int owner, IntConsumer use) {
        for (int i = start[owner]; i < start[owner + 1]; i++) {
            use.accept(value[i]);
        }
    }
}
