package vn.toam.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.access.Accounts;
import vn.toam.access.SignedIn;
import vn.toam.audit.Audit;
import vn.toam.shared.Access;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;

/** Keys of the API. A key may do what its account may, nothing more, and ends with the account's sessions. */
@Service
public class ApiKeys {

    static final Duration LONG = Duration.ofDays(365);
    static final Duration SHORT = Duration.ofHours(12);

    private static final int BYTES = 32;
    private static final int MOST = 20;

    private final ApiKeyRepository keys;
    private final Accounts accounts;
    private final SignInService signIn;
    private final Access access;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(ApiKeyRepository keys, Accounts accounts, SignInService signIn, Access access, Audit audit, Clock clock) {
        this.keys = keys;
        this.accounts = accounts;
        this.signIn = signIn;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** A key that was just made; {@code key} is not kept anywhere. */
    public record Made(String key, Instant until) {}

    /** A key of the own account for a year. @param name what it is for; @throws Rejected when blank, too long, or there are too many */
    @Transactional
    public Made make(String name) {
        UUID own = access.me().account();
        String clean = name.strip();
        if (clean.isEmpty() || clean.length() > 80) {
            throw Rejected.field("name", "signin.key.name.missing");
        }
        if (keys.of(own, clock.instant()).size() >= MOST) {
            throw Rejected.because("signin.key.many", MOST);
        }
        audit.record("identity.audit.madeKey", "account", own, Map.of("name", clean));
        return make(own, clean, LONG);
    }

    /** A key for half a day against user name and password; empty when these are not right, by the rules of every sign-in. */
    public Optional<Made> makeFor(String username, String password, String address) {
        return signIn.signIn(username, password, address)
                .filter(account -> !account.mustChange())
                .map(account -> make(account.id(), "API", SHORT));
    }

    /** Keys of the own account. */
    @Transactional(readOnly = true)
    public List<ApiKey> own() {
        return keys.of(access.me().account(), clock.instant());
    }

    /** Ends a key of the own account, at once. */
    @Transactional
    public void end(UUID id) {
        UUID own = access.me().account();
        if (!keys.remove(own, id)) {
            throw new NotFound("key " + id);
        }
        audit.record("identity.audit.endedKey", "account", own, Map.of());
    }

    /** Who shows this key; empty when it opens nothing. Two index probes: it precedes every request of the API. */
    Optional<SignedIn> holder(String key) {
        return keys.account(hash(key), clock.instant())
                .flatMap(accounts::find)
                .filter(account -> account.active() && !account.mustChange())
                .map(SignedIn::of);
    }

    private Made make(UUID account, String name, Duration validity) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String key = "toam_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        keys.removeOld(now);
        keys.add(hash(key), account, name, now, now.plus(validity));
        return new Made(key, now.plus(validity));
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
