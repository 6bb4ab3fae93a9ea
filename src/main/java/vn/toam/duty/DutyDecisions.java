package vn.toam.duty;

import static vn.toam.assignment.DutyPermissions.TASK_CONFIRM;
import static vn.toam.plan.PlanPermissions.PLAN_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyAction;
import vn.toam.assignment.DutyNews;
import vn.toam.assignment.Extension;
import vn.toam.assignment.Stage;
import vn.toam.catalog.Catalog;
import vn.toam.definition.WorkDays;
import vn.toam.shared.Access;
import vn.toam.shared.Conflict;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;

/**
 * What whoever gave a duty decides about it: confirms the result or returns it with a reason, answers difficulties, grants time, pauses,
 * cancels. Nobody confirms a result of one's own or grants oneself time.
 */
@Service
public class DutyDecisions {

    private static final int LONGEST_ANSWER = 5000;

    private final DutyRepository duties;
    private final CourseRepository courses;
    private final DutyDesk desk;
    private final DutyTrail trail;
    private final WorkDays days;
    private final Access access;
    private final Clock clock;

    DutyDecisions(
            DutyRepository duties,
            CourseRepository courses,
            DutyDesk desk,
            DutyTrail trail,
            Catalog catalog,
            Access access,
            Clock clock) {
        this.duties = duties;
        this.courses = courses;
        this.desk = desk;
        this.trail = trail;
        this.days = catalog.workDays();
        this.access = access;
        this.clock = clock;
    }

    /** May the account asking decide about the duty? */
    public boolean mayDecide(Duty duty) {
        return desk.settles(duty);
    }

    /** May it confirm what was submitted: is it not its own? */
    public boolean mayConfirm(Duty duty) {
        return duty.stage() == Stage.SUBMITTED && desk.settles(duty) && !own(duty);
    }

    private boolean own(Duty duty) {
        return access.me().account().equals(duty.course().submittedBy());
    }

    /** Confirms the result. @throws Rejected when it is not submitted, or by the very account asking */
    @Transactional
    public void confirm(UUID dutyId) {
        Duty duty = decided(dutyId);
        if (own(duty)) {
            throw Rejected.because("duty.confirm.own");
        }
        move(duty, Stage.DONE);
        trail.note(List.of(dutyId), DutyAction.CONFIRM, "");
        trail.tell(DutyNews.What.CONFIRMED, List.of(dutyId), "");
    }

    /** How many of these the account may confirm now. */
    @Transactional(readOnly = true)
    public int confirmable(List<UUID> chosen) {
        access.require(TASK_CONFIRM);
        return (int) duties.findAll(chosen).stream().filter(this::mayConfirm).count();
    }

    /** Confirms several results at once; each receiver is told once. Tells how many: own ones and those not submitted are left out. */
    @Transactional
    public int confirmAll(List<UUID> chosen) {
        access.require(TASK_CONFIRM);
        List<UUID> confirmed = new ArrayList<>();
        for (Duty duty : duties.findAll(chosen)) {
            if (mayConfirm(duty)) {
                move(duty, Stage.DONE);
                confirmed.add(duty.id());
            }
        }
        trail.note(confirmed, DutyAction.CONFIRM, "");
        trail.tell(DutyNews.What.CONFIRMED, confirmed, "");
        return confirmed.size();
    }

    /** Returns the result: it counts as not done. Also reopens what was confirmed. */
    @Transactional
    public void sendBack(UUID dutyId, String reason) {
        Duty duty = decided(dutyId);
        DutyTrail.reason("reason", reason);
        move(duty, Stage.SENT_BACK);
        trail.note(List.of(dutyId), DutyAction.SEND_BACK, reason);
        trail.tell(DutyNews.What.SENT_BACK, List.of(dutyId), reason);
    }

    /** Says that a duty that its agency refused stays with it. */
    @Transactional
    public void insist(UUID dutyId, String reason) {
        Duty duty = decided(dutyId);
        DutyTrail.reason("reason", reason);
        if (duty.stage() != Stage.REFUSED) {
            throw Rejected.because("duty.step.not", trail.name(duty.stage()));
        }
        move(duty, Stage.NEW);
        trail.note(List.of(dutyId), DutyAction.INSIST, reason);
        trail.tell(DutyNews.What.INSISTED, List.of(dutyId), reason);
    }

    /** Answers a difficulty or a report. */
    @Transactional
    public void answer(UUID dutyId, String text) {
        Duty duty = find(dutyId);
        if (!desk.settles(duty) && !desk.follows(duty)) {
            throw new NotAllowed();
        }
        if (text.isBlank()) {
            throw Rejected.field("answer", "duty.answer.nothing");
        }
        DutyTrail.limit("answer", text, LONGEST_ANSWER);
        trail.note(List.of(dutyId), DutyAction.ANSWER, text);
        trail.tell(DutyNews.What.ANSWERED, List.of(dutyId), text);
    }

    /** Lets the clock stand. @param reason with the paper that says so */
    @Transactional
    public void pause(UUID dutyId, String reason) {
        Duty duty = decided(dutyId);
        DutyTrail.reason("reason", reason);
        move(duty, Stage.PAUSED);
        courses.paused(dutyId, LocalDate.now(clock));
        trail.note(List.of(dutyId), DutyAction.PAUSE, reason);
        trail.tell(DutyNews.What.PAUSED, List.of(dutyId), reason);
    }

    /** Takes a paused duty up again; its day moves by the working days that it rested. */
    @Transactional
    public void resume(UUID dutyId) {
        Duty duty = decided(dutyId);
        CourseRepository.Pause pause =
                courses.pause(dutyId).orElseThrow(() -> Rejected.because("duty.step.not", trail.name(duty.stage())));
        move(duty, pause.before());
        int rested = days.between(pause.on(), LocalDate.now(clock));
        LocalDate due = days.plus(duty.course().effective(), rested);
        courses.due(dutyId, rested == 0 ? duty.due() : due, due, null);
        trail.note(List.of(dutyId), DutyAction.RESUME, "");
        trail.tell(DutyNews.What.RESUMED, List.of(dutyId), "");
    }

    /** Takes the duty out of what is owed. @param reason with the paper that says so */
    @Transactional
    public void cancel(UUID dutyId, String reason) {
        Duty duty = decided(dutyId);
        DutyTrail.reason("reason", reason);
        move(duty, Stage.CANCELLED);
        trail.note(List.of(dutyId), DutyAction.CANCEL, reason);
        trail.tell(DutyNews.What.CANCELLED, List.of(dutyId), reason);
    }

    /**
     * Decides on the request for more time that is open. A request that came after the due day gives time, but does not make it on time.
     *
     * @param note why; needed to refuse, and for a second extension
     * @throws Rejected when no request is open, or it is one's own
     */
    @Transactional
    public void decideExtension(UUID dutyId, boolean granted, String note) {
        Duty duty = decided(dutyId);
        List<Extension> all = courses.extensions(dutyId);
        Extension open = all.stream()
                .filter(one -> one.granted() == null)
                .findFirst()
                .orElseThrow(() -> Rejected.because("duty.extension.none"));
        if (open.askedBy().equals(access.me().account())) {
            throw Rejected.because("duty.extension.own");
        }
        if (!granted || all.size() > 1) {
            DutyTrail.reason("note", note);
        }
        Me me = access.me();
        courses.decide(open.id(), granted, me, clock.instant(), note.strip());
        if (granted) {
            LocalDate missed = open.late() ? duty.course().effective() : null;
            courses.due(dutyId, open.due(), days.effective(open.due()), missed);
        }
        trail.note(List.of(dutyId), granted ? DutyAction.EXTEND : DutyAction.KEEP_DUE, note);
        trail.tell(granted ? DutyNews.What.EXTENDED : DutyNews.What.NOT_EXTENDED, List.of(dutyId), note);
    }

    private Duty decided(UUID dutyId) {
        Duty duty = find(dutyId);
        if (!desk.settles(duty)) {
            throw new NotAllowed();
        }
        return duty;
    }

    private Duty find(UUID dutyId) {
        access.require(PLAN_READ);
        return duties.find(dutyId).orElseThrow(() -> new NotFound("duty " + dutyId));
    }

    private void move(Duty duty, Stage to) {
        if (!duty.stage().may(Stage.Side.GIVER, to)) {
            throw Rejected.because("duty.step.not", trail.name(duty.stage()));
        }
        if (!courses.move(duty, to, access.me().name())) {
            throw new Conflict("duty " + duty.id());
        }
    }
}
