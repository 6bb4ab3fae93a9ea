package vn.toam.identity;

import java.util.List;
import java.util.UUID;

/** Posts made up for one test: a role at a place, without an account. */
public final class Posts {

    private Posts() {}

    /** Somebody who holds {@code role} at {@code unit}. */
    public static As.Somebody at(Role role, int unit) {
        UUID account = UUID.nameUUIDFromBytes((role + "@" + unit).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new As.Somebody(new SignedIn(
                account, role + " " + unit, null, unit, unit, false, List.of(new Grant(role, unit, unit))));
    }
}
