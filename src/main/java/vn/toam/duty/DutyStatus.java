package vn.toam.duty;

import java.time.LocalDate;

/** What an agency says of a duty. Every status may follow every other: work that was done can be found wanting. */
public enum DutyStatus {
    NOT_STARTED,
    IN_PROGRESS,
    DONE,
    BLOCKED;

    /** How it looks on {@code today}: the CSS class of its badge. */
    public String tone(LocalDate due, LocalDate today) {
        if (this == DONE) {
            return "met";
        }
        if (this == BLOCKED || due.isBefore(today)) {
            return "behind";
        }
        return this == IN_PROGRESS ? "course" : "";
    }
}
