package vn.toam.collection;

/** Which submissions of a round a list shows. */
public enum Filter {
    ALL("true"),
    /** Nothing was sent. */
    MISSING("s.status in ('DRAFT', 'RETURNED') and not s.counted"),
    /** Waits for the receiver. */
    WAITING("s.status = 'SUBMITTED'"),
    RETURNED("s.status = 'RETURNED'"),
    ACCEPTED("s.status = 'ACCEPTED'");

    private final String condition;

    Filter(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
