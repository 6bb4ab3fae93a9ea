package vn.toam.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.toam.encoding.Note;

/**
 * What kind of document a text is, by what stands in it.
 *
 * @param kind the kind seen
 * @param score 0..1 how much it looks like a plan
 * @param reasons the facts that speak for and against it
 */
public record Recognition(Kind kind, double score, List<Note> reasons) {
    /** Kinds of documents that come in place of plans. */
    public enum Kind {
        PLAN,
        NEWS_ON_PLAN,
        DECISION,
        REPORT,
        CIRCULAR,
        LAW,
        DIRECTIVE,
        TELEGRAM,
        LETTER,
        SUBMISSION,
        NOTICE,
        INVITATION,
        MINUTES,
        CONTRACT,
        FORM,
        LIST,
        RULES,
        SPEECH,
        OTHER
    }

    /** Below this a text is no plan. */
    private static final double ENOUGH = 0.5;

    /** Whether it looks like a plan, or like a report on one. */
    public boolean plan() {
        return score >= ENOUGH;
    }

    /** What speaks against a plan: the title of something else, and what a plan would have. */
    public List<Note> against() {
        List<Note> all =
                new ArrayList<>(reasons.stream().filter(Recognition::foreign).toList());
        for (String part : List.of("title", "number", "parts")) {
            if (reasons.stream().noneMatch(fact -> fact.key().equals("reader.fact." + part))) {
                all.add(Note.of("reader.lacks." + part));
            }
        }
        return all;
    }

    /** What speaks for a plan although it does not look like one. */
    public List<Note> inFavour() {
        return reasons.stream().filter(fact -> !foreign(fact)).toList();
    }

    private static boolean foreign(Note fact) {
        return fact.key().equals("reader.fact.otherTitle");
    }

    /** Key of the sentence that tells the user what the text looks like. */
    public String messageKey() {
        return "reader.notAPlan." + kind.name().toLowerCase(Locale.ROOT);
    }
}
