package vn.toam.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every night: reads the whole trail again, compares it with the newest seal, says what it found, and alarms: in the log, at once to
 * administrators, on the page about the system. Only a sound trail is sealed anew.
 */
@Component
public class TrailCheck {

    private static final Logger LOG = LoggerFactory.getLogger(TrailCheck.class);

    /** Under what the trail keeps the checks: kind and id of their subject. */
    public static final String KIND = "check";

    public static final String ID = "trail";

    /** Entries of changes that are still running are not sealed yet. */
    private static final Duration SETTLED = Duration.ofMinutes(30);

    private static final int NAMED = 20;

    private static final int MONTHS_AHEAD = 3;

    /** Told when the trail is not what was written. */
    public record Damaged(int faults) {}

    private final AuditRepository entries;
    private final Audit audit;
    private final Seals seals;
    private final VisitRepository visits;
    private final VisitSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TrailCheck(
            AuditRepository entries,
            Audit audit,
            Seals seals,
            VisitRepository visits,
            VisitSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.entries = entries;
        this.audit = audit;
        this.seals = seals;
        this.visits = visits;
        this.settings = settings;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(cron = "0 0 3 * * *", zone = "Asia/Ho_Chi_Minh")
    void everyNight() {
        makeMonths();
        check();
        transaction.executeWithoutResult(status -> visits.forget(clock.instant().minus(settings.kept())));
    }

    /** Entries of months to come find their part of the trail ready. */
    void makeMonths() {
        transaction.executeWithoutResult(status -> entries.makeMonths(LocalDate.now(clock), MONTHS_AHEAD));
    }

    /** Checks and seals. @return what is wrong; empty: nothing */
    List<String> check() {
        Instant upTo = clock.instant().minus(SETTLED).truncatedTo(ChronoUnit.MILLIS);
        List<String> faults = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            entries.damages().forEach(damage -> faults.add(damage.kind() + " " + damage.chain() + " " + damage.n()));
            sealFaults(faults);
        });
        if (faults.isEmpty()) {
            transaction.executeWithoutResult(status -> seals.add(upTo, entries.count(upTo), entries.seal(upTo)));
        }
        transaction.executeWithoutResult(status -> note(faults));
        return faults;
    }

    private void sealFaults(List<String> faults) {
        if (!seals.whole()) {
            faults.add("SEALS");
        } else if (seals.count() < entries.seals(KIND, ID)) {
            faults.add("SEALS_GONE");
        }
        seals.newest().ifPresent(seal -> {
            if (!entries.seal(seal.upTo()).equals(seal.fingerprint()) || entries.count(seal.upTo()) != seal.entries()) {
                faults.add("SEAL " + seal.upTo());
            }
        });
    }

    private void note(List<String> faults) {
        audit.recordFor(
                null,
                faults.isEmpty() ? "audit.audit.checked" : "audit.audit.damaged",
                KIND,
                ID,
                Map.of(
                        "differences",
                        faults.size(),
                        "seals",
                        seals.count(),
                        "named",
                        faults.stream().limit(NAMED).toList()));
        if (!faults.isEmpty()) {
            LOG.error("THE AUDIT TRAIL IS NOT WHAT WAS WRITTEN: {} faults, first {}", faults.size(), faults.getFirst());
            events.publishEvent(new Damaged(faults.size()));
        } else {
            LOG.info("audit trail checked and sealed");
        }
    }
}
