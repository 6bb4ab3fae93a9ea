package vn.toam.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toam.audit.Audit;
import vn.toam.audit.Entry;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.ToamTest;
import vn.toam.signin.SignInService;

class AccountServiceTest extends ToamTest {

    /** Thành phố Hải Phòng of 2024 and its culture department. */
    private static final int CITY = 1031;

    private static final int DEPARTMENT = 103105;

    @Autowired
    private AccountService accounts;

    private static final String ADDRESS = "203.0.113.7";

    @Autowired
    private SignInService signIn;

    @Autowired
    private As as;

    @Autowired
    private Audit audit;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void anAdministratorMakesAccountsWithinReachAndHandsOutAPasswordForOneUse() {
        AccountForm form = form("PLANNER", CITY, DEPARTMENT);

        AccountService.Made made = as.role("admin.hp").get(() -> accounts.create(form));

        Account account =
                signIn.signIn(form.username(), made.password(), ADDRESS).orElseThrow();
        assertThat(account.mustChange()).isTrue();
        assertThat(account.grants()).containsExactly(new Grant("PLANNER", CITY, DEPARTMENT));
        assertThat(audit.timeline("account", made.id(), 5))
                .extracting(Entry::action)
                .containsExactly("identity.audit.signedIn", "identity.audit.created");
    }

    @Test
    void nobodyReachesBeyondTheOwnPlace() {
        As.Somebody city = as.role("admin.hp");

        assertThatThrownBy(() -> city.get(() -> accounts.create(form("PLANNER", 1011, 101103))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> city.get(() -> accounts.create(form("MINISTRY", CITY, DEPARTMENT))))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> city.get(() -> accounts.find(as.id("planner.db"))))
                .isInstanceOf(NotAllowed.class);
        assertThat(city.get(() -> accounts.search("", AccountColumn.NAME, false, 1))
                        .items())
                .extracting(row -> row.account().username())
                .contains("planner.hp", "reporter.hp")
                .doesNotContain("planner.db", "ministry", "planner.ty");
        assertThat(as.role("admin")
                        .get(() -> accounts.search("dien bien", AccountColumn.NAME, false, 1))
                        .items())
                .extracting(row -> row.account().username())
                .contains("planner.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"planner.hp", "leader.hp", "police.hp", "ministry", "reporter.ty"})
    void nobodyElseManagesAccounts(String username) {
        As.Somebody other = as.role(username);

        assertThatThrownBy(() -> other.get(() -> accounts.search("", AccountColumn.NAME, false, 1)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> other.get(() -> accounts.resetPassword(as.id("admin.hp"))))
                .isInstanceOf(NotAllowed.class);
        assertThat(mvc.get().uri("/accounts").with(as.request(username))).hasStatus(403);
    }

    @Test
    void nobodyChangesTheOwnRoles() {
        As.Somebody admin = as.role("admin.hp");

        assertThatThrownBy(() -> admin.run(() -> accounts.grant(as.id("admin.hp"), "PLANNER", CITY, DEPARTMENT)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> admin.run(() -> accounts.setActive(as.id("admin.hp"), false)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void rolesAreGivenAndTakenAndADeactivatedAccountComesBack() {
        As.Somebody admin = as.role("admin.hp");
        AccountForm form = form("REPORTER", CITY, DEPARTMENT);
        AccountService.Made made = admin.get(() -> accounts.create(form));

        admin.run(() -> accounts.grant(made.id(), "REVIEWER", CITY, DEPARTMENT));
        admin.run(() -> accounts.revoke(made.id(), "REPORTER", CITY, DEPARTMENT));
        admin.run(() -> accounts.setActive(made.id(), false));

        assertThat(signIn.signIn(form.username(), made.password(), ADDRESS)).isEmpty();
        admin.run(() -> accounts.setActive(made.id(), true));
        AccountService.Made again = admin.get(() -> accounts.resetPassword(made.id()));
        assertThat(signIn.signIn(form.username(), made.password(), ADDRESS)).isEmpty();
        assertThat(signIn.signIn(form.username(), again.password(), ADDRESS)
                        .orElseThrow()
                        .grants())
                .extracting(Grant::role)
                .containsExactly("REVIEWER");
    }

    @Test
    void aWrongFormComesBackWithWhatWasTypedAndWhatIsMissing() {
        assertThat(mvc.post()
                        .uri("/accounts")
                        .param("unit", String.valueOf(CITY))
                        .param("agency", "0")
                        .param("username", "Có Dấu")
                        .param("nameVi", "Chuyên viên")
                        .param("nameEn", "")
                        .with(as.request("admin.hp")))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"Có Dấu\"", "value=\"Chuyên viên\"", "Hãy chọn cơ quan", "Hãy chọn vai trò");
    }

    private static AccountForm form(String role, int unit, int agency) {
        return new AccountForm(
                "t." + UUID.randomUUID().toString().substring(0, 13), "Chuyên viên thử", "", unit, agency, role);
    }
}
