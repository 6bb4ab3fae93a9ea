package vn.toam.shared;

/** Nothing is kept under this address, or no longer. Shown as a 404 page. */
public class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what, null, false, false);
    }
}
