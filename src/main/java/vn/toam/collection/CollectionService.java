package vn.toam.collection;

import static vn.toam.round.RoundPermissions.FIGURES_READ;
import static vn.toam.round.RoundPermissions.FORM_REVIEW;
import static vn.toam.submission.SubmissionPermissions.FORM_ENTER;
import static vn.toam.submission.SubmissionPermissions.FORM_PROXY;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Form;
import vn.toam.definition.LineRules;
import vn.toam.geography.Origin;
import vn.toam.round.Round;
import vn.toam.round.Rounds;
import vn.toam.shared.Access;
import vn.toam.shared.Conflict;
import vn.toam.shared.Me;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Subject;
import vn.toam.submission.Action;
import vn.toam.submission.Cells;
import vn.toam.submission.Figures;
import vn.toam.submission.Filling;
import vn.toam.submission.ReturnRoute;
import vn.toam.submission.Step;
import vn.toam.submission.Submission;
import vn.toam.submission.SubmissionStatus;
import vn.toam.submission.TypedReturn;
import vn.toam.unit.Geographies;

/**
 * Filling, sending, accepting and returning. Each verb is one transaction and carries the client's key: the same request again does
 * nothing and is answered like the first, so that a page on a bad line may simply repeat it.
 */
@Service
public class CollectionService {

    /**
     * What saving did.
     *
     * @param version version now; the next save names it
     * @param at when
     */
    public record Saved(int version, Instant at) {}

    /**
     * What merging cells did.
     *
     * @param theirs cells that somebody else changed meanwhile and that were therefore not saved: name to what is stored
     * @param unread cells that cannot be read and were not saved
     * @param by who changed {@code theirs}; blank: nobody
     * @param cells when others saved since the typist looked: every cell as it is stored now; else empty
     */
    record Merged(
            Saved saved, Map<String, String> theirs, List<Problem> unread, Map<String, String> cells, String by) {}

    private static final int TRIES = 5;

    /**
     * Published when somebody did something to a return, inside the same transaction.
     *
     * @param submission as it was before
     */
    public record Moved(Submission submission, Action action, String remark) {}

    /** Kind of the audit entries; their id is {@code <round>/<unit>}. */
    static final String SUBJECT = "submission";

    private final Rounds rounds;
    private final SubmissionRepository submissions;
    private final FourEyes eyes;
    private final Counting counting;
    private final Geographies places;
    private final LastYear lastYear;
    private final Consolidation consolidation;
    private final LineCounts counts;
    private final Catalog catalog;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CollectionService(
            Rounds rounds,
            SubmissionRepository submissions,
            FourEyes eyes,
            Counting counting,
            Geographies places,
            LastYear lastYear,
            Consolidation consolidation,
            LineCounts counts,
            Catalog catalog,
            Access access,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rounds = rounds;
        this.submissions = submissions;
        this.eyes = eyes;
        this.counting = counting;
        this.places = places;
        this.lastYear = lastYear;
        this.consolidation = consolidation;
        this.counts = counts;
        this.catalog = catalog;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Saves what was typed. Unusual figures are saved too: only {@link #submit} stops them.
     *
     * @param seen version the typist saw
     * @throws Rejected when something cannot be read; then nothing is saved
     * @throws Conflict when somebody else saved meanwhile, or the form was sent
     */
    @Transactional
    public Saved save(UUID round, int unit, int seen, TypedReturn typed, String key) {
        return save(round, unit, seen, typed, key, false);
    }

    /**
     * Declares that nothing happened: every line still blank becomes 0, on purpose and recorded as such. Differs from a missing return,
     * which stays missing.
     */
    @Transactional
    public Saved nilReturn(UUID round, int unit, int seen, TypedReturn typed, String key) {
        return save(round, unit, seen, typed, key, true);
    }

    private Saved save(UUID round, int unit, int seen, TypedReturn typed, String key, boolean nil) {
        requireEntry(round, unit);
        Form form = form(open(round));
        Filling found = filling(round, unit);
        if (found.keys().indexOf(key) == 0) {
            return saved(found);
        }
        List<Problem> problems = new ArrayList<>();
        Submission after = Figures.apply(form, found.submission(), typed, problems);
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        Instant now = clock.instant();
        eyes.touched(after);
        return submissions
                .save(
                        nil ? Figures.nil(form, after, context(form, after).before()) : after,
                        seen,
                        found.keys(key),
                        access.me().name(),
                        now)
                .map(version -> new Saved(version, now))
                .or(() -> Optional.of(filling(round, unit))
                        .filter(again -> again.keys().indexOf(key) == 0)
                        .map(CollectionService::saved))
                .orElseThrow(() -> new Conflict("submission " + round + "/" + unit));
    }

    /**
     * Saves changed cells, each on its own: see {@link Cells}. One read and one write of one row; whoever saves in between is read again.
     *
     * @param seen version the typist saw last; 0 asks for all cells
     * @throws Conflict when the form was sent
     */
    @Transactional
    Merged merge(UUID round, int unit, int seen, List<Cells.Cell> cells, String key) {
        requireEntry(round, unit);
        Form form = form(open(round));
        for (int i = 0; i < TRIES; i++) {
            Filling found = filling(round, unit);
            Submission before = found.submission();
            if (!before.status().editable()) {
                break;
            }
            Cells.Merge merge = Cells.merge(form, before, cells, found.keys().contains(key));
            Instant now = clock.instant();
            String by = merge.theirs().isEmpty() ? "" : submissions.changedBy(before);
            Optional<Saved> saved = merge.changed()
                    ? submissions
                            .save(
                                    merge.after(),
                                    before.version(),
                                    found.keys(key),
                                    access.me().name(),
                                    now)
                            .map(version -> new Saved(version, now))
                    : Optional.of(saved(found));
            if (saved.isPresent()) {
                if (merge.changed()) {
                    eyes.touched(before);
                }
                boolean alone = before.version() == seen;
                return new Merged(
                        saved.get(),
                        merge.theirs(),
                        merge.unread(),
                        alone ? Map.of() : Cells.all(form, merge.after()),
                        by);
            }
        }
        throw new Conflict("submission " + round + "/" + unit);
    }

    private static Saved saved(Filling found) {
        return new Saved(found.submission().version(), found.submission().changedAt());
    }

    private Filling filling(UUID round, int unit) {
        return submissions.filling(round, unit).orElseThrow(() -> new NotFound("submission " + round + "/" + unit));
    }

    /**
     * Passes the form on by one step: to the unit's checker or approver where the unit asks for them ({@link Route}), else to its receiver.
     *
     * @return the step taken
     * @throws Rejected with every line that keeps it from being sent; what was saved stays saved
     */
    @Transactional
    public Action submit(UUID round, int unit, int seen, String key) {
        Submission found = find(round, unit);
        if (access.allows(FIGURES_READ, Subject.of(unit)) && submissions.done(found, key)) {
            return submissions.action(found, key);
        }
        ReturnRoute route = ReturnRoute.DIRECT;
        if (access.allows(ReturnRoute.asks(found.status()), Subject.of(unit))) {
            route = submissions.route(unit);
        } else if (found.status().editable() || access.allows(FORM_PROXY, Subject.of(unit))) {
            requireEntry(round, unit);
        } else {
            access.require(ReturnRoute.asks(found.status()), Subject.of(unit));
        }
        if (!found.status().editable()) {
            eyes.require(found, unit);
        }
        Action forward = route.forward(found.status());
        Form form = form(open(round));
        counts.count(round, unit, false);
        take(forward, found, "", key, submission -> {
            if (submission.version() != seen) {
                throw new Conflict("submission " + round + "/" + unit);
            }
            List<Problem> obstacles = Figures.obstacles(form, submission, context(form, submission));
            if (!obstacles.isEmpty()) {
                throw new Rejected(obstacles);
            }
        });
        return forward;
    }

    /** The unit itself types; a unit above only after it has declared from which paper, and only what the unit may type. */
    private void requireEntry(UUID round, int unit) {
        if (!access.allows(FORM_ENTER, Subject.of(unit))) {
            access.require(FORM_PROXY, Subject.of(unit));
            Submission submission = find(round, unit);
            if (!submission.status().editable() || !submissions.taken(submission, Action.PROXY)) {
                throw Rejected.because("collection.problem.proxy");
            }
        }
    }

    /** Takes back what was sent and not yet decided on. */
    @Transactional
    public void recall(UUID round, int unit, String key) {
        access.require(FORM_ENTER, Subject.of(unit));
        open(round);
        take(Action.RECALL, find(round, unit), "", key, submission -> {});
    }

    /** The receiver accepts; the figures count from this moment. */
    @Transactional
    public void accept(UUID round, int unit, String key) {
        Submission submission = find(round, unit);
        access.require(FORM_REVIEW, Subject.of(submission.receiver()));
        eyes.require(submission, submission.receiver());
        decide(Action.ACCEPT, submission, "", key);
    }

    /** The receiver sends it back. @param remark what is to be put right; asked for, because the unit must know */
    @Transactional
    public void sendBack(UUID round, int unit, String remark, String key) {
        Submission submission = find(round, unit);
        access.require(FORM_REVIEW, Subject.of(submission.receiver()));
        open(round);
        decide(Action.RETURN, submission, said(remark, "remark", "collection.problem.remark"), key);
    }

    /** Opens an accepted form again. @param reason why the accepted figures were wrong; what was accepted stays readable */
    @Transactional
    public void amend(UUID round, int unit, String reason, String key) {
        access.require(FORM_ENTER, Subject.of(unit));
        open(round);
        take(Action.AMEND, find(round, unit), said(reason, "reason", "collection.problem.amend"), key, locked -> {});
    }

    /** Decides: what counts changes with it. */
    private void decide(Action action, Submission found, String remark, String key) {
        counting.around(
                found.province(),
                found.year(),
                List.of(found.unit()),
                () -> take(action, found, remark, key, submission -> {}));
    }

    void take(
            Action action, Submission found, String remark, String key, java.util.function.Consumer<Submission> rule) {
        Submission now = submissions.lock(found.province(), found.id()).orElseThrow();
        if (submissions.done(now, key)) {
            return;
        }
        if (submissions.reused(now, key)) {
            throw Rejected.because("collection.problem.reused");
        }
        SubmissionStatus next = now.status()
                .after(action)
                .orElseThrow(() -> Rejected.because("collection.problem." + action + "." + now.status()));
        rule.accept(now);
        Instant at = clock.instant();
        submissions.move(now, next, action, action == Action.SUBMIT ? at : null, at);
        Me me = access.me();
        if (action == Action.SUBMIT || action == Action.ASK_CHECK || action == Action.ASK_APPROVAL) {
            eyes.touched(now);
        }
        submissions.addStep(
                now, new Step(at, me.account(), me.name(), action, remark, now.version(), now.figures()), key);
        audit.record("collection.audit." + action, SUBJECT, now.round() + "/" + now.unit(), Map.of("remark", remark));
        events.publishEvent(new Moved(now, action, remark));
    }

    /** What else is known of the unit, for checks and for the column of last year. */
    Figures.Context context(Form form, Submission submission) {
        Map<String, BigDecimal> others =
                new HashMap<>(submissions.figures(submission, places.madeOf(submission.unit(), Origin.MAIN)));
        form.fields().forEach(field -> others.remove(field.id()));
        Map<String, BigDecimal> counted = submission.accepted();
        Map<String, BigDecimal> changing =
                counted == null || submission.status() == SubmissionStatus.ACCEPTED ? Map.of() : counted;
        Map<String, BigDecimal> last = lastYear.of(round(submission.round()), List.of(submission.unit()))
                .getOrDefault(submission.unit(), Map.of());
        return new Figures.Context(
                others,
                last,
                changing,
                consolidation.below(form, submission),
                consolidation.asked(form, submission, last));
    }

    /** Name of the account that typed last. */
    String changedBy(UUID round, int unit) {
        access.require(FIGURES_READ, Subject.of(unit));
        return submissions.changedBy(find(round, unit));
    }

    Form form(Round round) {
        return catalog.form(round.form(), round.formVersion());
    }

    Round round(UUID id) {
        return rounds.find(id).orElseThrow(() -> new NotFound("round " + id));
    }

    Submission find(UUID round, int unit) {
        return submissions.find(round, unit).orElseThrow(() -> new NotFound("submission " + round + "/" + unit));
    }

    Round open(UUID id) {
        Round round = round(id);
        if (!round.open()) {
            throw Rejected.because("collection.problem.closed");
        }
        return round;
    }

    static String said(String text, String input, String key) {
        String clean = text.strip();
        if (clean.length() < 5 || clean.length() > LineRules.MOST_NOTE || !LineRules.printable(clean)) {
            throw Rejected.field(input, key);
        }
        return clean;
    }
}
