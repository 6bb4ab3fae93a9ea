package vn.toam.signin;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Sessions live in the database: they survive a restart. One that never signs in is forgotten after a quarter of an hour. */
@Configuration
@EnableJdbcHttpSession(tableName = "signin.session", maxInactiveIntervalInSeconds = 900)
class SessionConfiguration {

    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("toam");
        cookie.setSameSite("Lax");
        return cookie;
    }

    @Bean
    SecretSessionIds sessionIds(CookieSerializer cookie) {
        return new SecretSessionIds(cookie);
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> secretIds(SecretSessionIds ids) {
        return sessions -> sessions.setSessionIdGenerator(ids);
    }

    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer postgresSessions() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** Also around error pages: they too show who is signed in. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(SessionRepositoryFilter<?> filter) {
        FilterRegistrationBean<SessionRepositoryFilter<?>> registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }
}
