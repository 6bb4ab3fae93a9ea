/**
 * Asking: a {@link vn.toam.round.Round} asks every unit of a level in a place for one form, by the rules of a calendar, until a last day;
 * it is extended, closed, opened again. Who owes what, and how far it is, is known to those who keep the returns
 * ({@link vn.toam.round.ExpectedReturns}).
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "jobs", "audit", "definition", "catalog", "geography", "unit"})
@org.jspecify.annotations.NullMarked
package vn.toam.round;
