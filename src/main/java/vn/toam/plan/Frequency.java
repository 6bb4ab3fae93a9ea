package vn.toam.plan;

/** The rhythm of a task. Yearly and standing tasks are answered for once a year. */
public enum Frequency {
    ONCE,
    YEARLY,
    STANDING
}
