package vn.toam.shared;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Runs what happens by itself ({@code @Scheduled}). Every such job may run at any time, again and on several servers at once: what was done
 * is recognised in the database and not done twice. {@code toam.jobs=false} stops them all.
 */
@Configuration
@EnableScheduling
@ConditionalOnProperty(name = "toam.jobs", matchIfMissing = true)
class Jobs {}
