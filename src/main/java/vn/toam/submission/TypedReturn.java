package vn.toam.submission;

import java.util.Map;

/**
 * What somebody typed, as typed; fields that are not named stay as they were, blank clears.
 *
 * @param figures by field, in Vietnamese spelling: 1.234,5
 * @param notes by field
 * @param narrative by text field
 */
public record TypedReturn(Map<String, String> figures, Map<String, String> notes, Map<String, String> narrative) {

    /** Nothing was typed. */
    public static final TypedReturn NOTHING = new TypedReturn(Map.of(), Map.of(), Map.of());
}
