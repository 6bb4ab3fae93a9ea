package vn.toam.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.document.Attachment;
import vn.toam.document.Documents;
import vn.toam.plan.Plan;
import vn.toam.plan.PlanService;
import vn.toam.shared.Access;
import vn.toam.shared.Conflict;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Permission;
import vn.toam.shared.Rejected;
import vn.toam.shared.SearchWords;
import vn.toam.unit.Agency;

/**
 * What agencies owe: everyone sees the own list and reports; the standing agency of a plan and the levels above see all and urge.
 */
@Service
public class DutyService {

    private static final int LONGEST_REPORT = 5000;

    /** A file that comes with a report. */
    public record File(String name, byte[] bytes) {}

    private final DutyRepository duties;
    private final ProgressRepository progress;
    private final DutyOpening opening;
    private final PlanService plans;
    private final Documents documents;
    private final Addressees addressees;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    DutyService(
            DutyRepository duties,
            ProgressRepository progress,
            DutyOpening opening,
            PlanService plans,
            Documents documents,
            Addressees addressees,
            Access access,
            Audit audit,
            Clock clock) {
        this.duties = duties;
        this.progress = progress;
        this.opening = opening;
        this.plans = plans;
        this.documents = documents;
        this.addressees = addressees;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Plans in force and drafts one may see, with their figures for {@code year}; {@code words} filter them. */
    @Transactional(readOnly = true)
    public List<PlanCard> cards(String words, int year) {
        List<Plan> listed = plans.list(SearchWords.of(words));
        Map<UUID, PlanCard.Figures> figures = duties.figures(year, LocalDate.now(clock));
        return listed.stream()
                .map(plan ->
                        new PlanCard(plan, figures.getOrDefault(plan.id(), new PlanCard.Figures(0, 0, 0, 0, null, 0))))
                .toList();
    }

    /** The own agency's duties of a year, what is open first, soonest first. */
    @Transactional(readOnly = true)
    public List<Duty> mine(int year) {
        Me me = access.require(Permission.TASK_REPORT);
        return duties.ofAgency(me.agency(), year);
    }

    /** The years in which the own agency owes something. */
    @Transactional(readOnly = true)
    public List<Integer> myYears() {
        return duties.years(access.require(Permission.TASK_REPORT).agency());
    }

    /** All duties of a plan and year, in the order of the paper. */
    @Transactional(readOnly = true)
    public List<Duty> ofPlan(UUID plan, int year) {
        access.require(Permission.PLAN_READ);
        return duties.ofPlan(plan, year);
    }

    /** The duties of one task: which agency has come how far. */
    @Transactional(readOnly = true)
    public List<Duty> ofElement(UUID element, int year) {
        access.require(Permission.PLAN_READ);
        return duties.ofElement(element, year);
    }

    /** Who is bound to what by a plan, in the order of the paper, with how far the duties of {@code year} have come. */
    @Transactional(readOnly = true)
    public List<Assignment> assignments(UUID plan, int year) {
        access.require(Permission.PLAN_READ);
        return duties.assignments(plan, year, LocalDate.now(clock));
    }

    /** How far the duties of a plan and year have come. */
    @Transactional(readOnly = true)
    public Tally tally(UUID plan, int year) {
        access.require(Permission.PLAN_READ);
        return duties.tally(plan, year, LocalDate.now(clock));
    }

    /** @throws NotFound when there is no such duty */
    @Transactional(readOnly = true)
    public Duty get(UUID id) {
        access.require(Permission.PLAN_READ);
        return duties.find(id).orElseThrow(() -> new NotFound("duty " + id));
    }

    /** Who owes the duty. */
    @Transactional(readOnly = true)
    public Agency agency(Duty duty) {
        access.require(Permission.PLAN_READ);
        Agency agency = addressees.byId(List.of(duty.agency())).get(duty.agency());
        if (agency == null) {
            throw new NotFound("agency " + duty.agency());
        }
        return agency;
    }

    /** The agencies that owe some duties, by id. One query. */
    @Transactional(readOnly = true)
    public Map<Integer, Agency> agencies(List<Duty> owed) {
        return addressees.byId(owed.stream().map(Duty::agency).distinct().toList());
    }

    /** Reports and urgings, newest first. */
    @Transactional(readOnly = true)
    public List<Progress> timeline(UUID id) {
        get(id);
        return progress.timeline(id);
    }

    /** May the account asking report for this duty: is it of the agency that owes it, or of one that took over from it? */
    public boolean mayReport(Duty duty) {
        return access.allowsFor(Permission.TASK_REPORT, agency(duty).unit(), duty.agency());
    }

    /** May the account asking urge it: has it a say over the plan's unit, and is it not the own duty? */
    public boolean mayUrge(Duty duty) {
        return access.allows(Permission.TASK_URGE, duty.planUnit())
                && access.me().agency() != duty.agency();
    }

    /**
     * Reports how far a duty has come.
     *
     * @param version of the duty as seen
     * @throws Rejected when nothing is said, or DONE is said without a word or file to show for it
     */
    @Transactional
    public void report(UUID id, int version, DutyStatus status, String text, List<File> files) {
        Duty duty = get(id);
        if (!mayReport(duty)) {
            throw new NotAllowed();
        }
        if (text.isBlank() && files.isEmpty()) {
            throw Rejected.field("text", "duty.report.nothing");
        }
        if (text.length() > LONGEST_REPORT) {
            throw Rejected.field("text", "duty.report.long", LONGEST_REPORT);
        }
        if (!duties.save(id, version, status, clock.instant())) {
            throw new Conflict("duty " + id);
        }
        Me me = access.me();
        UUID report = progress.report(id, clock.instant(), me.account(), me.name(), status, text.strip());
        for (File file : files) {
            progress.attach(
                    report, documents.attach(null, file.name(), file.bytes()).id());
        }
        audit.record("duty.audit.report", "duty", id, Map.of("status", status.name(), "files", files.size()));
    }

    /** Urges the agency: the urging stands in its list and in the timeline. */
    @Transactional
    public void urge(UUID id, String text) {
        Duty duty = get(id);
        if (!mayUrge(duty)) {
            throw new NotAllowed();
        }
        if (duty.status() == DutyStatus.DONE) {
            throw Rejected.because("duty.urge.done");
        }
        progress.urge(id, clock.instant(), access.me().name(), text.strip());
        audit.record("duty.audit.urge", "duty", id, Map.of("text", text.strip()));
    }

    /**
     * May the account asking read what is shown for the duty: is it of the agency that owes it, or has it a view of the figures where that
     * agency or the plan belongs?
     */
    public boolean mayRead(Duty duty) {
        return mayReport(duty)
                || access.me().agency() == duty.agency()
                || access.allows(Permission.FIGURES_READ, agency(duty).unit())
                || access.allows(Permission.FIGURES_READ, duty.planUnit());
    }

    /** A file of a report. @throws NotFound when it belongs to another duty */
    @Transactional(readOnly = true)
    public Attachment file(UUID duty, UUID file) {
        if (!mayRead(get(duty))) {
            throw new NotAllowed();
        }
        if (!progress.dutyOf(file).filter(duty::equals).isPresent()) {
            throw new NotFound("file " + file);
        }
        return documents.file(file);
    }

    /** The bytes of a file of a report. */
    @Transactional(readOnly = true)
    public byte[] content(UUID duty, UUID file) {
        return documents.content(file(duty, file).id());
    }

    /** Opens the duties of a year of a plan. Tells how many are new. */
    @Transactional
    public int openYear(UUID id, int year) {
        Plan plan = plans.get(id);
        access.require(Permission.PLAN_ISSUE, plan.unit());
        if (plan.draft() || !plan.covers(year)) {
            throw Rejected.field("year", "duty.year.outside", plan.periodFrom() + "–" + plan.periodTo());
        }
        int opened = opening.openYear(plan, plans.elements(id), year);
        audit.record("duty.audit.openYear", "plan", id, Map.of("year", year, "duties", opened));
        return opened;
    }
}
