package vn.toam.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.toam.agency.AgencyService;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Permission;
import vn.toam.unit.Geographies;

/** Role × place × action, answered here and nowhere else. */
@Component
public class RoleAccess implements Access {

    private final Geographies geographies;
    private final AccountRepository accounts;
    private final AgencyService agencies;
    private final Clock clock;

    RoleAccess(Geographies geographies, AccountRepository accounts, AgencyService agencies, Clock clock) {
        this.geographies = geographies;
        this.accounts = accounts;
        this.agencies = agencies;
        this.clock = clock;
    }

    @Override
    public Me me() {
        SignedIn signedIn = signedIn();
        if (signedIn == null) {
            throw new NotAllowed();
        }
        return signedIn.me();
    }

    @Override
    public boolean allows(Permission permission, int unit) {
        SignedIn signedIn = signedIn();
        return signedIn != null && signedIn.grants().stream().anyMatch(grant -> covers(grant, permission, unit));
    }

    @Override
    public boolean allowsFor(Permission permission, int unit, int agency) {
        SignedIn signedIn = signedIn();
        return signedIn != null
                && signedIn.grants().stream()
                        .anyMatch(grant -> covers(grant, permission, unit)
                                && (grant.role().reach(permission) != Reach.OWN || isOrBecame(agency, grant.agency())));
    }

    @Override
    public boolean othersHold(Permission permission, Permission but, int unit) {
        List<String> roles = Arrays.stream(Role.values())
                .filter(role -> role.reach(permission) != null && role.reach(but) == null)
                .map(Role::name)
                .toList();
        return accounts.othersHold(roles, unit, me().account());
    }

    private boolean covers(Grant grant, Permission permission, int unit) {
        return switch (grant.role().reach(permission)) {
            case null -> false;
            case OWN -> grant.unit() == unit || geographies.knowing(unit).isOrBecame(unit, grant.unit());
            case SUBTREE -> grant.unit() == unit || geographies.knowing(unit).belongsTo(unit, grant.unit());
            case COUNTRY -> true;
        };
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
