package vn.toam.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.shared.Access;
import vn.toam.shared.Permission;
import vn.toam.shared.Rejected;

/** Where letters to an account go. Each account names its own address; whoever manages it may too. Blank: no letters. */
@Service
public class Addresses {

    /** Enough to catch slips; whether the address exists only a letter shows. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private final AccountRepository accounts;
    private final ManagedAccounts managed;
    private final Roles roles;
    private final Access access;
    private final Audit audit;

    Addresses(AccountRepository accounts, ManagedAccounts managed, Roles roles, Access access, Audit audit) {
        this.accounts = accounts;
        this.managed = managed;
        this.roles = roles;
        this.access = access;
        this.audit = audit;
    }

    /** The address of an account, blank when it wants none. */
    @Transactional(readOnly = true)
    public String find(UUID account) {
        permit(account);
        return accounts.email(account);
    }

    /** @throws Rejected when it is no address */
    @Transactional
    public void change(UUID account, String typed) {
        if (!access.me().account().equals(account)) {
            Account other = managed.managed(account);
            // a link to a new password goes there: whose it is, an administrator says himself
            if (roles.administers(other) && !accounts.email(account).isEmpty() && managed.secondExists(other, null)) {
                throw Rejected.field("email", "access.email.own");
            }
        }
        String email = typed.strip();
        if (!shaped(email)) {
            throw Rejected.field("email", "access.email.wrong");
        }
        accounts.email(account, email);
        audit.record("identity.audit.email", "account", account, Map.of());
    }

    /** Addresses by unit of active accounts that hold {@code permission} at one of the units; for letters written behind a check. */
    @Transactional(readOnly = true)
    public Map<Integer, List<String>> of(Collection<Integer> units, Permission permission) {
        return accounts.emails(units, roles.holding(permission));
    }

    /** True for nothing, or what can be an address. */
    public static boolean shaped(String email) {
        return email.isEmpty()
                || email.length() <= 200 && ADDRESS.matcher(email).matches();
    }

    private void permit(UUID account) {
        if (!access.me().account().equals(account)) {
            managed.seen(account);
        }
    }
}
