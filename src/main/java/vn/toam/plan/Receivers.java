package vn.toam.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencyMatch;
import vn.toam.agency.AgencyNames;
import vn.toam.agency.AgencyService;
import vn.toam.agency.AgencySuccessor;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.Receiver;
import vn.toam.unit.UnitService;

/** Turns the names in a plan into agencies. What a person chose stands above everything; between two nobody guesses. */
@Component
class Receivers {

    private final ReceiverRepository chosen;
    private final AgencyNames names;
    private final AgencyService agencies;
    private final UnitService units;
    private final Clock clock;

    Receivers(ReceiverRepository chosen, AgencyNames names, AgencyService agencies, UnitService units, Clock clock) {
        this.chosen = chosen;
        this.names = names;
        this.agencies = agencies;
        this.units = units;
        this.clock = clock;
    }

    /** The agencies as they were when the paper was written, whether or not they still exist: for a plan kept as history. */
    Map<String, List<Integer>> then(Plan plan, Collection<String> labels) {
        Map<String, List<Integer>> found = new LinkedHashMap<>();
        for (String label : labels) {
            List<Agency> meant = label.isBlank()
                    ? List.of()
                    : names.resolve(plan.unit(), label, plan.meantOn()).agencies();
            found.put(label, meant.stream().map(Agency::id).toList());
        }
        return found;
    }

    /** Who of today gets what the plan gives to each name. */
    Map<String, Receiver> today(Plan plan, Collection<String> labels) {
        int home = chosen.issuedFor(plan.id()).orElse(plan.unit());
        Map<String, List<Integer>> byHand = chosen.of(plan.id());
        Map<String, Receiver> all = new LinkedHashMap<>();
        for (String label : labels) {
            List<Integer> picked = byHand.getOrDefault(label, List.of());
            all.put(
                    label,
                    picked.isEmpty()
                            ? named(plan, home, label)
                            : new Receiver(label, Receiver.How.CHOSEN, agencies.findAll(picked), List.of()));
        }
        return all;
    }

    static Map<String, List<Integer>> ids(Map<String, Receiver> receivers) {
        return receivers.values().stream()
                .collect(Collectors.toMap(
                        Receiver::label,
                        r -> r.agencies().stream().map(Agency::id).toList()));
    }

    private Receiver named(Plan plan, int home, String label) {
        if (label.isBlank()) {
            return new Receiver(label, Receiver.How.UNKNOWN, List.of(), List.of());
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate issued = plan.document().issuedOn();
        LocalDate day = issued == null || issued.isAfter(today) ? today : issued;
        LocalDate last = units.find(plan.unit()).validity().last();
        if (last != null && last.isBefore(day)) {
            day = last;
        }
        AgencyMatch match = names.resolve(plan.unit(), label, day);
        if (match.unknown()) {
            match = names.resolve(home, label, today);
        }
        if (match.unknown()) {
            return new Receiver(label, Receiver.How.UNKNOWN, List.of(), List.of());
        }
        return carriedOn(label, match, home, today);
    }

    /** The agencies that exist today for those named: themselves, or who carries on their work. */
    private Receiver carriedOn(String label, AgencyMatch match, int home, LocalDate today) {
        Map<Integer, Agency> found = new LinkedHashMap<>();
        boolean ended = false;
        boolean several = false;
        Set<Integer> places = places(home, today);
        for (Agency one : match.agencies()) {
            if (one.validity().on(today)) {
                found.put(one.id(), one);
                continue;
            }
            ended = true;
            List<Agency> heirs = heirs(one, places, match.collective(), today);
            several |= heirs.size() != 1;
            heirs.forEach(heir -> found.put(heir.id(), heir));
        }
        List<Agency> all = new ArrayList<>(found.values());
        if (all.isEmpty()) {
            return new Receiver(label, Receiver.How.UNKNOWN, List.of(), List.of());
        }
        if (several) {
            return new Receiver(label, Receiver.How.SEVERAL, List.of(), all);
        }
        return new Receiver(label, ended ? Receiver.How.SUCCESSOR : Receiver.How.NAMED, all, List.of());
    }

    /** Those who carry on the work of an agency; of several the ones of the issuing unit and of the units above it. */
    private List<Agency> heirs(Agency ended, Set<Integer> places, boolean collective, LocalDate today) {
        List<Agency> all = agencies.successorsOf(ended.id(), today).stream()
                .map(AgencySuccessor::agency)
                .sorted(Comparator.comparingInt(Agency::id))
                .distinct()
                .toList();
        List<Agency> near = all.stream().filter(a -> places.contains(a.unit())).toList();
        return collective || near.isEmpty() ? all : near;
    }

    private Set<Integer> places(int home, LocalDate today) {
        Set<Integer> places = new LinkedHashSet<>(Set.of(home));
        units.ancestors(home, today).forEach(unit -> places.add(unit.id()));
        return places;
    }
}
