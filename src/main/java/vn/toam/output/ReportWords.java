package vn.toam.output;

import vn.toam.letter.Phrases;

/** The words of the yearly report itself ({@code output/document.properties}); the words of pages are elsewhere. */
final class ReportWords {

    private static final Phrases WORDS = new Phrases("output.document");

    private ReportWords() {}

    /** The phrase with its figures filled in. */
    static String say(String key, Object... arguments) {
        return WORDS.say(key, arguments);
    }

    /** How a target stands, in the report's words. */
    static String standing(Report.Standing standing) {
        return say("standing." + standing.key());
    }
}
