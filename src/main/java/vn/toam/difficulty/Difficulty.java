package vn.toam.difficulty;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * A difficulty as it stands.
 *
 * @param unit who raised it
 * @param asked whose turn it is or was to answer
 * @param holder where it stands now; null: it is done with
 * @param days how long it has stood there
 * @param joint made of several that other units raised: {@code units} says how many
 * @param partOf the one that it was put into; null: it stands alone
 */
public record Difficulty(
        int unit,
        UUID id,
        int version,
        String text,
        Text topic,
        String details,
        LocalDate raised,
        Text unitName,
        int asked,
        Text askedName,
        State state,
        Text stateName,
        @Nullable Text holder,
        long days,
        boolean joint,
        int units,
        @Nullable UUID partOf,
        String answer,
        @Nullable LocalDate answeredOn) {

    /** The states of the register. */
    public enum State {
        RAISED,
        CONSOLIDATED,
        PASSED_UP,
        RETURNED,
        ANSWERED,
        CLOSED;

        /** Waits for the unit that is asked. */
        public boolean waits() {
            return this == RAISED || this == CONSOLIDATED || this == PASSED_UP;
        }
    }

    /** Where its page is. */
    public String path() {
        return "/difficulties/" + unit + "/" + id;
    }

    /** Its record in the register. */
    public String record() {
        return "/registers/" + Difficulties.REGISTER + "/" + unit + "/" + id;
    }

    /** What a box that ticks it says. */
    public String key() {
        return unit + "/" + id + "/" + version;
    }
}
