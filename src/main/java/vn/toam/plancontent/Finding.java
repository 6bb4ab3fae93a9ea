package vn.toam.plancontent;

import org.jspecify.annotations.Nullable;
import vn.toam.language.Evidence;

/**
 * An element before it is kept.
 *
 * @param parent index of the finding it stands under in the same list; -1 for none
 * @param evidence its place in the text; null when there is no text
 */
public record Finding(
        ElementKind kind,
        String ref,
        int parent,
        Item item,
        @Nullable Evidence evidence) {}
