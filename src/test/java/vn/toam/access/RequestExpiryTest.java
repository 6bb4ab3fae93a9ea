package vn.toam.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.As.Somebody;
import vn.toam.shared.Text;
import vn.toam.shared.ToamTest;

/** A request for a second administrator holds until the moment it ends, and no longer. */
class RequestExpiryTest extends ToamTest {

    private static final String PASSWORD = "bốn mùa hoa nở";
    private static final Instant END = Instant.parse("2026-11-30T01:00:00Z");
    private static final Instant BEFORE = END.minusMillis(1);

    @Autowired
    private Roles roles;

    @Autowired
    private AccountRepository accounts;

    @Autowired
    private AccountService service;

    @Autowired
    private RequestRepository requests;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestAccounts made;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aRequestForASecondAdministratorWaitsAWeekAndNoLonger() {
        Account account = made.make(PASSWORD);
        Grant grant = new Grant("ADMIN", 107339, 10733901);
        write(() -> requests.ask(
                Request.Kind.GRANT, account.id(), grant, roles.me(SignedIn.of(account)), END.minusSeconds(60), END));
        UUID id = request(account);

        assertThat(requests.open(BEFORE)).extracting(Request::id).contains(id);
        assertThat(requests.open(END)).extracting(Request::id).doesNotContain(id);
        assertThat(taken(id, BEFORE)).isTrue();
        assertThat(taken(id, END)).isFalse();

        write(() -> requests.remove(id));
        administrator();
        administrator().get(() -> service.grant(account.id(), "ADMIN", 107339, 10733901));
        ends(until("select expires_at from access.request where account = ?", account.id()), 7 * 24);
    }

    private void ends(Instant until, int hours) {
        assertThat(until).isCloseTo(clock.instant().plus(hours, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));
    }

    private Instant until(String sql, UUID account) {
        List<OffsetDateTime> all =
                jdbc.sql(sql).param(account).query(OffsetDateTime.class).list();
        assertThat(all).hasSize(1);
        return all.getFirst().toInstant();
    }

    private UUID request(Account account) {
        return jdbc.sql("select id from access.request where account = ?")
                .param(account.id())
                .query(UUID.class)
                .single();
    }

    private boolean taken(UUID id, Instant now) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> requests.take(id, now).isPresent()));
    }

    private void write(Runnable statement) {
        transaction.executeWithoutResult(status -> statement.run());
    }

    private Somebody administrator() {
        Grant grant = new Grant("ADMIN", 1, 102);
        String name = "test." + UUID.randomUUID().toString().substring(0, 13);
        NewAccount wanted = new NewAccount(name, Text.of("Quản trị"), 1, 102, false, false, List.of(grant));
        UUID id = Objects.requireNonNull(transaction.execute(status -> accounts.add(wanted, "x", clock.instant())));
        return as(accounts.find(id).orElseThrow());
    }

    private static Somebody as(Account account) {
        return new Somebody(SignedIn.of(account));
    }
}
