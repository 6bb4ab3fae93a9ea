package vn.toam.round;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Calendar;
import vn.toam.definition.Form;
import vn.toam.jobs.DueHandler;
import vn.toam.jobs.DueWork;
import vn.toam.shared.Rejected;

/**
 * Opens a standing round on the first day of each of its windows, for the calendar, whoever is signed in. Safe to run at any time and as often
 * as wanted: a round that exists is not opened again.
 */
@Component
class StandingRoundOpener implements DueHandler {

    static final String KIND = "round.standing";

    private static final Logger LOG = LoggerFactory.getLogger(StandingRoundOpener.class);

    private final RoundRepository repository;
    private final RoundService rounds;
    private final RoundChanges changes;
    private final DueWork due;
    private final Catalog catalog;
    private final Clock clock;

    StandingRoundOpener(
            RoundRepository repository,
            RoundService rounds,
            RoundChanges changes,
            DueWork due,
            Catalog catalog,
            Clock clock) {
        this.repository = repository;
        this.rounds = rounds;
        this.changes = changes;
        this.due = due;
        this.catalog = catalog;
        this.clock = clock;
    }

    static String key(String form, int scope) {
        return scope + " " + form;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Another catalogue may know other windows. */
    @Override
    public void renew() {
        repository.standing(0).forEach(each -> due.at(clock.instant(), KIND, key(each.form(), each.scope())));
    }

    @Override
    public void due(String key) {
        String[] parts = key.split(" ", 2);
        repository.standing(Integer.parseInt(parts[0])).stream()
                .filter(each -> each.form().equals(parts[1]))
                .forEach(this::open);
    }

    private void open(StandingRounds.Standing each) {
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
        due.at(next(calendar, today).atTime(LocalTime.MIN), KIND, key(each.form(), each.scope()));
    }

    private void open(Form form, int year, int part, StandingRounds.Standing each) {
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

    /** First day of the next window; a month on where no rules are known yet. */
    static LocalDate next(Calendar calendar, LocalDate today) {
        return IntStream.rangeClosed(today.getYear(), today.getYear() + 2)
                .boxed()
                .flatMap(year -> calendar.parts().stream()
                        .map(part -> calendar.forYear(year, part))
                        .flatMap(Optional::stream)
                        .map(rule -> rule.window().start(year)))
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo)
                .orElse(today.plusMonths(1));
    }
}
