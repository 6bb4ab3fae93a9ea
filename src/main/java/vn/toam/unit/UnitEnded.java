package vn.toam.unit;

import java.time.LocalDate;

/** A unit was closed by itself, not by a reorganisation. Heard within the transaction: what belongs to it ends as well. @param on first day without it */
public record UnitEnded(int unit, LocalDate on) {}
