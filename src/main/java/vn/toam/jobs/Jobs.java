package vn.toam.jobs;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Runs what happens by itself ({@code @Scheduled}), on one of the servers at a time ({@link SharedScheduler}). Every such job may run at any
 * time and again: what was done is recognised in the database and not done twice. {@code toam.jobs=false} stops them all; it is asked at
 * each start, not when the application is built.
 */
@Configuration
@EnableScheduling
class Jobs implements SchedulingConfigurer {

    private final boolean on;
    private final TaskScheduler scheduler;

    Jobs(@Value("${toam.jobs:true}") boolean on, TaskScheduler scheduler, JobRepository jobs, Clock clock) {
        this.on = on;
        this.scheduler = new SharedScheduler(scheduler, jobs, clock);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar jobs) {
        jobs.setTaskScheduler(scheduler);
        if (!on) {
            jobs.setCronTasksList(List.of());
            jobs.setFixedDelayTasksList(List.of());
            jobs.setFixedRateTasksList(List.of());
        }
    }
}
