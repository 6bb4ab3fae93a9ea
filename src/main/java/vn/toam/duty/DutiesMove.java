package vn.toam.duty;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.toam.agency.AgencyService;
import vn.toam.agency.AgencySuccessor;
import vn.toam.shared.Access;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.MovesWithUnits;

/**
 * When units are reorganised, duties with exactly one receiver pass at once by the rules of {@link TransferService}; those with several
 * wait on the plan's page for a person to choose.
 */
@Component
@Order(2)
class DutiesMove implements MovesWithUnits {

    private final TransferRepository transfers;
    private final AgencyService agencies;
    private final Access access;
    private final Words words;
    private final Clock clock;

    DutiesMove(TransferRepository transfers, AgencyService agencies, Access access, Words words, Clock clock) {
        this.transfers = transfers;
        this.agencies = agencies;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public List<Moved> apply(Moves moves) {
        List<Text> passed = new ArrayList<>();
        List<Text> waiting = new ArrayList<>();
        int count = 0;
        int undecided = 0;
        for (Map.Entry<UUID, List<TransferRepository.Ended>> plan :
                transfers.ended(moves.ended(), moves.on()).entrySet()) {
            for (TransferRepository.Ended from : plan.getValue()) {
                List<AgencySuccessor> heirs = agencies.successorsOf(from.agency(), moves.on());
                String name = agencies.find(from.agency()).fullName().vi() + " (" + from.duties() + ")";
                if (heirs.size() == 1) {
                    pass(plan.getKey(), from, heirs.getFirst().agency().id(), moves.id());
                    passed.add(Text.of(
                            name + " → " + heirs.getFirst().agency().fullName().vi()));
                    count += from.duties();
                } else {
                    waiting.add(Text.of(name));
                    undecided += from.duties();
                }
            }
        }
        List<Moved> all = new ArrayList<>();
        if (!passed.isEmpty()) {
            all.add(new Moved(words.text("duty.moved", count), passed, false));
        }
        if (!waiting.isEmpty()) {
            all.add(new Moved(words.text("duty.moved.waiting", undecided), waiting, true));
        }
        return all;
    }

    private void pass(UUID plan, TransferRepository.Ended from, int heir, UUID reorganisation) {
        transfers.pass(plan, from, List.of(heir), "", access.me().name(), clock.instant());
        transfers.mark(plan, from.agency(), reorganisation);
    }

    @Override
    public List<Text> obstacles(Moves moves) {
        int worked = transfers.worked(moves.id(), moves.made());
        return worked == 0 ? List.of() : List.of(words.text("duty.moved.obstacle", worked));
    }

    @Override
    public void undo(Moves moves) {
        transfers.takeBack(moves.id());
    }
}
