package vn.toam.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.Account;
import vn.toam.access.Accounts;
import vn.toam.access.Passwords;
import vn.toam.access.SignOut;
import vn.toam.audit.Audit;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;

/** What everybody may do with the own account. */
@Service
public class OwnAccountService {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignOut signOut;
    private final Access access;
    private final Audit audit;
    private final TransactionTemplate transaction;

    OwnAccountService(
            Accounts accounts,
            Passwords passwords,
            SignOut signOut,
            Access access,
            Audit audit,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signOut = signOut;
        this.access = access;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The account asking, as it now stands. */
    @Transactional(readOnly = true)
    public Account own() {
        return accounts.find(access.me().account()).orElseThrow(NotAllowed::new);
    }

    /**
     * Changes the own password and ends all other sessions. Passwords are worked out outside of any transaction, as for signing in.
     *
     * @param session id of the session that goes on
     * @throws Rejected when the old one is wrong, or the new one breaks a rule or was mistyped; demo accounts have none to change
     */
    public Account changePassword(String old, String wanted, String again, String session) {
        Account own = own();
        if (own.demo()) {
            throw Rejected.because("signin.me.password.demo");
        }
        List<Problem> problems = new ArrayList<>();
        if (!passwords.matches(old, accounts.hash(own.id()).orElseThrow())) {
            problems.add(new Problem("old", "signin.me.password.wrong", List.of()));
        }
        PasswordRules.fault(wanted, own.username())
                .ifPresent(key -> problems.add(new Problem("wanted", key, List.of())));
        if (problems.isEmpty() && wanted.equals(old)) {
            problems.add(new Problem("wanted", "signin.me.password.same", List.of()));
        }
        if (!wanted.equals(again)) {
            problems.add(new Problem("again", "signin.me.password.differs", List.of()));
        }
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        String hash = passwords.hash(wanted);
        transaction.executeWithoutResult(status -> {
            accounts.password(own.id(), hash, null);
            signOut.end(own.id(), session);
            audit.record("identity.audit.changedPassword", "account", own.id(), Map.of());
        });
        return own();
    }

    /** Ends every session of the own account but {@code session}; "" ends all. */
    @Transactional
    public void endSessions(String session) {
        Account own = own();
        signOut.end(own.id(), session);
        audit.record("identity.audit.endedSessions", "account", own.id(), Map.of());
    }
}
