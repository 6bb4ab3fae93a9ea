package vn.toam.duty;

import static vn.toam.assignment.DutyPermissions.TASK_URGE;
import static vn.toam.plan.PlanPermissions.PLAN_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyAction;
import vn.toam.assignment.DutyNews;
import vn.toam.catalog.Catalog;
import vn.toam.definition.WorkDays;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected;

/** Urging (đôn đốc) of one duty or many. An agency is urged on a duty again only after five working days, and hears of all at once. */
@Service
public class Urging {

    /** Working days in which an agency is not urged again on the same duty. */
    public static final int REST = 5;

    private static final int LONGEST_TEXT = 1000;

    /** Why a duty is not urged. */
    public enum Skip {
        /** Done, cancelled, paused or passed on. */
        NOT_OPEN,
        /** A body that is asked, not ordered. */
        REQUESTED,
        /** Urged within the last five working days. */
        URGED,
        /** One's own, or of a plan that one has no say over. */
        NOT_MINE
    }

    /**
     * Whom a click would urge.
     *
     * @param send duties that would be urged
     * @param agencies how many agencies owe them: each is told once
     * @param skipped how many are left out, by reason
     */
    public record Preview(List<Duty> send, int agencies, Map<Skip, Integer> skipped) {

        public int left() {
            return skipped.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private final DutyRepository duties;
    private final ProgressRepository progress;
    private final DutyDesk desk;
    private final DutyTrail trail;
    private final WorkDays days;
    private final Access access;
    private final Clock clock;

    Urging(
            DutyRepository duties,
            ProgressRepository progress,
            DutyDesk desk,
            DutyTrail trail,
            Catalog catalog,
            Access access,
            Clock clock) {
        this.duties = duties;
        this.progress = progress;
        this.desk = desk;
        this.trail = trail;
        this.days = catalog.workDays();
        this.access = access;
        this.clock = clock;
    }

    /** May the account asking urge it: has it a say over the plan, and is it not the own duty? */
    public boolean mayUrge(Duty duty) {
        return desk.follows(duty) && !desk.reports(duty);
    }

    /** Urges one agency on one duty. */
    @Transactional
    public void urge(UUID dutyId, String text) {
        access.require(PLAN_READ);
        Duty duty = duties.find(dutyId).orElseThrow(() -> new NotFound("duty " + dutyId));
        if (!mayUrge(duty)) {
            throw new NotAllowed();
        }
        Skip skip = skip(duty, true);
        if (skip != null) {
            throw Rejected.because("duty.urge." + skip, duty.urgedAt() == null ? "" : Numbers.moment(duty.urgedAt()));
        }
        urge(List.of(duty), text);
    }

    /** What urging these duties would do. */
    @Transactional(readOnly = true)
    public Preview preview(Collection<UUID> chosen) {
        access.require(TASK_URGE);
        Map<UUID, Boolean> given = new java.util.HashMap<>();
        List<Duty> send = new ArrayList<>();
        Map<Skip, Integer> skipped = new EnumMap<>(Skip.class);
        for (Duty duty : duties.findAll(chosen)) {
            Skip skip = skip(duty, given.computeIfAbsent(duty.plan(), plan -> desk.follows(duty)));
            if (skip == null) {
                send.add(duty);
            } else {
                skipped.merge(skip, 1, Integer::sum);
            }
        }
        int agencies = (int) send.stream().map(Duty::agency).distinct().count();
        return new Preview(send, agencies, skipped);
    }

    /** Urges all of them that can be urged now; each agency is told once. Tells how many duties. */
    @Transactional
    public int urgeAll(Collection<UUID> chosen, String text) {
        List<Duty> send = preview(chosen).send();
        if (!send.isEmpty()) {
            urge(send, text);
        }
        return send.size();
    }

    private void urge(List<Duty> send, String text) {
        DutyTrail.limit("text", text, LONGEST_TEXT);
        List<UUID> ids = send.stream().map(Duty::id).toList();
        progress.urge(ids, clock.instant(), access.me().account(), access.me().name(), text.strip());
        trail.audit(ids, DutyAction.URGE, text);
        trail.tell(DutyNews.What.URGED, ids, text);
    }

    private @org.jspecify.annotations.Nullable Skip skip(Duty duty, boolean follows) {
        if (!follows || access.me().agency() == duty.agency()) {
            return Skip.NOT_MINE;
        }
        if (!duty.stage().running()) {
            return Skip.NOT_OPEN;
        }
        if (duty.requested()) {
            return Skip.REQUESTED;
        }
        LocalDate today = LocalDate.now(clock);
        boolean rests = duty.urgedAt() != null
                && days.between(duty.urgedAt().atZone(Numbers.ZONE).toLocalDate(), today) < REST;
        return rests ? Skip.URGED : null;
    }
}
