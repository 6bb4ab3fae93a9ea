package vn.toam.village;

import org.springframework.stereotype.Component;
import vn.toam.shared.ModulePermissions;
import vn.toam.shared.Permission;

/** What may be allowed with villages; that there is one, and what it is called, everybody may know. */
@Component
public final class VillagePermissions implements ModulePermissions {

    /** Entering, changing, ending, merging and splitting villages of a commune. */
    public static final Permission VILLAGE_EDIT = new Permission("VILLAGE_EDIT");

    /** Seeing who heads a village, with phone numbers. */
    public static final Permission VILLAGE_PERSONS = new Permission("VILLAGE_PERSONS");
}
