package vn.toam.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.toam.access.RoleAccess;
import vn.toam.audit.Visit;
import vn.toam.audit.Visits;

/** The gate: everything is closed unless named here. Pages get strict headers; nothing runs that we did not ship. */
@Configuration
class SecurityConfiguration {

    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self' blob:; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";
    private static final String SIGN_IN = "/sign-in";

    /** Before sessions: a flood of sign-ins ends here. */
    @Bean
    FilterRegistrationBean<ClosedAddressFilter> closedAddresses(Guesses guesses, Clock clock) {
        FilterRegistrationBean<ClosedAddressFilter> registration =
                new FilterRegistrationBean<>(new ClosedAddressFilter(guesses, clock));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        registration.addUrlPatterns(SIGN_IN);
        return registration;
    }

    /** Files and the health answer: no session is read or made for them. */
    @Bean
    @Order(1)
    SecurityFilterChain fileGate(HttpSecurity http) throws Exception {
        return http.securityMatcher("/static/**", "/sw.js", "/health", "/livez", "/readyz", "/favicon.ico")
                .headers(SecurityConfiguration::headers)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Other systems: a key with every request, no session, so nothing that a foreign page could ride on. */
    @Bean
    @Order(2)
    SecurityFilterChain apiGate(HttpSecurity http, ApiKeys keys, ObjectProvider<Visits> visits) throws Exception {
        return http.securityMatcher("/api/**")
                .headers(SecurityConfiguration::headers)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/v1/keys", "/api/v1/openapi.yaml")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new ApiKeyFilter(keys), AuthorizationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, reason) -> {
                    visits.getObject().note(request, Visit.Kind.REFUSED, HttpServletResponse.SC_UNAUTHORIZED);
                    response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                }))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pageGate(HttpSecurity http, SecurityContextRepository contexts) throws Exception {
        return http.headers(SecurityConfiguration::headers)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(SIGN_IN, SIGN_IN + "/*", "/setup", "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .csrf(Customizer.withDefaults())
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(contexts))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(SecurityConfiguration::askToSignIn)
                        .accessDeniedHandler(SecurityConfiguration::refuse))
                .build();
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Nobody signs in through the framework's own ways: only {@link SignInService} decides. */
    @Bean
    UserDetailsService nobody() {
        return username -> {
            throw new UsernameNotFoundException(username);
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"));
    }

    private static void askToSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        boolean worthIt = "GET".equals(request.getMethod()) && !"/".equals(wanted);
        response.sendRedirect(SIGN_IN + (worthIt ? "?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : ""));
    }

    /** A form whose session has ended leads to sign-in with a word of explanation; anything else is refused. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (reason instanceof CsrfException && RoleAccess.signedIn() == null) {
            response.sendRedirect(SIGN_IN + "?expired");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
