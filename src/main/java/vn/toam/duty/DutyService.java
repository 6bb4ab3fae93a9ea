package vn.toam.duty;

import static vn.toam.assignment.DutyPermissions.TASK_REPORT;
import static vn.toam.plan.PlanPermissions.PLAN_ISSUE;
import static vn.toam.plan.PlanPermissions.PLAN_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.agency.Agency;
import vn.toam.assignment.Assignment;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyCounts;
import vn.toam.assignment.Extension;
import vn.toam.assignment.PlanCard;
import vn.toam.assignment.Progress;
import vn.toam.audit.Audit;
import vn.toam.document.Attachment;
import vn.toam.document.Documents;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.Plan;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.SearchWords;

/**
 * What agencies owe, as it is seen. That a duty exists and how far it is, every reader of plans may know; what
 * is written about it only those who give, receive, lead or follow it.
 */
@Service
public class DutyService {

    private final DutyRepository duties;
    private final ProgressRepository progress;
    private final DutyOpening opening;
    private final PlanService plans;
    private final Documents documents;
    private final Addressees addressees;
    private final CourseRepository courses;
    private final DutyDesk desk;
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
            CourseRepository courses,
            DutyDesk desk,
            Access access,
            Audit audit,
            Clock clock) {
        this.duties = duties;
        this.progress = progress;
        this.opening = opening;
        this.plans = plans;
        this.documents = documents;
        this.addressees = addressees;
        this.courses = courses;
        this.desk = desk;
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
        access.require(TASK_REPORT);
        return duties.ofAgencies(desk.own(), year, LocalDate.now(clock));
    }

    /** All duties of a plan and year, in the order of the paper. */
    @Transactional(readOnly = true)
    public List<Duty> ofPlan(UUID plan, int year) {
        access.require(PLAN_READ);
        return desk.readable(duties.ofPlan(plan, year));
    }

    /** The duties of one task: which agency has come how far. */
    @Transactional(readOnly = true)
    public List<Duty> ofElement(UUID element, int year) {
        access.require(PLAN_READ);
        return desk.readable(duties.ofElement(element, year));
    }

    /** Who is bound to what by a plan, in the order of the paper, with how far the duties of {@code year} have come. */
    @Transactional(readOnly = true)
    public List<Assignment> assignments(UUID plan, int year) {
        access.require(PLAN_READ);
        return duties.assignments(plan, year, LocalDate.now(clock));
    }

    /** How far the duties of a plan and year have come. */
    @Transactional(readOnly = true)
    public DutyCounts tally(UUID plan, int year) {
        access.require(PLAN_READ);
        return duties.tally(plan, year, LocalDate.now(clock));
    }

    /** @throws NotFound when there is no such duty */
    @Transactional(readOnly = true)
    public Duty get(UUID id) {
        access.require(PLAN_READ);
        return desk.readable(List.of(find(id))).getFirst();
    }

    private Duty find(UUID id) {
        return duties.find(id).orElseThrow(() -> new NotFound("duty " + id));
    }

    /** Who owes the duty. */
    @Transactional(readOnly = true)
    public Agency agency(Duty duty) {
        access.require(PLAN_READ);
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

    /** Its history, newest first. @throws NotAllowed for those who neither give, receive, lead nor follow it */
    @Transactional(readOnly = true)
    public List<Progress> timeline(UUID id) {
        permitRead(id);
        return progress.timeline(id);
    }

    /** Requests for more time, newest first. */
    @Transactional(readOnly = true)
    public List<Extension> extensions(UUID id) {
        permitRead(id);
        return courses.extensions(id);
    }

    private Duty permitRead(UUID id) {
        Duty duty = find(id);
        if (!desk.reads(duty)) {
            throw new NotAllowed();
        }
        return duty;
    }

    /** May the account asking report for this duty: is it of the agency that owes it, or of one that took over from it? */
    public boolean mayReport(Duty duty) {
        return desk.reports(duty);
    }

    /** May the account asking read what is written about the duty? */
    public boolean mayRead(Duty duty) {
        return desk.reads(duty);
    }

    /** A file of a report. @throws NotFound when it belongs to another duty */
    @Transactional(readOnly = true)
    public Attachment file(UUID duty, UUID file) {
        permitRead(duty);
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
        access.require(PLAN_ISSUE, plan);
        if (plan.draft() || !plan.covers(year)) {
            throw Rejected.field("year", "duty.year.outside", plan.periodFrom() + "–" + plan.periodTo());
        }
        int opened = opening.openYear(plan, plans.elements(id), year);
        audit.record("duty.audit.openYear", "plan", id, Map.of("year", year, "duties", opened));
        return opened;
    }
}
