package vn.toam.mapping;

import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Entries that are saved, or taken back, together.
 *
 * @param id the import: what is saved twice under it is saved once
 * @param entries by ordinal, in the order of the file
 * @param answer to what was asked before saving; blank: nothing was
 */
public record ImportBatch(UUID id, SortedMap<Integer, Entry> entries, String answer) {

    public List<Entry> all() {
        return List.copyOf(entries.values());
    }
}
