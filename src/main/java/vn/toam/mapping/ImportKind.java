package vn.toam.mapping;

/** A kind of thing that tables may be brought into: returns, registers. A bean of this type is found by its kind. */
public interface ImportKind {

    /** Its name in the database and for whoever sends a file; never changed. */
    String kind();

    /** True when the account asking may bring something into one of them. */
    boolean mayImport();

    /**
     * One of them, for the account asking.
     *
     * @throws vn.toam.shared.NotFound when there is none with this key
     * @throws vn.toam.shared.NotAllowed when the account may not bring anything into it
     */
    ImportTarget find(String key);
}
