package vn.toam.collection;

/** Tables of returns are kept by province: a statement that names one reads that part alone. */
final class Partitions {

    private Partitions() {}

    /** The condition that a statement touches one province only; the country reads all. Literal, so that the planner sees it. */
    static String where(int province) {
        return province == 0 ? "true" : "s.province = :province";
    }
}
