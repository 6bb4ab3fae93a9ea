package vn.toam.document;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper of the administration, held here or only known by name because another paper cites it.
 *
 * @param id null before it is saved
 * @param type as the law on drafting documents (Decree 30/2020) names it: Kế hoạch, Quyết định, Chỉ thị …
 * @param number number and sign, {@code 100/KH-UBND}; null when the paper is cited by name only
 * @param issuer who issued it, as written
 * @param issuedOn null when the source does not say
 * @param title what it is about
 * @param signer who signed; null when unknown
 * @param signerTitle the lines above the name, joined by {@code " / "}
 */
public record Document(
        @Nullable UUID id,
        String type,
        @Nullable String number,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn,
        String title,
        @Nullable String signer,
        @Nullable String signerTitle) {

    /** A paper known from a citation. */
    public static Document cited(
            String type, @Nullable String number, @Nullable String issuer, @Nullable LocalDate issuedOn, String title) {
        return new Document(null, type, number, issuer, issuedOn, title, null, null);
    }

    /** The same paper once it is kept under {@code kept}. */
    public Document withId(UUID kept) {
        return new Document(kept, type, number, issuer, issuedOn, title, signer, signerTitle);
    }

    /** How people call it in one line: type and number, or type and title. */
    public String label() {
        if (number == null) {
            return title.isBlank() ? type : title;
        }
        return type + " " + number;
    }
}
