package vn.toam.access;

import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Runs test code as a demo account: {@code as.role("planner.hp").run(() -> plans.issue(7))}, or a request:
 * {@code mvc.perform(get("/plans").with(as.request("planner.hp")))}. Usernames: {@code access/demo-accounts.yaml}.
 */
@Component
public class As {

    private final AccountRepository accounts;

    As(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** Somebody to run code as. */
    public Somebody role(String username) {
        return new Somebody(SignedIn.of(account(username)));
    }

    /** Signs a MockMvc request in, and gives it the hidden CSRF field. */
    public RequestPostProcessor request(String username) {
        return role(username).request();
    }

    /** The account's id, for asserting who did something. */
    public UUID id(String username) {
        return account(username).id();
    }

    private Account account(String username) {
        return accounts.byUsername(username).orElseThrow(() -> new AssertionError("no demo account " + username));
    }

    /** Code run through this acts as the account; afterwards the thread is who it was before. */
    public record Somebody(SignedIn signedIn) {

        /** Runs and gives back the result. */
        public <T> T get(Supplier<T> code) {
            SecurityContext before = SecurityContextHolder.getContext();
            SecurityContextHolder.setContext(context());
            try {
                return code.get();
            } finally {
                SecurityContextHolder.setContext(before);
            }
        }

        /** Runs. */
        public void run(Runnable code) {
            get(() -> {
                code.run();
                return null;
            });
        }

        /** Signs a MockMvc request in, and gives it the hidden CSRF field. */
        public RequestPostProcessor request() {
            RequestPostProcessor signed = SecurityMockMvcRequestPostProcessors.securityContext(context());
            RequestPostProcessor csrf = SecurityMockMvcRequestPostProcessors.csrf();
            return request -> csrf.postProcessRequest(signed.postProcessRequest(request));
        }

        SecurityContext context() {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(signedIn, "", AuthorityUtils.NO_AUTHORITIES));
            return context;
        }
    }
}
