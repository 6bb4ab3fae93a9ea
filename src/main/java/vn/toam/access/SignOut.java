package vn.toam.access;

import java.util.Collection;
import java.util.UUID;

/** Ends what lets an account act without a password, at once and in the running transaction. */
public interface SignOut {

    /** Every session of the account but one ("" ends all), its keys and the links that set a password. */
    void end(UUID account, String but);

    /** The sessions of these accounts; their keys go on. */
    void endSessions(Collection<UUID> accounts);
}
