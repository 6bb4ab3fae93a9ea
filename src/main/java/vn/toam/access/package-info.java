/**
 * Who may do what where: {@link vn.toam.access.Account}s of agencies, their {@link vn.toam.access.Role}s at a place, and who manages them. The
 * only module that knows roles; everybody else asks {@link vn.toam.shared.Access}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "audit", "unit", "agency"})
@org.jspecify.annotations.NullMarked
package vn.toam.access;
