package vn.toam.home;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.TaskExecutionOutcome;
import vn.toam.jobs.DueWork;

/**
 * Whether the installation is well.
 *
 * @param checks comparisons of kept sums with the returns they come from, newest first
 * @param trail readings of the whole trail, newest first
 * @param jobs what this server does by itself
 * @param failing work that fell due and failed
 * @param freeBytes left on the disk of the data folder
 * @param diskBytes size of that disk
 */
public record HealthView(
        List<Check> checks,
        List<Check> trail,
        List<Job> jobs,
        List<DueWork.Failing> failing,
        long freeBytes,
        long diskBytes) {

    /**
     * One comparison.
     *
     * @param compared provinces and years
     * @param named the first of the differences: what is kept, and what the returns give
     */
    public record Check(Instant at, int compared, int differences, List<String> named) {}

    /**
     * What happens by itself, as remembered since this server started.
     *
     * @param name last part of a message key: class and method
     * @param at beginning of the last run; null: none yet
     * @param ended how that went; STARTED: it still runs
     * @param next null: jobs are switched off
     */
    public record Job(
            String name,
            @Nullable Instant at,
            TaskExecutionOutcome.Status ended,
            @Nullable Instant next) {

        static Job of(ScheduledTask job) {
            TaskExecutionOutcome last = job.getTask().getLastExecutionOutcome();
            String name = job.toString().replaceFirst("[a-z.]+", "");
            return new Job(name, last.executionTime(), last.status(), job.nextExecution());
        }
    }

    /** Share of the disk that is free, 0 to 100. */
    public int freePercent() {
        return diskBytes == 0 ? 0 : (int) (freeBytes * 100 / diskBytes);
    }
}
