/** The product as its users meet it: a real browser on the running application, one journey per plan, a crawler, the pictures of the guide. */
@org.jspecify.annotations.NullMarked
package vn.toam.journey;
