package vn.toam.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toam.access.Account;
import vn.toam.access.Addresses;
import vn.toam.access.As;
import vn.toam.access.Posts;
import vn.toam.access.SignedIn;
import vn.toam.access.TestAccounts;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.TestMail;
import vn.toam.shared.ToamTest;
import vn.toam.unit.UnitService;

/** A new password by link. */
class PasswordLinksTest extends ToamTest {

    @Autowired
    private PasswordLinks links;

    @Autowired
    private Addresses addresses;

    @Autowired
    private SignInService signIn;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private final As.Somebody admin = Posts.at("ADMIN", UnitService.COUNTRY);

    @Test
    void aForgottenPasswordIsSetAnewByALinkThatWorksOnceAndIsKeptAsAHash() throws Exception {
        Account account = accounts.make("bốn mùa hoa nở");
        String email = account.username() + "@tinh.gov.vn";
        new As.Somebody(SignedIn.of(account)).run(() -> addresses.change(account.id(), email));

        links.ask(account.username(), "links-" + account.id());
        links.ask("nobody.at.all", "links-" + account.id());

        long limit = System.nanoTime() + 20_000_000_000L;
        while (TestMail.to(email).isEmpty() && System.nanoTime() < limit) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(TestMail.to(email).getFirst().getFrom()).isNotEmpty();
        String letter = String.valueOf(TestMail.to(email).getFirst().getContent());
        Matcher link = Pattern.compile("token=([A-Za-z0-9_-]{43})")
                .matcher(letter.replaceAll("=\\R", "").replace("=3D", "="));
        assertThat(link.find()).as(letter).isTrue();
        String token = link.group(1);
        assertThatThrownBy(() -> links.use(token, "ngắn", "ngắn")).isInstanceOf(Rejected.class);
        links.use(token, "xuân hạ thu đông", "xuân hạ thu đông");

        assertThat(signIn.signIn(account.username(), "xuân hạ thu đông", email)).isPresent();
        assertThatThrownBy(() -> links.use(token, "đông thu hạ xuân", "đông thu hạ xuân"))
                .isInstanceOf(NotFound.class);
        assertThat(mvc.get().uri("/sign-in/reset").param("token", token))
                .hasStatusOk()
                .bodyText()
                .contains("đã được dùng");
    }

    @Test
    void aLinkHandedOverEndsByItselfAndNobodyMakesOneBeyondHisReach() {
        Account account = accounts.make("bốn mùa hoa nở");
        String link = admin.get(() -> links.make(account.id())).orElseThrow();
        assertThat(link).startsWith("http://127.0.0.1:8080/sign-in/reset?token=");
        String token = link.substring(link.indexOf('=') + 1);
        assertThat(links.account(token).id()).isEqualTo(account.id());

        jdbc.sql("update signin.reset set expires_at = now() - interval '1 minute' where account = ?")
                .param(account.id())
                .update();
        assertThatThrownBy(() -> links.use(token, "xuân hạ thu đông", "xuân hạ thu đông"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Posts.at("ADMIN", 1031).get(() -> links.make(account.id())))
                .isInstanceOf(vn.toam.shared.NotAllowed.class);
    }
}
