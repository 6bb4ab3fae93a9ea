package vn.toam.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.shared.ToamTest;
import vn.toam.submission.ProvinceYear;

/** Who decides at the same moment: of one unit one after the other, of two units side by side, and a whole province and year alone. */
class CountingLockTest extends ToamTest {

    private static final int PROVINCE = 24;
    private static final int YEAR = 2099;
    private static final int ONE = 2_000_000_001;
    private static final int OTHER = 2_000_000_002;

    @Autowired
    private Counting counting;

    @Autowired
    private FactRepository facts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void twoFormsOfOneUnitAreDecidedOneAfterTheOther() throws Exception {
        assertThat(waits(() -> decide(ONE, () -> {}), () -> decide(ONE, () -> {})))
                .isTrue();
    }

    @Test
    void twoUnitsAreDecidedSideBySide() throws Exception {
        assertThat(waits(() -> decide(ONE, () -> {}), () -> decide(OTHER, () -> {})))
                .isFalse();
    }

    @Test
    void sumsOfAProvinceAndYearAreMadeWhileNobodyDecidesThere() throws Exception {
        ProvinceYear here = new ProvinceYear(PROVINCE, YEAR);
        assertThat(waits(() -> facts.lock(here), () -> decide(ONE, () -> {}))).isTrue();
        assertThat(waits(() -> decide(ONE, () -> {}), () -> facts.lock(here))).isTrue();
        assertThat(waits(() -> facts.lock(here), () -> facts.lock(new ProvinceYear(PROVINCE + 1, YEAR))))
                .isFalse();
        assertThat(waits(() -> facts.lock(here), () -> facts.lock(new ProvinceYear(PROVINCE, YEAR - 1))))
                .as("two years of a province side by side")
                .isFalse();
    }

    private void decide(int unit, Runnable change) {
        counting.around(PROVINCE, YEAR, List.of(unit), change);
    }

    /** Does {@code second} wait for the end of the transaction that did {@code first}? */
    private boolean waits(Runnable first, Runnable second) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> holding = threads.submit(() -> transaction.executeWithoutResult(status -> {
                first.run();
                done.countDown();
                await(end);
            }));
            await(done);
            Future<?> asking = threads.submit(() -> transaction.executeWithoutResult(status -> second.run()));
            long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            boolean waited = false;
            while (!waited && !asking.isDone() && System.nanoTime() < limit) {
                waited = jdbc.sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                        .query(Boolean.class)
                        .single();
            }
            end.countDown();
            holding.get(20, TimeUnit.SECONDS);
            asking.get(20, TimeUnit.SECONDS);
            return waited;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
