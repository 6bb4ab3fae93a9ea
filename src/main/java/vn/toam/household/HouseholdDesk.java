package vn.toam.household;

import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_KEEP;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.audit.Audit;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Permission;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.unit.Geographies;
import vn.toam.village.Village;
import vn.toam.village.Villages;

/** What every change of the book begins and ends with: who may, which household, in which village; what is written of it. */
@Component
class HouseholdDesk {

    private final HouseholdRepository repository;
    private final HouseholdChangeRepository writing;
    private final Villages villages;
    private final Geographies geographies;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    HouseholdDesk(
            HouseholdRepository repository,
            HouseholdChangeRepository writing,
            Villages villages,
            Geographies geographies,
            Access access,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.writing = writing;
        this.villages = villages;
        this.geographies = geographies;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    int province(int unit) {
        return geographies.province(unit);
    }

    /** @throws NotAllowed unless the asker keeps the book of the commune or of one of its villages */
    void mayKeep(int unit) {
        origins(HOUSEHOLD_KEEP, unit, today());
    }

    /** @throws NotAllowed unless the asker keeps the book of that village of the commune */
    void mayKeep(int unit, UUID village) {
        access.require(HOUSEHOLD_KEEP, Subject.of(unit, village));
    }

    /** True where the asker keeps the book of that village of the commune. */
    boolean keeps(int unit, UUID village) {
        return access.allows(HOUSEHOLD_KEEP, Subject.of(unit, village));
    }

    /**
     * Every village of origin of a commune with the village of a day that it is now, as far as the asker's rights go: all, or the own one.
     *
     * @throws NotAllowed when they go nowhere there
     */
    Map<UUID, Village> origins(Permission permission, int unit, LocalDate day) {
        if (access.allows(permission, Subject.of(unit))) {
            return villages.origins(unit, day);
        }
        access.require(permission);
        Map<UUID, Village> own = new HashMap<>(villages.origins(unit, day));
        own.values().removeIf(village -> !access.allows(permission, Subject.of(unit, village.id())));
        if (own.isEmpty()) {
            throw new NotAllowed();
        }
        return own;
    }

    /** Which of these are a village today. @throws NotFound when it is none of them */
    static Set<UUID> of(Map<UUID, Village> origins, UUID village) {
        Set<UUID> of = origins.entrySet().stream()
                .filter(each -> each.getValue().id().equals(village))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (of.isEmpty()) {
            throw new NotFound("village " + village);
        }
        return of;
    }

    /** Households of a commune, held until the transaction ends. @throws NotFound when one is of another */
    List<Household> held(int unit, List<UUID> ids) {
        Map<UUID, Village> origins = origins(HOUSEHOLD_KEEP, unit, today());
        int province = province(unit);
        writing.lock(province, ids);
        return ids.stream()
                .map(id -> repository
                        .find(province, id)
                        .filter(each -> origins.containsKey(each.village()))
                        .orElseThrow(() -> new NotFound("household " + id)))
                .toList();
    }

    /** A household of a commune that is open, held until the transaction ends. @throws Rejected when it is closed */
    Household open(int unit, UUID id) {
        return open(held(unit, List.of(id)).getFirst());
    }

    static Household open(Household household) {
        if (!household.open()) {
            throw Rejected.because("household.problem.closed");
        }
        return household;
    }

    /** A village of the commune today whose book the asker keeps. @throws Rejected when it is none */
    Village village(int unit, UUID village) {
        mayKeep(unit, village);
        LocalDate today = today();
        return villages.of(unit, today).stream()
                .filter(each -> each.id().equals(village))
                .findFirst()
                .orElseThrow(() -> Rejected.field("village", "household.problem.village"));
    }

    /** The day of a change to a household that is where it is since its first day. */
    LocalDate on(HouseholdEvent.Basis basis, Household household) {
        return HouseholdRules.on(basis, household.first(), today());
    }

    /** Members of a household today, the head first. */
    List<Member> members(Household household) {
        return repository.members(household.province(), List.of(household.id())).stream()
                .filter(member -> member.until().equals(LocalDate.MAX))
                .toList();
    }

    /** Writes down what happened, in the household's history and in the trail; persons are named in the history alone. */
    void note(Household household, HouseholdEvent.What what, HouseholdEvent.Basis basis, Told told) {
        Me me = access.me();
        LocalDate on = basis.on() == null ? today() : basis.on();
        writing.event(
                household.province(),
                new HouseholdEvent(
                        household.id(),
                        0,
                        what,
                        on,
                        basis.reason(),
                        clock.instant(),
                        me.name(),
                        told.other(),
                        told.before(),
                        told.detail()),
                me);
        audit.record(
                "household.audit." + what,
                "household",
                household.id(),
                Map.of("no", household.no(), "on", on.toString()));
    }

    /** What is told of an event beside its day and reason; see {@link HouseholdEvent}. */
    record Told(@Nullable UUID other, Map<String, String> before, Map<String, String> detail) {

        static final Told NOTHING = new Told(null, Map.of(), Map.of());

        static Told of(String name, String value) {
            return new Told(null, Map.of(), Map.of(name, value));
        }

        static Told with(@Nullable UUID other) {
            return new Told(other, Map.of(), Map.of());
        }

        Told before(Map<String, String> changed) {
            return new Told(other, changed, detail);
        }
    }
}
