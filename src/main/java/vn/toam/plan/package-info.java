/**
 * Plans on their way: a {@link vn.toam.plancontent.Plan} is checked by people, issued to the agencies that receive it
 * ({@link vn.toam.plan.PlanIssued}), and changed by papers that are issued like one ({@link vn.toam.plan.PlanAmended}). What it says is
 * {@code plancontent}, what agencies owe by it the matter of {@code duty}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "definition",
            "catalog",
            "geography",
            "unit",
            "agency",
            "encoding",
            "language",
            "document",
            "plancontent"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.plan;
