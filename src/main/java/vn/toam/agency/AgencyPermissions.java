package vn.toam.agency;

import org.springframework.stereotype.Component;
import vn.toam.shared.ModulePermissions;
import vn.toam.shared.Permission;

/** What may be allowed with agencies and committees. */
@Component
public final class AgencyPermissions implements ModulePermissions {

    /** Changing agencies, committees and their identifiers. */
    public static final Permission AGENCY_EDIT = new Permission("AGENCY_EDIT");
}
