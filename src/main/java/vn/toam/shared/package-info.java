/**
 * What every module needs and no module owns: who is asking ({@link vn.toam.shared.Me}, {@link vn.toam.shared.Access}), bilingual
 * {@link vn.toam.shared.Text}, numbers and order of names, what a page is made of ({@link vn.toam.shared.Page}) and the few errors a user
 * can meet. Nothing of the field.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package vn.toam.shared;
