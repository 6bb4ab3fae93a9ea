package vn.toam.plan;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.plancontent.Change;
import vn.toam.shared.Access;

/** Keeps what becomes of a plan, for its history. Part of the caller's transaction; the caller has checked who may. */
@Component
public class PlanHistory {

    private final ChangeRepository changes;
    private final Access access;
    private final Clock clock;

    PlanHistory(ChangeRepository changes, Access access, Clock clock) {
        this.changes = changes;
        this.access = access;
        this.clock = clock;
    }

    /** Notes what the account asking did. @param document the paper that says so; null for none */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(UUID plan, Change.Kind kind, String reason, @Nullable UUID document, List<Change.Line> lines) {
        changes.note(plan, kind, reason, document, lines, access.me().name(), clock.instant());
    }
}
