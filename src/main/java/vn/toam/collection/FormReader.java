package vn.toam.collection;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.CodeList;
import vn.toam.catalog.Form;
import vn.toam.shared.Access;
import vn.toam.shared.NotFound;
import vn.toam.shared.Permission;
import vn.toam.unit.Unit;
import vn.toam.unit.UnitService;

/** Gathers what the page of one form shows. */
@Service
@Transactional(readOnly = true)
class FormReader {

    private final CollectionService collection;
    private final SubmissionRepository submissions;
    private final UnitService units;
    private final Catalog catalog;
    private final Access access;

    FormReader(
            CollectionService collection,
            SubmissionRepository submissions,
            UnitService units,
            Catalog catalog,
            Access access) {
        this.collection = collection;
        this.submissions = submissions;
        this.units = units;
        this.catalog = catalog;
        this.access = access;
    }

    /** The form as it stands. @param typed what could not be saved, by input name; empty normally */
    FormView view(UUID roundId, int unitId, Map<String, String> typed) {
        access.require(Permission.FIGURES_READ, unitId);
        Round round = collection.round(roundId);
        return view(round, collection.find(roundId, unitId), typed, true);
    }

    /** The checks that the figures break as they are saved. */
    List<Finding> findings(UUID roundId, int unitId) {
        access.require(Permission.FIGURES_READ, unitId);
        Submission submission = collection.find(roundId, unitId);
        Form form = collection.form(collection.round(roundId));
        return Figures.findings(form, submission, collection.context(form, submission));
    }

    /** The form as it was at one of its steps, to read. */
    FormView at(UUID roundId, int unitId, int version) {
        access.require(Permission.FIGURES_READ, unitId);
        Round round = collection.round(roundId);
        Submission now = collection.find(roundId, unitId);
        Map<String, BigDecimal> then = submissions.steps(now).stream()
                .filter(step -> step.version() == version)
                .map(Step::figures)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new NotFound("version " + version));
        return view(round, Figures.with(now, then, Map.of(), now.narrative(), now.nilReturn()), Map.of(), false);
    }

    private FormView view(Round round, Submission submission, Map<String, String> typed, boolean current) {
        Form form = collection.form(round);
        Figures.Context context = collection.context(form, submission);
        Unit unit = units.find(submission.unit(), round.geography());
        Set<Action> may = current ? may(round, submission) : Set.of();
        boolean editable = current
                && round.open()
                && submission.status().editable()
                && access.allows(Permission.FORM_ENTER, submission.unit());
        return new FormView(
                round,
                form,
                unit,
                units.find(submission.receiver(), round.geography()),
                submission,
                context.before(),
                context.accepted(),
                form.sums(),
                catalog.codes("units").codes().stream()
                        .collect(Collectors.toMap(CodeList.Code::code, CodeList.Code::name)),
                Figures.findings(form, submission, context),
                submissions.steps(submission),
                new TreeMap<>(typed),
                may,
                editable,
                UUID.randomUUID().toString());
    }

    private Set<Action> may(Round round, Submission submission) {
        Set<Action> may = EnumSet.noneOf(Action.class);
        boolean enters = access.allows(Permission.FORM_ENTER, submission.unit());
        boolean reviews = access.allows(Permission.FORM_REVIEW, submission.receiver());
        for (Action action : Action.values()) {
            boolean mine = switch (action) {
                case SUBMIT, RECALL, AMEND -> enters;
                case ACCEPT, RETURN -> reviews;
                case REORGANISE -> false;
            };
            if (mine && round.open() && submission.status().after(action).isPresent()) {
                may.add(action);
            }
        }
        return may;
    }
}
