package vn.toam.round;

import static vn.toam.round.RoundPermissions.FORM_REVIEW;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.catalog.Catalog;
import vn.toam.jobs.DueWork;
import vn.toam.shared.Access;
import vn.toam.shared.Subject;

/**
 * Rounds that the calendar opens: whoever may open a round may say once that the same form is asked every period. On the first day of each
 * window the round opens by itself ({@link StandingRoundOpener}), with the dates and borders of the rules then in force.
 */
@Service
public class StandingRounds {

    /**
     * A round that opens by itself every period.
     *
     * @param scope the place it asks
     * @param calendar whose dates hold; blank: the form's own
     * @param name who said so
     */
    public record Standing(String form, int scope, String calendar, String name, Instant since) {}

    private final RoundRepository repository;
    private final DueWork due;
    private final Catalog catalog;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    StandingRounds(RoundRepository repository, DueWork due, Catalog catalog, Access access, Audit audit, Clock clock) {
        this.repository = repository;
        this.due = due;
        this.catalog = catalog;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** From now on the form is asked in {@code scope} every period. @param calendar blank: the form's own */
    @Transactional
    public void keep(String form, int scope, String calendar) {
        access.require(FORM_REVIEW, Subject.of(scope));
        due.at(clock.instant(), StandingRoundOpener.KIND, StandingRoundOpener.key(form, scope));
        repository.keep(catalog.form(form).id(), scope, calendar, access.me(), clock.instant());
        audit.record("collection.audit.standing", "unit", scope, Map.of("form", form));
    }

    /** No longer by itself; rounds that are open stay. */
    @Transactional
    public void drop(String form, int scope) {
        access.require(FORM_REVIEW, Subject.of(scope));
        if (repository.drop(form, scope)) {
            audit.record("collection.audit.standing.end", "unit", scope, Map.of("form", form));
        }
    }

    /** What opens by itself in a place. */
    public List<Standing> of(int scope) {
        access.require(FORM_REVIEW, Subject.of(scope));
        return repository.standing(scope);
    }
}
