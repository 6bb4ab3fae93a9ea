package vn.toam.coordination;

/** How far a return has come that was not sent; also what the board can be narrowed to. */
public enum LateState {
    ALL("true"),
    /** Nobody has typed anything. */
    NOT_BEGUN("s.status = 'DRAFT' and s.untouched"),
    /** Being typed, checked or approved inside the unit. */
    BEGUN("s.status not in ('RETURNED') and not s.untouched"),
    /** The receiver sent it back. */
    RETURNED("s.status = 'RETURNED'");

    private final String condition;

    LateState(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
