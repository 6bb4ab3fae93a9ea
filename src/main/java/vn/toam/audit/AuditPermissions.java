package vn.toam.audit;

import org.springframework.stereotype.Component;
import vn.toam.shared.ModulePermissions;
import vn.toam.shared.Permission;

/** What may be allowed with the trail. */
@Component
public final class AuditPermissions implements ModulePermissions {

    /** Reading what was done, and whether the installation is well. */
    public static final Permission AUDIT_READ = new Permission("AUDIT_READ");
}
