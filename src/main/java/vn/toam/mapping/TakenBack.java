package vn.toam.mapping;

import java.util.List;

/**
 * What was taken back.
 *
 * @param entries of which something was
 * @param values of theirs
 * @param left what stays as it is, and why
 */
public record TakenBack(int entries, int values, List<Outcome.Left> left) {}
