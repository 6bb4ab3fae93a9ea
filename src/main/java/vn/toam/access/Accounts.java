package vn.toam.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Accounts as signing in needs them. Asks for no permission: who is asking is only about to be found out, and the caller has made sure of
 * the holder before it changes anything.
 */
@Component
public class Accounts {

    private final AccountRepository repository;

    Accounts(AccountRepository repository) {
        this.repository = repository;
    }

    public Optional<Account> find(UUID id) {
        return repository.find(id);
    }

    public Optional<Account> byUsername(String username) {
        return repository.byUsername(username);
    }

    /** True when there is any account at all: else the installation waits for its first. */
    public boolean any() {
        return repository.any();
    }

    public UUID add(NewAccount account, String hash, Instant now) {
        return repository.add(account, hash, now);
    }

    /** The hash of the password of an account that may sign in. */
    public Optional<String> hashOfActive(String username) {
        return repository.hashOfActive(username);
    }

    /** The end of a password for one use. */
    public Optional<Instant> passwordUntil(UUID id) {
        return repository.passwordUntil(id);
    }

    /** Notes that the holder came in. */
    public void succeeded(UUID id, Instant now) {
        repository.succeeded(id, now);
    }

    /** The hash of the password. */
    public Optional<String> hash(UUID id) {
        return repository.hash(id);
    }

    /** @param until the end of a password for one use, which the next sign-in replaces; null: the holder chose it */
    public void password(UUID id, String hash, @Nullable Instant until) {
        repository.password(id, hash, until);
    }

    public String email(UUID id) {
        return repository.email(id);
    }

    public void email(UUID id, String email) {
        repository.email(id, email);
    }
}
