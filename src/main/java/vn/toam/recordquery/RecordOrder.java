package vn.toam.recordquery;

/** What a list of records is sorted by. */
public enum RecordOrder {
    DAY,
    NAME,
    STATE
}
