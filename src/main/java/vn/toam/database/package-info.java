/**
 * The installation's own PostgreSQL: unpacked, started, recovered after any crash, stopped, backed up and restored without a word from the
 * user. An installation that has a PostgreSQL server of its own names it with {@code toam.db} and this module only connects.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web"})
@org.jspecify.annotations.NullMarked
package vn.toam.database;
