package vn.toam.monitoring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may read {@code /metrics}: whoever shows the key of {@code toam.metrics-key} ({@code Authorization: Bearer …}); where none is set, this
 * machine alone, and nobody on whose behalf a proxy asks.
 */
@Configuration
class MetricsGate {

    private static final String ADDRESS = "/metrics";
    private static final List<String> PROXY = List.of("X-Forwarded-For", "X-Forwarded-Proto", "Forwarded", "Via");

    @Bean
    @Order(0)
    SecurityFilterChain metricsChain(HttpSecurity http, @Value("${toam.metrics-key:}") String key) throws Exception {
        return http.securityMatcher(ADDRESS)
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((who, asked) -> new AuthorizationDecision(lets(asked.getRequest(), key))))
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, refused) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                }))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .build();
    }

    static boolean lets(HttpServletRequest request, String key) {
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (!key.isBlank()) {
            return shown != null && MessageDigest.isEqual(bytes(shown), bytes("Bearer " + key));
        }
        return PROXY.stream().allMatch(header -> request.getHeader(header) == null) && local(request.getRemoteAddr());
    }

    /** An address is a number here: nothing is looked up. */
    private static boolean local(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
