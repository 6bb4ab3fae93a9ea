package vn.toam.recordquery;

import java.math.BigDecimal;

/** A number added up over records. @param said how many records say one */
public record Sum(BigDecimal sum, long said) {}
