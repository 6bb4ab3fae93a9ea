package vn.toam.identity;

/** A role that an account holds. @param agency full name of the agency where */
public record HeldRole(Grant grant, String agency) {}
