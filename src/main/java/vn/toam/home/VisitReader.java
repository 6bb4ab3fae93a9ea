package vn.toam.home;

import static vn.toam.audit.AuditPermissions.AUDIT_READ;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Visit;
import vn.toam.audit.Visits;
import vn.toam.audit.Wanted;
import vn.toam.geography.Level;
import vn.toam.shared.Access;
import vn.toam.shared.Numbers;
import vn.toam.shared.Slice;
import vn.toam.shared.Subject;
import vn.toam.unit.UnitService;

/** Who read, took or was refused what: for the administrators of the country all of it, for others what accounts of their place did. */
@Service
@Transactional(readOnly = true)
class VisitReader {

    private static final List<String> KINDS = List.of("READ", "TAKEN", "REFUSED", "LOST");

    private final Visits visits;
    private final UnitService units;
    private final Access access;
    private final java.time.Clock clock;

    VisitReader(Visits visits, UnitService units, Access access, java.time.Clock clock) {
        this.visits = visits;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    Slice<Visit> page(VisitsView.Asked asked, int number) {
        int place = access.require(AUDIT_READ).unit();
        boolean everywhere = access.allows(AUDIT_READ, Subject.of(UnitService.COUNTRY));
        if (!everywhere) {
            access.require(AUDIT_READ, Subject.of(place));
        }
        LocalDate to = asked.to();
        return visits.page(
                new Wanted(
                        asked.name(),
                        KINDS.contains(asked.kind()) ? asked.kind() : "",
                        asked.address(),
                        start(asked.from()),
                        start(to == null ? null : to.plusDays(1)),
                        asked.down(),
                        everywhere ? null : within(place)),
                number);
    }

    private Set<Integer> within(int place) {
        Set<Integer> within = new HashSet<>(Set.of(place));
        within.addAll(units.idsBelow(place, Level.COMMUNE, LocalDate.now(clock)));
        return within;
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Numbers.ZONE).toInstant();
    }
}
