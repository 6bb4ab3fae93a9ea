package vn.toam.target;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A result as somebody types it.
 *
 * @param seen id of the result that counted when the page was opened; blank: none did
 * @param value as written
 * @param reason why it corrects the one before
 * @param fileName of the evidence; blank: that of the result it corrects
 */
public record ResultForm(
        String seen,
        String value,
        @Nullable LocalDate dated,
        String source,
        String reason,
        String fileName,
        byte[] file) {

    /** Nothing typed yet. */
    static ResultForm blank() {
        return new ResultForm("", "", null, "", "", "", new byte[0]);
    }
}
