package vn.toam.outline;

/**
 * The parts of a document: letterhead, title, opening, body, closing. All positions are offsets into the view.
 *
 * @param typeStart where the word KẾ HOẠCH stands as a title (where the text starts when the title is lost), or -1 in a report on a plan
 * @param letterheadEnd where the letterhead ends: the title, or the decision that issues the plan
 * @param titleStart first char of the title's words
 * @param titleEnd one past them; equal to the start when the title is lost
 * @param bodyStart first char that may hold citations: the title, the decision's legal basis, or the start of a report
 * @param openingEnd where the first numbered heading stands
 * @param end where recipients and signature begin, or the end of the text
 * @param closingStart where to look for recipients and signature: {@code end}, or the end of the decision before the plan
 */
public record Frame(
        int typeStart,
        int letterheadEnd,
        int titleStart,
        int titleEnd,
        int bodyStart,
        int openingEnd,
        int end,
        int closingStart) {

    public boolean news() {
        return typeStart < 0;
    }

    /** The plan follows a decision that issues it. */
    public boolean decision() {
        return letterheadEnd >= 0 && bodyStart < typeStart && bodyStart >= letterheadEnd && letterheadEnd < typeStart;
    }

    /** In the opening legal basis, of the plan or of its decision. */
    public boolean inOpening(int p) {
        return p >= titleEnd && p < openingEnd || decision() && p < typeStart;
    }
}
