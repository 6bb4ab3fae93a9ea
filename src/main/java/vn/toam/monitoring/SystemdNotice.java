package vn.toam.monitoring;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Tells systemd, where it asks ({@code Type=notify}), that pages are answered now. */
@Component
class SystemdNotice implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(SystemdNotice.class);

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (System.getenv("NOTIFY_SOCKET") == null) {
            return;
        }
        try {
            new ProcessBuilder("systemd-notify", "--ready").inheritIO().start();
        } catch (IOException e) {
            LOG.warn("systemd was not told that the application is ready", e);
        }
    }
}
