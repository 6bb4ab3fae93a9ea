package vn.toam.access;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
import vn.toam.shared.Me;
import vn.toam.shared.Permission;
import vn.toam.shared.Text;

/**
 * What a session remembers of its account, so that no request asks the database who is asking. Ended when the account changes.
 *
 * @param postEn the post in English; null in sessions opened before it was remembered
 */
public record SignedIn(
        UUID account,
        String post,
        @Nullable String postEn,
        int unit,
        int agency,
        boolean mustChange,
        List<Grant> grants)
        implements AuthenticatedPrincipal, Serializable {

    public static SignedIn of(Account account) {
        return new SignedIn(
                account.id(),
                account.name().vi(),
                account.name().en(),
                account.unit(),
                account.agency(),
                account.mustChange(),
                List.copyOf(account.grants()));
    }

    /** Sessions are found by this. */
    @Override
    public String getName() {
        return account.toString();
    }

    public Me me() {
        Set<Permission> held = EnumSet.noneOf(Permission.class);
        grants.forEach(grant -> held.addAll(grant.role().permissions()));
        return new Me(account, new Text(post, postEn == null ? "" : postEn), agency, unit, held);
    }
}
