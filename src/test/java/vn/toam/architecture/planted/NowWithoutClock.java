package vn.toam.architecture.planted;

import java.time.LocalDate;

/** Takes the time behind the Clock's back. */
public class NowWithoutClock {
    public LocalDate today() {
        return LocalDate.now();
    }
}
