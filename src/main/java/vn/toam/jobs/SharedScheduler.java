package vn.toam.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/** A scheduler of which several servers have one each: when the time of a job comes, one of them does it ({@link JobRepository#once}). */
final class SharedScheduler implements TaskScheduler {

    private final TaskScheduler own;
    private final JobRepository jobs;
    private final Clock clock;

    SharedScheduler(TaskScheduler own, JobRepository jobs, Clock clock) {
        this.own = own;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A job is known by what it calls itself: class and method. */
    private Runnable once(Runnable job) {
        return () -> jobs.once(job.toString(), clock.instant(), job);
    }

    @Override
    public Clock getClock() {
        return own.getClock();
    }

    @Override
    public @Nullable ScheduledFuture<?> schedule(Runnable job, Trigger trigger) {
        return own.schedule(once(job), trigger);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable job, Instant start) {
        return own.schedule(once(job), start);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable job, Instant start, Duration period) {
        return own.scheduleAtFixedRate(once(job), start, period);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable job, Duration period) {
        return own.scheduleAtFixedRate(once(job), period);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable job, Instant start, Duration delay) {
        return own.scheduleWithFixedDelay(once(job), start, delay);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable job, Duration delay) {
        return own.scheduleWithFixedDelay(once(job), delay);
    }
}
