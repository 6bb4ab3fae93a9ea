package vn.toam.analytics;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.collection.OverviewView;
import vn.toam.collection.RoundReader;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.Permission;
import vn.toam.unit.UnitService;

/** Gathers the overview from the modules that own its parts, each with its own access check. */
@Service
class OverviewReader {

    private static final int ROUNDS = 6;

    private final RoundReader rounds;
    private final UnitService units;
    private final Access access;

    OverviewReader(RoundReader rounds, UnitService units, Access access) {
        this.rounds = rounds;
        this.units = units;
        this.access = access;
    }

    @Transactional(readOnly = true)
    Overview mine() {
        Me me = access.require(Permission.UNIT_READ);
        return new Overview(units.find(me.unit()), rounds(me));
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
}
