package vn.toam.access;

import static vn.toam.access.Reach.COUNTRY;
import static vn.toam.access.Reach.OWN;
import static vn.toam.access.Reach.SUBTREE;
import static vn.toam.shared.Permission.ACCOUNT_MANAGE;
import static vn.toam.shared.Permission.AGENCY_EDIT;
import static vn.toam.shared.Permission.AUDIT_READ;
import static vn.toam.shared.Permission.CATALOG_READ;
import static vn.toam.shared.Permission.FIGURES_READ;
import static vn.toam.shared.Permission.FORM_APPROVE;
import static vn.toam.shared.Permission.FORM_CHECK;
import static vn.toam.shared.Permission.FORM_ENTER;
import static vn.toam.shared.Permission.FORM_PROXY;
import static vn.toam.shared.Permission.FORM_REVIEW;
import static vn.toam.shared.Permission.PLAN_DRAFT;
import static vn.toam.shared.Permission.PLAN_ISSUE;
import static vn.toam.shared.Permission.PLAN_READ;
import static vn.toam.shared.Permission.REPORT_WRITE;
import static vn.toam.shared.Permission.SUCCESSION_CONFIRM;
import static vn.toam.shared.Permission.TASK_CONFIRM;
import static vn.toam.shared.Permission.TASK_REPORT;
import static vn.toam.shared.Permission.TASK_URGE;
import static vn.toam.shared.Permission.UNIT_EDIT;
import static vn.toam.shared.Permission.UNIT_READ;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Permission;

/**
 * A post's bundle of permissions, each with its reach. The whole answer to "which role may do what how far" is this table. Plans and units
 * are open to every signed-in account of the country, because a lower unit must read the plans above it; figures go downwards only.
 */
public enum Role {
    /** Keeps units and accounts of a place in order; reads figures, changes none. */
    ADMIN(
            Set.of(),
            Set.of(ACCOUNT_MANAGE, UNIT_EDIT, AGENCY_EDIT, SUCCESSION_CONFIRM, AUDIT_READ, FIGURES_READ),
            Set.of()),
    /** The department's officer: reads the plan, hands out the work, chases, checks, writes the report. */
    PLANNER(
            Set.of(PLAN_DRAFT, PLAN_ISSUE, TASK_REPORT, TASK_CONFIRM, FORM_ENTER, REPORT_WRITE),
            Set.of(AGENCY_EDIT, SUCCESSION_CONFIRM, TASK_URGE, FORM_PROXY, FORM_REVIEW, FIGURES_READ),
            Set.of()),
    /** Takes in what units below send, accepts or returns it. */
    REVIEWER(
            Set.of(TASK_REPORT, TASK_CONFIRM, REPORT_WRITE),
            Set.of(FORM_PROXY, FORM_REVIEW, TASK_URGE, FIGURES_READ),
            Set.of()),
    /** Fills the forms of its own unit and reports its tasks. */
    REPORTER(Set.of(PLAN_DRAFT, TASK_REPORT, FORM_ENTER, REPORT_WRITE), Set.of(FIGURES_READ), Set.of()),
    /** Looks at its own unit's forms before they are sent, where the unit asks for it. */
    CHECKER(Set.of(TASK_REPORT, FORM_CHECK), Set.of(FIGURES_READ), Set.of()),
    /** An agency outside culture: its own tasks, its own figures. */
    MEMBER(Set.of(TASK_REPORT, FORM_ENTER), Set.of(FIGURES_READ), Set.of()),
    /** Reads everything of the place on one page, signs plans and returns, urges. */
    LEADER(Set.of(PLAN_ISSUE, TASK_CONFIRM, FORM_APPROVE, REPORT_WRITE), Set.of(TASK_URGE, FIGURES_READ), Set.of()),
    /** The ministry: the whole country's figures and reports, and the register of units. */
    MINISTRY(
            Set.of(PLAN_DRAFT, PLAN_ISSUE, TASK_REPORT, TASK_CONFIRM, REPORT_WRITE),
            Set.of(),
            Set.of(UNIT_EDIT, SUCCESSION_CONFIRM, TASK_URGE, FORM_PROXY, FORM_REVIEW, FIGURES_READ));

    private static final Set<Permission> EVERYBODY = Set.of(UNIT_READ, CATALOG_READ, PLAN_READ);

    private final Map<Permission, Reach> reach = new EnumMap<>(Permission.class);

    Role(Set<Permission> own, Set<Permission> subtree, Set<Permission> country) {
        own.forEach(permission -> reach.put(permission, OWN));
        subtree.forEach(permission -> reach.put(permission, SUBTREE));
        country.forEach(permission -> reach.put(permission, COUNTRY));
    }

    /** How far this role's {@code permission} goes; null: the role does not hold it. */
    public @Nullable Reach reach(Permission permission) {
        return EVERYBODY.contains(permission) ? COUNTRY : reach.get(permission);
    }

    /** The role of that name, if there is one. */
    static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
    }

    /** True when the role reaches further than what everybody may read: only the country's own administrator gives it. */
    boolean national() {
        return reach.containsValue(COUNTRY);
    }

    /** Everything this role may do somewhere. */
    public Set<Permission> permissions() {
        Set<Permission> all = java.util.EnumSet.copyOf(EVERYBODY);
        all.addAll(reach.keySet());
        return Collections.unmodifiableSet(all);
    }
}
