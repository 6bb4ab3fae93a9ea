package vn.toam.access;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
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

    /** The post in both languages. */
    Text name() {
        return new Text(post, postEn == null ? "" : postEn);
    }
}
