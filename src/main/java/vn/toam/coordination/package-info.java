/**
 * Telling and urging: {@link vn.toam.notice.Notice}s that a unit's people find under the bell, reminders before and after the last
 * day of a round, the board of who is late, and letters through the installation's mail server. Hears what
 * {@link vn.toam.round.RoundChanges}, {@link vn.toam.collection.CollectionService}, {@link vn.toam.assignment.DutyNews} and {@link vn.toam.indicator.SelfCheck} publish;
 * nobody below knows of it.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "jobs",
            "audit",
            "definition",
            "catalog",
            "geography",
            "unit",
            "access",
            "notice",
            "sheet",
            "round",
            "submission",
            "collection",
            "assignment",
            "duty"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.coordination;
