package vn.toam.plancontent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.encoding.Note;

/**
 * One finding in a plan's text, or one line that a person added.
 *
 * @param ref its number in the paper, {@code II.2.1}; blank when it has none
 * @param parent the element it stands under: a task's group, a duty's agency
 * @param position order within the plan
 * @param start first char of its passage in the paper's text; null when it has no passage
 * @param end one past the last char
 * @param confidence 0..1, how sure the reader was
 * @param why what made the reader less than sure
 * @param version counts changes: whoever saves must name the version seen
 */
public record Element(
        UUID id,
        UUID plan,
        ElementKind kind,
        String ref,
        @Nullable UUID parent,
        int position,
        ElementState state,
        Item item,
        @Nullable Integer start,
        @Nullable Integer end,
        double confidence,
        @Nullable Note why,
        int version,
        @Nullable String changedBy,
        Instant changedAt) {

    /** Below this the reader asks for a second look. */
    public static final double CERTAIN = 0.75;

    /** True when the reader saw no reason to doubt. */
    public boolean certain() {
        return confidence >= CERTAIN;
    }

    /** True while nobody has looked at it. */
    public boolean open() {
        return state == ElementState.SUGGESTED;
    }

    public Element at(int from, int to) {
        return new Element(
                id,
                plan,
                kind,
                ref,
                parent,
                position,
                state,
                item,
                from,
                to,
                confidence,
                why,
                version,
                changedBy,
                changedAt);
    }

    public Element with(ElementState other) {
        return new Element(
                id,
                plan,
                kind,
                ref,
                parent,
                position,
                other,
                item,
                start,
                end,
                confidence,
                why,
                version,
                changedBy,
                changedAt);
    }

    public Element with(Item other) {
        return new Element(
                id,
                plan,
                kind,
                ref,
                parent,
                position,
                state,
                other,
                start,
                end,
                confidence,
                why,
                version,
                changedBy,
                changedAt);
    }
}
