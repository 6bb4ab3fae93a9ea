package vn.toam.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import vn.toam.SecondServer;
import vn.toam.shared.ToamTest;

/** What happens by itself happens on one of several servers. */
class SharedSchedulerTest extends ToamTest {

    private static final CountDownLatch DONE = new CountDownLatch(1);

    static class Evening {
        @Scheduled(fixedDelay = 3_600_000)
        void work() {
            DONE.countDown();
        }
    }

    @Autowired
    private TaskScheduler scheduler;

    @Autowired
    private JobRepository jobs;

    @Autowired
    private Clock clock;

    @Test
    void aJobThatBothServersBeginIsDoneOnce() throws Exception {
        for (int i = 0; i < 10; i++) {
            Job job = new Job("Night" + i + ".check", false);
            Instant start = Instant.now().plusMillis(20);
            List<ScheduledFuture<?>> both = List.of(here().schedule(job, start), there().schedule(job, start));
            for (ScheduledFuture<?> one : both) {
                one.get();
            }
            assertThat(job.runs).hasValue(1);
        }
    }

    @Test
    void aJobIsDoneAgainWhenItsTimeComesAgainAndNotBefore() {
        Job job = new Job("Hour.check", false);
        Instant now = clock.instant();
        assertThat(jobs.once(job.name, now, job)).isTrue();
        assertThat(jobs.once(job.name, now.plus(JobRepository.APART).minusMillis(1), job))
                .as("the other server's clock")
                .isFalse();
        assertThat(jobs.once(job.name, now.plus(JobRepository.APART), job)).isTrue();
        assertThat(job.runs).hasValue(2);
    }

    @Test
    void aJobThatRunsIsNotBegunByTheOtherHoweverLongItTakes() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch may = new CountDownLatch(1);
        Instant now = clock.instant();
        Thread slow = Thread.ofPlatform()
                .start(() -> jobs.once("Slow.check", now, () -> {
                    begun.countDown();
                    await(may);
                }));
        await(begun);
        Job other = new Job("Slow.check", false);
        assertThat(SecondServer.bean(JobRepository.class).once(other.name, now.plus(Duration.ofHours(3)), other))
                .isFalse();
        may.countDown();
        slow.join();
        assertThat(other.runs).hasValue(0);
    }

    @Test
    void aLongJobDoesNotKeepTheOthersWaiting() throws Exception {
        CountDownLatch others = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        ScheduledFuture<?> night = scheduler.schedule(
                () -> {
                    begun.countDown();
                    await(others);
                },
                Instant.now());
        await(begun);

        scheduler.schedule(others::countDown, Instant.now());

        night.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aJobThatFailedOnOneServerIsDoneByTheOther() throws Exception {
        Job failing = new Job("Broken.check", true);
        Job sound = new Job("Broken.check", false);
        ScheduledFuture<?> broken = here().schedule(failing, Instant.now());
        assertThatThrownBy(broken::get).hasRootCauseMessage("planted");
        there().schedule(sound, Instant.now()).get();

        assertThat(failing.runs).hasValue(1);
        assertThat(sound.runs).hasValue(1);
    }

    @Test
    void whatIsAnnotatedGoesThroughIt() {
        new ApplicationContextRunner()
                .withUserConfiguration(Jobs.class, Evening.class)
                .withBean(ThreadPoolTaskScheduler.class)
                .withBean(JobRepository.class, () -> jobs)
                .withBean(Clock.class, () -> clock)
                .run(context -> {
                    await(DONE);
                    Job again = new Job(Evening.class.getName() + ".work", false);
                    assertThat(SecondServer.bean(JobRepository.class).once(again.name, clock.instant(), again))
                            .as("known by its class and method")
                            .isFalse();
                });
    }

    private SharedScheduler here() {
        return new SharedScheduler(scheduler, jobs, clock);
    }

    private SharedScheduler there() {
        return new SharedScheduler(
                SecondServer.bean(TaskScheduler.class), SecondServer.bean(JobRepository.class), clock);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Job implements Runnable {

        private final AtomicInteger runs = new AtomicInteger();
        private final String name;
        private final boolean fails;

        Job(String name, boolean fails) {
            this.name = name;
            this.fails = fails;
        }

        @Override
        public void run() {
            runs.incrementAndGet();
            if (fails) {
                throw new IllegalStateException("planted");
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
