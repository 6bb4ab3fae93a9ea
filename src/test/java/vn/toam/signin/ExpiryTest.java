package vn.toam.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.Account;
import vn.toam.access.AccountService;
import vn.toam.access.Accounts;
import vn.toam.access.Addresses;
import vn.toam.access.As.Somebody;
import vn.toam.access.Passwords;
import vn.toam.access.Posts;
import vn.toam.access.Roles;
import vn.toam.access.SignedIn;
import vn.toam.access.TestAccounts;
import vn.toam.audit.Audit;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Settings;
import vn.toam.shared.TestClock;
import vn.toam.shared.ToamTest;

/** Keys, links and passwords for one use: each holds until the moment it ends, and no longer. */
class ExpiryTest extends ToamTest {

    private static final String PASSWORD = "bốn mùa hoa nở";
    private static final Instant END = Instant.parse("2026-11-30T01:00:00Z");
    private static final Instant BEFORE = END.minusMillis(1);

    @Autowired
    private Roles roles;

    @Autowired
    private ApiKeys keys;

    @Autowired
    private ApiKeyRepository keyRows;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountService service;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private ResetRepository linkRows;

    @Autowired
    private Addresses addresses;

    @Autowired
    private SignInService signIn;

    @Autowired
    private Guesses guesses;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Audit audit;

    @Autowired
    private Settings settings;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestAccounts made;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aKeyOpensUntilItsEndAndNoLonger() {
        Account account = made.make(PASSWORD);
        byte[] hash = hash();
        write(() -> keyRows.add(hash, account.id(), "thử", END.minusSeconds(60), END));

        assertThat(keyRows.account(hash, BEFORE)).contains(account.id());
        assertThat(keyRows.account(hash, END)).isEmpty();
        assertThat(keyRows.of(account.id(), BEFORE)).hasSize(1);
        assertThat(keyRows.of(account.id(), END)).isEmpty();

        write(() -> keyRows.removeOld(BEFORE));
        assertThat(keyRows.of(account.id(), BEFORE)).hasSize(1);
        write(() -> keyRows.removeOld(END));
        assertThat(keyRows.of(account.id(), BEFORE)).isEmpty();
    }

    @Test
    void aKeyMadeOnThePageLastsAYearAndOneForAPasswordHalfADay() {
        Account account = made.make(PASSWORD);

        assertThat(as(account).get(() -> keys.make("máy chủ")).until()).satisfies(until -> ends(until, 365 * 24));
        assertThat(keys.makeFor(account.username(), PASSWORD, address())
                        .orElseThrow()
                        .until())
                .satisfies(until -> ends(until, 12));
    }

    @Test
    void anAccountHoldsTwentyKeysEachWithANameOfEightyCharacters() {
        Somebody somebody = as(made.make(PASSWORD));
        assertThatThrownBy(() -> somebody.get(() -> keys.make("k".repeat(81)))).isInstanceOf(Rejected.class);
        for (int i = 0; i < 20; i++) {
            somebody.get(() -> keys.make("k".repeat(80)));
        }

        assertThatThrownBy(() -> somebody.get(() -> keys.make("một nữa"))).isInstanceOf(Rejected.class);

        somebody.run(() -> keys.end(keys.own().getFirst().id()));
        assertThat(somebody.get(() -> keys.make("một nữa")).key()).startsWith("toam_");
    }

    @Test
    void nobodyEndsTheKeyOfSomebodyElse() {
        Somebody owner = as(made.make(PASSWORD));
        owner.get(() -> keys.make("của tôi"));
        UUID key = owner.get(() -> keys.own().getFirst().id());

        assertThatThrownBy(() -> as(made.make(PASSWORD)).run(() -> keys.end(key)))
                .isInstanceOf(NotFound.class);
        assertThat(owner.get(() -> keys.own())).hasSize(1);
    }

    @Test
    void aLinkOpensUntilItsEndOnceAndANewOneEndsTheOld() {
        Account account = made.make(PASSWORD);
        Account other = made.make(PASSWORD);
        byte[] hash = hash();
        byte[] others = hash();
        write(() -> linkRows.add(others, other.id(), END.minusSeconds(60), END));
        write(() -> linkRows.add(hash, account.id(), END.minusSeconds(60), END));

        assertThat(linkRows.account(others, BEFORE))
                .as("a link of somebody else goes on")
                .contains(other.id());
        assertThat(linkRows.account(hash, BEFORE)).contains(account.id());
        assertThat(linkRows.account(hash, END)).isEmpty();
        assertThat(used(hash, END)).isFalse();
        assertThat(used(hash, BEFORE)).isTrue();
        assertThat(used(hash, BEFORE)).isFalse();

        byte[] next = hash();
        write(() -> linkRows.add(next, other.id(), END.minusSeconds(30), END));
        assertThat(linkRows.account(others, BEFORE)).isEmpty();
        assertThat(linkRows.account(next, BEFORE)).contains(other.id());
    }

    @Test
    void aLinkHandedOverLastsThreeDaysAndOneByLetterAnHour() {
        Account account = made.make(PASSWORD);
        Posts.at("ADMIN", 1).get(() -> links.make(account.id()));
        ends(linkUntil(account), 3 * 24);

        as(account).run(() -> addresses.change(account.id(), account.username() + "@tinh.gov.vn"));
        links.ask(account.username(), address());
        ends(linkUntil(account), 1);
    }

    @Test
    void aPasswordForOneUseIsGoodForAWeekAndNoLonger() {
        Account account = made.make(PASSWORD, true);
        ends(accounts.passwordUntil(account.id()).orElseThrow(), 7 * 24);
        String given = Objects.requireNonNull(Posts.at("ADMIN", 1)
                .get(() -> service.resetPassword(account.id()))
                .password());
        Instant until = accounts.passwordUntil(account.id()).orElseThrow();
        ends(until, 7 * 24);

        assertThat(at(until.minusMillis(1)).signIn(account.username(), given, address()))
                .isPresent();
        assertThatThrownBy(() -> at(until).signIn(account.username(), given, address()))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void aPasswordThatTheHolderChoseDoesNotEnd() {
        Account account = made.make(PASSWORD);
        TestClock.ahead(Duration.ofDays(800));

        assertThat(signIn.signIn(account.username(), PASSWORD, address())).isPresent();
    }

    /** Sign-in as at another moment. */
    private SignInService at(Instant now) {
        return new SignInService(
                accounts, guesses, roles, passwords, audit, settings, transaction, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void ends(Instant until, int hours) {
        assertThat(until).isCloseTo(clock.instant().plus(hours, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));
    }

    private Instant linkUntil(Account account) {
        return until("select expires_at from signin.reset where account = ?", account.id());
    }

    private Instant until(String sql, UUID account) {
        List<OffsetDateTime> all =
                jdbc.sql(sql).param(account).query(OffsetDateTime.class).list();
        assertThat(all).hasSize(1);
        return all.getFirst().toInstant();
    }

    private boolean used(byte[] hash, Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> linkRows.use(hash, now)));
    }

    private void write(Runnable statement) {
        transaction.executeWithoutResult(status -> statement.run());
    }

    private static Somebody as(Account account) {
        return new Somebody(SignedIn.of(account));
    }

    private static byte[] hash() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String address() {
        return "test-" + UUID.randomUUID();
    }
}
