package vn.toam.round;

import static vn.toam.round.RoundPermissions.FIGURES_READ;
import static vn.toam.round.RoundPermissions.FORM_REVIEW;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Calendar;
import vn.toam.definition.Form;
import vn.toam.geography.Unit;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected;
import vn.toam.shared.Settings;
import vn.toam.shared.Subject;
import vn.toam.unit.UnitService;

/** Opens rounds. Dates, receivers and borders follow the calendar's rules in force at the cut-off, never the day it is typed. */
@Service
public class RoundService {

    private final RoundRepository rounds;
    private final ExpectedReturns returns;
    private final UnitService units;
    private final Catalog catalog;
    private final Access access;
    private final RoundChanges changes;
    private final Settings settings;
    private final Clock clock;

    RoundService(
            RoundRepository rounds,
            ExpectedReturns returns,
            UnitService units,
            Catalog catalog,
            Access access,
            RoundChanges changes,
            Settings settings,
            Clock clock) {
        this.rounds = rounds;
        this.returns = returns;
        this.units = units;
        this.catalog = catalog;
        this.access = access;
        this.changes = changes;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Asks every unit of the form's level within {@code scope}. Units that a nearer round already asks stay with it.
     *
     * @param calendar id of the calendar whose dates hold; blank: the form's own
     * @return the new round
     * @throws Rejected when no rule covers the year, or nobody is left to ask
     */
    @Transactional
    public Round open(String form, int year, int scope, String calendar) {
        return open(form, year, 0, scope, calendar, null);
    }

    /**
     * The same for a part of a year, or by an earlier day than the rules give.
     *
     * @param part 1 to 4 a quarter, 5 and 6 a half-year, 0 the whole
     * @param due the place's own last day: between the cut-off and the day of the rules; null: that day
     */
    @Transactional
    public Round open(String form, int year, int part, int scope, String calendar, @Nullable LocalDate due) {
        return open(catalog.form(form), year, part, scope, calendar, due);
    }

    /** The same for a form in hand, such as one that the place made for itself. */
    @Transactional
    public Round open(Form form, int year, int part, int scope, String calendar, @Nullable LocalDate due) {
        access.require(FORM_REVIEW, Subject.of(scope));
        Round ruled = plan(form, year, part, scope, calendar, false);
        if (due != null && (due.isBefore(ruled.cutOff()) || due.isAfter(ruled.due()))) {
            throw Rejected.field("due", "collection.problem.earlier", ruled.cutOff(), ruled.due());
        }
        Round round = due == null ? ruled : ruled.due(due);
        int expected = add(round);
        if (expected == 0) {
            throw Rejected.field("form", "collection.problem.nobody", String.valueOf(year));
        }
        changes.opened(round, expected, access.me());
        return round;
    }

    /**
     * Asks every unit of the form's level within {@code scope} once more, beside the yearly rounds. Its figures stand for themselves.
     *
     * @param occasion why, in a few words: the round goes by it
     * @param cutOff figures up to this day, in the borders of that day and about its year
     * @param due last day to send, after the cut-off (Decree 09/2019, Article 8) and not past
     * @throws Rejected naming what is wrong
     */
    @Transactional
    public Round openAdHoc(
            String form, int scope, String occasion, @Nullable LocalDate cutOff, @Nullable LocalDate due) {
        access.require(FORM_REVIEW, Subject.of(scope));
        return openAdHoc(catalog.form(form), scope, List.of(), occasion, cutOff, due);
    }

    /**
     * The same for a form in hand, such as one that the place made for itself.
     *
     * @param chosen places within {@code scope} whose units alone are asked; empty: all of them
     */
    @Transactional
    public Round openAdHoc(
            Form form,
            int scope,
            List<Integer> chosen,
            String occasion,
            @Nullable LocalDate cutOff,
            @Nullable LocalDate due) {
        access.require(FORM_REVIEW, Subject.of(scope));
        String why = occasion.strip();
        LocalDate today = LocalDate.now(clock);
        if (why.length() < 5 || why.length() > 200) {
            throw Rejected.field("occasion", "collection.problem.occasion");
        }
        if (cutOff == null || cutOff.isBefore(today.minusYears(1)) || cutOff.isAfter(today.plusYears(1))) {
            throw Rejected.field("cutOff", "collection.problem.cutOff", today.minusYears(1), today.plusYears(1));
        }
        if (due == null || !due.isAfter(cutOff) || due.isBefore(today) || due.isAfter(today.plusYears(1))) {
            throw Rejected.field("lastDay", "collection.problem.lastDay", cutOff, today.plusYears(1));
        }
        Round round = adHoc(form, scope, why, cutOff, due);
        int expected = add(round, chosen);
        if (expected == 0) {
            throw Rejected.field("form", "collection.problem.none");
        }
        changes.opened(round, expected, access.me());
        return round;
    }

    private Round adHoc(Form form, int scope, String occasion, LocalDate cutOff, LocalDate due) {
        if (form.shell()) {
            throw Rejected.field("form", "collection.problem.shell");
        }
        int year = cutOff.getYear();
        Calendar.RuleSet rules = catalog.calendar(form.calendar()).rules().stream()
                .filter(rule -> rule.holds(cutOff) && rule.step(form.level()).isPresent())
                .findFirst()
                .orElseThrow(() -> Rejected.field("cutOff", "collection.problem.noRule", String.valueOf(year)));
        Unit place = existing(scope, cutOff, "cutOff");
        return new Round(
                UUID.randomUUID(),
                form.id(),
                form.version(),
                year,
                0,
                place.id(),
                form.level(),
                rules.id(),
                cutOff,
                LocalDate.now(clock),
                cutOff,
                due,
                null,
                occasion,
                false);
    }

    private Unit existing(int scope, LocalDate on, String input) {
        Unit place = units.find(scope, on);
        if (!place.validity().on(on)) {
            throw Rejected.field(input, "collection.problem.noUnit", place.fullName(), on);
        }
        return place;
    }

    /**
     * A round, for those it asks, within whom it asks, or above them.
     *
     * @throws NotFound when there is none
     * @throws NotAllowed when it asks nobody of the account's place
     */
    @Transactional(readOnly = true)
    public Round find(UUID id) {
        Me me = access.require(FIGURES_READ);
        Round round = rounds.find(id).orElseThrow(() -> new NotFound("round " + id));
        if (!returns.asks(round, me.unit()) && !access.allows(FIGURES_READ, Subject.of(round.scope()))) {
            throw new NotAllowed();
        }
        return round;
    }

    /** The day whose borders the units of a round follow. No secret: asked with every figure that comes over the interface, before the rights are. */
    public LocalDate geography(UUID id) {
        return rounds.geography(id).orElseThrow(() -> new NotFound("round " + id));
    }

    /** A round that is there and open; for the calendar alone, which is nobody. */
    @Transactional(readOnly = true)
    public Optional<Round> stillOpen(UUID id) {
        return rounds.find(id).filter(Round::open);
    }

    /** Open rounds whose last day lies in between; for the calendar alone, which is nobody. */
    @Transactional(readOnly = true)
    public List<Round> openDue(LocalDate from, LocalDate to) {
        return rounds.openDue(from, to);
    }

    /** The rounds of some forms that a place opened, newest first. */
    @Transactional(readOnly = true)
    public List<Round> of(List<String> forms, int scope) {
        access.require(FORM_REVIEW, Subject.of(scope));
        return rounds.of(forms, scope);
    }

    /**
     * A round of a make-believe year.
     *
     * @param owed the returns it asks for, by province: still to be kept, once and as they shall stand
     */
    public record MadeUp(Round round, Map<Integer, List<Owed>> owed) {}

    /**
     * Opens a round of a make-believe year; demonstrations only, by nobody.
     *
     * @param borders the year whose rules and borders hold instead of its own; null: its own
     * @param closed true: it was closed a month after its last day, or is now
     * @return the round; empty when everybody is already asked
     * @throws NotAllowed in a real installation
     */
    @Transactional
    public Optional<MadeUp> makeUp(
            String form, int year, int scope, String calendar, @Nullable Integer borders, boolean closed) {
        if (!settings.demo()) {
            throw new NotAllowed();
        }
        Round round = plan(catalog.form(form), borders == null ? year : borders, 0, scope, calendar, true)
                .about(year);
        if (closed) {
            Instant end = round.due().plusMonths(1).atStartOfDay(Numbers.ZONE).toInstant();
            Instant now = clock.instant();
            round = round.closed(end.isBefore(now) ? end : now);
        }
        if (!rounds.add(round)) {
            return Optional.empty();
        }
        Map<Integer, List<Owed>> owing =
                returns.owed(round, receivers(round)).stream().collect(Collectors.groupingBy(Owed::province));
        return owing.isEmpty() ? Optional.empty() : Optional.of(new MadeUp(round, owing));
    }

    /** The round as the rules give it; not yet kept. */
    Round plan(Form form, int year, int part, int scope, String calendar, boolean demo) {
        if (form.shell()) {
            throw Rejected.field("form", "collection.problem.shell");
        }
        Calendar.RuleSet rules = catalog.calendar(calendar.isBlank() ? form.calendar() : calendar)
                .forYear(year, part)
                .orElseThrow(() -> Rejected.field("year", "collection.problem.noRule", String.valueOf(year)));
        LocalDate cutOff = rules.cutOff().atYear(year);
        LocalDate due = rules.due(form.level(), year)
                .orElseThrow(() -> Rejected.field("form", "collection.problem.noRule", String.valueOf(year)));
        existing(scope, cutOff, "year");
        return new Round(
                UUID.randomUUID(),
                form.id(),
                form.version(),
                year,
                part,
                scope,
                form.level(),
                rules.id(),
                cutOff,
                rules.window().start(year),
                cutOff,
                due,
                null,
                null,
                demo);
    }

    /** Keeps the round with its empty submissions; how many. 0: everybody is already asked. */
    int add(Round round) {
        return add(round, List.of());
    }

    private int add(Round round, List<Integer> chosen) {
        return rounds.add(round) ? returns.expect(round, receivers(round), chosen, clock.instant()) : 0;
    }

    /** Level of the units that accept. */
    private String receivers(Round round) {
        Calendar.RuleSet rules = catalog.all(Calendar.class).stream()
                .flatMap(calendar -> calendar.rules().stream())
                .filter(rule -> rule.id().equals(round.ruleSet()))
                .findFirst()
                .orElseThrow();
        String to = rules.step(round.level()).orElseThrow().to();
        return to.equals("MINISTRY") ? "COUNTRY" : to;
    }
}
