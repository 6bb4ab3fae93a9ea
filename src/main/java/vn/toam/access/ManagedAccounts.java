package vn.toam.access;

import static vn.toam.access.AccessPermissions.ACCOUNT_MANAGE;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.audit.Audit;
import vn.toam.shared.Access;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Subject;
import vn.toam.unit.Geographies;
import vn.toam.unit.UnitService;

/**
 * Who may manage which account, and what takes two. Managing reaches an account only when it reaches every role that the account holds:
 * else a province could sign in as the ministry. Administrators' roles and passwords are asked by one and decided by another, as long as
 * there is another.
 */
@Component
public class ManagedAccounts {

    static final Duration WAITING = Duration.ofDays(7);

    private final AccountRepository accounts;
    private final RequestRepository requests;
    private final Geographies geographies;
    private final Roles roles;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    ManagedAccounts(
            AccountRepository accounts,
            RequestRepository requests,
            Geographies geographies,
            Roles roles,
            Access access,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.requests = requests;
        this.geographies = geographies;
        this.roles = roles;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** An account that the asker may look at. */
    Account seen(UUID id) {
        Account account = accounts.find(id).orElseThrow(() -> new NotFound("account " + id));
        access.require(ACCOUNT_MANAGE, Subject.of(account.unit()));
        return account;
    }

    /** An account that the asker may manage; never the own one. */
    public Account managed(UUID id) {
        if (access.me().account().equals(id)) {
            throw new NotAllowed();
        }
        Account account = seen(id);
        if (!reaches(account)) {
            throw new NotAllowed();
        }
        return account;
    }

    /** True when the asker's reach covers every role of the account. */
    boolean reaches(Account account) {
        return account.grants().stream()
                .allMatch(grant -> access.allows(ACCOUNT_MANAGE, Subject.of(roles.placeOf(grant))));
    }

    /** True when somebody else could decide about this account: an administrator who is neither the asker nor the account, and reaches it. */
    public boolean secondExists(Account account, @Nullable Grant more) {
        List<Integer> units = new ArrayList<>(List.of(account.unit()));
        account.grants().forEach(grant -> units.add(roles.placeOf(grant)));
        if (more != null) {
            units.add(roles.placeOf(more));
        }
        UUID me = access.me().account();
        return accounts.holding(roles.holding(ACCOUNT_MANAGE)).stream()
                .filter(other -> !other.id().equals(me) && !other.id().equals(account.id()))
                .anyMatch(other -> units.stream().distinct().allMatch(unit -> covers(other, unit)));
    }

    private boolean covers(Account administrator, int unit) {
        return administrator.grants().stream()
                .filter(grant -> roles.reach(grant.role(), ACCOUNT_MANAGE) != null)
                .anyMatch(grant -> grant.unit() == UnitService.COUNTRY
                        || grant.unit() == unit
                        || geographies.now().belongsTo(unit, grant.unit()));
    }

    /** Asks a second administrator. Part of the caller's transaction. */
    public void ask(Request.Kind kind, Account account, @Nullable Grant grant) {
        requests.ask(
                kind,
                account.id(),
                grant,
                access.me(),
                clock.instant(),
                clock.instant().plus(WAITING));
        audit.record("identity.audit.asked." + kind, "account", account.id(), told(grant));
    }

    /** What waits and the asker may decide, or asked. */
    List<Request> waiting() {
        access.require(ACCOUNT_MANAGE);
        return requests.open(clock.instant()).stream()
                .filter(request -> accounts.find(request.account())
                        .filter(account -> access.allows(ACCOUNT_MANAGE, Subject.of(account.unit())))
                        .filter(this::reaches)
                        .isPresent())
                .toList();
    }

    /** The request, which is over then; the decider is another than the asker. @throws NotAllowed else */
    Request decide(UUID id) {
        access.require(ACCOUNT_MANAGE);
        Request request = requests.take(id, clock.instant()).orElseThrow(() -> new NotFound("request " + id));
        managed(request.account());
        Grant grant = request.grant();
        if (grant != null) {
            access.require(ACCOUNT_MANAGE, Subject.of(roles.placeOf(grant)));
        }
        requests.remove(id);
        return request;
    }

    /** True when the asker asked for it: then another decides. */
    boolean own(Request request) {
        return access.me().account().equals(request.asked());
    }

    /** How the trail tells of a role at a place. */
    public static Map<String, Object> told(@Nullable Grant grant) {
        if (grant == null) {
            return Map.of();
        }
        Map<String, Object> told =
                new java.util.TreeMap<>(Map.of("role", grant.role(), "unit", grant.unit(), "agency", grant.agency()));
        if (grant.village() != null) {
            told.put("village", grant.village());
        }
        return told;
    }
}
