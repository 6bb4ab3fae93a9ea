package vn.toam.shared;

/**
 * What a module adds for subjects of its own kind, beside role and place: that this one case was not given to the person asking, or that its
 * reading is written down. A component; subjects of others it leaves alone.
 */
public interface SubjectRule {

    /** False: not this subject, though role and place would do. What role and place refuse, no rule allows. */
    default boolean permits(Me me, Permission permission, Subject subject) {
        return true;
    }

    /** True when {@link #log} is to be called for the subject. */
    default boolean logs(Subject subject) {
        return false;
    }

    /**
     * Writes down that {@code me} was let at {@code subject}, in a transaction of its own that is committed before {@link Access#require}
     * returns: nothing is shown that was not written down, whatever becomes of the request. What it throws, refuses.
     */
    default void log(Me me, Permission permission, Subject subject) {}
}
