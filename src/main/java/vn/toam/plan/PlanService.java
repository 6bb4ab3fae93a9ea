package vn.toam.plan;

import static vn.toam.plan.PlanPermissions.PLAN_DRAFT;
import static vn.toam.plan.PlanPermissions.PLAN_ISSUE;
import static vn.toam.plan.PlanPermissions.PLAN_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.agency.Agency;
import vn.toam.audit.Audit;
import vn.toam.audit.Entry;
import vn.toam.catalog.Catalog;
import vn.toam.document.Attachment;
import vn.toam.document.Document;
import vn.toam.document.Documents;
import vn.toam.document.LegalBasis;
import vn.toam.plancontent.Change;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Finding;
import vn.toam.plancontent.IssueForm;
import vn.toam.plancontent.LowerPlan;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.PlanStatus;
import vn.toam.plancontent.Target;
import vn.toam.plancontent.UnitAgreement;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Subject;
import vn.toam.shared.Words;

/**
 * Plans: issued, looked at, drafted below others. A plan in force is public to everybody who may read plans, for plans bind across units; a
 * draft is seen only by those who may draft for its unit.
 */
@Service
public class PlanService {

    private static final int TIMELINE = 50;

    private final PlanRepository plans;
    private final ElementRepository elements;
    private final ChangeRepository changes;
    private final PlanIssuing issuing;
    private final PlanHistory history;
    private final Signing signing;
    private final Words words;
    private final Documents documents;
    private final Catalog catalog;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    PlanService(
            PlanRepository plans,
            ElementRepository elements,
            ChangeRepository changes,
            PlanIssuing issuing,
            PlanHistory history,
            Signing signing,
            Words words,
            Documents documents,
            Catalog catalog,
            Access access,
            Audit audit,
            Clock clock) {
        this.plans = plans;
        this.elements = elements;
        this.changes = changes;
        this.issuing = issuing;
        this.history = history;
        this.signing = signing;
        this.words = words;
        this.documents = documents;
        this.catalog = catalog;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Plans in force and drafts one may see; those whose name, title, issuer and number hold every word. Drafts first. */
    @Transactional(readOnly = true)
    public List<Plan> list(SearchWords words) {
        access.require(PLAN_READ);
        return plans.list(words).stream().filter(this::mayRead).toList();
    }

    /** Plans in force. */
    @Transactional(readOnly = true)
    public List<Plan> issued() {
        access.require(PLAN_READ);
        return plans.issued();
    }

    /** @throws NotFound when there is no such plan; NotAllowed when it is a draft of somebody else */
    @Transactional(readOnly = true)
    public Plan get(UUID id) {
        access.require(PLAN_READ);
        Plan plan = plans.find(id).orElseThrow(() -> new NotFound("plan " + id));
        if (!mayRead(plan)) {
            throw new NotAllowed();
        }
        return plan;
    }

    private boolean mayRead(Plan plan) {
        return mayRead(access, plan);
    }

    static boolean mayRead(Access access, Plan plan) {
        return !plan.draft() || access.allows(PLAN_DRAFT, plan) || access.allows(PLAN_ISSUE, plan);
    }

    /** The plan that came from a programme of the catalog. */
    @Transactional(readOnly = true)
    public Optional<Plan> ofProgramme(String key) {
        access.require(PLAN_READ);
        return plans.byProgramme(key).flatMap(plans::find);
    }

    /** All elements in the order of the paper. */
    @Transactional(readOnly = true)
    public List<Element> elements(UUID id) {
        get(id);
        return elements.of(id);
    }

    /** What the plan must reach; empty while it is a draft. */
    @Transactional(readOnly = true)
    public List<Target> targets(UUID id) {
        get(id);
        return fitting(plans.targets(List.of(id)));
    }

    /** Plans that rest on one of these papers, as far as one may see them; the newest first. */
    @Transactional(readOnly = true)
    public List<Plan> ofPapers(List<UUID> papers) {
        access.require(PLAN_READ);
        return plans.ofPapers(papers).stream().filter(this::mayRead).toList();
    }

    /** Plans whose paper bears this number of this issuer and year, as far as one may see them; the newest first. */
    @Transactional(readOnly = true)
    public List<Plan> numbered(String number, String issuer, int year) {
        access.require(PLAN_READ);
        return plans.sameNumbers(number, issuer, year).stream()
                .filter(this::mayRead)
                .toList();
    }

    /** The plans directly below this one, drafts one may not see left out. */
    @Transactional(readOnly = true)
    public List<Plan> lower(UUID id) {
        get(id);
        return plans.lower(id).stream().filter(this::mayRead).toList();
    }

    /** The targets of all plans in force, by plan; for roll-ups. */
    @Transactional(readOnly = true)
    public List<Target> targetsInForce() {
        access.require(PLAN_READ);
        return fitting(plans.targets(plans.issued().stream().map(Plan::id).toList()));
    }

    /** Targets of which an indicator of another unit was taken away: it would judge them wrongly. */
    private List<Target> fitting(List<Target> targets) {
        UnitAgreement units = new UnitAgreement(catalog);
        return targets.stream()
                .map(target -> units.fits(target) ? target : target.unmeasured())
                .toList();
    }

    /** What the plan's paper rests on, up to the directive of the Party. */
    @Transactional(readOnly = true)
    public List<LegalBasis> bases(UUID id) {
        return documents.bases(get(id).paper());
    }

    /** The text of the paper; null when none was read. */
    @Transactional(readOnly = true)
    public @Nullable String text(UUID id) {
        return documents.text(get(id).paper());
    }

    /** The files of the paper. */
    @Transactional(readOnly = true)
    public List<Attachment> files(UUID id) {
        return documents.files(get(id).paper());
    }

    /** A file of the paper. @throws NotFound when it belongs elsewhere */
    @Transactional(readOnly = true)
    public byte[] content(UUID id, UUID file) {
        if (files(id).stream().noneMatch(f -> f.id().equals(file))) {
            throw new NotFound("file " + file);
        }
        return documents.content(file);
    }

    /** The lines of "Nơi nhận". */
    @Transactional(readOnly = true)
    public List<String> recipients(UUID id) {
        return documents.recipients(get(id).paper());
    }

    /** Who did what to the plan, newest first. */
    @Transactional(readOnly = true)
    public List<Entry> timeline(UUID id) {
        get(id);
        return audit.timeline("plan", id, TIMELINE);
    }

    /** The form to issue a draft, filled with what the paper says. */
    @Transactional(readOnly = true)
    public IssueForm issueForm(UUID id) {
        Plan plan = get(id);
        Document paper = plan.document();
        List<String> recipients = elements.of(id).stream()
                .filter(e -> e.kind() == ElementKind.RECIPIENT && e.state() != ElementState.DROPPED)
                .map(e -> e.item().text().vi())
                .toList();
        return new IssueForm(
                plan.name().vi(),
                blank(paper.number()),
                paper.issuedOn(),
                blank(paper.issuer()),
                blank(paper.signer()),
                blank(paper.signerTitle()),
                plan.standingAgency() == null ? IssueForm.standing(elements.of(id)) : plan.standingAgency(),
                plan.periodFrom(),
                plan.periodTo(),
                String.join("\n", plan.status() == PlanStatus.DRAFT ? recipients : documents.recipients(plan.paper())));
    }

    private static String blank(@Nullable String value) {
        return value == null ? "" : value;
    }

    /**
     * Puts a draft in force; its duties of the current year are opened with it.
     *
     * @throws Rejected when something is missing, or would happen that has not been asked for
     */
    @Transactional
    public void issue(UUID id, IssueForm form) {
        Plan plan = get(id);
        access.require(PLAN_ISSUE, plan);
        if (!plan.draft()) {
            throw Rejected.because("plan.issue.already");
        }
        if (changes.amends(id).isPresent()) {
            throw Rejected.because("plan.amend.ownPage");
        }
        signing.check(plan);
        boolean alone = access.allows(PLAN_DRAFT, plan);
        issuing.prepare(plan, form);
        int year = issuing.issueToday(id, form);
        history.note(
                id, Change.Kind.ISSUED, alone ? words.text("plan.sign.alone").vi() : "", null, List.of());
        audit.record("plan.audit.issue", "plan", id, Map.of("number", form.number(), "year", year, "alone", alone));
    }

    /** @throws Rejected when a draft cannot be changed: because it is in force, or waits for a signature */
    static void checkOpen(Plan plan) {
        if (plan.status() != PlanStatus.DRAFT) {
            throw Rejected.because(
                    plan.status() == PlanStatus.SUBMITTED ? "plan.review.submitted" : "plan.review.issued");
        }
    }

    /** Keeps a plan that was read from its paper as a draft of one's own unit. {@code read.id()} is ignored. */
    @Transactional
    public UUID keep(Plan read, List<Finding> findings) {
        access.require(PLAN_DRAFT, read);
        return issuing.keep(read, findings, ElementState.SUGGESTED, null);
    }

    /**
     * Drafts a plan of one's own agency below {@code upper}: its targets, and the tasks that it gives to that agency or unit.
     *
     * @param given elements of the upper plan that are ours to do
     */
    @Transactional
    public UUID draftBelow(UUID upperId, Set<UUID> given, Agency mine) {
        Me me = access.require(PLAN_DRAFT);
        access.require(PLAN_DRAFT, Subject.of(me.unit()));
        Plan upper = get(upperId);
        if (upper.draft()) {
            throw Rejected.because("plan.below.draft");
        }
        List<Element> accepted = elements.of(upperId).stream()
                .filter(e -> e.state() == ElementState.ACCEPTED)
                .toList();
        Plan draft = LowerPlan.of(upper, me, mine, LocalDate.now(clock), documents::add);
        UUID id = issuing.keep(draft, LowerPlan.findings(upper, accepted, given, mine), ElementState.SUGGESTED, null);
        audit.record("plan.audit.below", "plan", id, Map.of("upper", upperId));
        return id;
    }
}
