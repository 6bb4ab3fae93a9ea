/**
 * How a request becomes an answer, whatever module gives it: a view name becomes a page ({@link vn.toam.web.Pages}), a failure is told in
 * words, limits of what may be sent, the id of a request, the language of a visitor, and what is said above every page
 * ({@link vn.toam.web.Announcement}). No word of the field, no database.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "shared")
@org.jspecify.annotations.NullMarked
package vn.toam.web;
