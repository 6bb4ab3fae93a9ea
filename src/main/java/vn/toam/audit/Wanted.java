package vn.toam.audit;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the trail are looked for.
 *
 * @param name part of the account's name; empty: anybody
 * @param kind kind of the thing; empty: any
 * @param id of the one thing; empty: any
 * @param from not before; null: from the beginning
 * @param to before; null: to now
 * @param down the newest first; false: the oldest
 * @param units done by accounts of these units; null: of any, and by the system itself
 */
public record Wanted(
        String name,
        String kind,
        String id,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean down,
        @Nullable Set<Integer> units) {

    /** What the trail can be sorted by. */
    public enum Column {
        WHEN
    }

    String order() {
        return down ? " order by at desc, id desc" : " order by at, id";
    }
}
