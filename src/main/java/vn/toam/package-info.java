/** Tổ Ấm: plans, figures and reports of family affairs. Each sub-package is one module. */
@org.jspecify.annotations.NullMarked
package vn.toam;
