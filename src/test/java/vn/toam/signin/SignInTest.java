package vn.toam.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toam.access.Account;
import vn.toam.access.TestAccounts;
import vn.toam.audit.Audit;
import vn.toam.audit.Entry;
import vn.toam.shared.ToamTest;

class SignInTest extends ToamTest {

    private static final String PASSWORD = "bốn mùa hoa nở";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everythingButTheGateIsClosed() {
        assertThat(mvc.get().uri("/accounts/me?x=1")).hasRedirectedUrl("/sign-in?to=%2Faccounts%2Fme%3Fx%3D1");
        assertThat(mvc.get().uri("/")).hasRedirectedUrl("/sign-in");
        assertThat(mvc.get().uri("/anything")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/health")).hasStatusOk().hasBodyTextEqualTo("ok");
        assertThat(mvc.get().uri("/sign-in")).hasStatusOk().bodyText().contains("Đăng nhập");
    }

    @Test
    void oneClickSignsADemoAccountIn() {
        assertThat(demo("planner.hp")).hasRedirectedUrl("/overview");
        assertThat(demo("nobody")).hasRedirectedUrl("/sign-in");
        assertThat(demo(accounts.make(PASSWORD).username()))
                .as("not a demo account")
                .hasRedirectedUrl("/sign-in");
    }

    @Test
    void userNameAndPasswordSignInAndLeadWhereOneWanted() {
        Account account = accounts.make(PASSWORD);

        assertThat(signIn(account.username().toUpperCase(), PASSWORD, "/plans?year=2024"))
                .hasRedirectedUrl("/plans?year=2024");
        assertThat(audit.timeline("account", account.id(), 5))
                .extracting(Entry::action)
                .containsExactly("identity.audit.signedIn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/"})
    void signInNeverLeadsAway(String to) {
        assertThat(signIn(accounts.make(PASSWORD).username(), PASSWORD, to)).hasRedirectedUrl("/overview");
    }

    @Test
    void aWrongPasswordIsAnsweredLikeAnUnknownAccountAndWhatWasTypedStays() {
        MvcTestResult wrong = signIn(accounts.make(PASSWORD).username(), "not this one", "");
        MvcTestResult unknown = signIn("no.such.account", PASSWORD, "");

        assertThat(wrong)
                .hasStatus(422)
                .bodyText()
                .contains("Tên đăng nhập hoặc mật khẩu chưa đúng")
                .contains("Chưa đăng nhập được")
                .doesNotContain("Chưa lưu được");
        assertThat(unknown)
                .hasStatus(422)
                .bodyText()
                .contains("value=\"no.such.account\"")
                .contains("chưa đúng");
    }

    @Test
    void fiveFailuresCloseForAQuarterOfAnHourWithoutSaying() {
        String username = accounts.make(PASSWORD).username();
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(username, "not this one", "")).hasStatus(422);
        }

        assertThat(signIn(username, PASSWORD, "")).hasStatus(422).bodyText().contains("chưa đúng");

        accounts.pass(username, Duration.ofMinutes(15).plus(Duration.ofSeconds(1)));
        assertThat(signIn(username, PASSWORD, "")).hasRedirectedUrl("/overview");
    }

    @Test
    void fourFailuresAreForgivenByASuccess() {
        String username = accounts.make(PASSWORD).username();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 5 - 1; i++) {
                signIn(username, "not this one", "");
            }
            assertThat(signIn(username, PASSWORD, "")).hasRedirectedUrl("/overview");
        }
    }

    @Test
    void aDeactivatedAccountStaysOut() {
        Account account = accounts.make(PASSWORD);
        jdbc.sql("update access.account set active = false where id = ?")
                .param(account.id())
                .update();

        assertThat(signIn(account.username(), PASSWORD, "")).hasStatus(422);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(mvc.post().uri("/sign-in/demo").param("username", "planner.hp"))
                .hasRedirectedUrl("/sign-in?expired");
        assertThat(mvc.post().uri("/sign-out").with(accounts.signedIn("planner.hp")))
                .hasStatus(403);
    }

    @Test
    void pagesCarryStrictHeaders() {
        for (String path : List.of("/sign-in", "/static/toam.css", "/health")) {
            MvcTestResult result = mvc.get().uri(path).secure(true).exchange();
            assertThat(result)
                    .headers()
                    .hasValue("X-Content-Type-Options", "nosniff")
                    .hasValue("Referrer-Policy", "same-origin")
                    .hasValue("X-Frame-Options", "DENY")
                    .containsHeader("Strict-Transport-Security");
            assertThat(result.getResponse().getHeader("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void filesMakeNoSession() {
        int before = sessions();

        assertThat(mvc.get().uri("/static/toam.css")).hasStatusOk();
        assertThat(mvc.get().uri("/health")).hasStatusOk();

        assertThat(sessions()).isEqualTo(before);
    }

    private int sessions() {
        return jdbc.sql("select count(*) from signin.session")
                .query(Integer.class)
                .single();
    }

    private MvcTestResult demo(String username) {
        return mvc.post()
                .uri("/sign-in/demo")
                .param("username", username)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult signIn(String username, String password, String to) {
        return mvc.post()
                .uri("/sign-in")
                .param("username", username)
                .param("password", password)
                .param("to", to)
                .with(csrf())
                .exchange();
    }
}
