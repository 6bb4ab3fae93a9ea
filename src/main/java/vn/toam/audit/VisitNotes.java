package vn.toam.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Has every answer of a page noted: read, taken, refused. What is changed stands in the trail. */
@Configuration
class VisitNotes implements WebMvcConfigurer, HandlerInterceptor {

    private final ObjectProvider<Visits> visits;

    VisitNotes(ObjectProvider<Visits> visits) {
        this.visits = visits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .excludePathPatterns("/static/**", "/error", "/sign-in/**", "/setup", "/sw.js", "/favicon.ico");
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!(handler instanceof HandlerMethod)) {
            return;
        }
        int status = response.getStatus();
        String disposition = response.getHeader("Content-Disposition");
        boolean read = request.getMethod().equals("GET") && status == 200;
        if (status == 401 || status == 403) {
            visits.getObject().note(request, Visit.Kind.REFUSED, status);
        } else if (disposition != null && disposition.startsWith("attachment")
                || read && request.getRequestURI().startsWith("/api/")) {
            visits.getObject().note(request, Visit.Kind.TAKEN, status);
        } else if (read) {
            visits.getObject().note(request, Visit.Kind.READ, status);
        }
    }
}
