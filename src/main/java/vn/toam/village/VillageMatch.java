package vn.toam.village;

import java.util.List;
import java.util.Optional;

/**
 * What a typed name stands for among the villages of a commune.
 *
 * @param villages the one, the several it may be, or none
 * @param exact true: spelt as it is kept; false: only alike without marks or without its kind, so somebody should look
 */
public record VillageMatch(List<Village> villages, boolean exact) {

    static final VillageMatch NONE = new VillageMatch(List.of(), false);

    /** The village, where it is one. */
    public Optional<Village> one() {
        return villages.size() == 1 ? Optional.of(villages.getFirst()) : Optional.empty();
    }

    public boolean none() {
        return villages.isEmpty();
    }

    public boolean several() {
        return villages.size() > 1;
    }
}
