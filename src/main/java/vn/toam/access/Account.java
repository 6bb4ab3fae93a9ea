package vn.toam.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * Somebody who may sign in: a post of an agency.
 *
 * @param username what is typed to sign in; lower case
 * @param name the post, as others see it
 * @param unit administrative unit of the agency
 * @param mustChange the next sign-in asks for a password of one's own
 * @param active false: may no longer sign in; kept because the trail names it
 * @param demo offered for one-click sign-in in demo installations
 */
public record Account(
        UUID id,
        String username,
        Text name,
        int unit,
        int agency,
        boolean mustChange,
        boolean active,
        boolean demo,
        @Nullable Instant lastSignIn,
        List<Grant> grants) {}
