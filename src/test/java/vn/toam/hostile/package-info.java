/** What an attacker sends: the whole application, over real HTTP, on a database of its own. */
@org.jspecify.annotations.NullMarked
package vn.toam.hostile;
