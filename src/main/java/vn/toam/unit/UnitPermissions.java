package vn.toam.unit;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.toam.shared.ModulePermissions;
import vn.toam.shared.Permission;

/** What may be allowed with units. */
@Component
public final class UnitPermissions implements ModulePermissions {

    /** Reading units and agencies, which is public law: everybody's. */
    public static final Permission UNIT_READ = new Permission("UNIT_READ");

    /** Changing units: reorganisations. */
    public static final Permission UNIT_EDIT = new Permission("UNIT_EDIT");

    @Override
    public Set<Permission> openToAll() {
        return Set.of(UNIT_READ);
    }
}
