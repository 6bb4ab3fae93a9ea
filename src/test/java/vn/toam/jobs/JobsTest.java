package vn.toam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import vn.toam.shared.ToamTest;

/** What happens by itself happens only where it is wanted. */
class JobsTest extends ToamTest {

    static class Job {
        @Scheduled(initialDelay = 3_600_000, fixedDelay = 3_600_000)
        void work() {}

        @Scheduled(cron = "0 30 2 * * *")
        void night() {}
    }

    @Autowired
    private List<ScheduledTaskHolder> holders;

    @Autowired
    private JobRepository repository;

    @Test
    void testsRunNoJobs() {
        assertThat(holders)
                .isNotEmpty()
                .allSatisfy(holder -> assertThat(waiting(holder)).isZero());
    }

    @ParameterizedTest
    @CsvSource({"true, 2", "false, 0"})
    void aServerMayGoWithout(boolean on, int jobs) {
        new ApplicationContextRunner()
                .withUserConfiguration(Jobs.class, Job.class)
                .withBean(ThreadPoolTaskScheduler.class)
                .withBean(JobRepository.class, () -> repository)
                .withBean(Clock.class, Clock::systemUTC)
                .withPropertyValues("toam.jobs=" + on)
                .run(context -> assertThat(waiting(context.getBean(ScheduledTaskHolder.class)))
                        .isEqualTo(jobs));
    }

    private static long waiting(ScheduledTaskHolder holder) {
        return holder.getScheduledTasks().stream()
                .filter(task -> task.nextExecution() != null)
                .count();
    }
}
