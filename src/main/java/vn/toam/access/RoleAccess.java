package vn.toam.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.agency.AgencyService;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Permission;
import vn.toam.shared.Subject;
import vn.toam.shared.SubjectRule;
import vn.toam.unit.Geographies;
import vn.toam.village.Villages;

/** Role × place × action, answered here and nowhere else; what modules add for subjects of their own may only say no. */
@Component
public class RoleAccess implements Access {

    private final Roles roles;
    private final Geographies geographies;
    private final AccountRepository accounts;
    private final AgencyService agencies;
    private final Villages villages;
    private final List<SubjectRule> rules;
    private final TransactionTemplate alone;
    private final Clock clock;

    RoleAccess(
            Roles roles,
            Geographies geographies,
            AccountRepository accounts,
            AgencyService agencies,
            Villages villages,
            List<SubjectRule> rules,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.roles = roles;
        this.geographies = geographies;
        this.accounts = accounts;
        this.agencies = agencies;
        this.villages = villages;
        this.rules = rules;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public Me me() {
        SignedIn signedIn = signedIn();
        if (signedIn == null) {
            throw new NotAllowed();
        }
        return roles.me(signedIn);
    }

    @Override
    public boolean allows(Permission permission, Subject subject) {
        SignedIn signedIn = signedIn();
        return signedIn != null
                && signedIn.grants().stream().anyMatch(grant -> covers(grant, permission, subject))
                && (rules.isEmpty() || permitted(roles.me(signedIn), permission, subject));
    }

    private boolean permitted(Me me, Permission permission, Subject subject) {
        return rules.stream().allMatch(rule -> rule.permits(me, permission, subject));
    }

    @Override
    public Me require(Permission permission, Subject subject) {
        if (!allows(permission, subject)) {
            throw new NotAllowed();
        }
        Me me = me();
        rules.stream()
                .filter(rule -> rule.logs(subject))
                .forEach(rule -> alone.executeWithoutResult(status -> rule.log(me, permission, subject)));
        return me;
    }

    @Override
    public boolean othersHold(Permission permission, Permission but, int unit) {
        List<String> deciding = roles.holding(permission).stream()
                .filter(role -> roles.reach(role, but) == null)
                .toList();
        return accounts.othersHold(deciding, unit, me().account());
    }

    private boolean covers(Grant grant, Permission permission, Subject subject) {
        int unit = subject.unit();
        Integer agency = subject.ownAgency();
        if (!roles.open(permission) && !inVillage(grant, subject.ownVillage())) {
            return false;
        }
        return switch (roles.reach(grant.role(), permission)) {
            case null -> false;
            case OWN ->
                (grant.unit() == unit || geographies.knowing(unit).isOrBecame(unit, grant.unit()))
                        && (agency == null || isOrBecame(agency, grant.agency()));
            case SUBTREE -> grant.unit() == unit || geographies.knowing(unit).belongsTo(unit, grant.unit());
            case COUNTRY -> true;
        };
    }

    /** True where the role reaches that village of its unit; what is held for villages alone reaches nothing without one. */
    private boolean inVillage(Grant grant, @Nullable UUID village) {
        UUID held = grant.village();
        if (held == null) {
            return !roles.ofVillages(grant.role());
        }
        return village != null && (village.equals(held) || became(grant.unit(), held, village));
    }

    private boolean became(int unit, UUID held, UUID village) {
        return villages.became(geographies.province(unit), held, LocalDate.now(clock)).stream()
                .anyMatch(each -> each.whole() && each.village().id().equals(village));
    }

    private boolean isOrBecame(int agency, int own) {
        return agency == own
                || agencies.successorsOf(agency, LocalDate.now(clock)).stream()
                        .anyMatch(successor -> successor.agency().id() == own);
    }

    public static @Nullable SignedIn signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
    }
}
