/**
 * Coming in: passwords and their links by letter, {@link vn.toam.signin.Sessions}, {@link vn.toam.signin.ApiKeys}, the first account of an
 * installation, and what keeps guessers out ({@link vn.toam.signin.Guesses}). Says who a visitor is; what the visitor may do is
 * {@link vn.toam.definition.Role}'s.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web", "audit", "unit", "access"})
@org.jspecify.annotations.NullMarked
package vn.toam.signin;
