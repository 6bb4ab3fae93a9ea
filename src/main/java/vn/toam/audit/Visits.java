package vn.toam.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.shared.Access;
import vn.toam.shared.Failures;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Slice;

/**
 * Notes who read, took or was refused what, from where. A page does not wait for it: notes are written some hundred at once, within a second
 * or two. What cannot be kept, because the database is away for long, is counted, and the count is noted as soon as it can be.
 */
@Service
public class Visits implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);
    private static final int WAITING = 20_000;
    private static final int AT_ONCE = 500;
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final int LONGEST = 200;

    private final BlockingQueue<Visit> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicInteger lost = new AtomicInteger();
    private final VisitRepository visits;
    private final ObjectProvider<Access> access;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Thread writer;

    Visits(VisitRepository visits, ObjectProvider<Access> access, TransactionTemplate transaction, Clock clock) {
        this.visits = visits;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Notes what the request did. The path alone: what was typed into an address or a form is not kept. */
    public void note(HttpServletRequest request, Visit.Kind kind, int status) {
        Me me = asking();
        String path = Failures.plain(request.getRequestURI());
        Visit visit = new Visit(
                clock.instant(),
                kind,
                me == null ? null : me.account(),
                me == null ? "–" : me.name(),
                me == null ? null : me.unit(),
                request.getRemoteAddr(),
                request.getMethod(),
                path.length() > LONGEST ? path.substring(0, LONGEST) : path,
                status);
        if (!waiting.offer(visit)) {
            lost.incrementAndGet();
        }
    }

    /** Newest first. The caller has checked who may read them. @param wanted its kind: of visit; its id: an address */
    @Transactional(readOnly = true)
    public Slice<Visit> page(Wanted wanted, int number) {
        return visits.page(wanted, number);
    }

    @Override
    public void afterPropertiesSet() {
        writer = Thread.ofPlatform().name("visits").daemon().start(this::write);
    }

    private void write() {
        List<Visit> batch = new ArrayList<>();
        while (!closing() || !waiting.isEmpty() || !batch.isEmpty()) {
            try {
                if (batch.isEmpty()) {
                    Visit first = waiting.poll(1, TimeUnit.SECONDS);
                    if (first != null) {
                        batch.add(first);
                        waiting.drainTo(batch, AT_ONCE);
                    }
                }
                if (!batch.isEmpty() || lost.get() > 0) {
                    keep(batch);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                closing.countDown();
            } catch (RuntimeException away) {
                LOG.warn("visits are noted later: {}", Failures.said(away));
                if (closing()) {
                    LOG.error("{} visits could not be noted", batch.size() + waiting.size() + lost.get());
                    return;
                }
                pause();
            }
        }
    }

    private void keep(List<Visit> batch) {
        int gone = lost.get();
        List<Visit> all = new ArrayList<>(batch);
        if (gone > 0) {
            all.add(new Visit(clock.instant(), Visit.Kind.LOST, null, "–", null, "", "", "", gone));
        }
        transaction.executeWithoutResult(status -> visits.add(all));
        lost.addAndGet(-gone);
    }

    /** Waits before the next try, and no longer than until the application closes. */
    private void pause() {
        try {
            if (closing.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("closing: the visits that wait are tried once more");
            }
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    private boolean closing() {
        return closing.getCount() == 0;
    }

    @Override
    public void destroy() throws InterruptedException {
        closing.countDown();
        Thread running = writer;
        if (running != null) {
            running.interrupt();
            running.join(Duration.ofSeconds(3));
        }
    }

    private @Nullable Me asking() {
        try {
            return access.getObject().me();
        } catch (NotAllowed nobody) {
            return null;
        }
    }
}
