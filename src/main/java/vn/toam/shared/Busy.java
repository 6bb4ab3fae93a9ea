package vn.toam.shared;

/** Too many want the same slow work at once: answered with 503 at once instead of letting everybody wait. */
public class Busy extends RuntimeException {

    public Busy(String work) {
        super(work, null, false, false);
    }
}
