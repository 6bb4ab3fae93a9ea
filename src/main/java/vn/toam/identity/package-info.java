/**
 * Who may come in and what they may do where: {@link vn.toam.identity.Account}s of agencies, their {@link vn.toam.identity.Role}s at a
 * place, sign-in, sessions. The only module that knows roles; everybody else asks {@link vn.toam.shared.Access}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "database", "audit", "unit"})
@org.jspecify.annotations.NullMarked
package vn.toam.identity;
