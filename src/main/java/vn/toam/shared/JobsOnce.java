package vn.toam.shared;

import java.time.Clock;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Whatever is scheduled goes through {@link SharedScheduler}. */
@Configuration
class JobsOnce implements SchedulingConfigurer {

    private final TaskScheduler scheduler;

    JobsOnce(TaskScheduler scheduler, JobRepository jobs, Clock clock) {
        this.scheduler = new SharedScheduler(scheduler, jobs, clock);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.setTaskScheduler(scheduler);
    }
}
