package vn.toam.access;

import static vn.toam.access.AccessPermissions.ACCOUNT_MANAGE;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.catalog.BadDefinition;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Role;
import vn.toam.definition.Role.Reach;
import vn.toam.geography.Level;
import vn.toam.shared.Me;
import vn.toam.shared.ModulePermissions;
import vn.toam.shared.Permission;
import vn.toam.shared.Text;
import vn.toam.unit.UnitService;

/**
 * The roles of the catalogue, held against the permissions that modules declare. Accounts keep the id of a role; one that no file defines
 * any more gives nothing.
 */
@Component
public class Roles {

    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final Set<Permission> declared = new LinkedHashSet<>();
    private final Set<Permission> open = new LinkedHashSet<>();
    private final String setUp;

    /** What some roles allow together, made once: roles do not change while a server runs, and whose roles change signs in again. */
    private final Map<List<String>, Set<Permission>> together = new ConcurrentHashMap<>();

    /** @throws BadDefinition naming file, role and what would be right */
    Roles(Catalog catalog, List<ModulePermissions> modules) {
        for (ModulePermissions module : modules) {
            declared.addAll(module.all());
            open.addAll(module.openToAll());
        }
        for (Role role : catalog.roles()) {
            check(role, catalog.file(role) + " (" + role.id() + ")");
            roles.put(role.id(), role);
        }
        List<Role> first = roles.values().stream().filter(Role::setUp).toList();
        if (first.size() != 1 || first.getFirst().reach(ACCOUNT_MANAGE) != Reach.SUBTREE) {
            throw new BadDefinition(
                    "catalog/roles",
                    "setUp",
                    "chỉ đặt true cho một vai trò, và vai trò ấy có " + ACCOUNT_MANAGE + " trong subtree; hiện có "
                            + first.stream().map(Role::id).toList(),
                    "is true for one role, whose subtree holds " + ACCOUNT_MANAGE + "; found "
                            + first.stream().map(Role::id).toList());
        }
        setUp = first.getFirst().id();
    }

    private void check(Role role, String file) {
        for (Permission permission : role.permissions()) {
            if (open.contains(permission)) {
                throw new BadDefinition(
                        file,
                        permission.name(),
                        "mọi tài khoản đều có quyền này: hãy bỏ ra",
                        "is open to every account: leave it out");
            }
            if (!declared.contains(permission)) {
                List<String> known = declared.stream()
                        .filter(each -> !open.contains(each))
                        .map(Permission::name)
                        .sorted()
                        .toList();
                throw new BadDefinition(
                        file,
                        permission.name(),
                        "không phải là quyền: hãy dùng một trong " + known,
                        "is no permission: use one of " + known);
            }
        }
        List<String> levels = Arrays.stream(Level.values()).map(Level::name).toList();
        role.levels().stream()
                .filter(level -> !levels.contains(level))
                .findFirst()
                .ifPresent(level -> {
                    throw new BadDefinition(
                            file,
                            "levels",
                            level + " không phải là cấp đơn vị: hãy dùng trong số " + levels,
                            level + " is no level of units: use some of " + levels);
                });
        if (role.own().contains(ACCOUNT_MANAGE) || role.country().contains(ACCOUNT_MANAGE)) {
            throw new BadDefinition(
                    file,
                    ACCOUNT_MANAGE.name(),
                    "phải đặt trong subtree: tài khoản do cấp trên quản lý",
                    "goes in subtree: accounts are managed from above");
        }
    }

    /** True for what every account may. */
    boolean open(Permission permission) {
        return open.contains(permission);
    }

    /** True for a role that is held for one village, never for a unit as a whole. */
    boolean ofVillages(String id) {
        return find(id).filter(role -> role.levels().equals(List.of(Level.VILLAGE.name())))
                .isPresent();
    }

    /** In the order of the files. */
    public List<Role> all() {
        return List.copyOf(roles.values());
    }

    /** What may be given at a unit of that level. */
    List<Role> at(Level level) {
        return roles.values().stream().filter(role -> role.heldAt(level.name())).toList();
    }

    public Optional<Role> find(String id) {
        return Optional.ofNullable(roles.get(id));
    }

    /** The role of whoever sets the installation up. */
    public String setUp() {
        return setUp;
    }

    /** What its holder does; of a role that is defined no longer its id. */
    public Text name(String id) {
        return find(id).map(Role::does).orElseGet(() -> Text.of(id));
    }

    /** How far a role's permission goes; null: the role does not hold it. */
    public @Nullable Reach reach(String id, Permission permission) {
        if (!declared.contains(permission)) {
            throw new IllegalArgumentException("no module declares the permission " + permission);
        }
        Role role = roles.get(id);
        return role == null ? null : open.contains(permission) ? Reach.COUNTRY : role.reach(permission);
    }

    /** Ids of the roles that hold a permission somewhere. */
    public List<String> holding(Permission permission) {
        return roles.keySet().stream()
                .filter(id -> reach(id, permission) != null)
                .toList();
    }

    /** Everything that a role allows somewhere. */
    public Set<Permission> permissions(String id) {
        Role role = roles.get(id);
        Set<Permission> all = new LinkedHashSet<>();
        if (role != null) {
            all.addAll(open);
            all.addAll(role.permissions());
        }
        return all;
    }

    /** True when any of its roles manages accounts: such sessions end sooner. */
    public boolean administers(Account account) {
        return account.grants().stream().anyMatch(grant -> reach(grant.role(), ACCOUNT_MANAGE) != null);
    }

    /** True for a role whose giving takes two: it administers, or reaches the whole country. */
    public boolean takesTwo(String id) {
        return reach(id, ACCOUNT_MANAGE) != null
                || find(id).filter(Role::national).isPresent();
    }

    /** The unit that whoever manages the holder must reach. */
    int placeOf(Grant grant) {
        return find(grant.role()).filter(Role::national).isPresent() ? UnitService.COUNTRY : grant.unit();
    }

    /** Who is signed in, with everything the roles allow. */
    public Me me(SignedIn signedIn) {
        List<String> held = signedIn.grants().stream().map(Grant::role).toList();
        return new Me(
                signedIn.account(),
                signedIn.name(),
                signedIn.agency(),
                signedIn.unit(),
                together.computeIfAbsent(held, this::allowed));
    }

    private Set<Permission> allowed(List<String> ids) {
        Set<Permission> allowed = new LinkedHashSet<>();
        ids.forEach(id -> allowed.addAll(permissions(id)));
        return Collections.unmodifiableSet(allowed);
    }
}
