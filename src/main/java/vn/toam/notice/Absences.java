package vn.toam.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.Rejected;

/** Days on which an account is away: letters that ask it to act go to a deputy of the same agency, who acts in the own name. */
@Service
public class Absences {

    /** Why somebody is away. */
    public enum Kind {
        LEAVE,
        TRIP,
        SICK,
        VACANT
    }

    /** One absence. */
    public record Absence(UUID id, LocalDate from, LocalDate to, Kind kind, String deputy) {}

    /** Somebody of the same agency. */
    public record Colleague(UUID account, String name) {}

    private final AbsenceRepository absences;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Absences(AbsenceRepository absences, Access access, Audit audit, Clock clock) {
        this.absences = absences;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** One's own absences that are not over. */
    @Transactional(readOnly = true)
    public List<Absence> own() {
        return absences.of(access.me().account(), LocalDate.now(clock));
    }

    /** Who could act instead. */
    @Transactional(readOnly = true)
    public List<Colleague> colleagues() {
        Me me = access.me();
        return absences.colleagues(me.unit(), me.agency(), me.account());
    }

    /**
     * Notes an absence.
     *
     * @throws Rejected when the days are wrong, overlap another absence, or the deputy is none or away as well
     */
    @Transactional
    public void add(LocalDate from, LocalDate to, Kind kind, UUID deputy) {
        Me me = access.me();
        if (to.isBefore(from) || to.isBefore(LocalDate.now(clock)) || to.isAfter(from.plusYears(1))) {
            throw Rejected.field("to", "notice.absence.days");
        }
        Colleague chosen = colleagues().stream()
                .filter(one -> one.account().equals(deputy))
                .findFirst()
                .orElseThrow(() -> Rejected.field("deputy", "notice.absence.deputy"));
        if (absences.away(me.account(), from, to)) {
            throw Rejected.field("from", "notice.absence.overlap");
        }
        if (absences.away(deputy, from, to) || absences.standsIn(me.account(), from, to)) {
            throw Rejected.field("deputy", "notice.absence.away");
        }
        absences.add(me.account(), from, to, kind, chosen);
        audit.record("coordination.audit.absence", "account", me.account(), Map.of("deputy", deputy, "to", to));
    }

    /** Ends or takes back one's own absence. */
    @Transactional
    public void end(UUID id) {
        Me me = access.me();
        if (absences.end(id, me.account(), LocalDate.now(clock))) {
            audit.record("coordination.audit.back", "account", me.account(), Map.of());
        }
    }
}
