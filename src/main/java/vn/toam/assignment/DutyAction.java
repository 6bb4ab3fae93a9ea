package vn.toam.assignment;

/** What was done to a duty, as its history tells it. */
public enum DutyAction {
    REPORT,
    RECEIVE,
    REFUSE,
    /** The giver says that it stays with the agency. */
    INSIST,
    CONFIRM,
    SEND_BACK,
    PAUSE,
    RESUME,
    CANCEL,
    ANSWER,
    ASK_EXTENSION,
    EXTEND,
    /** An extension was not granted. */
    KEEP_DUE,
    URGE,
    /** The plan of one's own that was asked for came into force. */
    OWN_PLAN,
    /** The plan was amended. */
    CHANGE,
    /** Given to another agency. */
    REASSIGN
}
