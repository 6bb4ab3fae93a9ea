package vn.toam.round;

import static vn.toam.round.RoundPermissions.FIGURES_READ;
import static vn.toam.round.RoundPermissions.FORM_REVIEW;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;

/**
 * What is done to a round after it was opened: a later last day, closing, opening again. Every step is kept with its reason and told to
 * the units ({@link Changed}); an extension, and an opening that nobody has answered yet, can be taken back.
 */
@Service
public class RoundChanges {

    /** What can be done to a round. */
    public enum Verb {
        /** Every unit is asked. */
        OPEN,
        /** A later last day, with a reason that everybody reads. */
        EXTEND,
        /** An extension is taken back. */
        UNDO,
        /** Nothing more is typed, sent or returned. */
        CLOSE,
        /** A closed round goes on, with a reason. */
        REOPEN
    }

    /**
     * Something done to a whole round.
     *
     * @param account who; null: the calendar itself
     * @param name how the account was called then; blank for the calendar
     * @param remark why; asked for an extension and for opening again
     * @param dueBefore last day to send until then; null when it did not change
     * @param due last day to send from then on
     */
    public record Step(
            Instant at,
            @Nullable UUID account,
            String name,
            Verb verb,
            String remark,
            @Nullable LocalDate dueBefore,
            LocalDate due) {}

    /**
     * Published when something was done to a whole round, inside the same transaction: whoever tells the units hears of it.
     *
     * @param round as it is now
     */
    public record Changed(Round round, Step step) {}

    private final RoundRepository rounds;
    private final ExpectedReturns returns;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoundChanges(
            RoundRepository rounds,
            ExpectedReturns returns,
            Access access,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rounds = rounds;
        this.returns = returns;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The way of the round so far, oldest first. */
    @Transactional(readOnly = true)
    public List<Step> steps(UUID id) {
        access.require(FIGURES_READ);
        return rounds.steps(id);
    }

    /**
     * Gives every unit of the round more time.
     *
     * @param due the new last day: after the old one, not past, at most a year later
     * @param reason read by every unit
     */
    @Transactional
    public void extend(UUID id, @Nullable LocalDate due, String reason) {
        Round round = change(id, true);
        if (due == null
                || !due.isAfter(round.due())
                || due.isBefore(LocalDate.now(clock))
                || due.isAfter(round.due().plusYears(1))) {
            throw Rejected.field("due", "collection.problem.extend", round.due());
        }
        String why = why(reason, "collection.problem.extend.reason");
        rounds.due(id, due);
        took(Verb.EXTEND, why, round.due(), round(id));
    }

    /**
     * Ends a round: nothing more is typed, sent or returned.
     *
     * @param missing how many units have not sent, as the account asking was told: they cannot send any more
     * @throws Rejected when it is another number
     */
    @Transactional
    public void close(UUID id, int missing) {
        change(id, true);
        int left = returns.missing(id);
        if (left != missing) {
            throw Rejected.field("missing", "collection.problem.close.missing", left);
        }
        rounds.close(id, clock.instant());
        took(Verb.CLOSE, "", null, round(id));
    }

    /** Lets a closed round go on. @param reason read by every unit */
    @Transactional
    public void reopen(UUID id, String reason) {
        change(id, false);
        String why = why(reason, "collection.problem.reopen.reason");
        rounds.reopen(id);
        took(Verb.REOPEN, why, null, round(id));
    }

    /**
     * Takes back the last step: an extension, or an opening while nobody has typed anything; then the round is gone.
     *
     * @return the round as it is now; null when it is gone
     * @throws Rejected when the last step is of another kind
     */
    @Transactional
    public @Nullable Round undo(UUID id) {
        Round round = change(id, true);
        Step last = takenBack(id);
        if (last == null) {
            throw Rejected.because("collection.problem.undo");
        }
        if (last.verb() == Verb.OPEN) {
            returns.withdraw(id);
            rounds.delete(id);
            audit.record("collection.audit.withdraw", "round", id, Map.of("form", round.form(), "year", round.year()));
            return null;
        }
        LocalDate before = last.dueBefore() == null ? round.due() : last.dueBefore();
        rounds.due(id, before);
        took(Verb.UNDO, "", round.due(), round(id));
        return round(id);
    }

    /** The last step if it can be taken back, else null. */
    @Transactional(readOnly = true)
    public @Nullable Step undoable(UUID id) {
        access.require(FIGURES_READ);
        return takenBack(id);
    }

    private @Nullable Step takenBack(UUID id) {
        List<Step> way = rounds.steps(id);
        if (way.isEmpty()) {
            return null;
        }
        Step last = way.getLast();
        return switch (last.verb()) {
            case EXTEND -> last;
            case OPEN -> returns.untouched(id) ? last : null;
            case UNDO, CLOSE, REOPEN -> null;
        };
    }

    /** Notes the opening, by somebody or, when nobody is signed in, by the calendar. */
    void opened(Round round, int expected, @Nullable Me me) {
        note(Verb.OPEN, "", null, round, me);
        audit.recordFor(
                me,
                "collection.audit.open",
                "round",
                round.id(),
                Map.of("form", round.form(), "year", round.year(), "expected", expected));
    }

    private void took(Verb verb, String remark, @Nullable LocalDate before, Round now) {
        note(verb, remark, before, now, access.me());
        audit.record(
                "collection.audit.round." + verb,
                "round",
                now.id(),
                Map.of("remark", remark, "due", now.due().toString()));
    }

    private void note(Verb verb, String remark, @Nullable LocalDate before, Round now, @Nullable Me me) {
        Instant at = clock.instant();
        Step step = new Step(
                at, me == null ? null : me.account(), me == null ? "" : me.name(), verb, remark, before, now.due());
        rounds.addStep(now.id(), step);
        events.publishEvent(new Changed(now, step));
    }

    private Round change(UUID id, boolean open) {
        Round asked = round(id);
        access.require(FORM_REVIEW, Subject.of(asked.scope()));
        rounds.lock(id);
        Round round = round(id);
        if (round.open() != open) {
            throw Rejected.because(open ? "collection.problem.round.closed" : "collection.problem.round.open");
        }
        return round;
    }

    private Round round(UUID id) {
        return rounds.find(id).orElseThrow(() -> new NotFound("round " + id));
    }

    private static String why(String reason, String key) {
        String clean = reason.strip();
        if (clean.length() < 5 || clean.length() > 1_000) {
            throw Rejected.field("reason", key);
        }
        return clean;
    }
}
