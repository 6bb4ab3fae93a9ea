package vn.toam.assignment;

/** The words for time of a duty; derived from its stage and days, never kept. Sign and word go with every colour. */
public enum Timeliness {
    DONE_ON_TIME("✓", "met"),
    DONE_LATE("✓!", "late"),
    IN_TIME("○", "course"),
    /** In time, with five working days or fewer left. */
    SOON("◔", "soon"),
    OVERDUE("✗", "behind"),
    /** A body that is asked, not ordered, answered. */
    ANSWERED("✓", "met"),
    /** A body that is asked, not ordered, did not answer: never overdue, in no rate. */
    NOT_ANSWERED("○", ""),
    /** Paused, cancelled or passed on. */
    OUTSIDE("–", "");

    private final String sign;
    private final String tone;

    Timeliness(String sign, String tone) {
        this.sign = sign;
        this.tone = tone;
    }

    /** Stands before the word, so that colour never speaks alone. */
    public String sign() {
        return sign;
    }

    /** CSS class of its badge. */
    public String tone() {
        return tone;
    }
}
