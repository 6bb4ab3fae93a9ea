package vn.toam.shared;

/**
 * How much the reader has not seen yet: the figure beside the bell of every page. Answered by {@code coordination}; here, like
 * {@link Access}, because the frame of the pages may not know the modules above it.
 */
public interface Bell {

    /** Notices unread by this account. */
    int unread(Me me);
}
