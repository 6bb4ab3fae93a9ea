package vn.toam.village;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.geography.Validity;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;

/**
 * A village or residential group as it was during a period: what it was called, where it lay.
 *
 * @param id stable, whatever commune it belongs to; the key together with {@code province}
 * @param province code of the province of today: partition key of everything that refers to it
 * @param unit the commune it lies in during the period
 * @param no its order number there, never given to another
 * @param kind {@code THON}, {@code TO_DAN_PHO} … of the code list {@code village-kinds}
 * @param name without the kind: "Hòa Bình", "3"
 * @param fullName with it: "Thôn Hòa Bình"
 * @param validity the period; the last one ends when the village does
 * @param households as last entered; null: not known
 * @param demo made up for the demonstration
 */
public record Village(
        UUID id,
        int province,
        int unit,
        int no,
        String kind,
        String name,
        Text fullName,
        Set<Area> areas,
        Validity validity,
        @Nullable Integer households,
        boolean demo)
        implements Subject {

    /** The code people see, "00004-012": it changes with the commune, so keep {@code id}. */
    public String code(String communeCode) {
        return "%s-%03d".formatted(communeCode, no);
    }
}
