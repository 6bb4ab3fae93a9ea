package vn.toam.coordination;

import static vn.toam.assignment.DutyPermissions.TASK_URGE;
import static vn.toam.round.RoundPermissions.FIGURES_READ;
import static vn.toam.submission.SubmissionPermissions.FORM_ENTER;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.catalog.Catalog;
import vn.toam.collection.CollectionFigures;
import vn.toam.definition.Calendar;
import vn.toam.definition.Form;
import vn.toam.geography.Unit;
import vn.toam.notice.MailQueue;
import vn.toam.notice.Notifier;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.Slice;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;

/**
 * Who has not sent, and reminding them: one or all with one click, or by the calendar on the days that its rules name. A unit is reminded of
 * a round at most once a day, whoever asks how often.
 */
@Service
public class Reminders {

    /** A day missed (the server was off) is made up for so long. */
    private static final int CATCH_UP = 2;

    private final LateRepository late;
    private final Notifier notifier;
    private final MailQueue post;
    private final RoundService rounds;
    private final CollectionFigures figures;
    private final UnitService units;
    private final Catalog catalog;
    private final Words words;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Reminders(
            LateRepository late,
            Notifier notifier,
            MailQueue post,
            RoundService rounds,
            CollectionFigures figures,
            UnitService units,
            Catalog catalog,
            Words words,
            Access access,
            Audit audit,
            Clock clock) {
        this.late = late;
        this.notifier = notifier;
        this.post = post;
        this.rounds = rounds;
        this.figures = figures;
        this.units = units;
        this.catalog = catalog;
        this.words = words;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** One page of the board. */
    @Transactional(readOnly = true)
    public LateView board(UUID id, LateView.Asked asked) {
        return board(id, asked, LateRepository.PAGE);
    }

    /** The board with all its rows. */
    @Transactional(readOnly = true)
    LateView whole(UUID id, LateView.Asked asked) {
        return board(id, asked, LateRepository.MOST);
    }

    /** A few of those in a place that have not sent, the first by name. */
    @Transactional(readOnly = true)
    public List<Unit> some(Round round, int unit, int most) {
        access.require(FIGURES_READ, Subject.of(unit));
        Unit place = units.find(unit, round.geography());
        List<Integer> first = late.some(where(round, place), most);
        Map<Integer, Unit> named =
                units.findAll(first, round.geography()).stream().collect(Collectors.toMap(Unit::id, each -> each));
        return first.stream().map(named::get).filter(Objects::nonNull).toList();
    }

    private LateView board(UUID id, LateView.Asked asked, int most) {
        Round round = rounds.find(id);
        Integer unit = asked.unit();
        int shown = unit != null
                ? unit
                : access.allows(FIGURES_READ, Subject.of(round.scope()))
                        ? round.scope()
                        : access.me().unit();
        access.require(FIGURES_READ, Subject.of(shown));
        Unit place = units.find(shown, round.geography());
        LateRepository.Place where = where(round, place);
        Map<LateState, Integer> counts = late.counts(where);
        Slice<LateRow> slice = late.page(where, asked, counts.getOrDefault(asked.state(), 0), most);
        List<Integer> named = slice.items().stream()
                .flatMap(row -> Stream.of(row.unit(), row.above()))
                .distinct()
                .toList();
        return new LateView(
                round,
                catalog.form(round.form(), round.formVersion()),
                place,
                days(round),
                counts,
                asked,
                slice,
                LocalDate.now(clock),
                late.unreminded(where, LocalDate.now(clock)),
                units.findAll(named, round.geography()).stream().collect(Collectors.toMap(Unit::id, each -> each)),
                round.open() && access.allows(TASK_URGE, Subject.of(shown)),
                post.works());
    }

    /**
     * Reminds whoever is late in a place.
     *
     * @param unit the place
     * @param only one unit of it; null: all
     * @return how many were reminded: those already reminded today are not again
     */
    @Transactional
    public int remind(UUID id, int unit, @Nullable Integer only) {
        Round round = rounds.find(id);
        access.require(TASK_URGE, Subject.of(only == null ? unit : only));
        if (!round.open()) {
            return 0;
        }
        LocalDate today = LocalDate.now(clock);
        Unit place = units.find(unit, round.geography());
        List<Integer> reminded = late.remind(where(round, place), only, today, today, clock.instant(), access.me());
        tell(round, reminded);
        if (!reminded.isEmpty()) {
            audit.record("coordination.audit.remind", "round", id, Map.of("units", reminded.size()));
        }
        return reminded.size();
    }

    /** Reminds by the calendar, when the rules of the round name today or a day just missed. Acts for the calendar itself. */
    @Transactional
    void byCalendar(Round round) {
        LocalDate today = LocalDate.now(clock);
        named(round)
                .filter(day -> !day.isAfter(today) && !day.isBefore(today.minusDays(CATCH_UP)))
                .max(LocalDate::compareTo)
                .ifPresent(day -> {
                    Unit place = units.find(round.scope(), round.geography());
                    tell(round, late.remind(where(round, place), null, day, today, clock.instant(), (Me) null));
                });
    }

    /** The next day after {@code today} on which the rules remind of the round. */
    Optional<LocalDate> next(Round round, LocalDate today) {
        return named(round).filter(day -> day.isAfter(today)).min(LocalDate::compareTo);
    }

    /** The days on which the rules remind. */
    private Stream<LocalDate> named(Round round) {
        return catalog.all(Calendar.class).stream()
                .flatMap(calendar -> calendar.rules().stream())
                .filter(rule -> rule.id().equals(round.ruleSet()))
                .flatMap(rule -> rule.remind().stream())
                .map(days -> round.due().plusDays(days));
    }

    private void tell(Round round, List<Integer> reminded) {
        if (reminded.isEmpty()) {
            return;
        }
        Form form = catalog.form(round.form(), round.formVersion());
        Text text = new Text(sentence(round, form, Locale.of("vi")), sentence(round, form, Locale.ENGLISH));
        String link = "/collection/forms/" + round.id() + "/{unit}";
        notifier.tell(reminded, FORM_ENTER, text, link);
        String subject = words.get(
                Locale.of("vi"),
                "coordination.mail.subject",
                form.name().vi(),
                words.get(Locale.of("vi"), round.period(), round.says()),
                round.due());
        post.write(
                units.findAll(reminded, round.geography()).stream()
                        .map(unit -> new MailQueue.ToUnit(
                                unit.id(),
                                subject,
                                words.get(
                                        Locale.of("vi"),
                                        "coordination.mail.body",
                                        unit.fullName().vi(),
                                        text.vi()),
                                link.replace("{unit}", String.valueOf(unit.id()))))
                        .toList(),
                FORM_ENTER);
    }

    private String sentence(Round round, Form form, Locale locale) {
        int days = days(round);
        return words.get(
                locale,
                days >= 0 ? "coordination.remind.before" : "coordination.remind.after",
                form.name().in(locale),
                words.get(locale, round.period(), round.says()),
                round.due(),
                Math.abs(days));
    }

    private LateRepository.Place where(Round round, Unit place) {
        return new LateRepository.Place(round, place.province(), figures.within(place.id()));
    }

    private int days(Round round) {
        return (int) ChronoUnit.DAYS.between(LocalDate.now(clock), round.due());
    }
}
