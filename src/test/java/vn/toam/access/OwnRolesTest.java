package vn.toam.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.SecondServer;
import vn.toam.plan.PlanPermissions;
import vn.toam.round.RoundPermissions;
import vn.toam.shared.Access;
import vn.toam.shared.ModulePermissions;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Permission;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.shared.ToamTest;
import vn.toam.unit.UnitService;

/** A role of an installation's own: a file in its folder, no code. The second server has one, the first does not know it. */
class OwnRolesTest extends ToamTest {

    private static final int OWN = 10216;
    private static final int BELOW = 107339;
    private static final int SIBLING = 10213;

    @Autowired
    private AccountRepository accounts;

    @Autowired
    private AccountService service;

    @Autowired
    private Access access;

    @Autowired
    private Roles roles;

    @Autowired
    private List<ModulePermissions> modules;

    private final As.Somebody admin = Posts.at("ADMIN", UnitService.COUNTRY);

    @Test
    void whoIsGivenItMayDoExactlyWhatItsFileSays() {
        UUID id = account();
        Access there = SecondServer.bean(Access.class);
        As.Somebody archivist = new As.Somebody(SignedIn.of(accounts.find(id).orElseThrow()));
        List<String> may = new ArrayList<>();
        for (ModulePermissions module : modules) {
            for (Permission permission : module.all()) {
                for (int unit : List.of(OWN, BELOW, SIBLING)) {
                    boolean open = module.openToAll().contains(permission);
                    boolean allowed = archivist.get(() -> there.allows(permission, Subject.of(unit)));
                    if (allowed && !open) {
                        may.add(permission + " " + unit);
                    }
                    assertThat(allowed || !open).isTrue();
                }
            }
        }
        assertThat(may)
                .containsExactlyInAnyOrder("REPORT_WRITE " + OWN, "FIGURES_READ " + OWN, "FIGURES_READ " + BELOW);
        archivist.run(() -> there.require(RoundPermissions.FIGURES_READ, Subject.of(BELOW)));
        assertThatThrownBy(() -> archivist.run(() -> there.require(PlanPermissions.PLAN_DRAFT, Subject.of(OWN))))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void itIsHeldOnlyWhereItsFileSays() {
        AccountService there = SecondServer.bean(AccountService.class);

        assertThatThrownBy(() -> admin.get(() -> there.create(form(UnitService.COUNTRY, 102))))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("access.account.role.level");
    }

    @Test
    void whereNoFileDefinesItAnyMoreItGivesNothingAndCanBeTakenAway() {
        UUID id = account();
        As.Somebody archivist = new As.Somebody(SignedIn.of(accounts.find(id).orElseThrow()));

        assertThat(roles.find("ARCHIVIST")).isEmpty();
        assertThat(archivist.get(() -> access.me().permissions())).isEmpty();
        assertThat(archivist.get(() -> access.allows(RoundPermissions.FIGURES_READ, Subject.of(OWN))))
                .isFalse();
        assertThat(roles.name("ARCHIVIST").vi()).isEqualTo("ARCHIVIST");

        admin.run(() -> service.revoke(id, "ARCHIVIST", OWN, OWN * 100 + 3));
        assertThat(accounts.find(id).orElseThrow().grants()).isEmpty();
    }

    private static AccountForm form(int unit, int agency) {
        String username = "t." + UUID.randomUUID().toString().substring(0, 13);
        return new AccountForm(username, "Cán bộ lưu trữ huyện", "", unit, agency, "ARCHIVIST");
    }

    private UUID account() {
        AccountService there = SecondServer.bean(AccountService.class);
        return admin.get(() -> there.create(form(OWN, OWN * 100 + 3))).id();
    }
}
