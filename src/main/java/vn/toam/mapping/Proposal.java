package vn.toam.mapping;

import java.util.List;

/**
 * How a table may be read.
 *
 * @param signature what its headings are known by
 * @param trust how sure that is
 * @param left what of the file would not be read
 */
public record Proposal(Mapping mapping, String signature, Trust trust, List<Fault> left) {

    /** How sure a proposal is. */
    public enum Trust {
        /** It is one of our own tables: nothing has to be asked. */
        OURS,
        /** Read as the sender said the last time, if the sender ever did. */
        KNOWN,
        /** Something is odd: the sender is asked. */
        ASK
    }
}
