package vn.toam.village;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** A module that refers to villages, as tests say. */
@Component
class UsedVillages implements VillageUse {

    private final Set<UUID> used = ConcurrentHashMap.newKeySet();

    void mark(UUID village) {
        used.add(village);
    }

    @Override
    public boolean uses(int province, Collection<UUID> villages) {
        return villages.stream().anyMatch(used::contains);
    }
}
