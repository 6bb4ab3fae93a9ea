package vn.toam.signin;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.Account;
import vn.toam.access.Accounts;
import vn.toam.access.Passwords;
import vn.toam.access.Roles;
import vn.toam.access.SignedIn;
import vn.toam.audit.Audit;
import vn.toam.shared.Rejected;
import vn.toam.shared.Settings;

/** Decides who may come in. Never tells whether an account exists, is locked or is switched off: the answer is the same "no". */
@Service
public class SignInService {

    private final Accounts accounts;
    private final Guesses guesses;
    private final Roles roles;
    private final Passwords passwords;
    private final Audit audit;
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInService(
            Accounts accounts,
            Guesses guesses,
            Roles roles,
            Passwords passwords,
            Audit audit,
            Settings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.guesses = guesses;
        this.roles = roles;
        this.passwords = passwords;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The account, or empty when username and password are not both right (or it is switched off, or this address guessed too often). The
     * password is worked out outside of any transaction: a rush of sign-ins waits for the processor, not with all connections to the database
     * in hand.
     *
     * @param address from where; see {@link Guesses}
     * @throws Rejected when the password is right, but was for one use and its time is over
     */
    public Optional<Account> signIn(String typedUsername, String password, String address) {
        String username = typedUsername.strip().toLowerCase(Locale.ROOT);
        if (password.length() > PasswordRules.LONGEST || !guesses.allow(username, address)) {
            return Optional.empty();
        }
        Optional<Account> account = accounts.byUsername(username);
        @Nullable String hash = accounts.hashOfActive(username).orElse(null);
        boolean right = passwords.matches(password, hash) && account.isPresent();
        transaction.executeWithoutResult(status -> {
            if (right) {
                guesses.right(username, address);
                account.filter(known -> !over(known)).ifPresent(this::admit);
            } else {
                account.ifPresent(known -> audit.recordFor(
                        null, "identity.audit.refused", "account", known.id(), Map.of("address", address)));
            }
        });
        if (right && account.filter(this::over).isPresent()) {
            throw Rejected.field("username", "signin.signIn.oneTimeOver");
        }
        return right ? account : Optional.empty();
    }

    /** True when its password was for one use and nobody used it in time. */
    private boolean over(Account account) {
        return account.mustChange()
                && accounts.passwordUntil(account.id())
                        .filter(until -> !until.isAfter(clock.instant()))
                        .isPresent();
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
        audit.recordFor(roles.me(SignedIn.of(account)), "identity.audit.signedIn", "account", account.id(), Map.of());
        return account;
    }
}
