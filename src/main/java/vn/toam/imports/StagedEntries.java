package vn.toam.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.toam.mapping.Entries;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Fault;
import vn.toam.mapping.Tallies;

/** Puts entries aside for the preview. */
final class StagedEntries implements Entries {

    private final StagingRepository staging;
    private final UUID id;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final List<Fault> left = new ArrayList<>();
    private final List<Tallies.Tally> sums = new ArrayList<>();
    private int count;

    StagedEntries(StagingRepository staging, UUID id) {
        this.staging = staging;
        this.id = id;
    }

    @Override
    public void add(List<Entry> entries) {
        staging.addEntries(id, count, entries);
        for (Entry each : entries) {
            if (!each.key().isEmpty()) {
                ordinals.putIfAbsent(each.key(), count);
            }
            count++;
        }
    }

    @Override
    public void clear() {
        staging.clearEntries(id);
        ordinals.clear();
        left.clear();
        sums.clear();
        count = 0;
    }

    @Override
    public void refuse(String key, Fault fault) {
        Integer ordinal = ordinals.get(key);
        if (ordinal != null) {
            staging.refuse(id, ordinal, fault);
        }
    }

    @Override
    public void tell(List<Fault> untaken, List<Tallies.Tally> tallies) {
        left.addAll(untaken);
        sums.addAll(tallies);
    }

    List<Fault> left() {
        return left;
    }

    List<Tallies.Tally> sums() {
        return sums;
    }
}
