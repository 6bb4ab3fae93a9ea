/**
 * Where, through time: a {@link vn.toam.geography.Unit} has dated names, types and parents, and what became of it is a graph of
 * successions with their {@link vn.toam.geography.Share}s and {@link vn.toam.geography.Weights}. All of it is one immutable
 * {@link vn.toam.geography.Geography} in memory. Rules only, no database.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared"})
@org.jspecify.annotations.NullMarked
package vn.toam.geography;
