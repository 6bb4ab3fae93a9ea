/**
 * What every module needs and no module owns: who is asking ({@link vn.toam.shared.Me}, {@link vn.toam.shared.Access}), bilingual
 * {@link vn.toam.shared.Text}, the page around every screen ({@link vn.toam.shared.Page}), tables that leave
 * as files ({@link vn.toam.shared.Table}) and the few errors a user can meet. Nothing of
 * the family domain.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package vn.toam.shared;
