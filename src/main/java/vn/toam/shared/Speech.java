package vn.toam.shared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All words of a page or of a file in the language of its reader. */
public record Speech(Words words, Locale locale) {

    /** A message; {@code arguments} fill {0}, {1} …; numbers and dates among them are written out here. */
    public String t(String key, @Nullable Object... arguments) {
        return words.get(locale, key, arguments);
    }

    /** A figure; a missing one is a dash. */
    public String number(@Nullable Number value) {
        return Numbers.number(value, locale);
    }

    /** A label of the data. */
    public String text(Text text) {
        return text.in(locale);
    }

    /** The label of an enum constant. */
    public String name(Enum<?> constant) {
        return words.get(locale, Words.keyOf(constant));
    }
}
