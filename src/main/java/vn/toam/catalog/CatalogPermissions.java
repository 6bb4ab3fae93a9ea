package vn.toam.catalog;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.toam.shared.ModulePermissions;
import vn.toam.shared.Permission;

/** What may be allowed with the catalogue. */
@Component
public final class CatalogPermissions implements ModulePermissions {

    /** Reading what is asked and counted: everybody's. */
    public static final Permission CATALOG_READ = new Permission("CATALOG_READ");

    @Override
    public Set<Permission> openToAll() {
        return Set.of(CATALOG_READ);
    }
}
