package vn.toam.submission;

import static vn.toam.submission.SubmissionPermissions.FORM_APPROVE;
import static vn.toam.submission.SubmissionPermissions.FORM_CHECK;
import static vn.toam.submission.SubmissionPermissions.FORM_ENTER;

import vn.toam.shared.Permission;

/**
 * Through whose hands a return goes inside the reporting unit before it is sent. A small commune where one person does everything asks for
 * neither; the unit itself decides.
 *
 * @param checks a second person checks the figures
 * @param approves whoever signs for the unit approves
 */
public record ReturnRoute(boolean checks, boolean approves) {

    /** Typed and sent by the same person. */
    public static final ReturnRoute DIRECT = new ReturnRoute(false, false);

    /** The one step forward from a status; {@link Action#SUBMIT} where there is none, so that the workflow's table refuses it. */
    public Action forward(SubmissionStatus status) {
        return switch (status) {
            case DRAFT, RETURNED -> checks ? Action.ASK_CHECK : approves ? Action.ASK_APPROVAL : Action.SUBMIT;
            case CHECKING -> approves ? Action.ASK_APPROVAL : Action.SUBMIT;
            default -> Action.SUBMIT;
        };
    }

    /** What somebody of the reporting unit must hold to take that step. */
    public static Permission asks(SubmissionStatus status) {
        return switch (status) {
            case CHECKING -> FORM_CHECK;
            case APPROVING -> FORM_APPROVE;
            default -> FORM_ENTER;
        };
    }
}
