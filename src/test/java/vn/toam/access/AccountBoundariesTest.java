package vn.toam.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.agency.AgencyService;
import vn.toam.geography.Level;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.OtherConnection;
import vn.toam.shared.Permission;
import vn.toam.shared.Rejected;
import vn.toam.shared.Slice;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;
import vn.toam.unit.UnitService;

/** Accounts on both sides of what may be typed, given, listed and decided. */
class AccountBoundariesTest extends ToamTest {

    @Autowired
    private AccountService service;

    @Autowired
    private AccountRepository repository;

    @Autowired
    private RequestRepository requests;

    @Autowired
    private AccountPlaces places;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ManagedAccounts managedAccounts;

    @Autowired
    private UnitService units;

    @Autowired
    private Access access;

    @Autowired
    private Addresses addresses;

    @Autowired
    private Roles roles;

    @Autowired
    private Passwords passwords;

    @Autowired
    private AgencyService agencies;

    @Autowired
    private DataSource database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestGround grounds;

    @Autowired
    private Clock clock;

    private int province;
    private int commune;
    private int sibling;

    @BeforeEach
    void ground() {
        TestGround.Ground ground = grounds.take();
        province = ground.province();
        commune = ground.commune();
        sibling = ground.communes().get(1);
    }

    private int office(int unit) {
        return agencies.peoplesCommittee(unit, LocalDate.now(clock)).id();
    }

    private UUID make(String name, int unit, String... held) {
        List<Grant> grants = java.util.Arrays.stream(held)
                .map(role -> new Grant(role, unit, office(unit)))
                .toList();
        String username = "test." + UUID.randomUUID().toString().substring(0, 13);
        NewAccount wanted = new NewAccount(username, Text.of(name), unit, office(unit), false, false, grants);
        return Objects.requireNonNull(transaction.execute(status -> repository.add(wanted, "x", clock.instant())));
    }

    private As.Somebody somebody(UUID account) {
        return new As.Somebody(SignedIn.of(repository.find(account).orElseThrow()));
    }

    private void write(Runnable statement) {
        transaction.executeWithoutResult(status -> statement.run());
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "40, true", "41, false"})
    void aUserNameHasTwoToFortyCharacters(int length, boolean good) {
        assertThat(("a".repeat(length)).matches(AccountForm.USERNAME)).isEqualTo(good);
        assertThat(("-" + "a".repeat(5)).matches(AccountForm.USERNAME)).isFalse();
        assertThat(("9" + "a-._").matches(AccountForm.USERNAME)).isTrue();
        assertThat("aâ".matches(AccountForm.USERNAME)).isFalse();
    }

    @Test
    void everythingMissingIsNamedAtOnceAndBlanksAndCapitalsAreTidied() {
        assertThatThrownBy(() ->
                        new AccountForm(" ", " ", "", commune, 0, "").tidy().check(roles))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems().stream().map(Rejected.Problem::field))
                                .containsExactly("username", "nameVi", "agency", "role"));
        AccountForm form = new AccountForm(" Can.Bo ", " Cán bộ ", "", commune, 5, " REPORTER ").tidy();
        assertThat(form.username()).isEqualTo("can.bo");
        form.check(roles);
    }

    @Test
    void aRoleIsGivenOnlyWhereItMayBeHeldAndAtAnAgencyOfTheUnit() {
        UUID account = make("Cán bộ", commune, "REPORTER");
        As.Somebody admin = Posts.at("ADMIN", province);
        assertThatThrownBy(() -> admin.get(() -> service.grant(account, "REPORTER", commune, office(sibling))))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("agency");
        assertThatThrownBy(() -> admin.get(() -> service.grant(account, "MINISTRY", commune, office(commune))))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("national");
        assertThatThrownBy(() -> admin.get(() -> service.grant(account, "NOBODY", commune, office(commune))))
                .isInstanceOf(Rejected.class);
        assertThat(admin.get(() -> service.grant(account, "CHECKER", commune, office(commune))))
                .isTrue();
        assertThatThrownBy(() -> admin.run(() -> service.revoke(account, "NOBODY", commune, office(commune))))
                .isInstanceOf(Rejected.class);
        int elsewhere = grounds.take().commune();
        assertThatThrownBy(() -> admin.get(() -> service.grant(account, "REPORTER", elsewhere, office(elsewhere))))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aListOfAccountsHasFiftyOnAPageThoseInUseFirst() {
        for (int at = 10; at < 61; at++) {
            make("Cán bộ số " + at + "k", commune, "REPORTER"); // no made-up user name holds a k
        }
        UUID closed = make("A đã nghỉ", commune, "REPORTER");
        write(() -> repository.active(closed, false));
        Posts.at("ADMIN", commune).run(() -> {
            Slice<AccountRow> first = service.search("", AccountColumn.NAME, false, 1);
            assertThat(first.items()).hasSize(50);
            assertThat(first.total()).isEqualTo(52);
            assertThat(first.items().getFirst().account().name().vi()).isEqualTo("Cán bộ số 10k");
            Slice<AccountRow> last = service.search("", AccountColumn.NAME, false, 99);
            assertThat(last.items()).hasSize(2);
            assertThat(last.items().getLast().account().id()).isEqualTo(closed);
            assertThat(service.search("", AccountColumn.NAME, true, 1)
                            .items()
                            .getFirst()
                            .account()
                            .name()
                            .vi())
                    .isEqualTo("Cán bộ số 60k");
            assertThat(service.search("so 33k", AccountColumn.NAME, false, -1).items())
                    .hasSize(1);
            assertThat(service.all("", AccountColumn.SIGNED_IN, true)).hasSize(52);
        });
        assertThat(Posts.at("ADMIN", sibling)
                        .get(() -> service.search("", AccountColumn.NAME, false, 1))
                        .total())
                .isZero();
        assertThat(Posts.at("ADMIN", province)
                        .get(() -> service.search("so 33k", AccountColumn.NAME, false, 1))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void whoSignedInLastComesFirstAndWhoNeverDidLast() {
        UUID never = make("Một", commune, "REPORTER");
        UUID earlier = make("Hai", commune, "REPORTER");
        UUID later = make("Ba", commune, "REPORTER");
        write(() -> repository.succeeded(earlier, clock.instant().minusSeconds(60)));
        write(() -> repository.succeeded(later, clock.instant()));
        assertThat(Posts.at("ADMIN", commune).get(() -> service.all("", AccountColumn.SIGNED_IN, true)))
                .extracting(row -> row.account().id())
                .containsExactly(later, earlier, never);
        assertThat(Posts.at("ADMIN", commune).get(() -> service.all("", AccountColumn.SIGNED_IN, false)))
                .extracting(row -> row.account().id())
                .containsExactly(earlier, later, never);
    }

    @Test
    void lettersGoToThoseInUseWithAnAddressAndTheRightAtTheUnit() {
        UUID reporter = make("Một", commune, "REPORTER");
        UUID leader = make("Hai", commune, "LEADER");
        UUID closed = make("Ba", commune, "REPORTER");
        UUID elsewhere = make("Bốn", sibling, "REPORTER");
        make("Năm", commune, "REPORTER");
        write(() -> {
            repository.email(reporter, "mot@xa.vn");
            repository.email(leader, "hai@xa.vn");
            repository.email(closed, "ba@xa.vn");
            repository.email(elsewhere, "bon@xa.vn");
            repository.active(closed, false);
        });
        Permission enter = permission("FORM_ENTER");
        assertThat(addresses.of(List.of(commune), enter)).containsOnlyKeys(commune);
        assertThat(addresses.of(List.of(commune), enter).get(commune)).containsExactly("mot@xa.vn");
    }

    private Permission permission(String name) {
        return roles.permissions("REPORTER").stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void othersHoldARoleOnlyWhileTheyAreInUseAndAtThatUnit() {
        UUID own = make("Tôi", commune, "CHECKER");
        assertThat(repository.othersHold(List.of("CHECKER"), commune, own)).isFalse();
        UUID other = make("Người khác", commune, "CHECKER");
        assertThat(repository.othersHold(List.of("CHECKER"), commune, own)).isTrue();
        assertThat(repository.othersHold(List.of("LEADER"), commune, own)).isFalse();
        assertThat(repository.othersHold(List.of("CHECKER"), sibling, own)).isFalse();
        assertThat(repository.holding(List.of("CHECKER")))
                .extracting(Account::id)
                .contains(other);
        write(() -> repository.active(other, false));
        assertThat(repository.othersHold(List.of("CHECKER"), commune, own)).isFalse();
        assertThat(repository.holding(List.of("CHECKER")))
                .extracting(Account::id)
                .doesNotContain(other);
    }

    @Test
    void aClosedAccountHasNoPasswordToCompareWith() {
        UUID account = make("Một", commune, "REPORTER");
        String username = repository.find(account).orElseThrow().username();
        assertThat(repository.hashOfActive(username)).contains("x");
        write(() -> repository.active(account, false));
        assertThat(repository.hashOfActive(username)).isEmpty();
        assertThat(repository.hash(account)).contains("x");
    }

    @Test
    void anAdministratorMaySignInAgainOnlyByTwoAndWhoeverAskedMayWithdraw() {
        As.Somebody one = somebody(make("Quản trị 1", province, "ADMIN"));
        As.Somebody two = somebody(make("Quản trị 2", province, "ADMIN"));
        UUID third = make("Quản trị 3", province, "ADMIN");
        assertThat(one.get(() -> service.setActive(third, false)))
                .as("closing takes one")
                .isTrue();
        assertThat(one.get(() -> service.setActive(third, true))).isFalse();
        assertThat(repository.find(third).orElseThrow().active()).isFalse();
        AccountService.Waiting asked = waiting(two, third);
        assertThat(asked.own()).isFalse();
        assertThat(waiting(one, third).own()).isTrue();
        one.run(() -> service.decide(asked.id(), false));
        assertThat(repository.find(third).orElseThrow().active()).isFalse();
        assertThatThrownBy(() -> two.run(() -> service.decide(asked.id(), true)))
                .isInstanceOf(NotFound.class);
        one.run(() -> service.setActive(third, true));
        two.run(() -> service.decide(waiting(two, third).id(), true));
        assertThat(repository.find(third).orElseThrow().active()).isTrue();
    }

    private AccountService.Waiting waiting(As.Somebody who, UUID account) {
        return who.get(() -> service.requests()).stream()
                .filter(request -> request.row().account().id().equals(account))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneDecidesARequestAtATime() {
        UUID account = make("Một", commune, "REPORTER");
        Grant grant = new Grant("ADMIN", commune, office(commune));
        write(() -> requests.ask(
                Request.Kind.GRANT,
                account,
                grant,
                roles.me(SignedIn.of(repository.find(account).orElseThrow())),
                clock.instant(),
                clock.instant().plusSeconds(60)));
        UUID id = requests.open(clock.instant()).stream()
                .filter(request -> request.account().equals(account))
                .findFirst()
                .orElseThrow()
                .id();
        String sql = "select true from access.request where id = '" + id + "' for update skip locked";
        assertThat(OtherConnection.ask(database, sql)).isTrue();
        write(() -> {
            assertThat(requests.take(id, clock.instant())).isPresent();
            assertThat(OtherConnection.ask(database, sql)).isFalse();
        });
    }

    @Test
    void passwordsCostWhatTheyShallAndReadOutEasily() {
        assertThat(passwords.hash("bốn mùa hoa nở")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hashOfOneTime("bốn mùa hoa nở")).startsWith("$argon2id$v=19$m=1024,t=1,p=1$");
        assertThat(passwords.oneTime()).matches("([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}");
        assertThat(passwords.matches("x", null)).isFalse();
        assertThat(passwords.matches("abcd", passwords.hashOfOneTime("abcd"))).isTrue();
        assertThat(passwords.matches("abce", passwords.hashOfOneTime("abcd"))).isFalse();
    }

    @Test
    void unitsOfferedForAnAccountAreThoseThatTheAskerManages() {
        Posts.at("ADMIN", province).run(() -> {
            assertThat(places.find(" ")).extracting(Choice::unit).containsExactly(province);
            assertThat(places.roles(province)).noneMatch(role -> role.national());
            assertThat(places.roles(commune)).allMatch(role -> role.heldAt(Level.COMMUNE.name()));
        });
        Posts.at("ADMIN", commune).run(() -> assertThat(places.find("Hà Nội")).isEmpty());
        assertThat(Posts.at("ADMIN", UnitService.COUNTRY).get(() -> places.find("Hà Nội")))
                .isNotEmpty();
        assertThat(places.agencies(commune)).extracting(agency -> agency.unit()).containsOnly(commune);
    }

    @Test
    void aSecondAdministratorIsNeitherTheAskerNorTheAccountAndReachesItsPlace() {
        UUID asker = make("Quản trị 1", commune, "ADMIN");
        UUID account = make("Quản trị 2", commune, "ADMIN");
        Account managed = repository.find(account).orElseThrow();
        boolean above = somebody(asker).get(() -> managedAccounts.secondExists(managed, null));
        make("Quản trị xã bên", sibling, "ADMIN");
        assertThat(somebody(asker).get(() -> managedAccounts.secondExists(managed, null)))
                .as("a neighbour does not reach it")
                .isEqualTo(above);
        make("Quản trị 3", commune, "ADMIN");
        assertThat(somebody(asker).get(() -> managedAccounts.secondExists(managed, null)))
                .isTrue();
    }

    @Test
    void anAgencysMattersPassToThoseThatFollowedItAndToNoOther() {
        int office = office(commune);
        assertThat(Posts.at("REPORTER", commune, office)
                        .get(() -> access.allows(permission("FORM_ENTER"), Subject.of(commune, office))))
                .isTrue();
        assertThat(Posts.at("REPORTER", commune, office)
                        .get(() -> access.allows(permission("FORM_ENTER"), Subject.of(commune, office(sibling)))))
                .isFalse();
        assertThat(Posts.at("REPORTER", commune)
                        .get(() -> access.allows(permission("FORM_ENTER"), Subject.of(sibling))))
                .isFalse();
    }

    @Test
    void signingInKeepsPasswordAndAddressOfTheAccountAlone() {
        UUID one = make("Một", commune, "REPORTER");
        UUID other = make("Hai", commune, "REPORTER");
        write(() -> {
            accounts.password(one, "new", null);
            accounts.email(one, "mot@xa.vn");
        });
        assertThat(accounts.hash(one)).contains("new");
        assertThat(accounts.email(one)).isEqualTo("mot@xa.vn");
        assertThat(accounts.hash(other)).contains("x");
        assertThat(accounts.email(other)).isEmpty();
        assertThat(repository.find(one).orElseThrow().mustChange()).isFalse();
        write(() -> accounts.password(one, "once", clock.instant()));
        assertThat(repository.find(one).orElseThrow().mustChange()).isTrue();
    }

    @Test
    void anEndedUnitIsOfferedWithTheAgenciesOfItsLastDay() {
        int district = units.byCode(Level.DISTRICT, "001", LocalDate.of(2025, 6, 30))
                .orElseThrow()
                .id();
        assertThat(agencies.agenciesOf(district, LocalDate.now(clock))).isEmpty();
        assertThat(places.agencies(district)).isNotEmpty();
    }
}
