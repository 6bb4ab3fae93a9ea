package vn.toam.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_KEEP;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.agency.AgencyService;
import vn.toam.shared.Access;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;
import vn.toam.shared.ToamTest;
import vn.toam.unit.TestGround;
import vn.toam.village.VillageForm;
import vn.toam.village.VillageService;

/** A role for one village is given on the account's page and reaches that village alone. */
class VillageGrantTest extends ToamTest {

    private static final LocalDate START = LocalDate.of(2025, 10, 1);

    @Autowired
    private AccountService service;

    @Autowired
    private AccountRepository accounts;

    @Autowired
    private AgencyService agencies;

    @Autowired
    private VillageService villages;

    @Autowired
    private TestGround grounds;

    @Autowired
    private Access access;

    @Autowired
    private As as;

    @Autowired
    private Clock clock;

    private UUID village(int unit, String name) {
        return as.role("admin")
                .get(() -> villages.add(
                        unit, new VillageForm("THON", name, Set.of(), "", "", "", "", null, START, "", null, 0)));
    }

    private boolean keeps(UUID account, Subject subject) {
        SignedIn signedIn = SignedIn.of(accounts.find(account).orElseThrow());
        return Objects.requireNonNull(new As.Somebody(signedIn).get(() -> access.allows(HOUSEHOLD_KEEP, subject)));
    }

    @Test
    void whoIsGivenAVillageKeepsThatOneUntilAnotherTakesItsPlace() {
        int unit = grounds.take().commune();
        int agency = agencies.agenciesOf(unit, LocalDate.now(clock)).getFirst().id();
        UUID own = village(unit, "Giao Một");
        UUID other = village(unit, "Giao Hai");
        UUID id = accounts.add(
                new NewAccount(
                        "test." + UUID.randomUUID().toString().substring(0, 13),
                        Text.of("Trưởng thôn thử"),
                        unit,
                        agency,
                        false,
                        false,
                        List.of(new Grant("MEMBER", unit, agency))),
                "-",
                clock.instant());

        as.role("admin").run(() -> service.grant(id, "VILLAGE_HEAD", unit, agency, own));
        assertThat(keeps(id, Subject.of(unit, own))).isTrue();
        assertThat(keeps(id, Subject.of(unit, other))).isFalse();
        assertThat(keeps(id, Subject.of(unit))).isFalse();

        as.role("admin").run(() -> service.grant(id, "VILLAGE_HEAD", unit, agency, other));
        assertThat(accounts.find(id).orElseThrow().grants())
                .containsExactlyInAnyOrder(
                        new Grant("MEMBER", unit, agency), new Grant("VILLAGE_HEAD", unit, agency, other));
        assertThat(keeps(id, Subject.of(unit, own))).isFalse();

        assertThatThrownBy(() -> as.role("admin").run(() -> service.grant(id, "REPORTER", unit, agency, own)))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() ->
                        as.role("admin").run(() -> service.grant(id, "VILLAGE_HEAD", unit, agency, UUID.randomUUID())))
                .isInstanceOf(Rejected.class);
    }
}
