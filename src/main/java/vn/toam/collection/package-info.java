/**
 * Yearly returns: a {@link vn.toam.round.Round} asks every unit of a place for one form; each
 * {@link vn.toam.collection.Submission} is filled, checked, sent, then accepted or returned by the receiver that the rules of its time
 * name. What is accepted becomes facts; {@link vn.toam.collection.Completeness} stands beside everything counted from them.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "audit", "catalog", "unit", "access", "notice", "sheet", "round"})
@org.jspecify.annotations.NullMarked
package vn.toam.collection;
