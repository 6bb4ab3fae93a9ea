package vn.toam.register;

/** What a list of records is sorted by. */
public enum RecordOrder {
    DAY,
    NAME,
    STATE
}
