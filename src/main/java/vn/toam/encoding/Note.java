package vn.toam.encoding;

import java.util.List;

/**
 * Something the user should know about a text or a finding, for instance that the text came without diacritics.
 *
 * @param key message key ({@code messages/paper*.properties} or {@code reader*}), for instance {@code paper.noDiacritics}
 * @param args values for the placeholders of the message, in order
 */
public record Note(String key, List<String> args) {
    public Note {
        args = List.copyOf(args);
    }

    /** A note with its message arguments. */
    public static Note of(String key, String... args) {
        return new Note(key, List.of(args));
    }
}
