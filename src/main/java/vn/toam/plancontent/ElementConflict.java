package vn.toam.plancontent;

import org.jspecify.annotations.Nullable;
import vn.toam.shared.Conflict;

/** Two people changed the same element. Carries both versions; nothing was overwritten. */
public class ElementConflict extends Conflict {

    private final transient Element theirs;
    private final transient @Nullable Item yours;

    public ElementConflict(Element theirs, @Nullable Item yours) {
        super("element " + theirs.id());
        this.theirs = theirs;
        this.yours = yours;
    }

    /** What is kept now. */
    public Element theirs() {
        return theirs;
    }

    /** What was to be saved; null when only the state was to change. */
    public @Nullable Item yours() {
        return yours;
    }
}
