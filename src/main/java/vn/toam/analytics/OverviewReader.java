package vn.toam.analytics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.collection.OverviewView;
import vn.toam.collection.RoundReader;
import vn.toam.duty.Duty;
import vn.toam.duty.DutyService;
import vn.toam.duty.DutyStatus;
import vn.toam.duty.PlanCard;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.Permission;
import vn.toam.unit.UnitService;

/** Gathers the overview from the modules that own its parts, each with its own access check. */
@Service
class OverviewReader {

    private static final int ROUNDS = 6;

    private final DutyService duties;
    private final RoundReader rounds;
    private final UnitService units;
    private final Access access;
    private final Clock clock;

    OverviewReader(DutyService duties, RoundReader rounds, UnitService units, Access access, Clock clock) {
        this.duties = duties;
        this.rounds = rounds;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Overview mine() {
        Me me = access.require(Permission.UNIT_READ);
        LocalDate today = LocalDate.now(clock);
        return new Overview(
                units.find(me.unit()), today, duties(me, today.getYear()), rounds(me), plans(me, today.getYear()));
    }

    private List<Duty> duties(Me me, int year) {
        if (!me.may(Permission.TASK_REPORT)) {
            return List.of();
        }
        return duties.mine(year).stream()
                .filter(duty -> duty.status() != DutyStatus.DONE)
                .sorted(Comparator.comparing(Duty::due))
                .toList();
    }

    private List<OverviewView.Item> rounds(Me me) {
        if (!access.allows(Permission.FIGURES_READ, me.unit())) {
            return List.of();
        }
        return rounds.overview(me.unit(), null).items().stream()
                .sorted(Comparator.comparing(item -> item.round().due()))
                .limit(ROUNDS)
                .toList();
    }

    /** Own programmes first: those of the account's place, then all others. */
    private List<PlanCard> plans(Me me, int year) {
        return duties.cards("", year).stream()
                .sorted(Comparator.comparing(card -> card.plan().unit() == me.unit() ? 0 : 1))
                .toList();
    }
}
