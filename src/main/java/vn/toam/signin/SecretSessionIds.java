package vn.toam.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * The browser shows a secret; what is kept is its hash. Whoever reads the database or a backup of it can take over no session: the secret
 * exists in the browser alone.
 */
final class SecretSessionIds implements SessionIdGenerator, HttpSessionIdResolver {

    private static final int BYTES = 32;

    /** As long as the column is: 36 letters of 6 bits. */
    private static final int LENGTH = 36;

    /** Attribute of a request whose cookie is written: a session is committed more than once. */
    private static final String WRITTEN = SecretSessionIds.class.getName();

    /** Ids made by a thread in one request: for the session, its row, and again when it changes. */
    private static final int KEPT = 8;

    /** Secrets by id: made with the session, sent with the answer to the same request. */
    private final ThreadLocal<Map<String, String>> made = ThreadLocal.withInitial(SecretSessionIds::few);

    private final SecureRandom random = new SecureRandom();
    private final CookieSerializer cookie;

    SecretSessionIds(CookieSerializer cookie) {
        this.cookie = cookie;
    }

    @Override
    public String generate() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        made.get().put(hash(secret), secret);
        return hash(secret);
    }

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        return cookie.readCookieValues(request).stream()
                .map(SecretSessionIds::hash)
                .toList();
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
        if (id.equals(request.getAttribute(WRITTEN))) {
            return;
        }
        request.setAttribute(WRITTEN, id);
        String secret = made.get().get(id);
        if (secret == null) {
            throw new IllegalStateException("a session of another request");
        }
        made.remove();
        cookie.writeCookieValue(new CookieValue(request, response, secret));
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        cookie.writeCookieValue(new CookieValue(request, response, ""));
    }

    private static Map<String, String> few() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > KEPT;
            }
        };
    }

    static String hash(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
