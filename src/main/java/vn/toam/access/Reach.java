package vn.toam.access;

/** How far a permission of a role goes from the place where the role is held. */
public enum Reach {
    /** The unit itself; for an agency's own matters that agency alone. */
    OWN,
    /** The unit and everything below it, units that were merged into these included; every agency there. */
    SUBTREE,
    /** Everywhere. */
    COUNTRY
}
