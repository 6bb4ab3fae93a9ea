package vn.toam.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.audit.Audit;
import vn.toam.shared.Settings;

/** Decides who may come in. Never tells whether an account exists, is locked or is switched off: the answer is the same "no". */
@Service
class SignInService {

    static final int FAILURES = 5;
    static final Duration LOCKED = Duration.ofMinutes(15);

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Audit audit;
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInService(
            AccountRepository accounts,
            Passwords passwords,
            Audit audit,
            Settings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The account, or empty when username and password are not both right (or it is locked or switched off). The password is worked out
     * outside of any transaction: a rush of sign-ins waits for the processor, not with all connections to the database in hand.
     */
    public Optional<Account> signIn(String typedUsername, String password) {
        String username = typedUsername.strip().toLowerCase(Locale.ROOT);
        Instant now = clock.instant();
        Optional<Account> account = accounts.byUsername(username);
        @Nullable String hash = accounts.hashOfOpen(username, now).orElse(null);
        boolean right = passwords.matches(password, hash) && account.isPresent();
        transaction.executeWithoutResult(status -> {
            if (right) {
                account.ifPresent(this::admit);
            } else {
                accounts.failed(username, FAILURES, now, now.plus(LOCKED));
                account.ifPresent(
                        known -> audit.recordFor(null, "identity.audit.refused", "account", known.id(), Map.of()));
            }
        });
        return right ? account : Optional.empty();
    }

    /** One click of a demo installation; empty for anything but a demo account, and always in a real installation. */
    @Transactional
    public Optional<Account> signInDemo(String username) {
        return settings.demo()
                ? accounts.byUsername(username)
                        .filter(account -> account.demo() && account.active())
                        .map(this::admit)
                : Optional.empty();
    }

    private Account admit(Account account) {
        accounts.succeeded(account.id(), clock.instant());
        audit.recordFor(SignedIn.of(account).me(), "identity.audit.signedIn", "account", account.id(), Map.of());
        return account;
    }
}
