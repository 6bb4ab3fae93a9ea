/**
 * Plans: a {@link vn.toam.plan.Plan} and its {@link vn.toam.plan.Element}s, which people check; issued, its {@link vn.toam.plan.Target}s and
 * {@link vn.toam.plan.Binding}s bind the agencies that receive it; changes of an issued plan are issued like one. What agencies owe is the
 * matter of {@code duty}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "audit", "catalog", "unit", "agency", "encoding", "language", "document"})
@org.jspecify.annotations.NullMarked
package vn.toam.plan;
