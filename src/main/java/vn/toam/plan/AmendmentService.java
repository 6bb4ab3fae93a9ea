package vn.toam.plan;

import static vn.toam.plan.PlanPermissions.PLAN_DRAFT;
import static vn.toam.plan.PlanPermissions.PLAN_ISSUE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.document.Document;
import vn.toam.document.Documents;
import vn.toam.document.LegalBasis.Relation;
import vn.toam.plancontent.Change;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.PlanStatus;
import vn.toam.plancontent.Receiver;
import vn.toam.shared.Access;
import vn.toam.shared.Conflict;
import vn.toam.shared.Me;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;

/**
 * Changes a plan in force. An amendment is a draft: a copy of what is in force, checked on the same pages, of which at the end only the
 * differences are taken over; what has been done stays. A plan taken back is owed no longer. Both with a reason, both in its history.
 */
@Service
public class AmendmentService {

    private static final UUID NOT_KEPT = new UUID(0, 0);

    private final PlanService plans;
    private final PlanRepository repository;
    private final ElementRepository elements;
    private final ChangeRepository changes;
    private final ReceiverRepository chosen;
    private final PlanIssuing issuing;
    private final PlanHistory history;
    private final Signing signing;
    private final Documents documents;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    AmendmentService(
            PlanService plans,
            PlanRepository repository,
            ElementRepository elements,
            ChangeRepository changes,
            ReceiverRepository chosen,
            PlanIssuing issuing,
            PlanHistory history,
            Signing signing,
            Documents documents,
            ApplicationEventPublisher events,
            Access access,
            Audit audit,
            Clock clock) {
        this.plans = plans;
        this.repository = repository;
        this.elements = elements;
        this.changes = changes;
        this.chosen = chosen;
        this.issuing = issuing;
        this.history = history;
        this.signing = signing;
        this.documents = documents;
        this.events = events;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a plan, newest first. */
    @Transactional(readOnly = true)
    public List<Change> history(UUID planId) {
        plans.get(planId);
        return changes.of(planId);
    }

    /** May the account asking change the plan? */
    @Transactional(readOnly = true)
    public boolean mayAmend(UUID planId) {
        Plan plan = plans.get(planId);
        return plan.inForce() && access.allows(PLAN_ISSUE, plan);
    }

    /** The open draft of an amendment, if one may see it. */
    @Transactional(readOnly = true)
    public @Nullable UUID openAmendment(UUID planId) {
        Plan plan = plans.get(planId);
        boolean may = access.allows(PLAN_DRAFT, plan) || access.allows(PLAN_ISSUE, plan);
        return may ? changes.amendment(planId).orElse(null) : null;
    }

    /** The plan that a draft amends; null when it is a plan of its own. */
    @Transactional(readOnly = true)
    public @Nullable Plan amended(UUID planId) {
        plans.get(planId);
        return changes.amends(planId).flatMap(repository::find).orElse(null);
    }

    /** Begins an amendment of a plan in force, or goes on with the one that is open. */
    @Transactional
    public UUID draft(UUID planId) {
        Plan plan = plans.get(planId);
        Me me = access.require(PLAN_DRAFT);
        access.require(PLAN_DRAFT, plan);
        inForce(plan);
        UUID open = changes.amendment(planId).orElse(null);
        if (open != null) {
            return open;
        }
        Plan copy = copy(plan);
        UUID draft = issuing.keep(copy, List.of(), ElementState.ACCEPTED, me.name());
        changes.amend(draft, planId);
        changes.copy(planId, draft, clock.instant());
        chosen.copy(planId, draft);
        String text = documents.text(plan.paper());
        if (text != null) {
            documents.keepText(copy.paper(), text);
        }
        audit.record("plan.audit.amending", "plan", planId, Map.of("draft", draft));
        return draft;
    }

    /** A draft of the same plan under a paper of its own. */
    private Plan copy(Plan plan) {
        Document old = plan.document();
        String title = "Sửa đổi, bổ sung " + plan.paperLabel();
        Document paper = new Document(null, "Quyết định", null, old.issuer(), null, title, null, null);
        return new Plan(
                NOT_KEPT,
                plan.unit(),
                plan.leadAgency(),
                paper.withId(documents.add(paper)),
                new Text(
                        "Sửa đổi, bổ sung: " + plan.name().vi(),
                        plan.name().en().isBlank()
                                ? ""
                                : "Amendment: " + plan.name().en()),
                plan.periodFrom(),
                plan.periodTo(),
                PlanStatus.DRAFT,
                plan.upper(),
                null,
                plan.standingAgency(),
                List.of(),
                plan.demo(),
                0,
                null);
    }

    /** What an amendment changes, piece by piece. */
    @Transactional(readOnly = true)
    public List<Change.Line> lines(UUID planId) {
        plans.get(planId);
        UUID amended = changes.amends(planId).orElseThrow(() -> new NotFound("amendment " + planId));
        return difference(planId, amended).lines();
    }

    /** Gives up an amendment that is not in force. */
    @Transactional
    public void discard(UUID planId) {
        Plan draft = plans.get(planId);
        access.require(PLAN_DRAFT, draft);
        UUID amended = changes.amends(planId).orElseThrow(() -> new NotFound("amendment " + planId));
        changes.remove(planId);
        audit.record("plan.audit.amendmentDropped", "plan", amended, Map.of());
    }

    /**
     * Takes the differences of an amendment over into its plan; duties follow. Tells the plan.
     *
     * @throws Rejected when no reason is given, nothing differs, or for some task nobody is found
     */
    @Transactional
    public UUID apply(UUID planId, ChangeForm form) {
        Plan draft = plans.get(planId);
        access.require(PLAN_ISSUE, draft);
        UUID id = changes.amends(planId).orElseThrow(() -> new NotFound("amendment " + planId));
        Plan plan = repository.find(id).orElseThrow(() -> new NotFound("plan " + id));
        inForce(plan);
        form.check();
        signing.check(draft);
        AmendmentDifference difference = difference(planId, id);
        if (difference.lines().isEmpty()) {
            throw Rejected.because("plan.amend.nothing");
        }
        String standing = plan.standingAgency() == null ? "" : plan.standingAgency();
        Map<String, Receiver> found =
                issuing.receivers(draft, standing, plan.periodFrom(), plan.periodTo(), form.unresolved());
        takeOver(planId, id, difference);
        UUID paper = paper(plan, draft, form);
        List<Element> accepted = issuing.accepted(id);
        history.note(id, Change.Kind.AMENDED, form.reason(), paper, difference.lines());
        audit.record(
                "plan.audit.amend",
                "plan",
                id,
                Map.of(
                        "reason",
                        form.reason().strip(),
                        "lines",
                        difference.lines().size()));
        events.publishEvent(new PlanAmended(
                repository.find(id).orElseThrow(),
                accepted,
                Stream.concat(difference.added().stream(), difference.changed().stream())
                        .map(Element::id)
                        .toList(),
                difference.removed().stream().map(Element::id).toList(),
                Receivers.ids(found),
                form.reason().strip()));
        return id;
    }

    private void takeOver(UUID draft, UUID plan, AmendmentDifference difference) {
        String me = access.me().name();
        for (Element changed : difference.changed()) {
            save(changed, me);
        }
        for (Element removed : difference.removed()) {
            save(removed.with(ElementState.DROPPED), me);
        }
        changes.take(draft, plan, difference.added().stream().map(Element::id).toList());
        chosen.replace(draft, plan);
        List<UUID> gone =
                new ArrayList<>(difference.removed().stream().map(Element::id).toList());
        gone.addAll(difference.changed().stream().map(Element::id).toList());
        changes.unbindTargets(gone);
        repository.bindTargets(
                plan,
                Stream.concat(difference.added().stream(), difference.changed().stream())
                        .toList());
        changes.remove(draft);
    }

    private void save(Element element, String by) {
        if (!elements.save(element, by, clock.instant())) {
            throw new Conflict("element " + element.id());
        }
    }

    /** The paper of the amendment: the one of its draft, once it has a number; null when there is none. */
    private @Nullable UUID paper(Plan plan, Plan draft, ChangeForm form) {
        if (form.number().isBlank()) {
            return null;
        }
        Document old = draft.document();
        documents.change(
                draft.paper(),
                new Document(
                        old.id(),
                        old.type(),
                        form.number().strip(),
                        old.issuer(),
                        form.date(),
                        old.title(),
                        old.signer(),
                        old.signerTitle()));
        documents.link(draft.paper(), plan.paper(), Relation.AMENDS);
        return draft.paper();
    }

    private AmendmentDifference difference(UUID draft, UUID plan) {
        return AmendmentDifference.of(issuing.accepted(plan), issuing.accepted(draft), changes.origins(draft));
    }

    /** Takes a plan back: what is open of it is owed no longer; what was done stays. */
    @Transactional
    public void withdraw(UUID planId, ChangeForm form) {
        Plan plan = plans.get(planId);
        access.require(PLAN_ISSUE, plan);
        inForce(plan);
        form.check();
        signing.check(plan);
        changes.amendment(planId).ifPresent(changes::remove);
        String standing = plan.standingAgency();
        if (!repository.pass(
                plan,
                PlanStatus.WITHDRAWN,
                plan.leadAgency(),
                standing,
                plan.periodFrom(),
                plan.periodTo(),
                clock.instant())) {
            throw new Conflict("plan " + planId);
        }
        UUID paper = form.number().isBlank() ? null : cited(plan, form.number().strip(), form.date());
        history.note(planId, Change.Kind.WITHDRAWN, form.reason(), paper, List.of());
        audit.record(
                "plan.audit.withdraw",
                "plan",
                planId,
                Map.of("reason", form.reason().strip()));
        events.publishEvent(new Plan.Withdrawn(
                repository.find(planId).orElseThrow(), form.reason().strip()));
    }

    private UUID cited(Plan plan, String number, @Nullable LocalDate date) {
        UUID paper = documents.cited(
                Document.cited("Quyết định", number, plan.document().issuer(), date, "Rút " + plan.paperLabel()));
        documents.link(paper, plan.paper(), Relation.REPLACES);
        return paper;
    }

    private static void inForce(Plan plan) {
        if (!plan.inForce()) {
            throw Rejected.because("plan.amend.notInForce");
        }
    }
}
