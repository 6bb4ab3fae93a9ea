package vn.toam.household;

import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.toam.village.VillageUse;

/** A village in which a number was given stays: its entry is not taken back. */
@Component
class HouseholdVillages implements VillageUse {

    private final HouseholdRepository repository;

    HouseholdVillages(HouseholdRepository repository) {
        this.repository = repository;
    }

    @Override
    public boolean uses(int province, Collection<UUID> villages) {
        return repository.uses(province, villages);
    }
}
