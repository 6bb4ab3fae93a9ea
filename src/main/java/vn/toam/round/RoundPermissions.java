package vn.toam.round;

import org.springframework.stereotype.Component;
import vn.toam.shared.ModulePermissions;
import vn.toam.shared.Permission;

/** What may be allowed with rounds and what comes of them. */
@Component
public final class RoundPermissions implements ModulePermissions {

    /** Asking for returns, accepting them and sending them back. */
    public static final Permission FORM_REVIEW = new Permission("FORM_REVIEW");

    /** Reading figures and returns. */
    public static final Permission FIGURES_READ = new Permission("FIGURES_READ");
}
