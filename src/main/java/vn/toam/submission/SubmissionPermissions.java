package vn.toam.submission;

import org.springframework.stereotype.Component;
import vn.toam.shared.ModulePermissions;
import vn.toam.shared.Permission;

/** What may be allowed with returns, beside {@link vn.toam.round.RoundPermissions}. */
@Component
public final class SubmissionPermissions implements ModulePermissions {

    /** Filling the forms of a unit and sending them. */
    public static final Permission FORM_ENTER = new Permission("FORM_ENTER");

    /** Checking them before they are sent, where the unit asks for it. */
    public static final Permission FORM_CHECK = new Permission("FORM_CHECK");

    /** Approving them, where the unit asks for it; deciding whether it does. */
    public static final Permission FORM_APPROVE = new Permission("FORM_APPROVE");

    /** Typing a return from its paper for a unit below. */
    public static final Permission FORM_PROXY = new Permission("FORM_PROXY");
}
