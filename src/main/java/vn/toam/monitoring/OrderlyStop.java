package vn.toam.monitoring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends without failing anybody where several servers stand behind a balancer: for {@code toam.drain} (0 s unless set) {@code /readyz} says that
 * this one stops while it still answers, and every answer asks to leave the connection; then what has begun is finished.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OrderlyStop extends OncePerRequestFilter implements SmartLifecycle {

    private final Duration drain;
    private volatile boolean running;
    private volatile boolean leaving;

    OrderlyStop(@Value("${toam.drain:0s}") Duration drain) {
        this.drain = drain;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (leaving) {
            response.setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        running = true;
        leaving = false;
    }

    /** Called before the web server takes no more: the last to start is the first to stop. */
    @Override
    public void stop() {
        leaving = true;
        long end = System.nanoTime() + drain.toNanos();
        for (long left = drain.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
