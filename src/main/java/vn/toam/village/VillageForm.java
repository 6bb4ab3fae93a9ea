package vn.toam.village;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A village as typed.
 *
 * @param areas classes of difficult areas; empty: none
 * @param households null: not known
 * @param from the first day it was so; null: of a new one, the first day of its commune; of one that exists, it is a correction
 * @param version of the row that was shown; 0 for a new one
 */
public record VillageForm(
        String kind,
        String name,
        Set<Area> areas,
        String head,
        String headPhone,
        String frontHead,
        String frontPhone,
        @Nullable Integer households,
        @Nullable LocalDate from,
        String decision,
        @Nullable LocalDate decidedOn,
        int version) {

    public VillageForm {
        areas = areas.isEmpty() ? Set.of() : EnumSet.copyOf(areas);
    }

    VillageHeads heads() {
        return new VillageHeads(
                head.strip(), headPhone.strip(), frontHead.strip(), frontPhone.strip(), households, version);
    }

    VillageChange.Basis basis() {
        return new VillageChange.Basis(from, decision, decidedOn);
    }
}
