/**
 * Who may do what where: {@link vn.toam.access.Account}s of agencies, their {@link vn.toam.definition.Role}s at a place ({@link vn.toam.access.Grant}), and who manages them. The
 * only module that knows roles; everybody else asks {@link vn.toam.shared.Access}.
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
            "village",
            "sheet"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.access;
