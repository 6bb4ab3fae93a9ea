package vn.toam.access;

import java.io.Serializable;

/**
 * A role held at a place.
 *
 * @param unit the administrative unit from which the role reaches
 * @param agency the agency of that unit
 */
public record Grant(Role role, int unit, int agency) implements Serializable {}
