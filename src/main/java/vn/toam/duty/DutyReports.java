package vn.toam.duty;

import static vn.toam.plan.PlanPermissions.PLAN_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyAction;
import vn.toam.assignment.DutyNews;
import vn.toam.assignment.DutyStatus;
import vn.toam.assignment.Extension;
import vn.toam.assignment.Stage;
import vn.toam.audit.Audit;
import vn.toam.document.Documents;
import vn.toam.shared.Access;
import vn.toam.shared.Conflict;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;

/** What the agency that owes a duty does with it: takes it, reports on it, refuses it, asks for more time. */
@Service
public class DutyReports {

    private static final int LONGEST_REPORT = 5000;
    private static final int MOST_EXTENSIONS = 2;

    /** A file that comes with a report. */
    public record File(String name, byte[] bytes) {}

    private final DutyRepository duties;
    private final CourseRepository courses;
    private final ProgressRepository progress;
    private final DutyDesk desk;
    private final DutyTrail trail;
    private final DutyRecords records;
    private final Documents documents;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    DutyReports(
            DutyRepository duties,
            CourseRepository courses,
            ProgressRepository progress,
            DutyDesk desk,
            DutyTrail trail,
            DutyRecords records,
            Documents documents,
            Access access,
            Audit audit,
            Clock clock) {
        this.duties = duties;
        this.courses = courses;
        this.progress = progress;
        this.desk = desk;
        this.trail = trail;
        this.records = records;
        this.documents = documents;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** The same without a record named. */
    @Transactional
    public void report(UUID dutyId, int version, DutyStatus status, String text, List<File> files) {
        report(dutyId, version, status, text, files, Set.of());
    }

    /**
     * Reports how far a duty has come. Saying DONE submits it to whoever gave it.
     *
     * @param version of the duty as seen
     * @param cited records of registers that prove what is said; nothing else follows from them
     * @throws Rejected when nothing is said, or what is said cannot follow where the duty stands
     */
    @Transactional
    public void report(UUID dutyId, int version, DutyStatus status, String text, List<File> files, Set<UUID> cited) {
        Duty duty = owed(dutyId);
        records.permit(duty, cited);
        if (text.isBlank() && (files.isEmpty() && cited.isEmpty() || status == DutyStatus.BLOCKED)) {
            throw Rejected.field("text", status == DutyStatus.BLOCKED ? "duty.report.blocked" : "duty.report.nothing");
        }
        DutyTrail.limit("text", text, LONGEST_REPORT);
        Stage to = status.reached();
        if (!duty.stage().reaches(to)) {
            throw Rejected.field("status", "duty.report.stage", trail.name(duty.stage()), trail.name(status));
        }
        Me me = access.me();
        boolean again = duty.stage() == to;
        LocalDate submitted = !to.done() ? null : again ? duty.course().submitted() : LocalDate.now(clock);
        if (!courses.report(duty, version, status, to, submitted, me, clock.instant())) {
            throw new Conflict("duty " + dutyId);
        }
        UUID report = progress.report(dutyId, clock.instant(), me.account(), me.name(), status, text.strip(), cited);
        for (File file : files) {
            progress.attach(
                    report, documents.attach(null, file.name(), file.bytes()).id());
        }
        audit.record(
                "duty.audit.report",
                "duty",
                dutyId,
                Map.of("status", status.name(), "files", files.size(), "records", cited.size()));
        if (!again && (to == Stage.SUBMITTED || to == Stage.BLOCKED)) {
            trail.tell(to == Stage.SUBMITTED ? DutyNews.What.SUBMITTED : DutyNews.What.BLOCKED, List.of(dutyId), text);
        }
    }

    /** The agency takes the duty; whoever does so is its officer. */
    @Transactional
    public void receive(UUID dutyId, int version) {
        Duty duty = owed(dutyId);
        if (!duty.stage().may(Stage.Side.ADDRESSEE, Stage.RECEIVED)) {
            throw Rejected.because("duty.receive.not", trail.name(duty.stage()));
        }
        if (!courses.report(duty, version, duty.status(), Stage.RECEIVED, null, access.me(), clock.instant())) {
            throw new Conflict("duty " + dutyId);
        }
        trail.note(List.of(dutyId), DutyAction.RECEIVE, "");
    }

    /** The agency says that the duty is not its business. @param reason with who should do it */
    @Transactional
    public void refuse(UUID dutyId, String reason) {
        Duty duty = owed(dutyId);
        if (!duty.stage().may(Stage.Side.ADDRESSEE, Stage.REFUSED)) {
            throw Rejected.because("duty.refuse.not", trail.name(duty.stage()));
        }
        DutyTrail.reason("refusal", reason);
        if (!courses.move(duty, Stage.REFUSED, null)) {
            throw new Conflict("duty " + dutyId);
        }
        trail.note(List.of(dutyId), DutyAction.REFUSE, reason.strip());
        trail.tell(DutyNews.What.REFUSED, List.of(dutyId), reason);
    }

    /**
     * The agency asks for more time.
     *
     * @throws Rejected unless the day is later, a reason is given, no request is open and fewer than two were granted
     */
    @Transactional
    public void askExtension(UUID dutyId, LocalDate due, String reason) {
        Duty duty = owed(dutyId);
        LocalDate today = LocalDate.now(clock);
        List<Extension> before = courses.extensions(dutyId);
        if (!duty.stage().running() || duty.requested()) {
            throw Rejected.because("duty.extension.not", trail.name(duty.stage()));
        }
        if (before.stream().anyMatch(one -> one.granted() == null)) {
            throw Rejected.because("duty.extension.open");
        }
        if (before.stream().filter(one -> Boolean.TRUE.equals(one.granted())).count() >= MOST_EXTENSIONS) {
            throw Rejected.because("duty.extension.most", MOST_EXTENSIONS);
        }
        if (!due.isAfter(duty.due()) || due.isBefore(today) || due.getYear() > duty.year() + 1) {
            throw Rejected.field("newDue", "duty.extension.day", duty.due());
        }
        DutyTrail.reason("reason", reason);
        boolean late = today.isAfter(duty.course().effective());
        courses.ask(duty, access.me(), clock.instant(), today, due, reason.strip(), late);
        trail.note(List.of(dutyId), DutyAction.ASK_EXTENSION, reason.strip());
        trail.tell(DutyNews.What.ASKED_EXTENSION, List.of(dutyId), reason);
    }

    private Duty owed(UUID dutyId) {
        access.require(PLAN_READ);
        Duty duty = duties.find(dutyId).orElseThrow(() -> new NotFound("duty " + dutyId));
        if (!desk.reports(duty)) {
            throw new NotAllowed();
        }
        return duty;
    }
}
