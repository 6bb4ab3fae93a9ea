/**
 * What the two sides of a return write to each other: a thread of {@link vn.toam.discussion.Comment}s, on a line or on the whole, with
 * files. Read by those who may see the figures of the unit, by nobody else.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "definition",
            "catalog",
            "unit",
            "geography",
            "notice",
            "document",
            "submission",
            "collection",
            "round"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.discussion;
