package vn.toam.assignment;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The official position of a duty, beside what its agency says of it ({@link DutyStatus}). The only steps there are, with who may take
 * them, stand in {@link #next}.
 */
public enum Stage {
    NEW,
    RECEIVED,
    /** The agency says that it is not its business. */
    REFUSED,
    IN_PROGRESS,
    /** The agency cannot go on by itself. */
    BLOCKED,
    /** The agency says that it is done; whoever gave it has not confirmed it yet. */
    SUBMITTED,
    SENT_BACK,
    DONE,
    PAUSED,
    CANCELLED,
    /** The agency ended and its successors owe it. */
    PASSED;

    /** Stages that are neither done nor outside, {@link #PAUSED} among them. */
    public static final Set<Stage> OPEN = EnumSet.of(NEW, RECEIVED, REFUSED, IN_PROGRESS, BLOCKED, SENT_BACK, PAUSED);

    /** Stages in which the clock runs. */
    public static final Set<Stage> RUNNING = EnumSet.of(NEW, RECEIVED, REFUSED, IN_PROGRESS, BLOCKED, SENT_BACK);

    /** Who takes a step. */
    public enum Side {
        /** The agency that owes the duty. */
        ADDRESSEE,
        /** Whoever gave it, and confirms it. */
        GIVER,
        /** A reorganisation of units. */
        SUCCESSION
    }

    /** The steps from here, with who may take each; no other step exists. */
    public Map<Stage, Side> next() {
        return switch (this) {
            case NEW -> steps(Set.of(RECEIVED, REFUSED), Set.of(PAUSED, CANCELLED));
            case RECEIVED -> steps(Set.of(IN_PROGRESS, REFUSED, SUBMITTED), Set.of(PAUSED, CANCELLED));
            case REFUSED -> steps(Set.of(), Set.of(NEW, PAUSED, CANCELLED));
            case IN_PROGRESS -> steps(Set.of(SUBMITTED, BLOCKED), Set.of(PAUSED, CANCELLED));
            case BLOCKED -> steps(Set.of(IN_PROGRESS, SUBMITTED), Set.of(PAUSED, CANCELLED));
            case SUBMITTED -> steps(Set.of(), Set.of(DONE, SENT_BACK, CANCELLED));
            case SENT_BACK -> steps(Set.of(IN_PROGRESS), Set.of(PAUSED, CANCELLED));
            case DONE -> steps(Set.of(), Set.of(SENT_BACK));
            case PAUSED -> steps(Set.of(), Set.of(NEW, RECEIVED, REFUSED, IN_PROGRESS, BLOCKED, SENT_BACK, CANCELLED));
            case CANCELLED, PASSED -> Map.of();
        };
    }

    /** What is open passes to successors when its agency ends. */
    private Map<Stage, Side> steps(Set<Stage> addressee, Set<Stage> giver) {
        Map<Stage, Side> steps = new EnumMap<>(Stage.class);
        addressee.forEach(stage -> steps.put(stage, Side.ADDRESSEE));
        giver.forEach(stage -> steps.put(stage, Side.GIVER));
        if (open()) {
            steps.put(PASSED, Side.SUCCESSION);
        }
        return steps;
    }

    /** May {@code side} take it from here to {@code to}? */
    public boolean may(Side side, Stage to) {
        return next().get(to) == side;
    }

    /** True when a report of the agency can bring it to {@code to}: receiving it and beginning it go without saying. */
    public boolean reaches(Stage to) {
        if (to == this) {
            return this == RECEIVED || this == IN_PROGRESS || this == BLOCKED || this == SUBMITTED;
        }
        return to != NEW
                && to != REFUSED
                && (may(Side.ADDRESSEE, to)
                        || may(Side.ADDRESSEE, RECEIVED) && RECEIVED.reaches(to)
                        || this != BLOCKED && may(Side.ADDRESSEE, IN_PROGRESS) && IN_PROGRESS.may(Side.ADDRESSEE, to));
    }

    /** Done in the eyes of the agency: confirmed, or waiting for it. */
    public boolean done() {
        return this == SUBMITTED || this == DONE;
    }

    public boolean open() {
        return OPEN.contains(this);
    }

    /** True while days count against it. */
    public boolean running() {
        return RUNNING.contains(this);
    }
}
