package vn.toam.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.signin.GuessRepository.Count;

/**
 * How often somebody may guess. Counted and committed before a password is worked out, so that guesses at the same time cannot pass together;
 * by account <em>and</em> address, so that nobody locks somebody else out; and by address alone, so that nobody tries all accounts.
 */
@Component
class Guesses {

    static final int EACH = 5;
    static final int ADDRESS = 100;
    static final Duration SPAN = Duration.ofMinutes(15);

    /** More closed addresses than these are not remembered here; the database knows them all. */
    private static final int REMEMBERED = 10_000;

    private final GuessRepository guesses;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Addresses that are closed, and until when: a flood from one of them costs no statement and waits for no row. */
    private final Map<String, Instant> closed = new ConcurrentHashMap<>();

    Guesses(GuessRepository guesses, TransactionTemplate transaction, Clock clock) {
        this.guesses = guesses;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** True when one more guess is allowed; it is counted in any case. */
    boolean allow(String what, String address) {
        Instant now = clock.instant();
        if (closedUntil(address) != null) {
            return false;
        }
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Count one = guesses.count(each(what, address), now, now.plus(SPAN));
            if (one.n() > EACH) {
                return false;
            }
            Count all = guesses.count(all(address), now, now.plus(SPAN));
            if (all.n() > ADDRESS) {
                close(address, all.until());
            }
            return all.n() <= ADDRESS;
        }));
    }

    /** Until when nothing more is looked at from an address that guessed too often; null: it may go on. Asks no database. */
    @Nullable
    Instant closedUntil(String address) {
        Instant end = closed.get(address);
        return end != null && end.isAfter(clock.instant()) ? end : null;
    }

    private void close(String address, Instant end) {
        if (closed.size() >= REMEMBERED) {
            closed.clear();
        }
        closed.put(address, end);
    }

    /** It was right: no guess. Part of the caller's transaction. */
    void right(String what, String address) {
        guesses.forget(each(what, address), clock.instant());
        guesses.giveBack(all(address));
    }

    private static String each(String what, String address) {
        return (what.length() > 60 ? what.substring(0, 60) : what) + " | " + address;
    }

    private static String all(String address) {
        return "| " + address;
    }
}
