package vn.toam.coordination;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.toam.notice.MailQueue;

/** Letters leave by themselves. May run again at any time. */
@Component
class CoordinationJobs {

    private final MailQueue post;

    CoordinationJobs(MailQueue post) {
        this.post = post;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void letters() {
        post.deliver();
    }
}
