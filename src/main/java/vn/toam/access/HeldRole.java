package vn.toam.access;

import vn.toam.shared.Text;

/**
 * A role that an account holds.
 *
 * @param name what it does
 * @param agency full name of the agency where
 */
public record HeldRole(Grant grant, Text name, String agency) {}
