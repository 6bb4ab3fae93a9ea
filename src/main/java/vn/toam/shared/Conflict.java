package vn.toam.shared;

/** Somebody else changed the same thing meanwhile; the page shows both and asks. Status 409. */
public class Conflict extends RuntimeException {

    public Conflict(String what) {
        super(what, null, false, false);
    }
}
