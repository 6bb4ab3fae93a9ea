package vn.toam.geography;

import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * An administrative unit as it was on the date asked for (or on its nearest day, when it did not exist then).
 *
 * @param id stable, never used again; reference units below 1,000,000
 * @param province code of today's province (1–96) that its territory lies in: partition key of large tables, the same before and after a
 *     merger; 0 for the country
 * @param parent the unit directly above, null for the country
 * @param code official code; the same code has meant different units, so keep {@code id}, show the code; blank for villages
 * @param type key of its type, such as {@code WARD}
 * @param urban true for wards, townships, towns and cities
 * @param name without the type: "Tân Yên"
 * @param fullName with the type: "Huyện Tân Yên"
 * @param validity when the unit existed
 */
public record Unit(
        int id,
        Level level,
        int province,
        @Nullable Integer parent,
        String code,
        String type,
        boolean urban,
        String name,
        Text fullName,
        Validity validity) {

    /** The full name inside a sentence: "huyện Tân Yên". */
    public String inSentence() {
        return parent == null ? fullName.vi() : Names.lowerFirst(fullName.vi());
    }
}
