package vn.toam.shared;

import java.util.Locale;

/**
 * A name or label in both languages of the product; Vietnamese is always there, English falls back to it.
 *
 * @param vi Vietnamese, never blank
 * @param en English; blank means "same as Vietnamese" (proper names)
 */
public record Text(String vi, String en) implements java.io.Serializable {

    public Text {
        en = en == null ? "" : en;
    }

    /** A proper name that is the same in both languages. */
    public static Text of(String vi) {
        return new Text(vi, "");
    }

    /** The wording for a reader of {@code locale}. */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) && !en.isBlank() ? en : vi;
    }

    @Override
    public String toString() {
        return vi;
    }
}
