package vn.toam.collection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.round.Owed;
import vn.toam.round.Round;
import vn.toam.submission.SubmissionStatus;

/** Keeps made-up returns, a whole round in a few statements; only the demonstration asks for it. What they say is made up there. */
@Component
public class MadeUpReturns {

    private final MadeUpRepository repository;

    MadeUpReturns(MadeUpRepository repository) {
        this.repository = repository;
    }

    /** A return as it shall stand. @param at when it was sent; of a draft, last changed */
    public record Return(Owed owed, SubmissionStatus status, String figures, String notes, int version, Instant at) {}

    public boolean anyRound() {
        return repository.anyRound();
    }

    /** How many units of a province any round asks for a form of a year. */
    public int asked(int province, String form, int year) {
        return repository.asked(province, form, year);
    }

    /** Accepted figures of a form's returns of a year within a unit, as JSON. */
    public List<String> accepted(int province, String form, int year, int unit) {
        return repository.accepted(province, form, year, unit);
    }

    /**
     * Keeps returns, once and as they shall stand; one that is asked for meanwhile is left out.
     *
     * @param now no step is dated later; null: only where the returns stand is told, not how they came there
     */
    public void add(Round round, int province, List<Return> returns, String remark, @Nullable Instant now) {
        repository.add(round, province, returns, remark, now);
    }

    /** The planner should know at once how much there is. */
    public void analyze() {
        repository.analyze();
    }
}
