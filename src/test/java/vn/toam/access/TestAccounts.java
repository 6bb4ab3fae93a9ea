package vn.toam.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.shared.Text;

/** Accounts with a password, for tests of signing in. */
@Component
public class TestAccounts {

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final JdbcClient jdbc;
    private final As as;
    private final Clock clock;

    TestAccounts(AccountRepository accounts, Passwords passwords, JdbcClient jdbc, As as, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.as = as;
        this.clock = clock;
    }

    /** A reporter of Cao Thượng. */
    @Transactional
    public Account make(String password) {
        return make(password, false);
    }

    @Transactional
    public Account make(String password, boolean mustChange) {
        String username = "test." + UUID.randomUUID().toString().substring(0, 13);
        Grant grant = new Grant("REPORTER", 107339, 10733901);
        UUID id = accounts.add(
                new NewAccount(username, Text.of("Cán bộ thử"), 107339, 10733901, mustChange, false, List.of(grant)),
                passwords.hash(password),
                clock.instant());
        return accounts.find(id).orElseThrow();
    }

    /** Lets time pass for guesses at the account. */
    @Transactional
    public void pass(String username, Duration time) {
        jdbc.sql("update signin.guess set until = until - make_interval(secs => ?) where key like ? || ' | %'")
                .params(time.toSeconds(), username)
                .update();
    }

    /** A request of the demo account, without CSRF token. */
    public RequestPostProcessor signedIn(String username) {
        return SecurityMockMvcRequestPostProcessors.securityContext(
                as.role(username).context());
    }

    /** Of a database of its own. */
    public static Accounts in(JdbcClient jdbc) {
        return new Accounts(new AccountRepository(jdbc));
    }
}
