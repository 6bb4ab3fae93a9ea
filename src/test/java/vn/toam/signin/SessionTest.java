package vn.toam.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.access.Account;
import vn.toam.access.TestAccounts;
import vn.toam.shared.ToamTest;

/** Sessions over real HTTP: cookies, the session table, forms with their tokens. */
class SessionTest extends ToamTest {

    private static final String PASSWORD = "bốn mùa hoa nở";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    /** Somebody with a browser that keeps cookies and follows no redirects. */
    private final class Visitor {

        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        HttpResponse<String> get(String path) throws Exception {
            return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
        }

        HttpResponse<String> post(String from, String path, Map<String, String> fields) throws Exception {
            Matcher token = TOKEN.matcher(get(from).body());
            assertThat(token.find()).as("a form on %s", from).isTrue();
            String body = "_csrf=" + token.group(1)
                    + fields.entrySet().stream()
                            .map(f -> "&" + f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining());
            return client.send(
                    HttpRequest.newBuilder(uri(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }

        HttpResponse<String> signIn(Account account, String password) throws Exception {
            return post("/sign-in", "/sign-in", Map.of("username", account.username(), "password", password));
        }

        private URI uri(String path) {
            return URI.create("http://localhost:" + port + path);
        }
    }

    @Test
    void whoReadsTheDatabaseCanTakeOverNoSessionAndFindsNoPasswordThere() throws Exception {
        Account account = accounts.make(PASSWORD);
        HttpResponse<String> signedIn = new Visitor().signIn(account, PASSWORD);
        String cookie =
                signedIn.headers().firstValue("Set-Cookie").orElseThrow().replaceAll("^toam=([^;]+);.*", "$1");
        String secret = new String(java.util.Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8);
        String kept = jdbc.sql("select session_id from signin.session where principal_name = ?")
                .param(account.id().toString())
                .query(String.class)
                .single();

        assertThat(kept).isNotEqualTo(secret).isEqualTo(SecretSessionIds.hash(secret));
        String stolen = java.util.Base64.getEncoder().encodeToString(kept.getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> thief = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/accounts/me"))
                                .header("Cookie", "toam=" + stolen)
                                .build(),
                        BodyHandlers.ofString());
        assertThat(thief.statusCode()).isEqualTo(302);
    }

    @Test
    void aSessionLivesInTheDatabaseUntilSignOut() throws Exception {
        Account account = accounts.make(PASSWORD);
        Visitor visitor = new Visitor();

        HttpResponse<String> signedIn = visitor.signIn(account, PASSWORD);

        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(signedIn.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("toam=", "HttpOnly", "SameSite=Lax");
        assertThat(sessions(account)).isEqualTo(1);
        assertThat(visitor.get("/accounts/me").statusCode()).isEqualTo(200);
        visitor.post("/accounts/me", "/sign-out", Map.of());
        assertThat(sessions(account)).isZero();
        assertThat(visitor.get("/accounts/me").statusCode()).isEqualTo(302);
    }

    @Test
    void anErrorPageStillKnowsWhoIsSignedIn() throws Exception {
        Visitor visitor = new Visitor();
        visitor.signIn(accounts.make(PASSWORD), PASSWORD);

        HttpResponse<String> missing = visitor.get("/nowhere");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("Cán bộ thử", "Không có trang này");
    }

    @Test
    void readingPagesWritesNothingForAMinute() throws Exception {
        Account account = accounts.make(PASSWORD);
        Visitor visitor = new Visitor();
        visitor.signIn(account, PASSWORD);
        visitor.get("/accounts/me");
        String before = rowVersion(account);

        visitor.get("/accounts/me");
        visitor.get("/accounts/me");

        assertThat(rowVersion(account)).isEqualTo(before);
    }

    @Test
    void administratorsSessionsEndSooner() {
        assertThat(Sessions.IDLE_ADMIN).hasMinutes(30);
        assertThat(Sessions.IDLE).hasHours(8);
    }

    @Test
    void aPasswordForOneUseMustBeChangedFirst() throws Exception {
        Account account = accounts.make("dùng-một-lần-thôi", true);
        Visitor visitor = new Visitor();
        visitor.signIn(account, "dùng-một-lần-thôi");

        assertThat(visitor.get("/accounts/me").headers().firstValue("Location").orElseThrow())
                .endsWith(OwnAccountController.PASSWORD);

        assertThat(change(visitor, "dùng-một-lần-thôi", "ngắn").statusCode()).isEqualTo(422);
        assertThat(change(visitor, "sai rồi nhé bạn", PASSWORD).statusCode()).isEqualTo(422);
        assertThat(change(visitor, "dùng-một-lần-thôi", PASSWORD).statusCode()).isEqualTo(302);
        assertThat(visitor.get("/accounts/me").body()).contains("Đã đổi mật khẩu");
        assertThat(new Visitor().signIn(account, PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void changingThePasswordEndsTheOtherSessionsAndSignOutEverywhereEndsAll() throws Exception {
        Account account = accounts.make(PASSWORD);
        Visitor one = new Visitor();
        Visitor two = new Visitor();
        one.signIn(account, PASSWORD);
        two.signIn(account, PASSWORD);
        assertThat(one.get("/accounts/me").body()).contains("Đăng xuất các máy khác");

        change(one, PASSWORD, "mùa xuân con én");

        assertThat(two.get("/accounts/me").statusCode()).isEqualTo(302);
        assertThat(one.get("/accounts/me").statusCode()).isEqualTo(200);
        one.post("/accounts/me", "/accounts/me/sessions/all", Map.of());
        assertThat(sessions(account)).isZero();
    }

    private static HttpResponse<String> change(Visitor visitor, String old, String wanted) throws Exception {
        return visitor.post(
                OwnAccountController.PASSWORD,
                OwnAccountController.PASSWORD,
                Map.of("old", old, "wanted", wanted, "again", wanted));
    }

    private int sessions(Account account) {
        return jdbc.sql("select count(*) from signin.session where principal_name = ?")
                .param(account.id().toString())
                .query(Integer.class)
                .single();
    }

    private String rowVersion(Account account) {
        return jdbc.sql("select xmin::text || ctid::text from signin.session where principal_name = ?")
                .param(account.id().toString())
                .query(String.class)
                .single();
    }
}
