package vn.toam.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.shared.ToamTest;
import vn.toam.signin.OwnAccountService;
import vn.toam.signin.SignInService;

/** A password is worked out for some 80 ms of a processor: a connection to the database is not held meanwhile. */
class PasswordTimeTest extends ToamTest {

    @Autowired
    private OwnAccountService own;

    @Autowired
    private SignInService signIn;

    @Autowired
    private Passwords passwords;

    @Autowired
    private TestAccounts made;

    @Autowired
    private HikariDataSource connections;

    @Autowired
    private As as;

    @Test
    void signingInWaitsWithoutAConnection() throws Exception {
        waitsWithoutAConnection(() -> signIn.signIn("nobody", "bốn mùa hoa nở", "203.0.113.8"));
    }

    @Test
    void aChangedPasswordWaitsWithoutAConnection() throws Exception {
        As.Somebody somebody = as.role(made.make("bốn mùa hoa nở").username());
        waitsWithoutAConnection(() ->
                somebody.run(() -> own.changePassword("bốn mùa hoa nở", "xuân hạ thu đông", "xuân hạ thu đông", "")));
    }

    /** Runs {@code work} while all processors are taken by other passwords. */
    private void waitsWithoutAConnection(Runnable work) throws Exception {
        int others = connections.getHikariPoolMXBean().getActiveConnections();
        int busy = passwords.slots.drainPermits();
        Thread thread = Thread.ofPlatform().start(work);
        try {
            long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!passwords.slots.hasQueuedThreads() && System.nanoTime() < limit) {
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(passwords.slots.hasQueuedThreads())
                    .as("works out a password")
                    .isTrue();
            assertThat(connections.getHikariPoolMXBean().getActiveConnections())
                    .as("but for the one that hears of changed units")
                    .isLessThanOrEqualTo(others);
        } finally {
            passwords.slots.release(busy);
            thread.join();
        }
    }
}
