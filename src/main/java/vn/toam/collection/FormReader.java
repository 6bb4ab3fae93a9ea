package vn.toam.collection;

import static vn.toam.round.RoundPermissions.FIGURES_READ;
import static vn.toam.round.RoundPermissions.FORM_REVIEW;
import static vn.toam.submission.SubmissionPermissions.FORM_ENTER;
import static vn.toam.submission.SubmissionPermissions.FORM_PROXY;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.catalog.Catalog;
import vn.toam.definition.CodeList;
import vn.toam.definition.Field;
import vn.toam.definition.Form;
import vn.toam.definition.LineRules;
import vn.toam.geography.Unit;
import vn.toam.round.Round;
import vn.toam.shared.Access;
import vn.toam.shared.CommentCounts;
import vn.toam.shared.NotFound;
import vn.toam.shared.Subject;
import vn.toam.submission.Action;
import vn.toam.submission.Cells;
import vn.toam.submission.Figures;
import vn.toam.submission.Finding;
import vn.toam.submission.FormView;
import vn.toam.submission.ReturnRoute;
import vn.toam.submission.Step;
import vn.toam.submission.Submission;
import vn.toam.submission.SubmissionStatus;
import vn.toam.submission.Tallies;
import vn.toam.submission.TypedReturn;
import vn.toam.unit.UnitService;

/** Gathers what the page of one form shows. */
@Service
@Transactional(readOnly = true)
class FormReader {

    private final CollectionService collection;
    private final SubmissionRepository submissions;
    private final TallyRepository tallies;
    private final UnitService units;
    private final Catalog catalog;
    private final CommentCounts commentCounts;
    private final Access access;

    FormReader(
            CollectionService collection,
            SubmissionRepository submissions,
            TallyRepository tallies,
            UnitService units,
            Catalog catalog,
            CommentCounts commentCounts,
            Access access) {
        this.collection = collection;
        this.submissions = submissions;
        this.tallies = tallies;
        this.units = units;
        this.catalog = catalog;
        this.commentCounts = commentCounts;
        this.access = access;
    }

    /** The form as it stands. @param typed what could not be saved, by input name; empty normally */
    FormView view(UUID roundId, int unitId, Map<String, String> typed) {
        access.require(FIGURES_READ, Subject.of(unitId));
        Round round = collection.round(roundId);
        return view(round, collection.find(roundId, unitId), typed, null);
    }

    /** What is typed, with the sums of the units below in the lines that are still blank. */
    TypedReturn consolidated(UUID roundId, int unitId, TypedReturn typed) {
        access.require(FIGURES_READ, Subject.of(unitId));
        Submission submission = collection.find(roundId, unitId);
        Form form = collection.form(collection.round(roundId));
        Map<String, String> figures = new TreeMap<>(typed.figures());
        Map<String, BigDecimal> sums =
                collection.context(form, submission).below().sums();
        for (Field field : form.fields()) {
            BigDecimal sum = sums.get(field.id());
            String stored = Cells.text(field, submission, Figures.input(field.id()));
            if (sum != null && figures.getOrDefault(field.id(), stored).isBlank()) {
                figures.put(field.id(), LineRules.write(field, sum));
            }
        }
        return new TypedReturn(figures, typed.notes(), typed.narrative());
    }

    /**
     * What is typed, with what was counted from records.
     *
     * @param line the line to take it in; blank: every line that is empty or stands as an earlier count left it
     */
    TypedReturn counted(UUID roundId, int unitId, TypedReturn typed, String line) {
        access.require(FIGURES_READ, Subject.of(unitId));
        Submission submission = collection.find(roundId, unitId);
        Form form = collection.form(collection.round(roundId));
        Map<String, String> figures = new TreeMap<>(typed.figures());
        submission.tallies().lines().forEach((id, tally) -> {
            Field field = form.field(id).orElseThrow();
            String stored = Cells.text(field, submission, Figures.input(id));
            boolean offered = tally.offers(submission.figures().get(id))
                    && figures.getOrDefault(id, stored).strip().equals(stored);
            if (field.accepts(tally.figure()) && (line.isBlank() ? offered : line.equals(id))) {
                figures.put(id, LineRules.write(field, tally.figure()));
            }
        });
        return new TypedReturn(figures, typed.notes(), typed.narrative());
    }

    /** The checks that the figures break as they are saved. */
    List<Finding> findings(UUID roundId, int unitId) {
        access.require(FIGURES_READ, Subject.of(unitId));
        Submission submission = collection.find(roundId, unitId);
        Form form = collection.form(collection.round(roundId));
        return Figures.findings(form, submission, collection.context(form, submission));
    }

    /** The form as it was at one of its steps, to read. */
    FormView at(UUID roundId, int unitId, int version) {
        access.require(FIGURES_READ, Subject.of(unitId));
        Round round = collection.round(roundId);
        Submission now = collection.find(roundId, unitId);
        Step step = submissions.steps(now).stream()
                .filter(each -> each.version() == version)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new NotFound("version " + version));
        Submission then = Figures.with(now, step.figures(), Map.of(), Map.of(), false)
                .counted(new Tallies(tallies.at(now, version), now.tallies().at(), 0));
        return view(round, then, Map.of(), new FormView.Earlier(step, now.figures()));
    }

    private FormView view(
            Round round, Submission submission, Map<String, String> typed, FormView.@Nullable Earlier earlier) {
        boolean current = earlier == null;
        Form form = collection.form(round);
        Figures.Context known = collection.context(form, submission);
        Figures.Context context = current ? known : known.without();
        Unit unit = units.find(submission.unit(), round.geography());
        boolean editable = current
                && round.open()
                && submission.status().editable()
                && (access.allows(FORM_ENTER, Subject.of(submission.unit()))
                        || access.allows(FORM_PROXY, Subject.of(submission.unit()))
                                && submissions.taken(submission, Action.PROXY));
        Set<Action> may = current ? may(round, submission, editable) : Set.of();
        return new FormView(
                round,
                form,
                unit,
                units.find(submission.receiver(), round.geography()),
                submission,
                context.before(),
                context.accepted(),
                context.below(),
                form.sums(),
                catalog.codes("units").codes().stream()
                        .collect(Collectors.toMap(CodeList.Code::code, CodeList.Code::name)),
                Figures.findings(form, submission, context),
                submissions.steps(submission),
                commentCounts
                        .comments(round.id(), List.of(unit.province()), List.of(unit.id()))
                        .getOrDefault(unit.id(), 0),
                new TreeMap<>(typed),
                may,
                editable,
                UUID.randomUUID().toString(),
                earlier);
    }

    private Set<Action> may(Round round, Submission submission, boolean editable) {
        Set<Action> may = EnumSet.noneOf(Action.class);
        int unit = submission.unit();
        SubmissionStatus status = submission.status();
        boolean enters = access.allows(FORM_ENTER, Subject.of(unit));
        boolean reviews = access.allows(FORM_REVIEW, Subject.of(submission.receiver()));
        boolean hands = editable || status.inside() && access.allows(ReturnRoute.asks(status), Subject.of(unit));
        Action forward = enters || status.inside() ? submissions.route(unit).forward(status) : Action.SUBMIT;
        for (Action action : Action.values()) {
            boolean mine = switch (action) {
                case SUBMIT, ASK_CHECK, ASK_APPROVAL -> hands && action == forward;
                case DECLINE -> hands;
                case RECALL, AMEND, ANSWER -> enters;
                case ACCEPT, RETURN, ASK -> reviews;
                case REORGANISE -> false;
                case PROXY -> !enters && !editable && access.allows(FORM_PROXY, Subject.of(unit));
            };
            if (mine && round.open() && status.after(action).isPresent()) {
                may.add(action);
            }
        }
        return may;
    }
}
