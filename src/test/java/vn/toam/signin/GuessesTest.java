package vn.toam.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.Account;
import vn.toam.access.Passwords;
import vn.toam.access.TestAccounts;
import vn.toam.shared.Busy;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;

/** Guessing: counted before it is worked out, and nobody else's sign-in suffers. */
class GuessesTest extends ToamTest {

    private static final String PASSWORD = "bốn mùa hoa nở";

    @Autowired
    private SignInService signIn;

    @Autowired
    private Guesses guesses;

    @Autowired
    private GuessRepository repository;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void ofTwentyThreeGuessesAtTheSameTimeFiveAreLookedAt() throws Exception {
        String address = address();
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            all.add(() -> guesses.allow("somebody", address));
        }
        int allowed = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(23)) {
            for (Future<Boolean> each : threads.invokeAll(all)) {
                allowed += each.get() ? 1 : 0;
            }
        }
        assertThat(allowed).isEqualTo(5);
    }

    @Test
    void whoGuessesLocksNobodyOutElsewhere() {
        String username = accounts.make(PASSWORD).username();
        for (int attacker = 0; attacker < 6; attacker++) {
            String address = address();
            for (int i = 0; i < 2 * 5; i++) {
                assertThat(signIn.signIn(username, "not this one", address)).isEmpty();
            }
            assertThat(signIn.signIn(username, PASSWORD, address)).isEmpty();
        }

        assertThat(signIn.signIn(username, PASSWORD, address())).isPresent();
    }

    @Test
    void anAddressThatTriesOneAccountAfterAnotherIsClosedAndSuccessesDoNotCount() {
        String address = address();
        for (int i = 0; i < 100; i++) {
            assertThat(guesses.allow("user" + i, address)).isTrue();
        }
        assertThat(guesses.allow("one more", address)).isFalse();

        String office = address();
        String username = accounts.make(PASSWORD).username();
        for (int i = 0; i < 20; i++) {
            assertThat(signIn.signIn(username, PASSWORD, office)).isPresent();
        }
        assertThat(jdbc.sql("select n from signin.guess where key = ?")
                        .param("| " + office)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aClosedAddressIsOpenAgainWhenItsTimeIsOver() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-30T01:00:00Z"));
        InstantSource source = now::get;
        Guesses here = new Guesses(repository, transaction, source.withZone(ZoneOffset.UTC));
        String address = address();
        for (int i = 0; i <= 100; i++) {
            here.allow("user" + i, address);
        }
        now.set(now.get().plus(Duration.ofMinutes(15)).minusMillis(1));
        assertThat(here.allow("late", address)).isFalse();

        now.set(now.get().plusMillis(1));
        assertThat(here.allow("later", address)).isTrue();
    }

    @Test
    void guessesAreForgottenAtTheirEndAndNotBefore() {
        Instant end = Instant.parse("2026-11-30T01:00:00Z");
        String key = address();
        transaction.executeWithoutResult(status -> repository.count(key, end.minusSeconds(60), end));

        transaction.executeWithoutResult(status -> repository.forget("another", end.minusMillis(1)));
        assertThat(counted(key)).isEqualTo(1);
        transaction.executeWithoutResult(status -> repository.forget("another", end));
        assertThat(counted(key)).isZero();
    }

    @Test
    void sixtyCharactersOfANameTellGuessesApart() {
        String address = address();
        for (int i = 0; i < 5; i++) {
            assertThat(guesses.allow("a".repeat(60) + i, address)).isTrue();
        }
        assertThat(guesses.allow("a".repeat(60) + "another", address)).isFalse();
        assertThat(guesses.allow("a".repeat(59) + "b", address)).isTrue();
    }

    @Test
    void aClosedAddressMaySendNothingAndStillReadThePage() throws Exception {
        Guesses closed = new Guesses(repository, transaction, Clock.systemUTC());
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/sign-in");
        request.setRemoteAddr(address());
        for (int i = 0; i <= 100; i++) {
            closed.allow("user" + i, request.getRemoteAddr());
        }
        assertThat(status(closed, request)).isEqualTo(429);
        request.setMethod("GET");
        assertThat(status(closed, request)).isEqualTo(200);
        request.setMethod("POST");
        request.setRemoteAddr(address());
        assertThat(status(closed, request)).isEqualTo(200);
    }

    private static int status(Guesses guesses, MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new ClosedAddressFilter(guesses, Clock.systemUTC()).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private int counted(String key) {
        return jdbc.sql("select coalesce(sum(n), 0)::int from signin.guess where key = ?")
                .param(key)
                .query(Integer.class)
                .single();
    }

    @Test
    void aPasswordForOneUseEnds() {
        Account account = accounts.make(PASSWORD, true);
        assertThat(signIn.signIn(account.username(), PASSWORD, address())).isPresent();
        jdbc.sql("update access.account set password_until = now() - interval '1 minute' where id = ?")
                .param(account.id())
                .update();

        assertThatThrownBy(() -> signIn.signIn(account.username(), PASSWORD, address()))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("oneTimeOver");
        assertThat(signIn.signIn(account.username(), "wrong", address())).isEmpty();
    }

    @Test
    void aRushIsToldToComeAgainInsteadOfWaitingForEver() throws Exception {
        int busy = passwords.slots.drainPermits();
        List<Thread> waiting = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                waiting.add(Thread.ofVirtual().start(() -> passwords.matches("x", null)));
            }
            long limit = System.nanoTime() + 20_000_000_000L;
            while (passwords.slots.getQueueLength() < 60 && System.nanoTime() < limit) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> passwords.matches("x", null)).isInstanceOf(Busy.class);
        } finally {
            waiting.forEach(Thread::interrupt);
            passwords.slots.release(busy);
        }
    }

    private static String address() {
        return "test-" + UUID.randomUUID();
    }
}
