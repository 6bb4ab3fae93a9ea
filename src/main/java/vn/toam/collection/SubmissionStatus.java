package vn.toam.collection;

import java.util.Map;
import java.util.Optional;

/** Where a submission stands. The table below is the whole workflow: what is not in it cannot happen. */
public enum SubmissionStatus {
    DRAFT,
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    /** Its unit was reorganised while the round was open: the return of the unit that followed stands for it. Nothing more happens to it. */
    PASSED;

    private static final Map<SubmissionStatus, Map<Action, SubmissionStatus>> NEXT = Map.of(
            DRAFT, Map.of(Action.SUBMIT, SUBMITTED),
            SUBMITTED, Map.of(Action.RECALL, DRAFT, Action.ACCEPT, ACCEPTED, Action.RETURN, RETURNED),
            RETURNED, Map.of(Action.SUBMIT, SUBMITTED),
            ACCEPTED, Map.of(Action.AMEND, DRAFT, Action.RETURN, RETURNED));

    /** Where {@code action} leads from here; empty when it cannot be done now. */
    public Optional<SubmissionStatus> after(Action action) {
        return Optional.ofNullable(NEXT.getOrDefault(this, Map.of()).get(action));
    }

    /** True while the reporting unit may type. */
    public boolean editable() {
        return this == DRAFT || this == RETURNED;
    }
}
