package vn.toam.submission;

import java.util.Map;
import java.util.Optional;

/** Where a submission stands. The table below is the whole workflow: what is not in it cannot happen. */
public enum SubmissionStatus {
    DRAFT,
    /** Waits for the reporting unit's own checker. */
    CHECKING,
    /** Waits for whoever signs for the reporting unit. */
    APPROVING,
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    /** Its unit was reorganised while the round was open: the return of the unit that followed stands for it. Nothing more happens to it. */
    PASSED;

    private static final Map<SubmissionStatus, Map<Action, SubmissionStatus>> NEXT = Map.of(
            DRAFT,
            Map.of(
                    Action.ASK_CHECK, CHECKING,
                    Action.ASK_APPROVAL, APPROVING,
                    Action.SUBMIT, SUBMITTED,
                    Action.PROXY, DRAFT),
            CHECKING,
            Map.of(
                    Action.ASK_APPROVAL, APPROVING,
                    Action.SUBMIT, SUBMITTED,
                    Action.DECLINE, DRAFT,
                    Action.RECALL, DRAFT),
            APPROVING,
            Map.of(Action.SUBMIT, SUBMITTED, Action.DECLINE, DRAFT, Action.RECALL, DRAFT),
            SUBMITTED,
            Map.of(
                    Action.RECALL, DRAFT,
                    Action.ACCEPT, ACCEPTED,
                    Action.RETURN, RETURNED,
                    Action.ASK, SUBMITTED,
                    Action.ANSWER, SUBMITTED),
            RETURNED,
            Map.of(
                    Action.ASK_CHECK, CHECKING,
                    Action.ASK_APPROVAL, APPROVING,
                    Action.SUBMIT, SUBMITTED,
                    Action.PROXY, RETURNED),
            ACCEPTED,
            Map.of(
                    Action.AMEND, DRAFT,
                    Action.RETURN, RETURNED,
                    Action.ASK, ACCEPTED,
                    Action.ANSWER, ACCEPTED));

    /** Where {@code action} leads from here; empty when it cannot be done now. */
    public Optional<SubmissionStatus> after(Action action) {
        return Optional.ofNullable(NEXT.getOrDefault(this, Map.of()).get(action));
    }

    /** True while the reporting unit may type. */
    public boolean editable() {
        return this == DRAFT || this == RETURNED;
    }

    /** True while it goes from hand to hand inside the reporting unit. */
    public boolean inside() {
        return this == CHECKING || this == APPROVING;
    }
}
