package vn.toam.faults;

import org.junit.jupiter.api.Test;
import vn.toam.shared.ToamTest;

/** The application starts, its database is made; {@link FaultRunner} copies the database after it. */
class StartedTest extends ToamTest {

    @Test
    void theApplicationStarts() {}
}
