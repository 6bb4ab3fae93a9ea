package vn.toam.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.shared.Failures;

/**
 * Takes what has fallen due, one after the other, each in a transaction of its own: lock it, do it, forget it. Kinds that no handler knows
 * are left to a server that knows them.
 */
@Component
class DueRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DueRunner.class);

    /** An item that takes longer has failed. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Items of one run: a handler that always says "again at once" does not keep the job for ever. */
    static final int MOST = 10_000;

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final DueRepository items;
    private final Map<String, DueHandler> handlers;
    private final List<DueHandler> toRenew;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DueRunner(DueRepository items, List<DueHandler> handlers, PlatformTransactionManager transactions, Clock clock) {
        this.items = items;
        this.handlers = handlers.stream().collect(Collectors.toMap(DueHandler::kind, Function.identity()));
        this.toRenew = new CopyOnWriteArrayList<>(handlers);
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout((int) LONGEST.toSeconds());
        this.clock = clock;
    }

    /** Does everything that is due. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void run() {
        toRenew.removeIf(this::renewed);
        for (int done = 0; done < MOST; done++) {
            if (!next()) {
                return;
            }
        }
    }

    private boolean renewed(DueHandler handler) {
        try {
            transaction.executeWithoutResult(status -> handler.renew());
            return true;
        } catch (RuntimeException e) {
            LOG.warn("due work {} not renewed, tried again: {}", handler.kind(), Failures.said(e));
            return false;
        }
    }

    /** Does one. False: nothing is due that nobody else is doing. */
    private boolean next() {
        AtomicReference<DueRepository.Item> taken = new AtomicReference<>();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                items.take(handlers.keySet(), clock.instant()).ifPresent(item -> {
                    taken.set(item);
                    Objects.requireNonNull(handlers.get(item.kind())).due(item.key());
                    items.done(item);
                });
                return taken.get() != null;
            }));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            DueRepository.Item item = taken.get();
            if (item == null) {
                throw e;
            }
            String said = Failures.said(e);
            LOG.warn("{} {} failed, tried again later: {}", item.kind(), item.key(), said);
            items.failed(item, said, clock.instant().plus(pause(item.tries())));
            return true;
        }
    }

    /** 1, 2, 4, 8 … minutes, at most a day. @param tries that failed before this one */
    static Duration pause(int tries) {
        Duration pause = Duration.ofMinutes(1L << Math.min(tries, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
