package vn.toam.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.Account;
import vn.toam.access.Accounts;
import vn.toam.access.ManagedAccounts;
import vn.toam.access.Passwords;
import vn.toam.access.Request;
import vn.toam.access.Roles;
import vn.toam.access.SignOut;
import vn.toam.access.SignedIn;
import vn.toam.audit.Audit;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;

/**
 * A new password by link: for one use, for a limited time, kept as a hash. Sent to the account's own address where letters are set up; else
 * whoever manages the account hands it over.
 */
@Service
class PasswordLinks {

    static final Duration BY_LETTER = Duration.ofHours(1);
    static final Duration BY_HAND = Duration.ofDays(3);

    private static final int BYTES = 32;

    private final ResetRepository links;
    private final Accounts accounts;
    private final ManagedAccounts managed;
    private final Guesses guesses;
    private final Roles roles;
    private final Passwords passwords;
    private final SignOut signOut;
    private final ResetLetters letters;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PasswordLinks(
            ResetRepository links,
            Accounts accounts,
            ManagedAccounts managed,
            Guesses guesses,
            Roles roles,
            Passwords passwords,
            SignOut signOut,
            ResetLetters letters,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.managed = managed;
        this.guesses = guesses;
        this.roles = roles;
        this.passwords = passwords;
        this.signOut = signOut;
        this.letters = letters;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** True when letters are set up: else nobody is offered to ask for one. */
    boolean byLetter() {
        return letters.work();
    }

    /** Sends a link to the account's address, if there is such an account with an address. The asker learns nothing of that. */
    void ask(String typedUsername, String address) {
        String username = typedUsername.strip().toLowerCase(Locale.ROOT);
        if (!letters.work() || !guesses.allow("reset " + username, address)) {
            return;
        }
        transaction.executeWithoutResult(status -> accounts.byUsername(username)
                .filter(account -> account.active() && !account.demo())
                .ifPresent(account -> {
                    String email = accounts.email(account.id());
                    if (!email.isEmpty()) {
                        letters.send(email, token(account.id(), BY_LETTER));
                        audit.recordFor(
                                null, "identity.audit.linkSent", "account", account.id(), Map.of("address", address));
                    }
                }));
    }

    /** A link handed over by whoever manages the account; empty: it is an administrator's, a second administrator decides first. */
    @Transactional
    Optional<String> make(UUID id) {
        Account account = managed.managed(id);
        if (roles.administers(account) && managed.secondExists(account, null)) {
            managed.ask(Request.Kind.RESET, account, null);
            return Optional.empty();
        }
        audit.record("identity.audit.linkMade", "account", id, Map.of());
        return Optional.of(letters.address(token(id, BY_HAND)));
    }

    /** Whose link it is. @throws NotFound when it is used, over or made up */
    @Transactional(readOnly = true)
    Account account(String token) {
        return links.account(hash(token), clock.instant())
                .flatMap(accounts::find)
                .filter(Account::active)
                .orElseThrow(() -> new NotFound("link"));
    }

    /** Sets the password and ends the link, every session and key. @throws Rejected when the password breaks a rule; the link goes on */
    void use(String token, String wanted, String again) {
        Account account = account(token);
        List<Problem> problems = new ArrayList<>();
        PasswordRules.fault(wanted, account.username())
                .ifPresent(key -> problems.add(new Problem("wanted", key, List.of())));
        if (!wanted.equals(again)) {
            problems.add(new Problem("again", "signin.me.password.differs", List.of()));
        }
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        String hash = passwords.hash(wanted);
        transaction.executeWithoutResult(status -> {
            if (!links.use(hash(token), clock.instant())) {
                throw new NotFound("link");
            }
            accounts.password(account.id(), hash, null);
            signOut.end(account.id(), "");
            audit.recordFor(
                    roles.me(SignedIn.of(account)), "identity.audit.linkUsed", "account", account.id(), Map.of());
        });
    }

    private String token(UUID account, Duration validity) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        links.add(hash(token), account, now, now.plus(validity));
        return token;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
