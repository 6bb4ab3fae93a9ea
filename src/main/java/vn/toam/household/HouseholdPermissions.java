package vn.toam.household;

import org.springframework.stereotype.Component;
import vn.toam.shared.ModulePermissions;
import vn.toam.shared.Permission;

/** What may be allowed with the household book. */
@Component
public final class HouseholdPermissions implements ModulePermissions {

    /** Keeping the book of a commune: opening, changing, closing households, ticking whom a service reached. */
    public static final Permission HOUSEHOLD_KEEP = new Permission("HOUSEHOLD_KEEP");

    /** Reading who lives in a commune, household by household. */
    public static final Permission HOUSEHOLD_READ = new Permission("HOUSEHOLD_READ");

    /** Reading how many households there are, never which. */
    public static final Permission HOUSEHOLD_FIGURES = new Permission("HOUSEHOLD_FIGURES");
}
