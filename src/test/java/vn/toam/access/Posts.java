package vn.toam.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Posts made up for one test: a role at a place, without an account. */
public final class Posts {

    private Posts() {}

    /** Somebody who holds {@code role} at {@code unit}. */
    public static As.Somebody at(String role, int unit) {
        return at(role, unit, unit);
    }

    /** Somebody who holds {@code role} at {@code agency} of {@code unit}. */
    public static As.Somebody at(String role, int unit, int agency) {
        UUID account = UUID.nameUUIDFromBytes((role + "@" + unit).getBytes(StandardCharsets.UTF_8));
        return new As.Somebody(new SignedIn(
                account, role + " " + unit, null, unit, agency, false, List.of(new Grant(role, unit, agency))));
    }

    /** Somebody who holds {@code role} for one village of {@code unit}. */
    public static As.Somebody of(String role, int unit, UUID village) {
        UUID account = UUID.nameUUIDFromBytes((role + "@" + village).getBytes(StandardCharsets.UTF_8));
        return new As.Somebody(new SignedIn(
                account, role + " " + unit, null, unit, unit, false, List.of(new Grant(role, unit, unit, village))));
    }

    /** Signs a MockMvc request in as somebody who holds {@code role} at {@code unit}, and gives it the hidden CSRF field. */
    public static RequestPostProcessor request(String role, int unit) {
        RequestPostProcessor signedIn = SecurityMockMvcRequestPostProcessors.securityContext(
                at(role, unit).context());
        RequestPostProcessor csrf = SecurityMockMvcRequestPostProcessors.csrf();
        return request -> csrf.postProcessRequest(signedIn.postProcessRequest(request));
    }
}
