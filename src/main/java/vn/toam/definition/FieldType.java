package vn.toam.definition;

/** What a field holds. Yes and no are kept as 1 and 0, so that every figure is a number. */
public enum FieldType {
    INTEGER,
    DECIMAL,
    YES_NO,
    TEXT;

    /** True when values of lower units can be added up. */
    public boolean adds() {
        return this == INTEGER || this == DECIMAL;
    }
}
