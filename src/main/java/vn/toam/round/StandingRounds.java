package vn.toam.round;

import static vn.toam.round.RoundPermissions.FORM_REVIEW;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.audit.Audit;
import vn.toam.catalog.Calendar;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Form;
import vn.toam.shared.Access;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;

/**
 * Rounds that the calendar opens: whoever may open a round may say once that the same form is asked every period. On the first day of each
 * window the round opens by itself, with the dates and borders of the rules then in force.
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

    private static final Logger LOG = LoggerFactory.getLogger(StandingRounds.class);

    private final RoundRepository repository;
    private final RoundService rounds;
    private final RoundChanges changes;
    private final Catalog catalog;
    private final Access access;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StandingRounds(
            RoundRepository repository,
            RoundService rounds,
            RoundChanges changes,
            Catalog catalog,
            Access access,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.repository = repository;
        this.rounds = rounds;
        this.changes = changes;
        this.catalog = catalog;
        this.access = access;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** From now on the form is asked in {@code scope} every period. @param calendar blank: the form's own */
    @Transactional
    public void keep(String form, int scope, String calendar) {
        access.require(FORM_REVIEW, Subject.of(scope));
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

    /**
     * Opens every standing round whose window has begun. Safe to run at any time, as often as wanted and on several servers: a round that
     * exists is not opened again. One that cannot be opened is logged and does not keep the others from it. Acts for the calendar, whoever
     * is signed in.
     */
    public void openDue() {
        for (Standing each : repository.standing(0)) {
            try {
                transaction.executeWithoutResult(status -> open(each));
            } catch (RuntimeException e) {
                LOG.warn("{} in unit {} not opened: {}", each.form(), each.scope(), e.getMessage());
            }
        }
    }

    private void open(Standing each) {
        Form form = catalog.form(each.form());
        Calendar calendar = catalog.calendar(each.calendar().isBlank() ? form.calendar() : each.calendar());
        LocalDate today = LocalDate.now(clock);
        for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
            int asked = year;
            for (int part : calendar.parts()) {
                boolean begun = calendar.forYear(asked, part)
                        .filter(rule -> !rule.window().start(asked).isAfter(today)
                                && !rule.cutOff().atYear(asked).isBefore(today))
                        .isPresent();
                if (begun) {
                    open(form, asked, part, each);
                }
            }
        }
    }

    private void open(Form form, int year, int part, Standing each) {
        try {
            Round round = rounds.plan(form, year, part, each.scope(), each.calendar(), false);
            int expected = rounds.add(round);
            if (expected == 0) {
                repository.delete(round.id());
            } else {
                changes.opened(round, expected, null);
            }
        } catch (Rejected rejected) {
            LOG.warn("{} {} in unit {} not opened: {}", form.id(), year, each.scope(), rejected.problems());
        }
    }
}
