package vn.toam.recordquery;

import vn.toam.shared.Text;

/** A value that a field may have. */
public record FieldChoice(String value, Text label) {}
