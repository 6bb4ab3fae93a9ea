package vn.toam.access;

import org.springframework.stereotype.Component;
import vn.toam.shared.ModulePermissions;
import vn.toam.shared.Permission;

/** What may be allowed with accounts. */
@Component
public final class AccessPermissions implements ModulePermissions {

    /** Making accounts, giving roles, taking them away. */
    public static final Permission ACCOUNT_MANAGE = new Permission("ACCOUNT_MANAGE");
}
