package vn.toam.audit;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long it is kept who read what. */
@Component
class VisitSettings {

    private final int days;

    VisitSettings(@Value("${toam.visits-days:180}") int days) {
        this.days = days;
    }

    Duration kept() {
        return Duration.ofDays(days);
    }
}
