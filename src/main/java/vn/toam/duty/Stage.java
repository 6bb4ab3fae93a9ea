package vn.toam.duty;

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
            case NEW ->
                Map.of(
                        RECEIVED, Side.ADDRESSEE,
                        REFUSED, Side.ADDRESSEE,
                        PAUSED, Side.GIVER,
                        CANCELLED, Side.GIVER,
                        PASSED, Side.SUCCESSION);
            case RECEIVED ->
                Map.of(
                        IN_PROGRESS, Side.ADDRESSEE,
                        REFUSED, Side.ADDRESSEE,
                        SUBMITTED, Side.ADDRESSEE,
                        PAUSED, Side.GIVER,
                        CANCELLED, Side.GIVER,
                        PASSED, Side.SUCCESSION);
            case REFUSED ->
                Map.of(NEW, Side.GIVER, PAUSED, Side.GIVER, CANCELLED, Side.GIVER, PASSED, Side.SUCCESSION);
            case IN_PROGRESS ->
                Map.of(
                        SUBMITTED, Side.ADDRESSEE,
                        BLOCKED, Side.ADDRESSEE,
                        PAUSED, Side.GIVER,
                        CANCELLED, Side.GIVER,
                        PASSED, Side.SUCCESSION);
            case BLOCKED ->
                Map.of(
                        IN_PROGRESS, Side.ADDRESSEE,
                        SUBMITTED, Side.ADDRESSEE,
                        PAUSED, Side.GIVER,
                        CANCELLED, Side.GIVER,
                        PASSED, Side.SUCCESSION);
            case SUBMITTED -> Map.of(DONE, Side.GIVER, SENT_BACK, Side.GIVER, CANCELLED, Side.GIVER);
            case SENT_BACK ->
                Map.of(IN_PROGRESS, Side.ADDRESSEE, PAUSED, Side.GIVER, CANCELLED, Side.GIVER, PASSED, Side.SUCCESSION);
            case DONE -> Map.of(SENT_BACK, Side.GIVER);
            case PAUSED ->
                Map.of(
                        NEW, Side.GIVER,
                        RECEIVED, Side.GIVER,
                        REFUSED, Side.GIVER,
                        IN_PROGRESS, Side.GIVER,
                        BLOCKED, Side.GIVER,
                        SENT_BACK, Side.GIVER,
                        CANCELLED, Side.GIVER,
                        PASSED, Side.SUCCESSION);
            case CANCELLED, PASSED -> Map.of();
        };
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
