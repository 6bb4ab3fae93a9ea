package vn.toam.shared;

import java.util.List;
import java.util.Set;

/**
 * An entry of the main navigation.
 *
 * @param path where it leads
 * @param key message key of its label
 * @param permissions who sees it: whoever holds one of them
 */
public record Navigation(String path, String key, Set<Permission> permissions) {

    private Navigation(String path, String key, Permission... any) {
        this(path, key, Set.of(any));
    }

    static final List<Navigation> ALL = List.of(
            new Navigation("/overview", "shared.nav.overview", Permission.UNIT_READ),
            new Navigation("/plans", "shared.nav.plans", Permission.PLAN_READ),
            new Navigation("/plans/tasks", "shared.nav.tasks", Permission.TASK_REPORT, Permission.TASK_URGE),
            new Navigation("/collection", "shared.nav.collection", Permission.FIGURES_READ),
            new Navigation("/indicators", "shared.nav.scorecard", Permission.FIGURES_READ),
            new Navigation("/output", "shared.nav.output", Permission.REPORT_WRITE),
            new Navigation("/units", "shared.nav.units", Permission.UNIT_READ),
            new Navigation("/catalog", "catalog.title", Permission.CATALOG_READ),
            new Navigation("/accounts", "shared.nav.accounts", Permission.ACCOUNT_MANAGE),
            new Navigation("/audit", "shared.nav.audit", Permission.AUDIT_READ));
}
