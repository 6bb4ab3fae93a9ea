package vn.toam.access;

import java.io.Serializable;

/**
 * A role held at a place.
 *
 * @param role its id in the catalogue
 * @param unit the administrative unit from which the role reaches
 * @param agency the agency of that unit
 */
public record Grant(String role, int unit, int agency) implements Serializable {}
