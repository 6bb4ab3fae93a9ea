package vn.toam.village;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.definition.CodeList.Code;
import vn.toam.geography.Origin;
import vn.toam.shared.NotFound;
import vn.toam.unit.Geographies;

/**
 * Villages for other modules. Which villages there are and what they are called are public facts: reading asks for no permission; persons
 * are not among what is told here. A village is kept by others as {@code (province, id)}.
 */
@Component
@Transactional(readOnly = true)
public class Villages {

    private final VillageRepository repository;
    private final VillageKinds kinds;
    private final Geographies geographies;

    Villages(VillageRepository repository, VillageKinds kinds, Geographies geographies) {
        this.repository = repository;
        this.kinds = kinds;
        this.geographies = geographies;
    }

    /** The villages of a commune on a day, in the order of their numbers. */
    public List<Village> of(int unit, LocalDate day) {
        return repository.inUnits(geographies.province(unit), List.of(unit)).stream()
                .filter(village -> village.validity().on(day))
                .toList();
    }

    /** The village as it was on a day; on its nearest day when there was none then. @throws NotFound when there is none */
    public Village find(int province, UUID id, LocalDate day) {
        return Optional.ofNullable(named(province, List.of(id), day).get(id))
                .orElseThrow(() -> new NotFound("village " + id));
    }

    /** These villages of a province as they were on a day, each on its nearest; unknown ids are left out. One statement. */
    public Map<UUID, Village> named(int province, Collection<UUID> ids, LocalDate day) {
        Map<UUID, Village> named = new HashMap<>();
        if (ids.isEmpty()) {
            return named;
        }
        for (Village period : repository.periods(province, ids)) {
            if (!named.containsKey(period.id()) || !period.validity().from().isAfter(day)) {
                named.put(period.id(), period);
            }
        }
        return named;
    }

    /**
     * Every village that belongs to a commune on a day, itself or by what it became, with the village of that day which all of it is now:
     * what was kept under a village is read so for its commune and never moved. A village that ended without one follower stands for
     * itself where its commune's remainder went.
     */
    public Map<UUID, Village> origins(int unit, LocalDate day) {
        int province = geographies.province(unit);
        Set<Integer> units = new HashSet<>(Set.of(unit));
        for (int former : geographies.madeOf(unit, Origin.MAIN)) {
            units.add(former);
        }
        Set<UUID> ids =
                repository.inUnits(province, units).stream().map(Village::id).collect(Collectors.toSet());
        Map<UUID, Village> all = named(province, ids, day);
        Map<UUID, UUID> whole = repository.links(province, ids).stream()
                .filter(VillageRepository.Link::whole)
                .collect(Collectors.toMap(VillageRepository.Link::from, VillageRepository.Link::to, (one, two) -> two));
        Map<UUID, Village> origins = new HashMap<>();
        for (UUID id : ids) {
            Village now = now(id, day, all, whole);
            boolean here = now.validity().on(day) ? now.unit() == unit : units.contains(now.unit());
            if (here && !day.isBefore(now.validity().from())) {
                origins.put(id, now);
            }
        }
        return origins;
    }

    private static Village now(UUID id, LocalDate day, Map<UUID, Village> all, Map<UUID, UUID> whole) {
        Village now = Objects.requireNonNull(all.get(id));
        Set<UUID> seen = new HashSet<>();
        while (!now.validity().on(day) && !day.isBefore(now.validity().from()) && seen.add(now.id())) {
            Village next = all.get(whole.getOrDefault(now.id(), now.id()));
            now = next == null ? now : next;
        }
        return now;
    }

    /**
     * What a name that somebody typed means among the villages of a commune on a day: as it is spelt, with or without its kind; where
     * nothing is spelt so, without marks.
     */
    public VillageMatch find(int unit, String typed, LocalDate day) {
        return match(of(unit, day), typed);
    }

    /** As {@link #find(int, String, LocalDate)}, among villages at hand: for tables of many rows. */
    public VillageMatch match(List<Village> among, String typed) {
        VillageName whole = VillageName.of(typed);
        Optional<Code> kind = whole.kind(kinds.all());
        VillageName bare = kind.map(whole::without).orElse(whole);
        if (bare.written().isEmpty()) {
            return VillageMatch.NONE;
        }
        List<Village> same = matching(
                among,
                village -> key(village).equals(whole.key())
                        || key(village).equals(bare.key())
                                && kind.map(Code::code).orElse(village.kind()).equals(village.kind()));
        if (!same.isEmpty()) {
            return new VillageMatch(same, same.size() == 1);
        }
        List<Village> alike = matching(
                among, village -> List.of(whole.unmarked(), bare.unmarked()).contains(unmarked(village)));
        return new VillageMatch(alike, false);
    }

    private static String key(Village village) {
        return VillageName.of(village.name()).key();
    }

    private static String unmarked(Village village) {
        return VillageName.of(village.name()).unmarked();
    }

    private static List<Village> matching(List<Village> among, Predicate<Village> which) {
        return among.stream().filter(which).toList();
    }

    /**
     * What a village is on a day: itself while it exists, in whatever commune; otherwise those that followed, until they exist on that day.
     * Empty when it ended and nothing followed.
     */
    public List<VillageSuccessor> became(int province, UUID id, LocalDate day) {
        Map<UUID, VillageSuccessor> found = new LinkedHashMap<>();
        follow(province, id, true, day, found, new HashSet<>());
        return new ArrayList<>(found.values());
    }

    private void follow(
            int province, UUID id, boolean whole, LocalDate day, Map<UUID, VillageSuccessor> found, Set<UUID> seen) {
        if (!seen.add(id)) {
            return;
        }
        Village village = find(province, id, day);
        if (village.validity().on(day)) {
            found.merge(id, new VillageSuccessor(village, whole), (one, other) -> one.whole() ? one : other);
            return;
        }
        if (day.isBefore(village.validity().from())) {
            return;
        }
        repository.links(province, List.of(id)).stream()
                .filter(link -> link.from().equals(id))
                .forEach(link -> follow(province, link.to(), whole && link.whole(), day, found, seen));
    }
}
