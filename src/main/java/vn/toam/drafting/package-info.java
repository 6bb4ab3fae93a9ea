/**
 * From a paper to a draft: a plan's file or text is read beside the request ({@link vn.toam.drafting.PlanUploads}), its sender is asked when
 * it looks like no plan or like one that is here, and what the reader found becomes {@link vn.toam.plancontent.Finding}s with suggestions from the
 * catalog. From then on the draft is the matter of {@link vn.toam.plan.ReviewService}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "definition",
            "catalog",
            "encoding",
            "paper",
            "language",
            "reader",
            "document",
            "plancontent",
            "plan"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.drafting;
