package vn.toam.exchange;

import java.math.BigDecimal;
import java.util.Map;
import vn.toam.submission.SubmissionStatus;

/**
 * A unit that a round asks, and its return as it stands.
 *
 * @param province leads the key of its return
 * @param code official code on the day of the round's geography
 * @param name without the type: "Tân Yên"
 * @param fullName with it: "Xã Tân Yên"
 * @param over full name of the unit directly above then
 * @param receiver the unit that accepts
 * @param version counts the saves of the return
 * @param figures by line
 * @param notes by line
 * @param narrative by text line
 */
record Asked(
        int unit,
        int province,
        String code,
        String name,
        String fullName,
        String over,
        int receiver,
        SubmissionStatus status,
        int version,
        Map<String, BigDecimal> figures,
        Map<String, String> notes,
        Map<String, String> narrative) {

    /** True while the unit may type. */
    boolean editable() {
        return status.editable();
    }
}
