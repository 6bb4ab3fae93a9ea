/** Planted violations: each guard of the architecture must catch its own here, or it guards nothing. */
package vn.toam.architecture.planted;
