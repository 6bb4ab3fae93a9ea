package vn.toam.letter;

/** The words that every paper carries ({@code letter/document.properties}). */
public final class LetterWords {

    private static final Phrases WORDS = new Phrases("letter.document");

    private LetterWords() {}

    /** The phrase with its figures filled in. */
    public static String say(String key, Object... arguments) {
        return WORDS.say(key, arguments);
    }
}
