package vn.toam.duty;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.toam.agency.AgencyService;
import vn.toam.agency.AgencySuccessor;
import vn.toam.agency.PlannedSuccessors;
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
    private final PlannedSuccessors planned;
    private final Words words;
    private final Clock clock;

    DutiesMove(
            TransferRepository transfers, AgencyService agencies, PlannedSuccessors planned, Words words, Clock clock) {
        this.transfers = transfers;
        this.agencies = agencies;
        this.planned = planned;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String records() {
        return "duties";
    }

    @Override
    public Text name() {
        return words.text("duty.moved.name");
    }

    @Override
    public Estimate estimate(Moves moves) {
        List<TransferRepository.Owing> owing = transfers.owing(moves.ended(), moves.on());
        Map<Integer, Integer> duties = new LinkedHashMap<>();
        owing.forEach(each -> duties.merge(each.agency(), each.duties(), Integer::sum));
        Map<Integer, Integer> records = new TreeMap<>();
        Map<Integer, String> passing = new HashMap<>();
        Map<Integer, String> waiting = new HashMap<>();
        planned.of(moves, duties.keySet()).forEach((agency, heirs) -> {
            String name = agency.fullName().vi();
            if (heirs.size() == 1) {
                passing.put(
                        agency.id(),
                        name + " (%s) → " + heirs.getFirst().agency().fullName().vi());
                records.merge(moves.province(agency.unit()), duties.getOrDefault(agency.id(), 0), Integer::sum);
            } else {
                waiting.put(agency.id(), name + " (%s)");
            }
        });
        List<Moved> told = new ArrayList<>();
        tell(told, "duty.moved", owing, passing, false);
        tell(told, "duty.moved.waiting", owing, waiting, true);
        return new Estimate(records, told);
    }

    /** One line for each plan and agency. */
    private void tell(
            List<Moved> told,
            String key,
            List<TransferRepository.Owing> owing,
            Map<Integer, String> named,
            boolean attention) {
        List<TransferRepository.Owing> these =
                owing.stream().filter(each -> named.containsKey(each.agency())).toList();
        if (!these.isEmpty()) {
            told.add(new Moved(
                    words.text(
                            key,
                            these.stream()
                                    .mapToInt(TransferRepository.Owing::duties)
                                    .sum()),
                    these.stream()
                            .map(each -> Text.of(Objects.requireNonNull(named.get(each.agency()))
                                    .replace("%s", String.valueOf(each.duties()))))
                            .toList(),
                    attention));
        }
    }

    @Override
    public int follow(Moves moves, int limit) {
        int moved = 0;
        for (TransferRepository.Owing each : transfers.ended(moves.ended(), moves.on())) {
            List<AgencySuccessor> heirs = agencies.successorsOf(each.agency(), moves.on());
            if (heirs.size() == 1 && moved < limit) {
                TransferRepository.Ended from = new TransferRepository.Ended(each.agency(), moves.on(), each.duties());
                transfers.pass(
                        each.plan(),
                        from,
                        List.of(heirs.getFirst().agency().id()),
                        "",
                        moves.by().name(),
                        clock.instant());
                transfers.mark(each.plan(), each.agency(), moves.id());
                moved += each.duties();
            }
        }
        return moved;
    }

    @Override
    public List<Text> obstacles(Moves moves) {
        int worked = transfers.worked(moves.id(), moves.made());
        return worked == 0 ? List.of() : List.of(words.text("duty.moved.obstacle", worked));
    }

    @Override
    public int undo(Moves moves, int limit) {
        int back = 0;
        for (TransferRepository.Passed each : transfers.passed(moves.id(), moves.ended())) {
            if (back < limit) {
                back += transfers.takeBack(moves.id(), each);
            }
        }
        return back;
    }
}
