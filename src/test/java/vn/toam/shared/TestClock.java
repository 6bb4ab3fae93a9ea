package vn.toam.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.context.annotation.Primary;

/** The clock of the application under test: the true time, until a test goes ahead. {@link ToamTest} sets it right after every test. */
@Primary
public final class TestClock extends Clock {

    private static volatile Duration ahead = Duration.ZERO;

    private final ZoneId zone;

    public TestClock() {
        this(Numbers.ZONE);
    }

    private TestClock(ZoneId zone) {
        this.zone = zone;
    }

    /** From now on it is so much later (or earlier) than it truly is. */
    public static void ahead(Duration by) {
        ahead = by;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(other);
    }
}
