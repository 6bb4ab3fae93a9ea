package vn.toam.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.shared.ToamTest;
import vn.toam.signin.SignInService;

/** Who manages whom, and what takes two. */
class TwoPersonsTest extends ToamTest {

    private static final int PROVINCE = 1024;
    private static final int COMMUNE = 107339;

    @Autowired
    private Roles roles;

    @Autowired
    private AccountService accounts;

    @Autowired
    private AccountRepository repository;

    @Autowired
    private Addresses addresses;

    @Autowired
    private SignInService signIn;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Clock clock;

    private As.Somebody country;
    private As.Somebody province;
    private As.Somebody neighbour;

    @BeforeEach
    void administrators() {
        country = somebody(new Grant("ADMIN", 1, 102), 1);
        province = somebody(new Grant("ADMIN", PROVINCE, PROVINCE), PROVINCE);
        neighbour = somebody(new Grant("ADMIN", PROVINCE, PROVINCE), PROVINCE);
    }

    @Test
    void anAccountIsManagedByThoseWhoReachEveryRoleItHolds() {
        UUID account = make(PROVINCE, new Grant("REVIEWER", PROVINCE, PROVINCE), new Grant("MINISTRY", 1, 102));
        UUID elsewhere = make(PROVINCE, new Grant("REPORTER", 1031, 103105));

        for (UUID each : List.of(account, elsewhere)) {
            assertThatThrownBy(() -> province.get(() -> accounts.resetPassword(each)))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> province.run(() -> accounts.setActive(each, false)))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> province.run(() -> addresses.change(each, "a@b.vn")))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> province.run(() -> accounts.grant(each, "REPORTER", PROVINCE, PROVINCE)))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> province.run(() -> accounts.revoke(each, "REVIEWER", PROVINCE, PROVINCE)))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThat(country.get(() -> accounts.resetPassword(elsewhere)).password())
                .isNotEmpty();
    }

    @Test
    void anAdministratorsPasswordIsAskedByOneAndGivenByAnother() {
        UUID account = make(PROVINCE, new Grant("ADMIN", PROVINCE, PROVINCE));

        assertThat(province.get(() -> accounts.resetPassword(account)).password())
                .isEmpty();
        AccountService.Waiting request = waiting(province, account);

        assertThatThrownBy(() -> province.get(() -> accounts.decide(request.id(), true)))
                .isInstanceOf(NotAllowed.class);
        As.Somebody himself =
                new As.Somebody(SignedIn.of(repository.find(account).orElseThrow()));
        assertThatThrownBy(() -> himself.get(() -> accounts.decide(request.id(), true)))
                .isInstanceOf(NotAllowed.class);
        As.Somebody stranger = somebody(new Grant("ADMIN", 1031, 1031), 1031);
        assertThatThrownBy(() -> stranger.get(() -> accounts.decide(request.id(), true)))
                .isInstanceOf(NotAllowed.class);

        String password =
                neighbour.get(() -> accounts.decide(request.id(), true)).password();

        String username = repository.find(account).orElseThrow().username();
        assertThat(signIn.signIn(username, password, "two-persons")).isPresent();
        assertThatThrownBy(() -> neighbour.get(() -> accounts.decide(request.id(), true)))
                .isInstanceOf(vn.toam.shared.NotFound.class);
    }

    @Test
    void aRoleThatAdministersTakesTwoWhetherGivenLaterOrWithTheAccount() {
        UUID account = make(COMMUNE, new Grant("REPORTER", COMMUNE, 10733901));
        boolean done = province.get(() -> accounts.grant(account, "ADMIN", COMMUNE, 10733901));
        assertThat(done).isFalse();
        assertThat(roles.administers(repository.find(account).orElseThrow())).isFalse();

        neighbour.run(() -> accounts.decide(waiting(neighbour, account).id(), true));
        assertThat(roles.administers(repository.find(account).orElseThrow())).isTrue();

        String username = "t." + UUID.randomUUID().toString().substring(0, 13);
        UUID made = province.get(
                        () -> accounts.create(new AccountForm(username, "Quản trị xã", "", COMMUNE, 10733901, "ADMIN")))
                .id();
        assertThat(repository.find(made).orElseThrow().grants()).isEmpty();
        neighbour.run(() -> accounts.decide(waiting(neighbour, made).id(), false));
        assertThat(repository.find(made).orElseThrow().grants()).isEmpty();
    }

    @Test
    void nobodyTurnsAnAdministratorsLettersToHimself() {
        UUID account = make(PROVINCE, new Grant("ADMIN", PROVINCE, PROVINCE));
        new As.Somebody(SignedIn.of(repository.find(account).orElseThrow()))
                .run(() -> addresses.change(account, "quantri@tinh.gov.vn"));

        assertThatThrownBy(() -> province.run(() -> addresses.change(account, "ke.gian@thu.vn")))
                .isInstanceOf(Rejected.class);
    }

    private AccountService.Waiting waiting(As.Somebody who, UUID account) {
        return who.get(() -> accounts.requests()).stream()
                .filter(request -> request.row().account().id().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private As.Somebody somebody(Grant grant, int unit) {
        return new As.Somebody(SignedIn.of(repository.find(make(unit, grant)).orElseThrow()));
    }

    private UUID make(int unit, Grant... grants) {
        String username = "test." + UUID.randomUUID().toString().substring(0, 13);
        return java.util.Objects.requireNonNull(transaction.execute(status -> repository.add(
                new NewAccount(
                        username, Text.of("Tài khoản thử"), unit, grants[0].agency(), false, false, List.of(grants)),
                passwords.hashOfOneTime("bốn mùa hoa nở"),
                clock.instant())));
    }
}
