package vn.toam.database;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * For whatever watches the installation. {@code /health} says "ok"; "attention" with the jobs that failed, while pages are served; or 503
 * with what keeps them from being served. {@code /readyz}: whether to send anybody here, which it is not while the application starts or
 * stops. {@code /livez}: whether the program runs at all; a database that is away is no reason to start it again. Names parts, never
 * contents. Answered before any page machinery, which would ask the database for a session.
 */
@Configuration
class HealthAnswer {

    private static final String HEALTH = "/health";
    private static final String READY = "/readyz";
    private static final String LIVE = "/livez";

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> healthFilter(
            Readiness readiness, ApplicationAvailability availability) {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(new OncePerRequestFilter() {
                    @Override
                    protected void doFilterInternal(
                            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                            throws IOException {
                        switch (request.getRequestURI()) {
                            case HEALTH -> answer(response, readiness.faults(), readiness.failedJobs());
                            case READY -> answer(response, unready(readiness, availability), List.of());
                            default -> answer(response, List.of(), List.of());
                        }
                    }
                });
        registration.addUrlPatterns(HEALTH, READY, LIVE);
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    private static List<String> unready(Readiness readiness, ApplicationAvailability availability) {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
                ? readiness.faults()
                : List.of("starting or stopping");
    }

    private static void answer(HttpServletResponse response, List<String> faults, List<String> jobs)
            throws IOException {
        String body = !faults.isEmpty()
                ? String.join("\n", faults) + "\n"
                : jobs.isEmpty() ? "ok" : "attention\njob: " + String.join("\njob: ", jobs) + "\n";
        response.setStatus(faults.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
