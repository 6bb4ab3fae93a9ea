package vn.toam.collection;

import static vn.toam.access.AccessPermissions.ACCOUNT_MANAGE;
import static vn.toam.round.RoundPermissions.FIGURES_READ;
import static vn.toam.round.RoundPermissions.FORM_REVIEW;
import static vn.toam.submission.SubmissionPermissions.FORM_APPROVE;
import static vn.toam.submission.SubmissionPermissions.FORM_ENTER;
import static vn.toam.submission.SubmissionPermissions.FORM_PROXY;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.shared.Access;
import vn.toam.shared.Subject;
import vn.toam.submission.Action;
import vn.toam.submission.ReturnRoute;
import vn.toam.submission.Submission;
import vn.toam.unit.UnitService;

/**
 * What is said around a return: handing it back inside the reporting unit, asking and answering, typing for another unit on paper proof;
 * and through whose hands a unit's returns go.
 */
@Service
public class ReturnHandling {

    private final CollectionService collection;
    private final SubmissionRepository submissions;
    private final HandRepository hands;
    private final UnitService units;
    private final Access access;
    private final Audit audit;

    ReturnHandling(
            CollectionService collection,
            SubmissionRepository submissions,
            HandRepository hands,
            UnitService units,
            Access access,
            Audit audit) {
        this.collection = collection;
        this.submissions = submissions;
        this.hands = hands;
        this.units = units;
        this.access = access;
        this.audit = audit;
    }

    /** The unit's checker or approver hands it back to whoever typed it. @param remark what is to be put right */
    @Transactional
    public void decline(UUID round, int unit, String remark, String key) {
        Submission found = collection.find(round, unit);
        access.require(ReturnRoute.asks(found.status()), Subject.of(unit));
        collection.open(round);
        take(Action.DECLINE, found, remark, "decline", key);
    }

    /** The receiver asks about the figures; they stay sent, or accepted. */
    @Transactional
    public void ask(UUID round, int unit, String question, String key) {
        Submission found = collection.find(round, unit);
        access.require(FORM_REVIEW, Subject.of(found.receiver()));
        take(Action.ASK, found, question, "ask", key);
    }

    /** The unit answers. */
    @Transactional
    public void answer(UUID round, int unit, String answer, String key) {
        access.require(FORM_ENTER, Subject.of(unit));
        take(Action.ANSWER, collection.find(round, unit), answer, "answer", key);
    }

    /**
     * A unit above will type for the unit. From then on whoever may do so fills and sends the form like the unit itself.
     *
     * @param proof number and day of the signed paper, and why the unit does not type itself
     */
    @Transactional
    public void proxy(UUID round, int unit, String proof, String key) {
        access.require(FORM_PROXY, Subject.of(unit));
        collection.open(round);
        take(Action.PROXY, collection.find(round, unit), proof, "proof", key);
    }

    private void take(Action action, Submission found, String text, String box, String key) {
        String said = CollectionService.said(text, box, "collection.problem." + box);
        collection.take(action, found, said, key, locked -> {});
    }

    /** Through whose hands the unit's returns go. */
    @Transactional(readOnly = true)
    public ReturnRoute route(int unit) {
        access.require(FIGURES_READ, Subject.of(unit));
        return submissions.route(unit);
    }

    /** True when the reader may say so: whoever signs for the unit, or manages its accounts. */
    boolean decidesRoute(int unit) {
        return access.allows(FORM_APPROVE, Subject.of(unit)) || access.allows(ACCOUNT_MANAGE, Subject.of(unit));
    }

    /** Returns that are on their way go on from where they are. */
    @Transactional
    public void changeRoute(int unit, boolean checks, boolean approves) {
        if (!decidesRoute(unit)) {
            access.require(FORM_APPROVE, Subject.of(unit));
        }
        submissions.route(units.find(unit).id(), new ReturnRoute(checks, approves));
        audit.record("collection.audit.route", "unit", unit, Map.of("checks", checks, "approves", approves));
    }

    /** True when the unit has one person alone, who may decide about the own work. */
    @Transactional(readOnly = true)
    public boolean alone(int unit) {
        access.require(FIGURES_READ, Subject.of(unit));
        return hands.alone(unit);
    }

    /** Says so, or no longer: whoever signs for the unit, or manages its accounts. */
    @Transactional
    public void changeAlone(int unit, boolean alone) {
        if (!decidesRoute(unit)) {
            access.require(FORM_APPROVE, Subject.of(unit));
        }
        if (hands.alone(unit) != alone) {
            hands.alone(units.find(unit).id(), alone);
            audit.record("collection.audit.hands", "unit", unit, Map.of("alone", alone));
        }
    }
}
