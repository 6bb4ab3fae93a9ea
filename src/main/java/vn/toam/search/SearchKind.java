package vn.toam.search;

/** What can be found, in the order in which a page shows it. */
public enum SearchKind {
    PLAN,
    TASK,
    UNIT,
    AGENCY,
    INDICATOR,
    FORM,
    DOCUMENT,
    RECORD,
    ACCOUNT
}
