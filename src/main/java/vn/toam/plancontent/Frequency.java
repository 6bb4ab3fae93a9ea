package vn.toam.plancontent;

/** How often a task is answered for. What recurs within a year has a day for each time; standing work is answered for once a year. */
public enum Frequency {
    ONCE(1),
    YEARLY(1),
    HALF_YEARLY(2),
    QUARTERLY(4),
    MONTHLY(12),
    STANDING(1),
    /** When something happens that nobody can date beforehand; answered for once a year. */
    ON_EVENT(1);

    private final int times;

    Frequency(int times) {
        this.times = times;
    }

    /** How often a year it falls due. */
    public int times() {
        return times;
    }
}
