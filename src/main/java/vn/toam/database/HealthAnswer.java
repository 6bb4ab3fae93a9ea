package vn.toam.database;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * For whatever watches the installation: {@code /health} says "ok"; "attention" with the jobs that failed, while pages are served; or 503
 * with what keeps them from being served. Names parts, never contents. Answered before any page machinery, which would ask the database for
 * a session.
 */
@Configuration
class HealthAnswer {

    static final String ADDRESS = "/health";

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> healthFilter(Readiness readiness) {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(new OncePerRequestFilter() {
                    @Override
                    protected void doFilterInternal(
                            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                            throws IOException {
                        answer(readiness, response);
                    }
                });
        registration.addUrlPatterns(ADDRESS);
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    private static void answer(Readiness readiness, HttpServletResponse response) throws IOException {
        List<String> faults = readiness.faults();
        List<String> jobs = readiness.failedJobs();
        String body = !faults.isEmpty()
                ? String.join("\n", faults) + "\n"
                : jobs.isEmpty() ? "ok" : "attention\njob: " + String.join("\njob: ", jobs) + "\n";
        response.setStatus(faults.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
