package vn.toam.plancontent;

/** What kind of thing is owed. */
public enum DutyKind {
    TASK,
    /** A yearly report. */
    REPORT,
    /** A plan of one's own that makes this one concrete. */
    OWN_PLAN,
    /** The five-year interim or ten-year final review. */
    REVIEW
}
