package vn.toam.duty;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.toam.assignment.DutyAction;
import vn.toam.assignment.DutyNews;
import vn.toam.audit.Audit;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.shared.Words;

/** Keeps what was done to duties – in their history and in the audit trail – and tells others of it. Part of the caller's transaction. */
@Component
class DutyTrail {

    private static final int LONGEST_REASON = 1000;

    private final DutyRepository duties;
    private final ProgressRepository progress;
    private final ApplicationEventPublisher events;
    private final Words words;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    DutyTrail(
            DutyRepository duties,
            ProgressRepository progress,
            ApplicationEventPublisher events,
            Words words,
            Access access,
            Audit audit,
            Clock clock) {
        this.duties = duties;
        this.progress = progress;
        this.events = events;
        this.words = words;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** An act of the account asking. */
    void note(Collection<UUID> done, DutyAction act, String text) {
        Me me = access.me();
        progress.act(done, act, clock.instant(), me.account(), me.name(), text.strip());
        audit(done, act, text);
    }

    /** The audit trail alone, of an act that the history keeps elsewhere. */
    void audit(Collection<UUID> done, DutyAction act, String text) {
        done.forEach(duty -> audit.record("duty.audit." + act, "duty", duty, Map.of("text", text.strip())));
    }

    /** An act that nobody did: the calendar. */
    void noteForNobody(Collection<UUID> done, DutyAction act, String text) {
        progress.act(done, act, clock.instant(), null, "", text);
        done.forEach(duty -> audit.recordFor(null, "duty.audit." + act, "duty", duty, Map.of("text", text)));
    }

    /** Tells of the duties as they are now. */
    void tell(DutyNews.What what, Collection<UUID> done, String remark) {
        if (!done.isEmpty()) {
            events.publishEvent(new DutyNews(what, duties.findAll(done), remark.strip(), asking()));
        }
    }

    /** The account asking; null: the calendar. */
    @Nullable
    UUID asking() {
        try {
            return access.me().account();
        } catch (NotAllowed nobody) {
            return null;
        }
    }

    /** The name of a stage or status, for a sentence about it. */
    Text name(Enum<?> constant) {
        return words.name(constant);
    }

    /** @throws Rejected when a reason is missing or too long */
    static void reason(String field, String reason) {
        if (reason.isBlank()) {
            throw Rejected.field(field, "duty.reason.missing");
        }
        limit(field, reason, LONGEST_REASON);
    }

    static void limit(String field, String text, int longest) {
        if (text.length() > longest) {
            throw Rejected.field(field, "duty.report.long", longest);
        }
    }
}
