package vn.toam.agency;

import static vn.toam.agency.AgencyPermissions.AGENCY_EDIT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.geography.Level;
import vn.toam.geography.Names;
import vn.toam.geography.Unit;
import vn.toam.shared.Access;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;
import vn.toam.unit.Successions;
import vn.toam.unit.UnitService;

/** The agencies of every unit on any date, and who follows whom. Reading asks for no permission; changing does. */
@Service
@DependsOn("referenceLoader")
public class AgencyService {

    private final AgencyRepository repository;
    private final AgencyIndex names;
    private final UnitService units;
    private final Successions successions;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    AgencyService(
            AgencyRepository repository,
            AgencyIndex names,
            UnitService units,
            Successions successions,
            @Lazy Access access,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.names = names;
        this.units = units;
        this.successions = successions;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** The agency, named as of today. @throws NotFound when there is none */
    public Agency find(int id) {
        return repository.find(id, LocalDate.now(clock)).orElseThrow(() -> new NotFound("agency " + id));
    }

    /** Agencies of today whose name holds every word (words of its unit's name too), higher levels first. */
    public List<Agency> search(SearchWords words, int limit) {
        LocalDate today = LocalDate.now(clock);
        List<Integer> ids = names.search(words, today).stream().limit(limit).toList();
        return repository.findAll(ids, today).stream()
                .sorted(Comparator.comparingInt(agency -> ids.indexOf(agency.id())))
                .toList();
    }

    /** Several at once, ordered by unit and rank; unknown ids are left out. */
    public List<Agency> findAll(Collection<Integer> ids) {
        return repository.findAll(ids, LocalDate.now(clock));
    }

    /** The agencies of a unit on {@code date}: People's Committee first, then departments, forces, mass organisations. */
    public List<Agency> agenciesOf(int unit, LocalDate date) {
        return repository.ofUnits(List.of(unit), date);
    }

    /** The People's Committee of a unit, or the Government for the country. @throws NotFound for a village, which has none */
    public Agency peoplesCommittee(int unit, LocalDate date) {
        return repository.committees(List.of(unit), date).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("people's committee of " + unit));
    }

    /** The People's Committees of many units, by name of unit: the addressees of a plan. One query. */
    public List<Agency> peoplesCommittees(Collection<Integer> units, LocalDate date) {
        return repository.committees(units, date);
    }

    /** The agency of a kind in a unit on {@code date}, such as {@code SVHTTDL}, the culture department of a province. */
    public Optional<Agency> ofKind(int unit, String kind, LocalDate date) {
        return repository.ofKind(List.of(unit), kind, date).stream().findFirst();
    }

    /** Its electronic identifiers, oldest first. */
    public List<Agency.Identifier> identifiers(int id) {
        return repository.identifiers(id);
    }

    /**
     * Who does its work on {@code date}: itself while it exists; otherwise its successors, followed until they exist on that date, each
     * with the duties it took over. Empty when nobody is known.
     */
    public List<AgencySuccessor> successorsOf(int id, LocalDate date) {
        Agency agency = repository.find(id, date).orElseThrow(() -> new NotFound("agency " + id));
        if (date.isBefore(agency.validity().to())) {
            return List.of(new AgencySuccessor(agency, Text.of("")));
        }
        List<AgencySuccessor> all = new ArrayList<>();
        for (AgencySuccessor next : nextOf(agency)) {
            if (next.agency().validity().on(date)) {
                add(all, next);
            } else {
                successorsOf(next.agency().id(), date)
                        .forEach(s -> add(
                                all, next.duty().vi().isEmpty() ? s : new AgencySuccessor(s.agency(), next.duty())));
            }
        }
        return all;
    }

    private static void add(List<AgencySuccessor> all, AgencySuccessor one) {
        if (all.stream()
                .noneMatch(s -> s.agency().id() == one.agency().id() && s.duty().equals(one.duty()))) {
            all.add(one);
        }
    }

    /** The agencies that directly follow: decided here, else by the rule of its kind, else the same kind in the successor units. */
    private List<AgencySuccessor> nextOf(Agency agency) {
        LocalDate on = agency.validity().to();
        List<AgencySuccessor> decided = repository.decided(agency.id()).stream()
                .flatMap(d ->
                        repository.find(d.agency(), on).map(a -> new AgencySuccessor(a, Text.of(d.duty()))).stream())
                .toList();
        if (!decided.isEmpty()) {
            return decided;
        }
        Unit unit = units.find(agency.unit(), on);
        boolean unitGoesOn = unit.validity().on(on);
        List<Integer> heirs = unitGoesOn
                ? List.of(unit.id())
                : successions.transferTargets(unit.id()).stream().map(Unit::id).toList();
        List<AgencySuccessor> byRule = byRule(agency, heirs, on);
        if (!byRule.isEmpty() || unitGoesOn) {
            return byRule;
        }
        return repository.ofKind(heirs, agency.kind(), on).stream()
                .map(a -> new AgencySuccessor(a, Text.of("")))
                .toList();
    }

    private List<AgencySuccessor> byRule(Agency agency, List<Integer> heirs, LocalDate on) {
        List<AgencySuccessor> found = new ArrayList<>();
        for (AgencyRepository.Rule rule : repository.rules(agency.id())) {
            List<Integer> at = agency.level() == Level.DISTRICT && rule.level() == Level.PROVINCE
                    ? provinces(agency.unit(), on)
                    : heirs;
            List<Integer> ids = at.stream().map(u -> u * 100 + rule.no()).toList();
            repository.findAll(ids, on).stream()
                    .filter(a -> a.validity().on(on) && a.level() == rule.level())
                    .forEach(a -> found.add(new AgencySuccessor(a, new Text(rule.duty(), rule.dutyEn()))));
        }
        return found;
    }

    /** The province of a district, on {@code on} or as merged. */
    private List<Integer> provinces(int district, LocalDate on) {
        int before = units.ancestors(district, on.minusDays(1)).getFirst().id();
        return units.find(before, on).validity().on(on)
                ? List.of(before)
                : successions.transferTargets(before).stream().map(Unit::id).toList();
    }

    /**
     * Adds an agency that the reference data lacks.
     *
     * @param parent the agency it is part of, null when directly under the People's Committee
     * @throws Rejected when the name is blank or already borne by an agency of the unit
     */
    @Transactional
    public int addAgency(
            int unit,
            Body body,
            String sector,
            String name,
            String shortName,
            @Nullable Integer parent,
            LocalDate from) {
        access.require(AGENCY_EDIT, Subject.of(unit));
        Unit place = units.find(unit, from);
        if (name.isBlank()) {
            throw Rejected.field("agencyName", "agency.agency.name.missing");
        }
        if (agenciesOf(unit, from).stream().anyMatch(a -> Names.key(a.name()).equals(Names.key(name)))) {
            throw Rejected.field("agencyName", "agency.agency.name.taken", name.strip());
        }
        int id = repository.add(place, body, sector, name.strip(), shortName.strip(), parent, from);
        audit.record("unit.audit.agency", "agency", id, Map.of("name", name.strip(), "unit", unit));
        return id;
    }

    /** Ends an agency: {@code last} is its last day; {@code successor}, if any, does its work from the next day on. */
    @Transactional
    public void closeAgency(int id, LocalDate last, @Nullable Integer successor, String duty) {
        Agency agency = find(id);
        access.require(AGENCY_EDIT, agency);
        if (!agency.validity().on(last)) {
            throw Rejected.field("last", "agency.agency.notOpen");
        }
        if ("UBND".equals(agency.kind())) {
            throw Rejected.because("agency.agency.committeeStays");
        }
        repository.close(id, last.plusDays(1));
        if (successor != null) {
            repository.follow(id, find(successor).id(), last.plusDays(1), duty);
        }
        audit.record("unit.audit.agencyEnded", "agency", id, Map.of("last", last.toString()));
    }
}
