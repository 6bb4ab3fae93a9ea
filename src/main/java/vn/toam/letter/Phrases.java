package vn.toam.letter;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words that are printed on papers: always Vietnamese, whatever language the writer reads the pages in. */
public final class Phrases {

    private final ResourceBundle words;

    /** @param bundle a properties file by its path with dots: {@code output.document} */
    public Phrases(String bundle) {
        this.words = ResourceBundle.getBundle(bundle, Locale.ROOT);
    }

    /** The phrase with {0}, {1} … filled; pass figures and dates already written out. */
    public String say(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(arguments);
    }
}
