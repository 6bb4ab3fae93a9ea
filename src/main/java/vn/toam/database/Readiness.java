package vn.toam.database;

import java.io.File;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.TaskExecutionOutcome;
import org.springframework.stereotype.Component;
import vn.toam.shared.Failures;
import vn.toam.shared.Settings;

/**
 * Whether the installation can serve: the database answers and is the one this program was made for, the disk takes more, what happens by
 * itself happens. Asked in a thread of its own, so that the answer comes within two seconds whatever hangs.
 */
@Component
class Readiness implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LONGEST_JOB = Duration.ofHours(6);
    private static final long SPACE = 200_000_000;

    private final ReadinessRepository database;
    private final Settings settings;
    private final ScheduledTaskHolder jobs;
    private final Clock clock;
    private final ExecutorService asking = new ThreadPoolExecutor(
            0,
            1,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("readiness").daemon().factory());

    Readiness(ReadinessRepository database, Settings settings, ScheduledTaskHolder jobs, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What keeps pages from being served, by name; empty: ready. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        try {
            Future<String> answer = asking.submit(database::fault);
            String fault = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!fault.isEmpty()) {
                faults.add(fault);
            }
        } catch (RejectedExecutionException | TimeoutException hangs) {
            faults.add("database: no answer");
        } catch (ExecutionException failed) {
            LOG.warn("readiness: {}", Failures.said(failed));
            faults.add("database: no answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            faults.add("stopping");
        }
        File folder = settings.data().toFile();
        if (!Files.isWritable(settings.data()) || folder.getUsableSpace() < SPACE) {
            faults.add("disk: no room in the data folder");
        }
        return faults;
    }

    /** Jobs whose last run failed or never ended: pages are served all the same, somebody should look. */
    List<String> failedJobs() {
        return jobs.getScheduledTasks().stream()
                .filter(job -> failed(job.getTask().getLastExecutionOutcome()))
                .map(job -> job.toString().replaceFirst("[a-z.]+", ""))
                .toList();
    }

    private boolean failed(TaskExecutionOutcome last) {
        Instant began = last.executionTime();
        return last.status() == TaskExecutionOutcome.Status.ERROR
                || last.status() == TaskExecutionOutcome.Status.STARTED
                        && began != null
                        && began.plus(LONGEST_JOB).isBefore(clock.instant());
    }

    @Override
    public void destroy() {
        asking.shutdownNow();
    }
}
