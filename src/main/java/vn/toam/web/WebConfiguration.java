package vn.toam.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.support.SessionFlashMapManager;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;
import vn.toam.shared.Numbers;
import vn.toam.shared.Settings;
import vn.toam.shared.Words;

/** The one clock, limits of what may be sent, the language of a visitor (cookie; {@code ?lang=en} changes it), static files. */
@Configuration
@EnableConfigurationProperties(Settings.class)
class WebConfiguration implements WebMvcConfigurer {

    @Bean
    Clock clock() {
        return Clock.system(Numbers.ZONE);
    }

    @Bean
    MessageSource messageSource(Words words) {
        return words.source();
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("lang");
        resolver.setDefaultLocale(Locale.of("vi"));
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    /** Outermost: notes when a request came in ({@link Timing#STARTED}) and answers when the database does not. */
    @Bean
    FilterRegistrationBean<Unavailable> unavailable() {
        FilterRegistrationBean<Unavailable> registration = new FilterRegistrationBean<>(new Unavailable());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }

    /** What every request meets before anything else. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> outermost(
            @Value("${server.forward-headers-strategy}") String forwarded) {
        return server -> server.addEngineValves(new RequestIds(!"none".equalsIgnoreCase(forwarded)), new SlowBodies());
    }

    /** A text in JSON is held to what a text on a page is: no sign that no column takes. */
    @Bean
    JacksonModule plainTexts() {
        SimpleModule module = new SimpleModule("plain-texts");
        module.addDeserializer(String.class, new PlainText());
        return module;
    }

    /** Files carry no notice to the next page: no session is read for them, so they come even when the database does not answer. */
    @Bean
    FlashMapManager flashMapManager() {
        return new SessionFlashMapManager() {
            @Override
            protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
                return request.getRequestURI().startsWith("/static/") ? null : super.retrieveFlashMaps(request);
            }
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new InputLimits()).order(Ordered.HIGHEST_PRECEDENCE);
        LocaleChangeInterceptor change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/static/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
        // At the root, because a service worker serves only what lies below itself.
        registry.addResourceHandler("/sw.js")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache());
    }
}
