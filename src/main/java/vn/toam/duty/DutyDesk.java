package vn.toam.duty;

import static vn.toam.assignment.DutyPermissions.TASK_CONFIRM;
import static vn.toam.assignment.DutyPermissions.TASK_REPORT;
import static vn.toam.assignment.DutyPermissions.TASK_URGE;
import static vn.toam.plan.PlanPermissions.REPORT_WRITE;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencyService;
import vn.toam.assignment.Duty;
import vn.toam.geography.Level;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.Subject;

/**
 * On which side of a duty the account asking stands: it receives it, gives it, leads it, or follows it from above. All others see that the
 * duty exists and how far it is, not what was written about it.
 */
@Component
class DutyDesk {

    /** In a commune this division does the work that the People's Committee is given. */
    private static final String COMMUNE_DIVISION = "PVHXH";

    private static final String COMMITTEE = "UBND";

    private final DutyRepository duties;
    private final AgencyService agencies;
    private final Access access;

    DutyDesk(DutyRepository duties, AgencyService agencies, Access access) {
        this.duties = duties;
        this.agencies = agencies;
        this.access = access;
    }

    /** The agencies for which the account answers: its own, in a commune's division also the People's Committee. */
    Set<Integer> own() {
        Me me = access.me();
        Set<Integer> own = new LinkedHashSet<>(List.of(me.agency()));
        agencies.findAll(List.of(me.agency())).stream()
                .filter(DutyDesk::answersForTheCommune)
                .flatMap(division ->
                        agencies.agenciesOf(division.unit(), division.validity().from()).stream())
                .filter(agency -> agency.kind().equals(COMMITTEE))
                .forEach(committee -> own.add(committee.id()));
        return own;
    }

    private static boolean answersForTheCommune(Agency agency) {
        return agency.level() == Level.COMMUNE && agency.kind().equals(COMMUNE_DIVISION);
    }

    /** May it report on the duty? */
    boolean reports(Duty duty) {
        return access.allows(TASK_REPORT, Subject.of(unit(duty), duty.agency()))
                || access.me().may(TASK_REPORT) && own().contains(duty.agency());
    }

    /** Has it a say over the plan: its own, or one of a unit below? */
    boolean follows(Duty duty) {
        return access.allows(TASK_URGE, Subject.of(duty.planUnit()));
    }

    /** Does it confirm results and decide on extensions: the agency that carries the plan, or the head of the unit? */
    boolean settles(Duty duty) {
        if (!access.allows(TASK_CONFIRM, Subject.of(duty.planUnit()))) {
            return false;
        }
        Integer giver = duty.giver();
        return giver == null
                || access.allows(TASK_CONFIRM, Subject.of(duty.planUnit(), giver))
                || agencies.find(access.me().agency()).kind().equals(COMMITTEE);
    }

    /** May it read what is written about the duty? */
    boolean reads(Duty duty) {
        return gives(duty)
                || own().contains(duty.agency())
                || reports(duty)
                || access.allows(TASK_URGE, Subject.of(unit(duty)))
                || !duties.ledBy(own(), List.of(duty.element())).isEmpty();
    }

    private boolean gives(Duty duty) {
        Integer giver = duty.giver();
        return follows(duty) || giver != null && access.allows(REPORT_WRITE, Subject.of(duty.planUnit(), giver));
    }

    /** The same duties, without what the account may not read. A list shows less than the page of one duty, never more. */
    List<Duty> readable(List<Duty> listed) {
        if (listed.isEmpty()) {
            return listed;
        }
        Map<UUID, Boolean> given = new HashMap<>();
        listed.forEach(duty -> given.computeIfAbsent(duty.plan(), plan -> gives(duty)));
        if (!given.containsValue(false)) {
            return listed;
        }
        Set<Integer> own = own();
        Set<UUID> led = duties.ledBy(own, elements(listed));
        return listed.stream()
                .map(duty -> Boolean.TRUE.equals(given.get(duty.plan()))
                                || own.contains(duty.agency())
                                || led.contains(duty.element())
                        ? duty
                        : duty.masked())
                .toList();
    }

    private static Collection<UUID> elements(List<Duty> listed) {
        return listed.stream().map(Duty::element).distinct().toList();
    }

    private int unit(Duty duty) {
        return agencies.find(duty.agency()).unit();
    }
}
