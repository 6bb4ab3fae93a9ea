package vn.toam.access;

/** A role that an account holds. @param agency full name of the agency where */
public record HeldRole(Grant grant, String agency) {}
