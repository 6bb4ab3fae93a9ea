package vn.toam.village;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who heads a village today, and how many households it has.
 *
 * @param head the head of the village or residential group; blank: not known
 * @param frontHead the head of the Fatherland Front's work committee
 * @param version of the row: what is saved must come from it
 */
public record VillageHeads(
        String head,
        String headPhone,
        String frontHead,
        String frontPhone,
        @Nullable Integer households,
        int version) {

    static final VillageHeads NONE = new VillageHeads("", "", "", "", null, 0);

    /** The same, as of another version of the row. */
    VillageHeads at(int other) {
        return new VillageHeads(head, headPhone, frontHead, frontPhone, households, other);
    }

    /** Of which village. */
    public record Of(UUID village, VillageHeads heads) {}
}
