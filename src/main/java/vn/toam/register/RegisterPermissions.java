package vn.toam.register;

import org.springframework.stereotype.Component;
import vn.toam.shared.ModulePermissions;
import vn.toam.shared.Permission;

/** What may be allowed with records of registers. */
@Component
public final class RegisterPermissions implements ModulePermissions {

    /** Keeping the records of a unit or of an agency: entering, changing, moving on, proving. */
    public static final Permission RECORD_KEEP = new Permission("RECORD_KEEP");

    /** Reading single records; {@link vn.toam.definition.Register.Sensitivity} narrows it. */
    public static final Permission RECORD_READ = new Permission("RECORD_READ");

    /** Making registers of a unit's own and adding fields to those of the country. */
    public static final Permission REGISTER_DEFINE = new Permission("REGISTER_DEFINE");
}
