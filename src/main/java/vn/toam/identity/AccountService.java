package vn.toam.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.audit.Audit;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Permission;
import vn.toam.shared.Rejected;
import vn.toam.shared.Slice;
import vn.toam.shared.Text;
import vn.toam.unit.AgencyService;
import vn.toam.unit.UnitService;

/**
 * Makes and changes accounts. An administrator reaches the own unit and everything below; nobody can give a role that reaches further than
 * the own place, or change the own roles.
 */
@Service
public class AccountService {

    private static final int PAGE = 50;
    private static final String SUBJECT = "account";

    private final AccountRepository accounts;
    private final UnitService units;
    private final AgencyService agencies;
    private final Passwords passwords;
    private final Access access;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            UnitService units,
            AgencyService agencies,
            Passwords passwords,
            Access access,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.units = units;
        this.agencies = agencies;
        this.passwords = passwords;
        this.access = access;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Accounts within the asker's reach whose name or user name holds {@code words}, with or without diacritics. */
    @Transactional(readOnly = true)
    public Slice<AccountRow> search(String words, int number) {
        access.require(Permission.ACCOUNT_MANAGE);
        List<Integer> places = managed();
        int page = Math.max(1, number);
        List<Account> found = accounts.search(words.strip(), places, PAGE, (page - 1) * PAGE);
        return new Slice<>(rows(found), page, PAGE, accounts.count(words.strip(), places));
    }

    /** @throws NotFound when there is none; @throws NotAllowed when it is not within the asker's reach */
    @Transactional(readOnly = true)
    public AccountRow find(UUID id) {
        return rows(List.of(managed(id))).getFirst();
    }

    /** An account with the names of where it is. */
    AccountRow described(Account account) {
        return rows(List.of(account)).getFirst();
    }

    /**
     * Makes an account and returns its password for one use; it is kept nowhere and can never be shown again.
     *
     * @throws Rejected when something is missing, the user name is taken or the role does not fit the place
     */
    public Made create(AccountForm typed) {
        AccountForm form = typed.tidy();
        form.check();
        if (accounts.byUsername(form.username()).isPresent()) {
            throw Rejected.field("username", "identity.account.username.taken", form.username());
        }
        Grant grant = grant(form.role(), form.unit(), form.agency());
        Text name = new Text(form.nameVi(), form.nameEn());
        NewAccount account =
                new NewAccount(form.username(), name, form.unit(), form.agency(), true, false, List.of(grant));
        return made(hash -> {
            UUID id = accounts.add(account, hash, clock.instant());
            audit.record("identity.audit.created", SUBJECT, id, told(grant));
            return id;
        });
    }

    /** A password for one use, worked out before the transaction that keeps it: meanwhile nobody waits for its connection. */
    private Made made(Function<String, UUID> kept) {
        String password = passwords.oneTime();
        String hash = passwords.hash(password);
        return new Made(Objects.requireNonNull(transaction.execute(status -> kept.apply(hash))), password);
    }

    /** A new account or password. @param password for one use: the next sign-in asks for another */
    public record Made(UUID id, String password) {}

    /** Gives the account another password for one use and ends its sessions. */
    public Made resetPassword(UUID id) {
        others(id);
        return made(hash -> {
            accounts.password(id, hash, true);
            accounts.endSessions(id, "");
            audit.record("identity.audit.reset", SUBJECT, id, Map.of());
            return id;
        });
    }

    /** Lets the account sign in, or no longer; its sessions end. It is never deleted: the trail names it. */
    @Transactional
    public void setActive(UUID id, boolean active) {
        Account account = others(id);
        accounts.active(id, active);
        accounts.endSessions(id, "");
        audit.record(
                active ? "identity.audit.activated" : "identity.audit.deactivated", SUBJECT, account.id(), Map.of());
    }

    /** Gives a further role at a place. Sessions end: roles are read at sign-in. */
    @Transactional
    public void grant(UUID id, String role, int unit, int agency) {
        Account account = others(id);
        Grant grant = grant(role, unit, agency);
        accounts.grant(account.id(), grant);
        accounts.endSessions(id, "");
        audit.record("identity.audit.granted", SUBJECT, account.id(), told(grant));
    }

    /** Takes a role away. */
    @Transactional
    public void revoke(UUID id, String role, int unit, int agency) {
        Account account = others(id);
        Grant grant = grant(role, unit, agency);
        accounts.revoke(account.id(), grant);
        accounts.endSessions(id, "");
        audit.record("identity.audit.revoked", SUBJECT, account.id(), told(grant));
    }

    private Grant grant(String role, int unit, int agency) {
        access.require(Permission.ACCOUNT_MANAGE, unit);
        Role known = Role.named(role).orElseThrow(() -> Rejected.field("role", "identity.account.role.missing"));
        if (known.national() && unit != UnitService.COUNTRY) {
            throw Rejected.field("role", "identity.account.role.national");
        }
        if (agencies.find(agency).unit() != unit) {
            throw Rejected.field("agency", "identity.account.agency.missing");
        }
        return new Grant(known, unit, agency);
    }

    private Account managed(UUID id) {
        Account account = accounts.find(id).orElseThrow(() -> new NotFound("account " + id));
        access.require(Permission.ACCOUNT_MANAGE, account.unit());
        return account;
    }

    private Account others(UUID id) {
        if (access.me().account().equals(id)) {
            throw new NotAllowed();
        }
        return managed(id);
    }

    private List<Integer> managed() {
        SignedIn me = RoleAccess.signedIn();
        return me == null
                ? List.of()
                : me.grants().stream()
                        .filter(grant -> grant.role().reach(Permission.ACCOUNT_MANAGE) != null)
                        .map(Grant::unit)
                        .toList();
    }

    private List<AccountRow> rows(List<Account> found) {
        LocalDate today = LocalDate.now(clock);
        Map<Integer, String> placed =
                units.places(found.stream().map(Account::unit).toList(), today);
        Map<Integer, String> named = new HashMap<>();
        agencies.findAll(found.stream().map(Account::agency).toList())
                .forEach(agency -> named.put(agency.id(), agency.fullName().vi()));
        return found.stream()
                .map(account -> new AccountRow(
                        account, placed.getOrDefault(account.unit(), ""), named.getOrDefault(account.agency(), "")))
                .toList();
    }

    private static Map<String, Object> told(Grant grant) {
        return Map.of("role", grant.role().name(), "unit", grant.unit(), "agency", grant.agency());
    }
}
