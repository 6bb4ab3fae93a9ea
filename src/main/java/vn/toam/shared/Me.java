package vn.toam.shared;

import java.util.Set;
import java.util.UUID;

/**
 * Who is asking.
 *
 * @param account the signed-in account
 * @param post how the account is shown to others: a post or role, in demo never a person
 * @param agency the agency it acts for
 * @param unit the administrative unit of that agency
 * @param permissions everything it may do somewhere; {@link Access} says where
 */
public record Me(UUID account, Text post, int agency, int unit, Set<Permission> permissions) {

    /** The post in Vietnamese, as it is kept with what the account does. */
    public String name() {
        return post.vi();
    }

    /** True when the account holds {@code permission} in at least one place: enough to show a link, never enough to act. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
