package vn.toam.geography;

/** How much of an old unit went to a new one: all of it, a part, or what remained after the parts. */
public enum Share {
    FULL,
    PART,
    REMAINDER
}
