package vn.toam.output;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the document itself ({@code output/document.properties}), always Vietnamese; the words of pages are elsewhere. */
final class Phrases {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("output.document", Locale.ROOT);

    private Phrases() {}

    /** The phrase with {0}, {1} … filled; pass figures and dates already written out. */
    static String say(String key, Object... arguments) {
        return new MessageFormat(WORDS.getString(key), Locale.ROOT).format(arguments);
    }

    /** How a target stands, in the document's words. */
    static String standing(Report.Standing standing) {
        return say("standing." + standing.key());
    }
}
