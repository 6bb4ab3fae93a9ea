package vn.toam.agency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.shared.Text;
import vn.toam.unit.Geographies;
import vn.toam.unit.MovesWithUnits.Moves;

/**
 * Who would take over from an agency if its unit ended: what {@link AgencyService#successorsOf} will answer once a planned reorganisation has
 * happened, told before it has, when neither the new units nor their agencies are there.
 */
@Component
public class PlannedSuccessors {

    private final AgencyRepository repository;
    private final AgencyMovingRepository planned;
    private final Geographies geographies;

    PlannedSuccessors(AgencyRepository repository, AgencyMovingRepository planned, Geographies geographies) {
        this.repository = repository;
        this.planned = planned;
        this.geographies = geographies;
    }

    /** @param agencies of units that would end; each is told, in this order, with its successors or none */
    public Map<Agency, List<AgencySuccessor>> of(Moves moves, Collection<Integer> agencies) {
        Map<Integer, Agency> all = new LinkedHashMap<>();
        repository.findAll(agencies, moves.on().minusDays(1)).forEach(agency -> all.put(agency.id(), agency));
        Plan plan = new Plan(moves, moves.heirs(), Set.copyOf(moves.ended()), planned.would(moves));
        Map<Agency, List<AgencySuccessor>> successors = new LinkedHashMap<>();
        for (int id : agencies) {
            Agency agency = all.get(id);
            if (agency != null) {
                successors.put(agency, next(agency, plan));
            }
        }
        return successors;
    }

    /** @param begin the agencies of new units, by unit */
    private record Plan(
            Moves moves, Map<Integer, List<Integer>> heirs, Set<Integer> ended, Map<Integer, List<Agency>> begin) {

        /** What becomes of a unit: those that follow, or itself. */
        Stream<Integer> becomes(int unit) {
            return ended.contains(unit) ? heirs.getOrDefault(unit, List.of()).stream() : Stream.of(unit);
        }
    }

    private List<AgencySuccessor> next(Agency agency, Plan plan) {
        List<AgencySuccessor> decided = repository.decided(agency.id()).stream()
                .flatMap(d ->
                        repository
                                .find(d.agency(), plan.moves().on())
                                .map(a -> new AgencySuccessor(a, Text.of(d.duty())))
                                .stream())
                .toList();
        if (!decided.isEmpty()) {
            return decided;
        }
        List<Integer> heirs = heirs(agency.unit(), agency.level(), plan);
        List<AgencySuccessor> byRule = byRule(agency, heirs, plan);
        return !byRule.isEmpty()
                ? byRule
                : at(heirs, plan)
                        .filter(each -> each.kind().equals(agency.kind()))
                        .map(each -> new AgencySuccessor(each, Text.of("")))
                        .distinct()
                        .toList();
    }

    private List<AgencySuccessor> byRule(Agency agency, List<Integer> heirs, Plan plan) {
        List<AgencySuccessor> found = new ArrayList<>();
        for (AgencyRepository.Rule rule : repository.rules(agency.id())) {
            List<Integer> at = agency.level() == Level.DISTRICT && rule.level() == Level.PROVINCE
                    ? provinces(agency.unit(), plan)
                    : heirs;
            at(at, plan)
                    .filter(each -> each.level() == rule.level() && each.id() == each.unit() * 100 + rule.no())
                    .map(each -> new AgencySuccessor(each, new Text(rule.duty(), rule.dutyEn())))
                    .filter(each -> !found.contains(each))
                    .forEach(found::add);
        }
        return found;
    }

    /** The agencies that these units will have, new ones and those that go on. */
    private Stream<Agency> at(List<Integer> units, Plan plan) {
        List<Integer> going =
                units.stream().filter(unit -> !plan.begin().containsKey(unit)).toList();
        return Stream.concat(
                units.stream().flatMap(unit -> plan.begin().getOrDefault(unit, List.of()).stream()),
                repository.ofUnits(going, plan.moves().on()).stream());
    }

    /** As {@link vn.toam.unit.Successions#transferTargets}: of a district the communes on its territory. */
    private List<Integer> heirs(int unit, Level level, Plan plan) {
        Stream<Integer> own = plan.heirs().getOrDefault(unit, List.of()).stream();
        return level != Level.DISTRICT
                ? own.toList()
                : Stream.concat(
                                geographies
                                        .now()
                                        .below(
                                                unit,
                                                Level.COMMUNE,
                                                plan.moves().on().minusDays(1))
                                        .stream()
                                        .flatMap(plan::becomes),
                                own)
                        .distinct()
                        .toList();
    }

    private List<Integer> provinces(int district, Plan plan) {
        return geographies.now().ancestors(district, plan.moves().on().minusDays(1)).stream()
                .map(Unit::id)
                .limit(1)
                .flatMap(plan::becomes)
                .toList();
    }
}
