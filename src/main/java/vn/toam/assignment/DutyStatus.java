package vn.toam.assignment;

/** What an agency says of a duty. Where it stands officially is its {@link Stage}. */
public enum DutyStatus {
    NOT_STARTED(Stage.RECEIVED),
    IN_PROGRESS(Stage.IN_PROGRESS),
    DONE(Stage.SUBMITTED),
    BLOCKED(Stage.BLOCKED);

    private final Stage stage;

    DutyStatus(Stage stage) {
        this.stage = stage;
    }

    /** Where the word of the agency brings a duty; confirming it is for whoever gave it. */
    public Stage reached() {
        return stage;
    }
}
