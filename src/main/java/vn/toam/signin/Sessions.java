package vn.toam.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import vn.toam.access.Account;
import vn.toam.access.Roles;
import vn.toam.access.SignedIn;

/** Opens and ends sessions. A session that signs in is a new one: whatever was known of the old is worthless. */
@Component
class Sessions {

    static final Duration IDLE = Duration.ofHours(8);
    static final Duration IDLE_ADMIN = Duration.ofMinutes(30);

    private static final String DEVICE = "device";

    private final Roles roles;
    private final SecurityContextRepository contexts;
    private final FindByIndexNameSessionRepository<? extends Session> store;

    Sessions(
            Roles roles,
            SecurityContextRepository contexts,
            FindByIndexNameSessionRepository<? extends Session> store) {
        this.roles = roles;
        this.contexts = contexts;
        this.store = store;
    }

    void open(Account account, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval((int) (roles.administers(account) ? IDLE_ADMIN : IDLE).toSeconds());
        session.setAttribute(DEVICE, Device.of(request.getHeader("User-Agent")));
        keep(account, request, response);
    }

    /** The session goes on as {@code account} now stands. */
    void keep(Account account, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                SignedIn.of(account), "", AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** The account's open sessions, the one used last first. */
    List<OpenSession> of(UUID account, HttpServletRequest request) {
        HttpSession own = request.getSession(false);
        return store.findByPrincipalName(account.toString()).values().stream()
                .map(session -> new OpenSession(
                        String.valueOf(session.getAttributeOrDefault(DEVICE, Device.UNKNOWN)),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        own != null && own.getId().equals(session.getId())))
                .sorted(Comparator.comparing(OpenSession::lastUsed).reversed())
                .toList();
    }
}
