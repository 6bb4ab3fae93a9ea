package vn.toam.access;

import static vn.toam.access.AccessPermissions.ACCOUNT_MANAGE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.agency.AgencyService;
import vn.toam.audit.Audit;
import vn.toam.definition.Role;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Slice;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;
import vn.toam.unit.UnitService;
import vn.toam.village.Villages;

/**
 * Makes and changes accounts. An administrator reaches the own unit and everything below; nobody can give a role that reaches further than
 * the own place, or change the own roles; see {@link ManagedAccounts}.
 */
@Service
public class AccountService {

    private static final int PAGE = 50;
    private static final int MOST = 50_000;
    private static final String SUBJECT = "account";

    /** How long a password for one use waits to be used. */
    public static final Duration ONE_TIME = Duration.ofDays(7);

    private final AccountRepository accounts;
    private final UnitService units;
    private final AgencyService agencies;
    private final Villages villages;
    private final ManagedAccounts managed;
    private final Roles roles;
    private final Passwords passwords;
    private final SignOut signOut;
    private final Access access;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            UnitService units,
            AgencyService agencies,
            Villages villages,
            ManagedAccounts managed,
            Roles roles,
            Passwords passwords,
            SignOut signOut,
            Access access,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.units = units;
        this.agencies = agencies;
        this.villages = villages;
        this.managed = managed;
        this.roles = roles;
        this.passwords = passwords;
        this.signOut = signOut;
        this.access = access;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Accounts within the asker's reach whose name or user name holds {@code words}, with or without diacritics. */
    @Transactional(readOnly = true)
    public Slice<AccountRow> search(String words, AccountColumn by, boolean down, int number) {
        return search(words, by, down, number, PAGE);
    }

    /** All of them, as far as a workbook holds them. */
    @Transactional(readOnly = true)
    public List<AccountRow> all(String words, AccountColumn by, boolean down) {
        return search(words, by, down, 1, MOST).items();
    }

    private Slice<AccountRow> search(String words, AccountColumn by, boolean down, int number, int size) {
        access.require(ACCOUNT_MANAGE);
        List<Integer> reached = reached();
        int total = accounts.count(words.strip(), reached);
        int page = Math.clamp(number, 1, Math.max(1, (total + size - 1) / size));
        List<Account> found = accounts.search(words.strip(), reached, by, down, size, (page - 1) * size);
        return new Slice<>(rows(found), page, size, total);
    }

    /** @throws NotFound when there is none; @throws NotAllowed when it is not within the asker's reach */
    @Transactional(readOnly = true)
    public AccountRow find(UUID id) {
        return rows(List.of(managed.seen(id))).getFirst();
    }

    /** An account with the names of where it is. */
    public AccountRow described(Account account) {
        return rows(List.of(account)).getFirst();
    }

    /**
     * Makes an account and returns its password for one use; it is kept nowhere and can never be shown again.
     *
     * @throws Rejected when something is missing, the user name is taken or the role does not fit the place
     */
    public Made create(AccountForm typed) {
        AccountForm form = typed.tidy();
        form.check(roles);
        if (accounts.byUsername(form.username()).isPresent()) {
            throw Rejected.field("username", "access.account.username.taken", form.username());
        }
        Grant grant = grant(form.role(), form.unit(), form.agency());
        Text name = new Text(form.nameVi(), form.nameEn());
        boolean two = roles.takesTwo(grant.role());
        NewAccount account = new NewAccount(
                form.username(), name, form.unit(), form.agency(), true, false, two ? List.of() : List.of(grant));
        return made(hash -> {
            UUID id = accounts.add(account, hash, clock.instant());
            audit.record("identity.audit.created", SUBJECT, id, ManagedAccounts.told(two ? null : grant));
            if (two) {
                give(accounts.find(id).orElseThrow(), grant);
            }
            return id;
        });
    }

    /** A password for one use, worked out before the transaction that keeps it: meanwhile nobody waits for its connection. */
    private Made made(Function<String, UUID> kept) {
        String password = passwords.oneTime();
        String hash = passwords.hashOfOneTime(password);
        return new Made(Objects.requireNonNull(transaction.execute(status -> kept.apply(hash))), password);
    }

    /** A new account or password. @param password for one use: the next sign-in asks for another; blank: a second administrator decides first */
    public record Made(UUID id, String password) {}

    /** Gives the account another password for one use and ends its sessions; an administrator's only with a second administrator. */
    public Made resetPassword(UUID id) {
        Account account = managed.managed(id);
        if (roles.administers(account) && managed.secondExists(account, null)) {
            transaction.executeWithoutResult(status -> managed.ask(Request.Kind.RESET, account, null));
            return new Made(id, "");
        }
        return reset(id);
    }

    private Made reset(UUID id) {
        return made(hash -> {
            accounts.password(id, hash, clock.instant().plus(ONE_TIME));
            signOut.end(id, "");
            audit.record("identity.audit.reset", SUBJECT, id, Map.of());
            return id;
        });
    }

    /**
     * Lets the account sign in, or no longer; its sessions end. It is never deleted: the trail names it. That an administrator may sign in
     * again takes two.
     *
     * @return false: a second administrator decides first
     */
    @Transactional
    public boolean setActive(UUID id, boolean active) {
        Account account = managed.managed(id);
        if (active && roles.administers(account) && managed.secondExists(account, null)) {
            managed.ask(Request.Kind.OPEN, account, null);
            return false;
        }
        open(account.id(), active);
        return true;
    }

    private void open(UUID id, boolean active) {
        accounts.active(id, active);
        signOut.end(id, "");
        audit.record(active ? "identity.audit.activated" : "identity.audit.deactivated", SUBJECT, id, Map.of());
    }

    /** Gives a further role at a place. Sessions end: roles are read at sign-in. @return false: a second administrator decides first */
    @Transactional
    public boolean grant(UUID id, String role, int unit, int agency) {
        Account account = managed.managed(id);
        return give(account, grant(role, unit, agency));
    }

    /** Gives a role for one village of a commune; another one takes its place. */
    @Transactional
    public void grant(UUID id, String role, int unit, int agency, UUID village) {
        Account account = managed.managed(id);
        access.require(ACCOUNT_MANAGE, Subject.of(unit));
        if (!roles.ofVillages(role)) {
            throw Rejected.field("role", "access.account.role.missing");
        }
        if (villages.of(unit, LocalDate.now(clock)).stream()
                .noneMatch(each -> each.id().equals(village))) {
            throw Rejected.field("village", "access.account.village.missing");
        }
        if (agencies.find(agency).unit() != unit) {
            throw Rejected.field("agency", "access.account.agency.missing");
        }
        give(account, new Grant(role, unit, agency, village));
    }

    private boolean give(Account account, Grant grant) {
        if (roles.takesTwo(grant.role()) && managed.secondExists(account, grant)) {
            managed.ask(Request.Kind.GRANT, account, grant);
            return false;
        }
        accounts.grant(account.id(), grant);
        signOut.end(account.id(), "");
        audit.record("identity.audit.granted", SUBJECT, account.id(), ManagedAccounts.told(grant));
        return true;
    }

    /** Takes a role away. */
    @Transactional
    public void revoke(UUID id, String role, int unit, int agency) {
        Account account = managed.managed(id);
        access.require(ACCOUNT_MANAGE, Subject.of(unit));
        Grant grant = new Grant(role, unit, agency);
        if (roles.find(role).isEmpty() && !account.grants().contains(grant)) {
            throw Rejected.field("role", "access.account.role.missing");
        }
        accounts.revoke(account.id(), grant);
        signOut.end(id, "");
        audit.record("identity.audit.revoked", SUBJECT, account.id(), ManagedAccounts.told(grant));
    }

    /**
     * Decides what another administrator asked for.
     *
     * @param yes false: it is not done; whoever asked may withdraw it so
     * @return the account, with a password for one use where that was asked for
     * @throws NotAllowed when the asker would agree with himself, or does not reach the account
     */
    public Made decide(UUID request, boolean yes) {
        Request decided = Objects.requireNonNull(transaction.execute(status -> {
            Request taken = managed.decide(request);
            if (yes && managed.own(taken)) {
                throw new NotAllowed();
            }
            String verb = yes ? "identity.audit.agreed." : "identity.audit.declined.";
            audit.record(verb + taken.kind(), SUBJECT, taken.account(), ManagedAccounts.told(taken.grant()));
            carryOut(taken, yes);
            return taken;
        }));
        return yes && decided.kind() == Request.Kind.RESET ? reset(decided.account()) : new Made(decided.account(), "");
    }

    /** A request with the names a page shows. @param own asked by the reader: another decides */
    public record Waiting(
            UUID id, String kind, AccountRow row, Text role, String place, String asked, Instant at, boolean own) {}

    /** What waits for a second administrator, of accounts that the asker manages. */
    @Transactional(readOnly = true)
    public List<Waiting> requests() {
        return managed.waiting().stream()
                .map(request -> {
                    Grant grant = request.grant();
                    return new Waiting(
                            request.id(),
                            request.kind().name(),
                            rows(List.of(accounts.find(request.account()).orElseThrow()))
                                    .getFirst(),
                            grant == null ? Text.of("") : roles.name(grant.role()),
                            grant == null ? "" : units.nameOn(grant.unit(), LocalDate.now(clock)),
                            request.askedName(),
                            request.at(),
                            managed.own(request));
                })
                .toList();
    }

    private void carryOut(Request request, boolean yes) {
        Grant grant = request.grant();
        if (yes && request.kind() == Request.Kind.OPEN) {
            open(request.account(), true);
        } else if (yes && grant != null) {
            accounts.grant(request.account(), grant);
            signOut.end(request.account(), "");
            audit.record("identity.audit.granted", SUBJECT, request.account(), ManagedAccounts.told(grant));
        }
    }

    private Grant grant(String role, int unit, int agency) {
        access.require(ACCOUNT_MANAGE, Subject.of(unit));
        Role known = roles.find(role).orElseThrow(() -> Rejected.field("role", "access.account.role.missing"));
        if (!known.heldAt(units.find(unit).level().name())) {
            throw Rejected.field(
                    "role", known.national() ? "access.account.role.national" : "access.account.role.level");
        }
        if (agencies.find(agency).unit() != unit) {
            throw Rejected.field("agency", "access.account.agency.missing");
        }
        return new Grant(role, unit, agency);
    }

    /** Every unit that the asker's administrators' rights reach; the country alone stands for all. */
    private List<Integer> reached() {
        SignedIn me = RoleAccess.signedIn();
        return me == null
                ? List.of()
                : me.grants().stream()
                        .filter(grant -> roles.reach(grant.role(), ACCOUNT_MANAGE) != null)
                        .map(Grant::unit)
                        .flatMap(place ->
                                place == UnitService.COUNTRY ? Stream.of(place) : units.belonging(place).stream())
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
                        account,
                        placed.getOrDefault(account.unit(), ""),
                        named.getOrDefault(account.agency(), ""),
                        account.grants().stream()
                                .map(grant -> roles.name(grant.role()))
                                .toList()))
                .toList();
    }
}
