package vn.toam.architecture.planted;

import vn.toam.shared.ModulePermissions;
import vn.toam.shared.Permission;

/** Permissions of a module that nobody registered, and that no role holds. */
public class ForgottenPermissions implements ModulePermissions {
    public static final Permission HIDE = new Permission("HIDE");
}
