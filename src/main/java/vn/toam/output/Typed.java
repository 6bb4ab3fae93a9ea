package vn.toam.output;

import org.jspecify.annotations.Nullable;

/**
 * What was typed but could not be saved, so that it is not lost.
 *
 * @param section where it was typed
 * @param text the words
 * @param other what somebody else saved meanwhile; null when the words themselves are at fault
 */
public record Typed(String section, String text, @Nullable Narrative other) {}
