package vn.toam.submission;

/** What somebody does to a submission; each leaves a {@link Step}. */
public enum Action {
    /** Somebody of the reporting unit has typed it: its checker shall look. */
    ASK_CHECK,
    /** Typed, or checked: whoever signs for the reporting unit shall approve. */
    ASK_APPROVAL,
    /** The unit's own checker or approver hands it back inside the unit, with a remark. */
    DECLINE,
    /** The reporting unit sends it. */
    SUBMIT,
    /** The reporting unit takes back what nobody has decided on yet. */
    RECALL,
    /** The receiver accepts: its figures count from now on. */
    ACCEPT,
    /** The receiver sends it back with a remark; figures that counted no longer do. */
    RETURN,
    /** The reporting unit opens an accepted submission again, with a reason; the accepted figures count until the new ones are accepted. */
    AMEND,
    /** A unit above declares that it types for the unit, and from which paper. */
    PROXY,
    /** The receiver asks the unit about its figures; nothing is returned. */
    ASK,
    /** The unit answers. */
    ANSWER,
    /** A reorganisation of units made it out of the returns of former units, or passed it on to the unit that followed. */
    REORGANISE
}
