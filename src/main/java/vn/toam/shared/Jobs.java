package vn.toam.shared;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Runs what happens by itself ({@code @Scheduled}). Every such job may run at any time, again and on several servers at once: what was done
 * is recognised in the database and not done twice ({@link JobRepository}: nor at the same time). {@code toam.jobs=false} stops them all; it is asked at each start, not when the
 * application is built.
 */
@Configuration
@EnableScheduling
class Jobs implements SchedulingConfigurer {

    private final boolean on;

    Jobs(@Value("${toam.jobs:true}") boolean on) {
        this.on = on;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar jobs) {
        if (!on) {
            jobs.setCronTasksList(List.of());
            jobs.setFixedDelayTasksList(List.of());
            jobs.setFixedRateTasksList(List.of());
        }
    }
}
