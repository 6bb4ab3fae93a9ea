/**
 * Plans: a {@link vn.toam.plan.Plan} is read from its paper into {@link vn.toam.plan.Element}s, which people check; when it is issued, its
 * {@link vn.toam.plan.Target}s, {@link vn.toam.plan.Assignment}s and yearly {@link vn.toam.plan.Duty duties} bind agencies. Also the
 * cascade to lower plans and the passing of duties to successors of abolished units.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "audit", "catalog", "unit", "agency", "encoding", "paper", "language", "reader", "document"})
@org.jspecify.annotations.NullMarked
package vn.toam.plan;
