package vn.toam.shared;

/** The account may not do this here. Shown as a 403 page that says whom to ask; never tells what is hidden. */
public class NotAllowed extends RuntimeException {

    public NotAllowed() {
        super("not allowed", null, false, false);
    }
}
