package vn.toam.agency;

import org.jspecify.annotations.Nullable;
import vn.toam.geography.Level;
import vn.toam.geography.Validity;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;

/**
 * A public body: People's Committee, department, police, court, Party board, mass organisation.
 *
 * @param id stable, never used again
 * @param unit the administrative unit it belongs to
 * @param kind what it is wherever it is: {@code UBND}, {@code SVHTTDL}, {@code PN} …; blank for one of its own kind
 * @param sector field of work: CULTURE, HEALTH, POLICE …
 * @param name without the place: "Sở Tư pháp"
 * @param shortName as officials abbreviate it: "Sở TP"
 * @param fullName with the place on the date asked for: "Sở Tư pháp tỉnh Điện Biên"
 * @param parent the agency it is part of, when it is not directly under the People's Committee
 * @param validity when it existed
 */
public record Agency(
        int id,
        int unit,
        Level level,
        String kind,
        Body body,
        String sector,
        String name,
        String shortName,
        Text fullName,
        @Nullable Integer parent,
        Validity validity)
        implements Subject {

    @Override
    public Integer ownAgency() {
        return id;
    }

    /**
     * Its electronic identifier (Decision 20/2020/QĐ-TTg), such as H18.
     *
     * @param verified false: from a list not yet checked against the decision's annex
     */
    public record Identifier(String code, Validity validity, boolean verified) {}
}
